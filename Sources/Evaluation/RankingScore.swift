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
}
