import Lexicons
import NewsModel
import TextCore

/// Who the noun phrases of a sentence name: `⟦Afghan rebels⟧`, `leaders of ⟦Romania⟧ and ⟦Hungary⟧`.
struct InteractionParties {
    /// A side of an interaction.
    struct Party {
        var head: Int
        var tokens: Range<Int>
        /// Whether it has a name, or that of a country beside it.
        var isNamed: Bool
        /// Whether it is named or of people.
        var isActor: Bool
    }

    let tree: SentenceTree
    let analysis: Analysis
    private let meanings: WordMeanings
    private let person: WordMeanings.Entry
    private let mentionAt: [Int: Range<Int>]

    init(tree: SentenceTree, analysis: Analysis, meanings: WordMeanings) {
        self.tree = tree
        self.analysis = analysis
        self.meanings = meanings
        person = meanings.entry("person")
        var mentionAt: [Int: Range<Int>] = [:]
        for mention in tree.within(analysis.mentions, at: \.span)
        where mention.form == .name || mention.form == .adjective {
            let own = AttributionLayout.tokens(in: mention.name, of: analysis)
            guard own.overlaps(tree.tokens) else { continue }
            for token in own { mentionAt[token] = own }
        }
        self.mentionAt = mentionAt
    }

    /// The parties that a noun phrase names, with those that "and" adds.
    func parties(_ head: Int) -> [Party] {
        ([head] + tree.children(head, [.conj])).compactMap(party)
    }

    private func party(_ head: Int) -> Party? {
        if let own = mentionAt[head] { return Party(head: head, tokens: own, isNamed: true, isActor: true) }
        // "a group of rebels", "thousands of students"
        let lemma = analysis.lemma(ofToken: head).lowercased()
        if Self.groups.contains(lemma) || lemma.hasSuffix("s") && Self.groups.contains(String(lemma.dropLast())),
            let of = tree.children(head, [.nmod]).first(where: { tree.hasCase($0, ["of"]) }), let party = party(of)
        {
            return party
        }
        let modifiers = tree.children(head, [.amod, .compound, .possessor, .nmod, .appos, .flat])
        if let named = modifiers.compactMap({ token in mentionAt[token].map { (token, $0) } }).first {
            let low = min(named.1.lowerBound, head)
            let isNear = named.1.upperBound <= head && head - named.1.lowerBound < 6
            return Party(head: head, tokens: isNear ? low..<head + 1 : named.1, isNamed: true, isActor: true)
        }
        for modifier in modifiers {
            if let deeper = tree.children(modifier, [.amod, .compound, .possessor, .nmod]).compactMap({ mentionAt[$0] })
                .first
            {
                return Party(head: modifier, tokens: deeper, isNamed: true, isActor: true)
            }
        }
        guard analysis.reading(ofToken: head)?.category != .pronoun else { return nil }
        return Party(head: head, tokens: head..<head + 1, isNamed: false, isActor: isPerson(head))
    }

    /// The tokens of a noun phrase, down to its last modifier.
    func below(_ head: Int) -> Set<Int> {
        var found: Set<Int> = [head]
        var stack = [head]
        while let token = stack.popLast() {
            for child in tree.children(token, Self.nominal) where found.insert(child).inserted { stack.append(child) }
        }
        return found
    }

    /// The first named party that hangs on a word, the nearest to the top first; nothing that only tells who reports it.
    func nearest(below top: Int, besides taken: Set<Int>) -> Party? {
        var layer = [top]
        var seen: Set<Int> = [top]
        for _ in 0..<6 {
            var next: [Int] = []
            for word in layer {
                for child in tree.children(word, Self.inside) where seen.insert(child).inserted {
                    if let own = mentionAt[child], taken.isDisjoint(with: own) {
                        return Party(head: child, tokens: own, isNamed: true, isActor: true)
                    }
                    next.append(child)
                }
            }
            layer = next
        }
        return nil
    }

    /// Where a party stands.
    func span(_ party: Party) -> TextSpan {
        TextSpan(
            analysis.tokens[party.tokens.lowerBound].span.start, analysis.tokens[party.tokens.upperBound - 1].span.end)
    }

    private func isPerson(_ token: Int) -> Bool {
        let entry = meanings.entry(analysis.lemma(ofToken: token).lowercased())
        return entry.isNoun && WordMeanings.closeness(entry, person) == .kindOf
    }

    private static let groups: Set<String> = [
        "group", "number", "thousand", "hundred", "dozen", "score", "ten", "million", "member", "leader", "part",
        "majority",
    ]
    private static let nominal: Set<Dependency> = [
        .nmod, .amod, .compound, .possessor, .appos, .flat, .conj, .nummod, .det,
    ]
    private static let inside: Set<Dependency> = [
        .obj, .iobj, .obl, .nmod, .amod, .compound, .possessor, .xcomp, .ccomp, .conj, .acl, .appos, .passiveSubject,
        .nsubj,
        .advcl,
    ]
}
