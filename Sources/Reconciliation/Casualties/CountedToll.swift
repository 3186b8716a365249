import NewsModel
import TextCore

/// A number of victims that stands apart from them, told of a word for a count.
///
/// `the death toll rose to ⟦12⟧`, `puts the number of the dead at ⟦four⟧`, `the number of people injured has reached ⟦40⟧`, `a toll of
/// ⟦nine⟧`, `the figure for those killed is ⟦eight⟧`; not `the death toll rose by two`, `a number of people were killed`, `deaths a
/// year`.
struct CountedToll {
    let outcome: CasualtyWords.Outcome
    let number: Int
    /// From the word for the count to the number.
    let tokens: ClosedRange<Int>

    /// The numbers of a sentence that are told of counts.
    static func find(_ tree: SentenceTree, _ finder: VictimFinder) -> [CountedToll] {
        let isRate = tree.tokens.contains { ["year", "annual", "per", "average"].contains(tree.folded($0)) }
        return isRate ? [] : tree.tokens.compactMap { CountedToll(at: $0, tree, finder) }
    }

    private init?(at counter: Int, _ tree: SentenceTree, _ finder: VictimFinder) {
        guard let (outcome, end) = Self.counted(at: counter, tree, finder) else { return nil }
        self.outcome = outcome
        for token in end + 1..<max(end + 1, min(tree.tokens.upperBound, end + 14)) {
            let folded = tree.folded(token)
            if FigureReader.counters.contains(folded) || [";", ".", ":"].contains(folded) { return nil }
            guard let number = finder.number(token, tree) else { continue }
            var before = token - 1
            while before > end, Self.bounds.contains(tree.folded(before)) {
                before -= tree.folded(before) == "least" ? 2 : 1
            }
            guard Self.leading.contains(tree.folded(before)) || before == end && tree.folded(end) == "of" else {
                continue
            }
            self.number = number
            tokens = counter...token
            return
        }
        return nil
    }

    /// What a word for a count counts, and the last word that says so.
    private static func counted(
        at token: Int, _ tree: SentenceTree, _ finder: VictimFinder
    ) -> (outcome: CasualtyWords.Outcome, end: Int)? {
        let (folded, before) = (tree.folded(token), tree.folded(token - 1))
        guard FigureReader.counters.contains(folded) else { return nil }
        if let outcome = Self.outcomes[before], folded != "number" {
            return (outcome, tree.folded(token + 1) == "of" ? token + 1 : token)
        }
        // "a number of people" are some.
        guard before != "a" || folded == "toll", ["of", "for", "among"].contains(tree.folded(token + 1)) else {
            return folded == "toll" && isOfLives(token, tree) ? (.killed, token) : nil
        }
        var next = token + 2
        while next < min(tree.tokens.upperBound, token + 8) {
            if let outcome = Self.outcomes[tree.folded(next)] { return (outcome, next) }
            guard Self.passed.contains(tree.folded(next)) else { break }
            next += 1
        }
        // "a toll of at least nine"
        let isNext = bounds.contains(tree.folded(token + 2)) || finder.number(token + 2, tree) != nil
        return folded == "toll" && before != "casualty" && isNext ? (.killed, token + 1) : nil
    }

    /// Whether a toll that nothing is said of is one of lives, not what a road costs.
    private static func isOfLives(_ token: Int, _ tree: SentenceTree) -> Bool {
        ["the", "its", "official", "final", "latest", "provisional", "total"].contains(tree.folded(token - 1))
            && rising.contains { tree.folded(token + 1).hasPrefix($0) }
    }

    private static let rising = ["rose", "rise", "climb", "stood", "stand", "reach", "grew", "jump", "mount", "hit"]
    /// What is counted, or what a count is called by: `the ⟦body⟧ count`, `the number of ⟦dead⟧`.
    private static let outcomes: [String: CasualtyWords.Outcome] = [
        "dead": .killed, "killed": .killed, "death": .killed, "deaths": .killed, "fatality": .killed,
        "fatalities": .killed, "bodies": .killed, "body": .killed, "slain": .killed, "injured": .injured,
        "wounded": .injured, "hurt": .injured, "injuries": .injured, "injury": .injured,
    ]
    /// What may stand between the count and whom it counts.
    private static let passed: Set<String> = [
        "the", "those", "people", "persons", "victims", "civilians", "soldiers", "children", "workers", "passengers",
        "who", "were", "was", "had", "have", "been", "are", "confirmed", "reported", "known", "officially",
    ]
    /// What comes before the number.
    private static let leading: Set<String> = [
        "to", "at", "is", "was", "are", "were", "be", "now", "reached", "reaches", "reaching", "hit", "hits", "passed",
        "passes", "exceeds", "exceeded", "exceeding", "topped", "tops",
    ]
    /// What bounds it.
    private static let bounds: Set<String> = [
        "least", "more", "than", "over", "about", "around", "nearly", "almost", "some", "approximately", "only",
        "just",
    ]
}
