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
        if PairVetoes.forbids(a, b) { return nil }
        let aligned = passages.similarity(a.statement.citation, b.statement.citation)
        var text = overlap.score(a.features, b.features)
        if let similarity, let heard = similarity.similarity(a.statement.reading, b.statement.reading) {
            text = 0.5 * text + 0.5 * heard
        }
        switch (a.features.figure, b.features.figure) {
        case (let x?, let y?):
            guard let slot = slots.score(a, b), let converted = slots.converted(y, like: x),
                IntervalCalculus.areCompatible(x.amount, converted)
            else { return nil }
            // Two figures of one magnitude with one thing counted agree for a reason.
            let magnitude = IntervalCalculus.closeness(x.amount, converted)
            let score = 0.8 * slot + 0.2 * magnitude
            let lifted = aligned.map { max(score, 0.5 * score + 0.5 * $0) } ?? score
            return lifted * Self.threshold / Self.slotThreshold
        case (nil, nil): break
        default:
            // A statement with a figure says more than one without: only nearly the same words make them one.
            text *= 0.8
        }
        if let aligned, text >= 0.35 { return max(text, 0.55 * text + 0.45 * aligned) }
        return a.proposition.document == b.proposition.document ? text * 0.85 : text
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
