import Lexicons
import NewsModel
import TextCore

/// How sure it is that two statements say the same thing of the same slot.
struct ClaimJudge: Sendable {
    let overlap: WordOverlap
    let slots: SlotJudge
    let passages: PassageIndex
    /// Heard besides the words, where there is one.
    var similarity: (any StatementSimilarity)?

    /// The least score that makes one claim of two statements.
    static let threshold = 0.56
    /// The least score that two figures of one slot need.
    static let slotThreshold = 0.58

    /// From 0 to 1; nil where they cannot be one claim.
    func score(_ a: Draft, _ b: Draft) -> Double? {
        // Of one thing measured in one place the reports may name whom they please.
        if PairVetoes.forbids(a, b, actors: !isOneMeasure(a, b)) { return nil }
        let aligned = passages.similarity(a.statement.citation, b.statement.citation)
        var text = overlap.score(a.features, b.features)
        if let similarity, let heard = similarity.similarity(a.statement.reading, b.statement.reading) {
            text = 0.5 * text + 0.5 * heard
        }
        switch (a.features.figure, b.features.figure) {
        case (let x?, let y?):
            guard let slot = slots.score(a, b), slots.areCompatible(x, y) else { return nil }
            if slot < Self.slotThreshold - 0.03, aligned == nil { return nil }
            // Two figures of one magnitude with one thing counted agree for a reason; "at least four" does not say what
            // "seven" says.
            let magnitude = slots.converted(y, like: x).map { IntervalCalculus.closeness(x.amount, $0) }.max() ?? 0
            guard magnitude >= Self.leastCloseness else { return nil }
            let score = 0.8 * slot + 0.2 * magnitude
            let lifted = aligned.map { max(score, 0.5 * score + 0.5 * $0) } ?? score
            return lifted * Self.threshold / Self.slotThreshold
        case (nil, nil): break
        default:
            // A statement with a figure says more than one without: only nearly the same words make them one.
            text *= 0.8
        }
        if !Self.headsMeet(a.features, b.features) { text *= 0.8 }
        if let aligned, text >= 0.35 { return max(text, 0.55 * text + 0.45 * aligned) }
        if Self.isOpen(a.statement.modality) != Self.isOpen(b.statement.modality) { text *= 0.85 }
        return a.proposition.document == b.proposition.document ? text * 0.85 : text
    }

    /// How close in magnitude two figures of one claim are at least.
    private static let leastCloseness = 0.6

    /// Whether both weigh or measure one thing: `2,870 tonnes of ammonium nitrate`.
    private func isOneMeasure(_ a: Draft, _ b: Draft) -> Bool {
        guard let x = a.features.figure, let y = b.features.figure, x.kind == .measure, y.kind == .measure,
            let thing = x.thing, thing == y.thing, x.scope == .whole, y.scope == .whole
        else { return false }
        return (slots.score(a, b) ?? 0) >= Self.slotThreshold
    }

    /// Whether what one says happens is anything that the other says happens.
    private static func headsMeet(_ a: Features, _ b: Features) -> Bool {
        guard let x = a.head, let y = b.head else { return true }
        if WordMeanings.closeness(x, y) != .unrelated { return true }
        return a.headConcepts.contains(where: b.concepts.contains)
            || b.headConcepts.contains(where: a.concepts.contains)
            || a.terms.contains { $0.meaning.word == y.word } || b.terms.contains { $0.meaning.word == x.word }
    }

    /// Whether something is left open: possible, hypothetical.
    private static func isOpen(_ modality: Modality) -> Bool { modality == .possible || modality == .hypothetical }
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
