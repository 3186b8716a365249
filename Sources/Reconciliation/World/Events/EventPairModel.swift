/// How likely two mentions are one event: a logistic model over ``EventPairFeatures``, fitted on the topics of ECB+ that are
/// neither its development nor its test part (`Training/event_pairs.py`).
enum EventPairModel {
    /// One weight a feature, in the order of ``EventPairFeatures/names``.
    static let weights = [-3.95, 4.52, 4.02, 3.47, 3.45, 0.61, 1.25, 0.72, -2.6, -1.63]
    /// Groups whose pairs are on average likelier than this are one.
    static let threshold = 0.1

    /// From -1 to 1: the log of the odds, bent so that the average over many pairs is not that of its extremes. Worked out
    /// with a division alone, so that it has the same bits on every machine.
    static func likeness(_ features: [Double]) -> Double {
        var odds = 0.0
        for (weight, feature) in zip(weights, features) { odds += weight * feature }
        return odds / (1 + abs(odds))
    }
}
