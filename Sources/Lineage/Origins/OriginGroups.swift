/// Sets of documents that have text from one origin. A document that was put together from two texts stands in two.
struct OriginGroups {
    /// The groups, each ascending, in order of their first members.
    let groups: [[Int]]

    private let pairs: [DerivedPair]

    /// Groups `count` documents by the pairs that share an origin.
    ///
    /// - Parameter isLater: whether a document is known to be later than another.
    init(count: Int, pairs: [DerivedPair], isEarlier: (Int, Int) -> Bool) {
        self.pairs = pairs
        var groups: [[Int]] = []
        var waiting = Self.components(Array(0..<count), pairs)
        while let component = waiting.popLast() {
            if let parts = Self.split(component, pairs, isEarlier: isEarlier) {
                waiting += parts
            } else {
                groups.append(component)
            }
        }
        self.groups = groups.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The connected sets of `members` under `pairs`, each ascending.
    private static func components(_ members: [Int], _ pairs: [DerivedPair]) -> [[Int]] {
        var leader = Dictionary(uniqueKeysWithValues: members.map { ($0, $0) })
        func find(_ member: Int) -> Int {
            var member = member
            while let next = leader[member], next != member { member = next }
            return member
        }
        for pair in pairs where leader[pair.a] != nil && leader[pair.b] != nil {
            let (x, y) = (find(pair.a), find(pair.b))
            if x != y { leader[max(x, y)] = min(x, y) }
        }
        return Dictionary(grouping: members, by: find).values.map { $0.sorted() }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Takes a set apart at a document that alone joins two parts and has different passages from each: it was put
    /// together from two texts. A document that was there before both is their source instead.
    private static func split(
        _ component: [Int], _ pairs: [DerivedPair], isEarlier: (Int, Int) -> Bool
    ) -> [[Int]]? {
        guard component.count > 2 else { return nil }
        let members = Set(component)
        let inside = pairs.filter { members.contains($0.a) && members.contains($0.b) }
        for joint in component {
            let rest = component.filter { $0 != joint }
            let parts = components(rest, inside.filter { $0.a != joint && $0.b != joint })
            guard parts.count > 1 else { continue }
            let touched = parts.map { part in
                Set(
                    inside.filter { pair in
                        (pair.a == joint || pair.b == joint) && part.contains(pair.other(than: joint))
                    }.flatMap { $0.units(of: joint) })
            }
            let isSource = parts.contains { part in part.contains { isEarlier(joint, $0) } }
            if !isSource, areApart(touched) { return parts.map { ($0 + [joint]).sorted() } }
        }
        return nil
    }

    /// Whether the sets have hardly a member in common.
    private static func areApart(_ sets: [Set<Int>]) -> Bool {
        for (index, set) in sets.enumerated() {
            for other in sets[(index + 1)...] where set.intersection(other).count * 5 > min(set.count, other.count) {
                return false
            }
        }
        return true
    }
}
