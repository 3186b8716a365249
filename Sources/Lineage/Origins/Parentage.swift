import TextCore

/// Which member of a group each was written from, judged pair by pair against all others of the group.
///
/// A text is like the one it was written from: what was reworded twice is less like another of its kind. What is written
/// from a text leaves out, inside sentences too, and seldom adds. What a document shares with others of the group and not
/// with the one, it has from elsewhere.
struct Parentage {
    /// The likeliest source of a member, by member, where it is likely enough to be called known.
    let sources: [Int: DescentTree.Edge]

    /// The certainty from which a source is called known. Measured on generated stories (development seeds): of the
    /// sources between 0.7 and 0.75 three quarters are right, of all from 0.7 on more than nine in ten.
    static let known = 0.7

    /// Judges the members of a group.
    ///
    /// - Complexity: O(n²) pairs in the members.
    init(_ members: [Int], finder: RootFinder) {
        let precedences = Self.precedences(members, finder)
        let support = Self.support(precedences)
        var best: [DescentTree.Edge] = []
        for child in members {
            let traced = Self.traced(child, members, finder)
            let edges = members.compactMap { parent -> DescentTree.Edge? in
                guard parent != child, let pair = finder.pair(child, parent) else { return nil }
                let lead = (support[parent] ?? 0) - (support[child] ?? 0)
                // Of two documents one is judged; what the other is credited is the opposite.
                let credit =
                    (precedences[min(child, parent)]?[max(child, parent)]?.credit ?? 0) * (parent < child ? 1 : -1)
                let logit = Self.logit(
                    child, from: parent, in: pair, credit: credit, lead: lead, traced: traced, finder)
                return DescentTree.Edge(child: child, parent: parent, certainty: Logistic.probability(logit))
            }
            if let edge = edges.max(by: { ($0.certainty, $1.parent) < ($1.certainty, $0.parent) }) { best.append(edge) }
        }
        var sources: [Int: DescentTree.Edge] = [:]
        for edge in best.sorted(by: { ($1.certainty, $0.child) < ($0.certainty, $1.child) })
        where edge.certainty >= Self.known && !Self.descends(edge.parent, from: edge.child, sources) {
            sources[edge.child] = edge
        }
        self.sources = sources
    }

    /// The member that all others descend from, where their sources say so.
    func ancestor(of members: [Int]) -> Int? {
        let roots = members.filter { sources[$0] == nil }
        return roots.count == 1 ? roots.first : nil
    }

    /// Whether one member descends from another, by the sources that are known.
    func descends(_ member: Int, from ancestor: Int) -> Bool { Self.descends(member, from: ancestor, sources) }

    private static func descends(_ member: Int, from ancestor: Int, _ sources: [Int: DescentTree.Edge]) -> Bool {
        var node = member
        while let edge = sources[node] {
            if edge.parent == ancestor { return true }
            node = edge.parent
        }
        return node == ancestor
    }

    /// Whether the first of two members was there before the second, for every pair: first the one with the lower number.
    private static func precedences(_ members: [Int], _ finder: RootFinder) -> [Int: [Int: Precedence]] {
        var found: [Int: [Int: Precedence]] = [:]
        for (place, a) in members.enumerated() {
            for b in members[(place + 1)...] {
                found[a, default: [:]][b] = finder.pair(a, b).map { Precedence(of: a, in: $0, story: finder.story) }
            }
        }
        return found
    }

    /// How much in the mean speaks for each member as having been there before the others.
    private static func support(_ precedences: [Int: [Int: Precedence]]) -> [Int: Double] {
        var sums: [Int: (odds: Double, count: Double)] = [:]
        for (a, others) in precedences.sorted(by: { $0.key < $1.key }) {
            for (b, precedence) in others.sorted(by: { $0.key < $1.key }) {
                let (x, y) = (sums[a] ?? (0, 0), sums[b] ?? (0, 0))
                sums[a] = (x.odds + precedence.logOdds, x.count + 1)
                sums[b] = (y.odds - precedence.logOdds, y.count + 1)
            }
        }
        return sums.mapValues { $0.odds / $0.count }
    }

    /// Units of a member that it shares with any other.
    private static func traced(_ member: Int, _ members: [Int], _ finder: RootFinder) -> Set<Int> {
        Set(members.flatMap { other in other == member ? [] : finder.pair(member, other)?.units(of: member) ?? [] })
    }

    /// Weights of what speaks for a parent, fitted on generated stories (seeds 1 to 300).
    private static let bias = -13.0, credit = 4.7, coverage = 1.7, childHasMore = -16.7, parentHasMore = 9.1
    private static let likeness = 11.7, elsewhere = -11.4, precedence = 0.42

    private static func logit(
        _ child: Int, from parent: Int, in pair: DerivedPair, credit named: Int, lead: Double, traced: Set<Int>,
        _ finder: RootFinder
    ) -> Double {
        let (childText, parentText) = (finder.story.texts[child], finder.story.texts[parent])
        var matched = 0.0
        var more = (child: 0.0, parent: 0.0)
        var alike = 0.0
        for passage in pair.evidence.passages {
            let (mine, theirs) = pair.a == child ? (passage.a, passage.b) : (passage.b, passage.a)
            let common = Double(passage.comparison.matched)
            matched += common
            more.child += max(0, childText.weight(of: mine) - common)
            more.parent += max(0, parentText.weight(of: theirs) - common)
            alike += passage.similarity
        }
        guard matched > 0 else { return bias }
        let fromElsewhere = childText.share(of: traced.subtracting(pair.units(of: child)))
        return bias + credit * Double(named) + coverage * pair.coverage(of: child)
            + childHasMore * min(1, more.child / matched) + parentHasMore * min(1, more.parent / matched)
            + likeness * alike / Double(pair.evidence.passages.count) + elsewhere * fromElsewhere + precedence * lead
    }
}
