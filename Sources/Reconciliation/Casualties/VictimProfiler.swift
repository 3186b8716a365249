import NewsModel
import TextCore

/// Reads profiles of victims from the words around them and from the chain they stand in.
struct VictimProfiler {
    let analysis: Analysis
    private let ages: Set<Int>
    /// The words of each person's names, the fullest that is given: by chain, and by token.
    private let nameOfChain: [Int: [String]]
    private let nameAt: [Int: [String]]
    private let sexOfChain: [Int: VictimProfile.Sex]

    init(_ analysis: Analysis, ages: Set<Int>) {
        self.analysis = analysis
        self.ages = ages
        var nameOfChain: [Int: [String]] = [:]
        var nameAt: [Int: [String]] = [:]
        var sexOfChain: [Int: VictimProfile.Sex] = [:]
        for mention in analysis.mentions {
            if mention.kind == .person, mention.form == .name {
                let name = Self.words(mention, analysis)
                if let chain = mention.chain, name.count > nameOfChain[chain]?.count ?? 0 { nameOfChain[chain] = name }
                for token in AttributionLayout.tokens(in: mention.span, of: analysis)
                where name.count > nameAt[token]?.count ?? 0 && mention.span.contains(analysis.tokens[token].span) {
                    nameAt[token] = name
                }
            } else if mention.form == .pronoun, let chain = mention.chain, sexOfChain[chain] == nil {
                sexOfChain[chain] = Self.sex(ofPronoun: FoldedText.fold(analysis.text[mention.span]))
            }
        }
        (self.nameOfChain, self.nameAt, self.sexOfChain) = (nameOfChain, nameAt, sexOfChain)
    }

    /// What is told of the victim at a token.
    func profile(_ head: Int, chain: Int?, _ tree: SentenceTree) -> VictimProfile {
        var profile = VictimProfile()
        let folded = tree.folded(head)
        if Self.males.contains(folded) { profile.sex = .male }
        if Self.females.contains(folded) { profile.sex = .female }
        if Self.small.contains(folded) { profile.isSmall = true }
        if Self.grown.contains(folded) { profile.isSmall = false }
        profile.age = age(head, tree)
        profile.name = name(head, chain)
        if profile.sex == nil, let chain { profile.sex = sexOfChain[chain] }
        return profile
    }

    /// `⟦11⟧-year-old brother`, `David McIntyre, ⟦11⟧, …`.
    private func age(_ head: Int, _ tree: SentenceTree) -> Int? {
        var token = head - 1
        while token >= max(tree.tokens.lowerBound, head - 8) {
            if ages.contains(token), let years = years(token, tree) { return years }
            let category = analysis.reading(ofToken: token)?.category
            let isPassed =
                ages.contains(token) || tree.folded(token) == "-"
                || [.adjective, .noun, .properNoun].contains(category)
            guard isPassed else { break }
            token -= 1
        }
        token = head + 1
        while analysis.reading(ofToken: token)?.relation == .flat { token += 1 }
        let isBare = [",", ".", "and", "of", ";", "was", ""].contains(tree.folded(token + 2))
        return tree.folded(token) == "," && isBare && ages.contains(token + 1) ? years(token + 1, tree) : nil
    }

    private func years(_ token: Int, _ tree: SentenceTree) -> Int? {
        let folded = tree.folded(token)
        guard let value = Int(folded) ?? CasualtyWords.numbers[folded], (0...110).contains(value) else { return nil }
        let unit = [tree.folded(token + 1), tree.folded(token + 2)]
        if unit.contains(where: { $0.hasPrefix("month") }) { return value / 12 }
        return unit.contains { $0.hasPrefix("week") || $0.hasPrefix("day") } ? 0 : value
    }

    /// The fullest name that stands at a token or in its chain; of two as full, the one told first.
    private func name(_ head: Int, _ chain: Int?) -> [String] {
        let (own, told) = (nameAt[head] ?? [], chain.flatMap { nameOfChain[$0] } ?? [])
        return own.count > told.count ? own : told
    }

    private static func words(_ mention: Mention, _ analysis: Analysis) -> [String] {
        FoldedText.fold(analysis.text[mention.name]).split { !$0.isLetter && $0 != "'" }.map(String.init)
            .filter { $0.count > 1 && !noNames.contains($0) }
    }

    private static func sex(ofPronoun folded: String) -> VictimProfile.Sex? {
        switch folded {
        case "he", "him", "his": .male
        case "she", "her", "hers": .female
        default: nil
        }
    }

    /// What stands in headlines with a capital and is no name.
    private static let noNames: Set<String> = males.union(females).union(small).union(grown).union([
        "jr", "sr", "police", "cops", "gunman", "suspect", "victim", "teen", "officer", "deputy", "sheriff", "cop",
        "kid",
        "child", "toddler", "student", "shooter", "person", "neighbor", "driver",
    ])

    /// Whether a word is for what somebody is to their family: "father of 3".
    static func isKin(_ folded: String) -> Bool {
        ["father", "mother", "dad", "mom", "parent", "grandmother"].contains(folded)
    }

    private static let males: Set<String> = [
        "man", "boy", "father", "son", "brother", "husband", "grandfather", "grandson", "uncle", "nephew", "boyfriend",
        "dad", "stepfather", "stepson", "male", "he", "him", "his", "himself",
    ]
    private static let females: Set<String> = [
        "woman", "girl", "mother", "daughter", "sister", "wife", "grandmother", "granddaughter", "aunt", "niece",
        "girlfriend", "mom", "stepmother", "stepdaughter", "female", "she", "her", "herself", "ex-wife",
    ]
    private static let small: Set<String> = ["baby", "infant", "toddler", "newborn"]
    private static let grown: Set<String> = [
        "man", "woman", "officer", "deputy", "mother", "father", "wife", "husband", "grandmother", "grandfather",
        "adult", "mom", "dad", "trooper",
    ]
}
