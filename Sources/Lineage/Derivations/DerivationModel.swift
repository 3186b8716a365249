import Lexicons
import TextCore

/// The probability that two documents share a text origin: a logistic model over a few numbers that a person can read.
///
/// Its weights are the resource file `derivation-model.tsv`, set by hand on the development data named there.
struct DerivationModel: Sendable {
    /// What the model looks at, in the order of its weights.
    enum Feature: String, CaseIterable {
        case bias, ownEvidence, coverage, inOrder, longestOwnRun, containment, similarity, strangeFacts, oneBlock,
            ownSentences, loneFacts, loneNumbers
    }

    private let weights: [Double]

    /// Loads the weights.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "derivation-model.tsv"
        let table = try LexiconTable(file, in: resources)
        var weights = [Double](repeating: 0, count: Feature.allCases.count)
        for (number, row) in table.rows.enumerated() {
            guard row.count >= 2, let index = Feature.allCases.firstIndex(where: { $0.rawValue == row[0] }),
                let weight = Double(row[1])
            else { throw .malformed(file: file, line: number + 1) }
            weights[index] = weight
        }
        self.weights = weights
    }

    /// The numbers of a pair that the model looks at, each from 0 to 1.
    static func features(of evidence: PairEvidence) -> [Double] {
        let count = Double(evidence.passages.count)
        let similarity = evidence.passages.reduce(0) { $0 + $1.similarity } / max(1, count)
        return Feature.allCases.map { feature in
            switch feature {
            case .bias: 1
            case .ownEvidence: evidence.ownEvidence / (evidence.ownEvidence + 20)
            case .coverage: max(evidence.coverageA, evidence.coverageB)
            case .inOrder: Double(evidence.inOrder) / Double(evidence.inOrder + 4)
            case .longestOwnRun: Double(evidence.longestOwnRun) / Double(evidence.longestOwnRun + 10)
            case .containment: evidence.containment.squareRoot()
            case .similarity: similarity
            case .strangeFacts: evidence.strangeFacts
            case .ownSentences: Double(evidence.ownSentences) / Double(evidence.ownSentences + 3)
            case .loneFacts: evidence.loneFacts
            case .loneNumbers: evidence.loneNumbers
            // One stretch in one place, little of either text: a paragraph of background that both were given.
            case .oneBlock: evidence.blocks == 1 ? 1 - max(evidence.coverageA, evidence.coverageB) : 0
            }
        }
    }

    /// The probability that the two documents share a text origin.
    func probability(of evidence: PairEvidence) -> Double {
        guard !evidence.passages.isEmpty else { return 0 }
        return Logistic.probability(zip(weights, Self.features(of: evidence)).reduce(0) { $0 + $1.0 * $1.1 })
    }
}
