/// What each term is worth as evidence that two sentences say the same, and that one was written from the other.
///
/// A word common in English is worth nothing. A word that every report of the story has, or that stands in many
/// sentences of each, is what the story is about and worth little; one that is rare in the story is worth much.
struct TermWeights {
    /// Weight by term when two sentences are compared.
    let matching: [Float]
    /// Weight by term as evidence of derivation: names and numbers are facts, which independent reports share too.
    let evidence: [Float]

    /// A word of this Zipf value or above is worth nothing ("said" has 6.0, "the" 7.7).
    private static let worthless: Float = 6.3
    /// The share of its weight that a name or number keeps as evidence.
    private static let factShare: Float = 0.4

    /// The weights of a vocabulary gathered from `documents` documents.
    init(_ vocabulary: Vocabulary, documents: Int) {
        var matching: [Float] = []
        var evidence: [Float] = []
        matching.reserveCapacity(vocabulary.count)
        evidence.reserveCapacity(vocabulary.count)
        for entry in vocabulary.entries {
            let rarity = entry.isNumber ? Self.rarity(ofNumber: entry.stem) : max(0, Self.worthless - entry.zipf)
            // Where the same words stand around it in every report, it is not the topic that they share but the text.
            let having = min(entry.documents, entry.contexts.count)
            let others = Float(max(0, having - 2)) / Float(max(4, documents - 2))
            let perDocument = Float(entry.sentences) / Float(max(1, entry.documents))
            let topic = (1 - 0.7 * min(1, others)) / (1 + 0.35 * max(0, perDocument - 1).squareRoot())
            let weight = rarity * topic
            matching.append(weight)
            evidence.append(entry.isNumber || entry.isName ? weight * Self.factShare : weight)
        }
        self.matching = matching
        self.evidence = evidence
    }

    /// Small and round numbers are common, years stand in every report, long numbers are rare.
    private static func rarity(ofNumber digits: [UInt8]) -> Float {
        let significant = digits.count - digits.reversed().prefix { $0 == 0x30 }.count
        let isYear = digits.count == 4 && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
        if isYear { return 1.6 }
        switch significant {
        case ...1: return 1.2
        case 2: return 2
        default: return 3.2
        }
    }
}
