/// Groups items by pairwise scores under constraints: two groups become one only where no pair of them is forbidden and
/// their pairs score well on average. No chains: A like B and B like C do not make A like C.
///
/// The same groups come out whatever the order of the items (ties fall to the item order, which the caller fixes).
struct Clusterer {
    /// The least average score of the pairs of two groups that become one, as a share of the threshold.
    static let averageShare = 0.8

    /// The groups, each sorted, sorted by first member.
    ///
    /// - Parameters:
    ///   - count: number of items.
    ///   - candidates: pairs worth scoring, first index smaller, each once.
    ///   - threshold: least score of a pair that may begin or join groups.
    ///   - score: of a pair; nil where it is forbidden.
    /// - Complexity: O(p log p) for p candidates, and a score for each pair within a group.
    static func groups(
        of count: Int, candidates: [(Int, Int)], threshold: Double, score: (Int, Int) -> Double?
    ) -> [[Int]] {
        let edges = candidates.compactMap { pair in
            score(pair.0, pair.1).flatMap { $0 >= threshold ? (score: $0, a: pair.0, b: pair.1) : nil }
        }.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
        var group = Array(0..<count)
        var members = (0..<count).map { [$0] }
        for edge in edges where group[edge.a] != group[edge.b] {
            let (x, y) = (min(group[edge.a], group[edge.b]), max(group[edge.a], group[edge.b]))
            guard mayJoin(members[x], members[y], threshold: threshold * averageShare, score: score) else { continue }
            for item in members[y] { group[item] = x }
            members[x] = (members[x] + members[y]).sorted()
            members[y] = []
        }
        return members.filter { !$0.isEmpty }
    }

    private static func mayJoin(
        _ a: [Int], _ b: [Int], threshold: Double, score: (Int, Int) -> Double?
    ) -> Bool {
        var sum = 0.0
        for x in a {
            for y in b {
                guard let value = score(min(x, y), max(x, y)) else { return false }
                sum += value
            }
        }
        return sum / Double(a.count * b.count) >= threshold
    }
}
