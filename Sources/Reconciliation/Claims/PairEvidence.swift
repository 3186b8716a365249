import Lexicons
import NewsModel
import TextCore

/// What speaks for and against two statements being one claim, as numbers.
struct PairEvidence: Sendable {
    /// Share of the words and people of both that the other has, by the lexicon: the harmonic mean.
    var shared = 0.0
    /// The same by the vectors of words; and the larger of both shares.
    var aligned = 0.0
    var alignedByOne = 0.0
    /// How alike the sentences are by the reader's vectors.
    var sentences = 0.0
    /// How alike the passages are in which both stand, where the lineage has such: 0 where none.
    var passage = 0.0
    /// Whether what one says happens is nothing that the other says happens.
    var headsDiffer = 0.0
    /// Whether one leaves open what the other does not.
    var opennessDiffers = 0.0
    /// Whether both have bare numbers, and none in common.
    var otherNumbers = 0.0
    /// Whether one gives a figure and the other none.
    var oneFigure = 0.0
    /// Of two figures: of one slot, how surely; and how close in magnitude.
    var slot = 0.0
    var magnitude = 0.0

    /// The numbers in the order of ``ClaimWeights``.
    var values: [Double] {
        [
            shared, aligned, alignedByOne, sentences, passage, headsDiffer, opennessDiffers, otherNumbers, oneFigure,
            slot, magnitude,
        ]
    }
}

extension ClaimJudge {
    /// The evidence on a pair.
    func evidence(_ a: Draft, _ b: Draft) -> PairEvidence {
        var evidence = PairEvidence()
        let (x, y) = (a.features, b.features)
        evidence.shared = Self.harmonic(overlap.coverage(x, y))
        let aligned = alignment.coverage(x, y)
        evidence.aligned = Self.harmonic(aligned)
        evidence.alignedByOne = max(aligned.a, aligned.b)
        evidence.sentences =
            sentences.similarity(a.proposition, b.proposition) ?? 0.4 + 0.5 * evidence.aligned
        evidence.passage = passages.similarity(a.statement.citation, b.statement.citation) ?? 0
        evidence.headsDiffer = Self.number(!Self.headsMeet(x, y))
        evidence.opennessDiffers = Self.number(Self.isOpen(a.statement.modality) != Self.isOpen(b.statement.modality))
        evidence.otherNumbers = Self.number(PairVetoes.numbersExclude(x, y))
        evidence.oneFigure = Self.number((x.figure == nil) != (y.figure == nil))
        if let p = x.figure, let q = y.figure {
            evidence.slot = slots.score(a, b) ?? 0
            evidence.magnitude =
                slots.converted(q, like: p).map { IntervalCalculus.closeness(p.amount, $0) }.max() ?? 0
        }
        return evidence
    }

    private static func harmonic(_ shares: (a: Double, b: Double)) -> Double {
        shares.a + shares.b > 0 ? 2 * shares.a * shares.b / (shares.a + shares.b) : 0
    }

    private static func number(_ condition: Bool) -> Double { condition ? 1 : 0 }

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
