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

    /// The accuracy of ``heldOutCalls(_:)``.
    static func heldOutAccuracy(_ parts: [[(score: Double, isTrue: Bool)]]) -> Double {
        let calls = heldOutCalls(parts)
        return calls.isEmpty ? 0 : Double(calls.count { $0.isCalled == $0.isTrue }) / Double(calls.count)
    }

    /// What is called true where each part is judged at a threshold that is best on the other parts: halfway through those
    /// that tie.
    ///
    /// - Complexity: O(n log n) in the items for each part.
    static func heldOutCalls(_ parts: [[(score: Double, isTrue: Bool)]]) -> [(isCalled: Bool, isTrue: Bool)] {
        parts.indices.flatMap { part in
            let threshold = bestThreshold(parts.indices.filter { $0 != part }.flatMap { parts[$0] })
            return parts[part].map { (isCalled: $0.score >= threshold, isTrue: $0.isTrue) }
        }
    }

    private static func bestThreshold(_ items: [(score: Double, isTrue: Bool)]) -> Double {
        let ordered = items.sorted { $0.score < $1.score }
        // Right at a threshold: what is false below it and true from it on.
        var right = ordered.count(where: \.isTrue)
        var best = (right: right, least: 0.0, greatest: ordered.first?.score ?? 0)
        for (place, item) in ordered.enumerated() {
            right += item.isTrue ? -1 : 1
            let next = place + 1 < ordered.count ? ordered[place + 1].score : item.score + 1
            guard next > item.score else { continue }
            if right > best.right { best = (right, item.score, next) }
        }
        return (best.least + best.greatest) / 2
    }
}
