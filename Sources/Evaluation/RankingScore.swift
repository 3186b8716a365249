/// Measures of a ranking of yes-or-no items by score.
enum RankingScore {
    /// Average precision: the mean, over the items that are true, of the precision down to each. Items of equal score
    /// are taken together.
    static func averagePrecision(_ items: [(score: Double, isTrue: Bool)]) -> Double {
        let there = items.count(where: \.isTrue)
        guard there > 0 else { return 0 }
        var sum = 0.0
        var seen = 0
        var right = 0
        let ordered = items.sorted { $0.score > $1.score }
        var index = 0
        while index < ordered.count {
            var end = index
            while end < ordered.count, ordered[end].score == ordered[index].score { end += 1 }
            let new = ordered[index..<end].count(where: \.isTrue)
            seen += end - index
            right += new
            sum += Double(new) * Double(right) / Double(seen)
            index = end
        }
        return sum / Double(there)
    }

    /// F1 of calling true what scores at least `threshold`.
    static func f1(_ items: [(score: Double, isTrue: Bool)], threshold: Double) -> Double {
        let there = items.count(where: \.isTrue)
        let called = items.filter { $0.score >= threshold }
        let right = called.count(where: \.isTrue)
        return called.count + there == 0 ? 0 : 2 * Double(right) / Double(called.count + there)
    }

    /// Share of the items on the right side of `threshold`.
    static func accuracy(_ items: [(score: Double, isTrue: Bool)], threshold: Double) -> Double {
        items.isEmpty ? 0 : Double(items.count { ($0.score >= threshold) == $0.isTrue }) / Double(items.count)
    }

    /// The accuracy at the threshold that gives the best: the most that a baseline could reach.
    static func bestAccuracy(_ items: [(score: Double, isTrue: Bool)]) -> Double {
        Set(items.map(\.score)).map { accuracy(items, threshold: $0) }.max() ?? 0
    }

    /// The accuracy where each part is judged at a threshold that is best on the other parts: halfway from the least to the
    /// greatest of those that tie.
    static func heldOutAccuracy(_ parts: [[(score: Double, isTrue: Bool)]]) -> Double {
        let right = parts.indices.map { part -> Double in
            let others = parts.indices.filter { $0 != part }.flatMap { parts[$0] }
            let scores = Set(others.map(\.score)).sorted()
            let best = bestAccuracy(others)
            let ties = scores.filter { accuracy(others, threshold: $0) == best }
            guard let least = ties.first, let greatest = ties.last else { return 0 }
            // All thresholds down to the next score below judge the others alike.
            let below = scores.last { $0 < least } ?? 0
            return accuracy(parts[part], threshold: (below + greatest) / 2) * Double(parts[part].count)
        }
        let count = parts.map(\.count).reduce(0, +)
        return count == 0 ? 0 : right.reduce(0, +) / Double(count)
    }
}
