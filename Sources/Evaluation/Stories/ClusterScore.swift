/// How well a grouping agrees with the true one.
struct ClusterScore {
    /// BCubed precision, recall (A. Bagga and B. Baldwin, 1998).
    let bcubedPrecision: Double, bcubedRecall: Double
    /// Precision and recall over the pairs of items that stand together.
    let pairPrecision: Double, pairRecall: Double

    /// Compares the groups of the items, each named by a label.
    init<Found: Hashable, True: Hashable>(found: [Found], true truth: [True]) {
        var foundCounts: [Found: Int] = [:]
        var trueCounts: [True: Int] = [:]
        var bothCounts: [Both<Found, True>: Int] = [:]
        for (a, b) in zip(found, truth) {
            foundCounts[a, default: 0] += 1
            trueCounts[b, default: 0] += 1
            bothCounts[Both(found: a, truth: b), default: 0] += 1
        }
        var precision = 0.0
        var recall = 0.0
        for (a, b) in zip(found, truth) {
            let both = Double(bothCounts[Both(found: a, truth: b)] ?? 0)
            precision += both / Double(foundCounts[a] ?? 1)
            recall += both / Double(trueCounts[b] ?? 1)
        }
        func pairs(_ counts: some Sequence<Int>) -> Double { Double(counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }) }
        let right = pairs(bothCounts.values)
        bcubedPrecision = precision / Double(max(1, found.count))
        bcubedRecall = recall / Double(max(1, found.count))
        pairPrecision = right / max(1, pairs(foundCounts.values))
        pairRecall = right / max(1, pairs(trueCounts.values))
    }

    /// Harmonic mean of BCubed precision and recall.
    var bcubed: Double { Self.harmonic(bcubedPrecision, bcubedRecall) }
    /// Harmonic mean of pair precision and recall.
    var pairF1: Double { Self.harmonic(pairPrecision, pairRecall) }

    private static func harmonic(_ a: Double, _ b: Double) -> Double { a + b > 0 ? 2 * a * b / (a + b) : 0 }
}

private struct Both<Found: Hashable, True: Hashable>: Hashable {
    var found: Found
    var truth: True
}
