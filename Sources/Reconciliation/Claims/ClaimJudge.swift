import Lexicons
import NewsModel
import TextCore

/// How sure it is that two statements say the same thing of the same slot.
struct ClaimJudge: Sendable {
    let overlap: WordOverlap
    let slots: SlotJudge
    let passages: PassageIndex
    let alignment: WordAlignment
    let sentences: SentenceSimilarity

    /// The least probability that makes one claim of two statements: nine of ten pairs above it are one, by the pairs
    /// that were labelled (`Evaluation/claim-pairs.md`).
    static let threshold = 0.7
    /// The least score that two figures of one slot need.
    static let slotThreshold = 0.58

    /// From 0 to 1; nil where they cannot be one claim. Figures that surely fill one slot and agree are one claim in
    /// whatever words.
    func score(_ a: Draft, _ b: Draft) -> Double? {
        if forbids(a, b) { return nil }
        let evidence = evidence(a, b)
        let probability = ClaimWeights.probability(evidence)
        guard evidence.magnitude >= Self.leastCloseness else { return probability }
        let filled = 0.8 * evidence.slot + 0.2 * evidence.magnitude
        return max(probability, filled * Self.threshold / Self.slotThreshold)
    }

    /// From 0 to 1, whatever forbids it.
    func probability(_ a: Draft, _ b: Draft) -> Double { ClaimWeights.probability(evidence(a, b)) }

    /// How close in magnitude two figures of one claim are at least.
    private static let leastCloseness = 0.6

    /// What forbids two statements to be one claim, however alike their words are.
    private func forbids(_ a: Draft, _ b: Draft) -> Bool {
        if PairVetoes.forbids(a, b) { return true }
        guard let x = a.features.figure, let y = b.features.figure else { return false }
        return !slots.areCompatible(x, y)
    }
}

/// Aligned passages of the lineage, for looking up whether two citations stand in one.
struct PassageIndex: Sendable {
    private struct Pair: Hashable {
        var a: DocumentID
        var b: DocumentID
    }
    private var passages: [Pair: [Passage]] = [:]

    init(_ lineage: Lineage) {
        for passage in lineage.passages {
            passages[Pair(a: passage.a.document, b: passage.b.document), default: []].append(passage)
        }
    }

    /// How alike the passages are that hold both; nil where none does.
    func similarity(_ a: Citation, _ b: Citation) -> Double? {
        let (first, second) = a.document < b.document ? (a, b) : (b, a)
        return passages[Pair(a: first.document, b: second.document)]?
            .filter { $0.a.span.overlaps(first.span) && $0.b.span.overlaps(second.span) }
            .map(\.similarity).max()
    }
}
