/// Sets of documents that have text from one origin. A document that was put together from two texts stands in two.
struct OriginGroups {
    /// The groups, each ascending, in order of their first members.
    private(set) var groups: [[Int]] = []

    private let pairs: [Int: [Int: DerivedPair]]
    private let firmOdds: (Int, Int) -> Double

    /// Groups `count` documents by the pairs that share an origin.
    ///
    /// - Parameter firmOdds: log-odds, by times and credits alone, that one document was there before another.
    init(count: Int, pairs: [DerivedPair], firmOdds: @escaping (Int, Int) -> Double) {
        var found: [Int: [Int: DerivedPair]] = [:]
        for pair in pairs {
            found[pair.a, default: [:]][pair.b] = pair
            found[pair.b, default: [:]][pair.a] = pair
        }
        self.pairs = found
        self.firmOdds = firmOdds
        groups = parted(Array(0..<count)).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The groups of documents: what hangs together without the joints, each with the joints that have text from it.
    ///
    /// - Complexity: O(n³) in the neighbours of a document.
    private func parted(_ documents: [Int]) -> [[Int]] {
        var joints = Set(documents.filter(hasTwoSides))
        var parts: [[Int]] = []
        while true {
            parts = components(documents.filter { !joints.contains($0) })
            // The one that has most in common with the rest goes back first: it may be what holds the others together.
            let whole = joints.filter { !isJoint($0, parts) }
                .max { (neighbours($0, joints), $1) < (neighbours($1, joints), $0) }
            guard let whole else { break }
            joints.remove(whole)
        }
        return parts.map { part in
            let touching = joints.filter { joint in part.contains { pairs[joint]?[$0] != nil } }
            return (part + touching).sorted()
        }
    }

    private func neighbours(_ document: Int, _ joints: Set<Int>) -> Int {
        pairs[document]?.keys.count { !joints.contains($0) } ?? 0
    }

    /// The connected sets of `members`, each ascending.
    private func components(_ members: [Int]) -> [[Int]] {
        Self.components(members) { pairs[$0]?[$1] != nil }
    }

    private static func components(_ members: [Int], areLinked: (Int, Int) -> Bool) -> [[Int]] {
        var rest = members.sorted()
        var components: [[Int]] = []
        while let first = rest.first {
            var component = [first]
            var next = 0
            rest.removeFirst()
            while next < component.count {
                let linked = rest.filter { areLinked(component[next], $0) }
                component += linked
                rest.removeAll { linked.contains($0) }
                next += 1
            }
            components.append(component.sorted())
        }
        return components
    }

    // MARK: Joints

    /// Neighbours up to which one of them is left out on trial: it may be put together from the same two texts.
    private static let mostTried = 24

    /// Whether what a document shares with its neighbours falls into stretches that have nothing in common.
    private func hasTwoSides(_ document: Int) -> Bool {
        let neighbours = (pairs[document] ?? [:]).keys.sorted()
        guard neighbours.count >= 2 else { return false }
        let units = Dictionary(uniqueKeysWithValues: neighbours.map { ($0, Set(shared(document, with: [$0]))) })
        func sides(_ neighbours: [Int]) -> Int {
            Self.components(neighbours) { !Self.areApart([units[$0] ?? [], units[$1] ?? []]) }.count
        }
        if sides(neighbours) >= 2 { return true }
        guard neighbours.count <= Self.mostTried else { return false }
        return neighbours.contains { left in sides(neighbours.filter { $0 != left }) >= 2 }
    }

    /// Whether a document has different passages from each of several parts, and is not the source of all of them.
    private func isJoint(_ document: Int, _ parts: [[Int]]) -> Bool {
        let touched = parts.map { part in part.filter { pairs[document]?[$0] != nil } }.filter { !$0.isEmpty }
        guard touched.count >= 2, Self.areApart(touched.map { Set(shared(document, with: $0)) }) else { return false }
        return !touched.allSatisfy { maySource($0, document) }
    }

    /// Share of a part's text that its source must have.
    private static let leastHeld = 0.75

    /// Whether a document may be where all documents of a part have their text from: it is not known to be later, and
    /// has what they have in common.
    private func maySource(_ part: [Int], _ document: Int) -> Bool {
        let firm = part.reduce(0) { $0 + firmOdds(document, $1) } / Double(part.count)
        guard firm > -1 else { return false }
        var common = 0
        var held = 0
        for (place, a) in part.enumerated() {
            let own = Set(shared(a, with: [document]))
            for b in part[(place + 1)...] {
                let units = shared(a, with: [b])
                common += units.count
                held += units.count { own.contains($0) }
            }
        }
        if common > 0 { return Double(held) >= Self.leastHeld * Double(common) }
        let coverage = part.reduce(0) { $0 + (pairs[document]?[$1]?.coverage(of: $1) ?? 0) }
        return coverage >= Self.leastHeld * Double(part.count)
    }

    /// Units of a document that stand in passages with any of some others.
    private func shared(_ document: Int, with others: [Int]) -> [Int] {
        others.flatMap { pairs[document]?[$0]?.units(of: document) ?? [] }
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
