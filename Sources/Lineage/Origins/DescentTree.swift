import NewsModel
import TextCore

/// Which document of a group was written from which: the tree that explains the most of their text, rooted where the
/// evidence of all edges together puts the beginning.
///
/// A document shares more with the text it was written from than with another that was written from that text. So the
/// heaviest spanning tree of what the documents explain of each other has the true edges, without direction. Each
/// document is then tried as the root: a root directs every edge, and every edge speaks for or against its direction.
struct DescentTree {
    /// A document with the one it was written from.
    struct Edge {
        var child: Int
        var parent: Int
        /// Probability that the parent was there before the child.
        var certainty: Double
    }

    /// The documents, ascending.
    let members: [Int]
    /// The likeliest root.
    let root: Int
    /// Its probability.
    let certainty: Double
    /// Its probability by times and credits alone.
    let firmCertainty: Double
    /// The edges, by child.
    let edges: [Edge]
    /// Whether the other members credit the root for what they share.
    var isCredited = false

    /// The probability from which a direction is called known.
    static let known = 0.8

    /// The tree of the members of a group that is connected by pairs.
    ///
    /// - Complexity: O(n²) in the members.
    ///
    /// - Parameter root: the root, where it is known; else the likeliest.
    init(_ members: [Int], root known: Int? = nil, finder: RootFinder) {
        self.members = members
        let links = Self.links(members, finder)
        let scores = members.map { Self.support(of: $0, members, links, finder) { $0.logOdds } }
        let best =
            known.flatMap { members.firstIndex(of: $0) }
            ?? members.indices.max { (scores[$0], members[$1]) < (scores[$1], members[$0]) } ?? 0
        let shares = Self.shares(scores)
        root = members[best]
        certainty = shares[best]
        firmCertainty =
            Self.shares(
                members.map { Self.support(of: $0, members, links, finder) { $0.firmLogOdds } })[best]
        let parents = Self.parents(from: members[best], links)
        var edges: [Edge] = []
        for (child, parent) in parents.sorted(by: { $0.key < $1.key }) {
            // Every root on the parent's side of the edge directs it so.
            let below = Self.descendants(of: child, parents)
            let side = zip(members, shares).reduce(0) { below.contains($1.0) ? $0 : $0 + $1.1 }
            let source = Self.earliest(explaining: child, from: parent, parents, finder)
            edges.append(Edge(child: child, parent: source, certainty: min(1, side)))
        }
        self.edges = edges
    }

    // MARK: The tree

    /// The heaviest spanning tree (R. C. Prim, 1957): neighbours of each member.
    private static func links(_ members: [Int], _ finder: RootFinder) -> [Int: [Int]] {
        guard let first = members.first else { return [:] }
        var links: [Int: [Int]] = [:]
        var nearest: [Int: (weight: Double, to: Int)] = [:]
        func reach(from inside: Int) {
            for outside in members where links[outside] == nil {
                let weight = finder.pair(inside, outside)?.kinship ?? -1
                if weight > nearest[outside]?.weight ?? -2 { nearest[outside] = (weight, inside) }
            }
        }
        links[first] = []
        reach(from: first)
        while links.count < members.count {
            let next = members.filter { links[$0] == nil }
                .max { (nearest[$0]?.weight ?? -2, $1) < (nearest[$1]?.weight ?? -2, $0) }
            guard let next, let link = nearest[next] else { break }
            links[next] = [link.to]
            links[link.to, default: []].append(next)
            reach(from: next)
        }
        return links
    }

    /// The parent of every member but the root.
    private static func parents(from root: Int, _ links: [Int: [Int]]) -> [Int: Int] {
        var parents: [Int: Int] = [:]
        var waiting = [root]
        while let node = waiting.popLast() {
            for next in links[node] ?? [] where next != root && parents[next] == nil {
                parents[next] = node
                waiting.append(next)
            }
        }
        return parents
    }

    private static func descendants(of node: Int, _ parents: [Int: Int]) -> Set<Int> {
        var found: Set<Int> = [node]
        var before = 0
        while found.count > before {
            before = found.count
            for (child, parent) in parents where found.contains(parent) { found.insert(child) }
        }
        return found
    }

    // MARK: The root

    /// Probabilities from log-odds.
    private static func shares(_ scores: [Double]) -> [Double] {
        let most = scores.max() ?? 0
        let shares = scores.map { Logistic.exponentialBelow($0 - most) }
        let total = shares.reduce(0, +)
        return total > 0 ? shares.map { $0 / total } : shares
    }

    /// Log-odds that speak for a root: of every edge directed away from it, and half of those of the other pairs that
    /// it is in.
    private static func support(
        of root: Int, _ members: [Int], _ links: [Int: [Int]], _ finder: RootFinder,
        by odds: (Precedence) -> Double
    ) -> Double {
        let parents = parents(from: root, links)
        var support = 0.0
        for (child, parent) in parents.sorted(by: { $0.key < $1.key }) {
            guard let pair = finder.pair(parent, child) else { continue }
            // Half for it and half against the other direction: the odds of two roots differ by the whole.
            support += 0.5 * odds(Precedence(of: parent, in: pair, story: finder.story))
        }
        for other in members where other != root && parents[other] != root {
            guard let pair = finder.pair(root, other) else { continue }
            support += 0.25 * odds(Precedence(of: root, in: pair, story: finder.story))
        }
        return support
    }

    /// The first of a document's ancestors that explains it as well as its parent does: a copy of a copy is as well a
    /// copy of the first.
    private static func earliest(
        explaining child: Int, from parent: Int, _ parents: [Int: Int], _ finder: RootFinder
    ) -> Int {
        guard let near = finder.pair(child, parent) else { return parent }
        var best = parent
        var node = parent
        while let next = parents[node] {
            if let pair = finder.pair(child, next), pair.explained(of: child) >= near.explained(of: child) - 0.01 {
                best = next
            }
            node = next
        }
        return best
    }
}
