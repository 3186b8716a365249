import Lexicons
import NewsModel
import TextCore

/// Finds the victims of a sentence through its syntax (Universal Dependencies).
///
/// `⟦A man⟧ was shot`, `killed ⟦two women⟧ and ⟦a child⟧`, `⟦Four people⟧ are dead`, `the death of ⟦his brother⟧`, `⟦3⟧ wounded`,
/// `found ⟦a boy⟧ dead`, `shot ⟦himself⟧`; not `attempted murder`, `threatened to kill ⟦her⟧`, `was not hurt`.
struct VictimFinder {
    let analysis: Analysis
    let facts: WordFacts
    let outcomes: OutcomeWords
    let chainAt: [Int: Int]
    /// The first mention that holds a token, by index.
    let mentionAt: [Int: Int]
    /// Tokens of ages.
    let ages: Set<Int>
    let profiler: VictimProfiler

    /// What befell whom.
    struct Deed {
        var outcome: CasualtyWords.Outcome
        var heads: [Int]
        /// Whether somebody else is told to have done it.
        var isDoneTo = false
        /// Whether they did it to themselves.
        var isSelf = false
        /// Whether only how they are is told.
        var isState = false
        /// The chain of who did it.
        var doer: Int?
    }

    init(_ analysis: Analysis, facts: WordFacts, outcomes: OutcomeWords) {
        self.analysis = analysis
        self.facts = facts
        self.outcomes = outcomes
        var chainAt: [Int: Int] = [:]
        var mentionAt: [Int: Int] = [:]
        for (index, mention) in analysis.mentions.enumerated() {
            for token in AttributionLayout.tokens(in: mention.span, of: analysis) {
                if let chain = mention.chain { chainAt[token] = chain }
                if mentionAt[token] == nil, mention.span.contains(analysis.tokens[token].span) {
                    mentionAt[token] = index
                }
            }
        }
        (self.chainAt, self.mentionAt) = (chainAt, mentionAt)
        ages = Set(
            analysis.quantities.filter { $0.kind == .age }.flatMap {
                AttributionLayout.tokens(in: $0.span, of: analysis)
            })
        profiler = VictimProfiler(analysis, ages: ages)
    }

    /// The victims of a sentence, one entry for each that something befell, the gravest outcome kept.
    func victims(in sentence: Sentence) -> [Victims] {
        let tree = SentenceTree(sentence, analysis)
        var found: [Int: (victims: Victims, isOwn: Bool)] = [:]
        for token in sentence.tokens {
            let last = found.keys.filter { $0 < token && $0 > token - 9 }.max()
            guard let deed = deed(at: token, tree) ?? bare(at: token, tree) ?? also(token, last, tree) else { continue }
            let isAlso = tree.children(token, [.advmod]).contains { ["also", "too"].contains(tree.folded($0)) }
            for first in deed.heads {
                for head in members(of: first, tree) {
                    guard var victims = victims(head, deed.outcome, tree) else { continue }
                    if isAlso { victims.isOther = true }
                    victims.isDoneTo = deed.isDoneTo
                    victims.isSelf = deed.isSelf
                    victims.deed = token
                    victims.doer = deed.doer
                    victims.isState = deed.isState
                    let isOwn = head == first
                    // What is said of somebody wins over what is said of those they stand with: `a boy dead and a woman wounded`.
                    if let known = found[head], known.isOwn || !isOwn,
                        known.isOwn && !isOwn || known.victims.outcome == .killed || deed.outcome == .hit
                    {
                        continue
                    }
                    found[head] = (victims, isOwn)
                }
            }
        }
        let counted = CountedVictims(tree: tree, analysis: analysis, finder: self).find()
        // Who is counted by the words around the number is not counted by the tree again.
        let single = found.values.filter { found in
            let (victims, isOwn) = found
            if counted.contains(where: { $0.tokens.contains(victims.head) }) { return false }
            guard victims.isNumbered, !counted.isEmpty else { return true }
            let numbers = tree.children(victims.head, [.nummod])
            return isOwn && !counted.contains { numbers.contains($0.victims.head) }
        }.map(\.victims)
        let heads = Set(single.map(\.head))
        let totals = Set(counted.filter(\.victims.isTotal).map(\.victims.outcome))
        return (single + counted.map(\.victims).filter { !heads.contains($0.head) }).sorted { $0.head < $1.head }.map {
            var victims = $0
            // "Two more bodies were found, bringing the death toll to seven."
            if !victims.isTotal, totals.contains(victims.outcome) { victims.isPart = true }
            victims.isSuspect = CasualtyWords.suspects.contains(tree.folded(victims.head))
            victims.isEarlier = tree.isAfterDays(victims.head)
            victims.isAll = (max(tree.tokens.lowerBound, victims.head - 2)...victims.head).contains {
                ["all", "both", "each"].contains(tree.folded($0))
            }
            victims.rank =
                tree.children(victims.head, [.amod]).lazy.compactMap { CasualtyWords.ranks[tree.folded($0)] }.first
            return victims
        }
    }
}

extension SentenceTree {
    /// Whether what is told of a token stands behind "days after", "a week before" and the like.
    func isAfterDays(_ token: Int) -> Bool {
        let units: Set<String> = ["day", "days", "week", "weeks", "month", "months", "year", "years"]
        return (tokens.lowerBound..<max(tokens.lowerBound, token)).contains {
            ["after", "before", "since"].contains(folded($0)) && units.contains(folded($0 - 1))
        }
    }

    /// The last "after" or "when" before a token.
    func occasion(before token: Int) -> Int? {
        (tokens.lowerBound..<max(tokens.lowerBound, token)).last { ["after", "when"].contains(folded($0)) }
    }
}
