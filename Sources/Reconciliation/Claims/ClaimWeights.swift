import TextCore

/// What each piece of evidence weighs.
///
/// Logistic regression, weights held to the side that their evidence speaks for; fitted on labelled pairs of statements
/// (`Evaluation/claim-pairs.md`).
enum ClaimWeights {
    private static let bias = -8.64
    /// In the order of ``PairEvidence/values``.
    private static let weights: [Double] = [3.42, 2.1, 2.55, 7.1, 0.47, -0.88, -1.58, -0.26, -0.34, 1.85, 1.18]

    /// The probability that both are one claim.
    static func probability(_ evidence: PairEvidence) -> Double {
        Logistic.probability(zip(weights, evidence.values).reduce(bias) { $0 + $1.0 * $1.1 })
    }
}
