import Lexicons
import NewsModel
import TextCore

/// Persons whom a sentence says something befell.
struct Victims: Sendable {
    /// The token that names them.
    var head: Int
    var outcome: CasualtyWords.Outcome
    /// How many; nil where the sentence does not say ("several people").
    var count: Int?
    /// Whether a number stands before them.
    var isNumbered: Bool
    /// Whether they come beside those told of before: "another man", "two others".
    var isOther: Bool
    /// Whether they are some of those told of before: "one of them", "including a child".
    var isPart: Bool
    /// Index of the coreference chain, where it is known who is meant.
    var chain: Int?
    /// Whether a name or a description stands there, no pronoun.
    var isDescribed: Bool
    /// The last "after" or "when" before them, which tells of what the rest of the sentence came from.
    var clause: Int?
}

/// Finds the victims of a sentence through its syntax (Universal Dependencies).
///
/// `⟦A man⟧ was shot`, `killed ⟦two women⟧ and ⟦a child⟧`, `⟦Four people⟧ are dead`, `the death of ⟦his brother⟧`, `⟦3⟧ wounded`,
/// `found ⟦a boy⟧ dead`, `shot ⟦himself⟧`; not `attempted murder`, `threatened to kill ⟦her⟧`, `was not hurt`.
struct VictimFinder {
    let analysis: Analysis
    let facts: WordFacts
    let outcomes: OutcomeWords
    private let chainAt: [Int: Int]
    /// Tokens of ages.
    private let ages: Set<Int>

    init(_ analysis: Analysis, facts: WordFacts, outcomes: OutcomeWords) {
        self.analysis = analysis
        self.facts = facts
        self.outcomes = outcomes
        var chainAt: [Int: Int] = [:]
        for mention in analysis.mentions {
            guard let chain = mention.chain else { continue }
            for token in AttributionLayout.tokens(in: mention.span, of: analysis) { chainAt[token] = chain }
        }
        self.chainAt = chainAt
        ages = Set(
            analysis.quantities.filter { $0.kind == .age }.flatMap {
                AttributionLayout.tokens(in: $0.span, of: analysis)
            })
    }

    /// The victims of a sentence, one entry for each that something befell, the gravest outcome kept.
    func victims(in sentence: Sentence) -> [Victims] {
        let tree = SentenceTree(sentence, analysis)
        var found: [Int: Victims] = [:]
        for token in sentence.tokens {
            guard let (outcome, heads) = deed(at: token, tree) else { continue }
            let isAlso = tree.children(token, [.advmod]).contains { ["also", "too"].contains(tree.folded($0)) }
            for head in heads.flatMap({ members(of: $0, tree) }) {
                guard var victims = victims(head, outcome, tree) else { continue }
                if isAlso { victims.isOther = true }
                if let known = found[head], known.outcome == .killed || outcome == .hit { continue }
                found[head] = victims
            }
        }
        let counted = CountedVictims(tree: tree, analysis: analysis, finder: self).find()
        let single = found.values.filter { victims in
            !counted.contains { $0.tokens.contains(victims.head) } && !(victims.isNumbered && !counted.isEmpty)
        }
        return (single + counted.map(\.victims)).sorted { $0.head < $1.head }
    }

    /// What a token says befell whom.
    private func deed(at token: Int, _ tree: SentenceTree) -> (CasualtyWords.Outcome, heads: [Int])? {
        guard let reading = analysis.reading(ofToken: token) else { return nil }
        let (folded, lemma) = (tree.folded(token), lemma(token, tree))
        if isUndone(token, tree) { return nil }
        if var outcome = CasualtyWords.transitive[lemma], reading.category == .verb || reading.category == .adjective {
            if outcome != .killed, isFatal(token, tree) { outcome = .killed }
            let victims = objects(of: token, lemma, tree)
            return victims.isEmpty ? nil : (outcome, victims)
        }
        if let outcome = CasualtyWords.intransitive[lemma], reading.category == .verb {
            return (outcome, subjects(of: token, tree))
        }
        if lemma == "suffer" || lemma == "sustain",
            let wound = tree.children(token, [.obj]).first(where: {
                CasualtyWords.wounds.contains(self.lemma($0, tree))
            })
        {
            let words = tree.children(wound, [.amod, .compound]).map(tree.folded)
            let isFatal = words.contains("fatal") || words.contains("deadly")
            return (isFatal ? .killed : .injured, subjects(of: token, tree))
        }
        if let outcome = CasualtyWords.adjectives[folded], reading.category == .adjective || reading.category == .noun {
            return (outcome, described(by: token, tree))
        }
        if reading.category == .noun || reading.category == .properNoun,
            let outcome = CasualtyWords.nouns[folded] ?? CasualtyWords.nouns[lemma]
        {
            var victims = tree.children(token, [.nmod]).filter { tree.hasCase($0, ["of"]) }
            if outcome == .killed { victims += tree.children(token, [.possessor]) }
            if victims.isEmpty { victims = personAfterOf(token, tree).map { [$0] } ?? [] }
            let isFatal =
                ["fatal", "deadly"].contains(tree.folded(token - 1))
                || tree.children(token, [.amod, .compound]).contains { tree.folded($0) == "fatal" }
            return victims.isEmpty ? nil : (isFatal ? .killed : outcome, victims)
        }
        if CasualtyWords.bodies.contains(lemma) {
            return (.killed, tree.children(token, [.nmod]).filter { tree.hasCase($0, ["of"]) })
        }
        return nil
    }

    /// The person behind a noun's "of", where the tree has lost it: `the shooting death of 17-year-old ⟦Ann⟧ Ode`.
    private func personAfterOf(_ token: Int, _ tree: SentenceTree) -> Int? {
        guard tree.folded(token + 1) == "of" else { return nil }
        for next in (token + 2)..<max(token + 2, min(tree.tokens.upperBound, token + 11)) {
            let folded = tree.folded(next)
            if ages.contains(next) || ["-", "year", "month", "old"].contains(folded) { continue }
            switch analysis.reading(ofToken: next)?.category {
            case .determiner?, .adjective?, .numeral?, .pronoun?: continue
            case .noun?, .properNoun?:
                if isPerson(next, tree) { return next }
                guard !tree.folded(next + 1).isEmpty, analysis.reading(ofToken: next)?.relation == .compound
                else {
                    return nil
                }
            default: return nil
            }
        }
        return nil
    }

    /// The dictionary form: that of the reader is trained on clean prose and errs on short past forms ("shot").
    private func lemma(_ token: Int, _ tree: SentenceTree) -> String {
        let folded = tree.folded(token)
        return folded == "shot" ? "shoot" : folded == "found" ? "find" : facts.lemmatizer.lemma(of: folded)
    }

    func isFatal(_ token: Int, _ tree: SentenceTree) -> Bool {
        let near = (max(tree.tokens.lowerBound, token - 2)..<min(tree.tokens.upperBound, token + 2)).map(tree.folded)
        if near.contains(where: CasualtyWords.fatal.contains) || tree.folded(token + 1) == "dead" { return true }
        return (token + 1..<token + 4).contains { tree.folded($0) == "to" && tree.folded($0 + 1) == "death" }
    }

    /// Whether the deed was not done: `was not hurt`, `threatened to kill`, `attempted murder`, `if he is killed`.
    private func isUndone(_ token: Int, _ tree: SentenceTree) -> Bool {
        let before = (max(tree.tokens.lowerBound, token - 3)..<token).map(tree.folded)
        if before.contains(where: { ["not", "never", "n't", "attempted", "without", "nearly", "almost"].contains($0) })
        {
            return true
        }
        if tree.children(token, [.aux]).contains(where: {
            ["could", "would", "might", "may"].contains(tree.folded($0))
        }) {
            return true
        }
        if tree.children(token, [.mark]).contains(where: { tree.folded($0) == "if" }) { return true }
        guard let head = tree.head(token) else { return false }
        return analysis.reading(ofToken: token)?.relation == .xcomp
            && CasualtyWords.undone.contains(facts.lemmatizer.lemma(of: tree.folded(head)))
    }

    // MARK: Who

    /// The victims of a transitive verb: its object, or in the passive its subject.
    private func objects(of token: Int, _ lemma: String, _ tree: SentenceTree) -> [Int] {
        let reading = analysis.reading(ofToken: token)
        if Self.reflexives.contains(tree.folded(token + 1)) { return subjects(of: token, tree) }
        let direct = tree.children(token, [.obj, .iobj])
        if let first = direct.first {
            return Self.reflexives.contains(tree.folded(first)) ? subjects(of: token, tree) : [first]
        }
        let passive = tree.children(token, [.passiveSubject])
        if let first = passive.first { return [first] }
        let isParticiple = tree.isPassive(token)
        let hasAgent = !tree.children(token, [.nsubj]).isEmpty && !isParticiple
        if hasAgent { return [] }
        switch reading?.relation {
        case .acl?, .amod?:
            return isParticiple || reading?.relation == .amod ? [tree.head(token)].compactMap { $0 } : []
        case .relativeClause?: return isParticiple ? [tree.head(token)].compactMap { $0 } : []
        case .conj?:
            // "was shot and killed", "shot and killed him".
            guard let first = tree.head(token), analysis.reading(ofToken: first)?.category == .verb else { return [] }
            return objects(of: first, lemma, tree)
        case .xcomp?, .advcl?, .ccomp?:
            // "left three people wounded"; "after being shot".
            guard let head = tree.head(token), isParticiple || tree.folded(head) == "found" else { return [] }
            return reading?.relation == .xcomp
                ? tree.children(head, [.obj, .passiveSubject])
                : reading?.relation == .advcl ? subjects(of: head, tree) : []
        default: return isParticiple ? tree.children(token, [.nsubj]) : []
        }
    }

    private func subjects(of token: Int, _ tree: SentenceTree) -> [Int] {
        let own = tree.children(token, [.nsubj, .passiveSubject])
        if let first = own.first { return [relative(first, of: token, tree)] }
        guard let head = tree.head(token) else { return [] }
        switch analysis.reading(ofToken: token)?.relation {
        case .conj?, .xcomp?, .advcl?, .parataxis?: return subjects(of: head, tree)
        case .acl?, .relativeClause?: return [head]
        default: return []
        }
    }

    /// "who" stands for the noun that its clause describes.
    private func relative(_ subject: Int, of token: Int, _ tree: SentenceTree) -> Int {
        guard ["who", "that", "whom", "which"].contains(tree.folded(subject)), let head = tree.head(token),
            analysis.reading(ofToken: token)?.relation == .relativeClause
        else { return subject }
        return head
    }

    /// Whom "dead" or "injured" describes: its subject, the object of `left … dead`, the noun it stands before, a number.
    private func described(by token: Int, _ tree: SentenceTree) -> [Int] {
        let subjects = tree.children(token, [.nsubj, .passiveSubject])
        if !subjects.isEmpty { return subjects }
        if tree.children(token, [.nummod]).first != nil { return [token] }
        guard let head = tree.head(token) else { return [] }
        switch analysis.reading(ofToken: token)?.relation {
        case .amod?, .acl?: return [head]
        case .xcomp?:
            let objects = tree.children(head, [.obj, .passiveSubject])
            return objects.isEmpty ? self.subjects(of: head, tree) : objects
        case .conj?: return tree.children(token, [.nummod]).isEmpty ? described(by: head, tree) : [token]
        default: return []
        }
    }

    /// A noun and those that are coordinated with it; what a measure noun is of: "a group of four men".
    private func members(of head: Int, _ tree: SentenceTree) -> [Int] {
        var result = [head]
        if CasualtyWords.bodies.contains(lemma(head, tree)) {
            result = tree.children(head, [.nmod]).filter { tree.hasCase($0, ["of"]) }
        }
        return result.flatMap { member in
            let others = tree.children(member, [.conj]).filter { isNominal($0) }
            let isJoined = others.contains { other in
                tree.children(other, [.cc]).contains { tree.folded($0) != "or" }
            }
            if isJoined { return [member] + others }
            return [member] + tree.children(member, [.conj, .appos]).filter { arePaired($0, member, tree) }
        }
    }

    /// "Mother, 2 children shot": headlines coordinate with a comma; what goes on behind a second one is an apposition, and so
    /// is what a name has ("William Orobio, teen killed").
    private func arePaired(_ a: Int, _ b: Int, _ tree: SentenceTree) -> Bool {
        let (first, second) = (min(a, b), max(a, b))
        let isClose = second == first + 2 || second == first + 3 && number(first + 2, tree) != nil
        return isClose && tree.folded(first + 1) == "," && tree.folded(second + 1) != ","
            && [first, second].allSatisfy { token in
                isPersonNoun(tree.folded(token))
                    && !analysis.mentions.contains {
                        $0.kind == .person && $0.span.contains(analysis.tokens[token].span)
                    }
            }
    }

    private func isNominal(_ token: Int) -> Bool {
        guard let category = analysis.reading(ofToken: token)?.category else { return false }
        return [.noun, .properNoun, .pronoun, .numeral].contains(category)
    }

    // MARK: How many

    private func victims(_ head: Int, _ outcome: CasualtyWords.Outcome, _ tree: SentenceTree) -> Victims? {
        guard isPerson(head, tree) else { return nil }
        let folded = tree.folded(head)
        let modifiers = tree.children(head, [.amod, .det, .nummod, .advmod, .compound])
        let words = Set(modifiers.map(tree.folded))
        if words.contains("no") || ["nobody", "none", "noone"].contains(folded) { return nil }
        let isOther =
            !words.isDisjoint(with: ["other", "another", "more", "second", "third", "additional"])
            || ["others", "another", "other"].contains(folded)
        let isIncluded = (max(tree.tokens.lowerBound, head - 6)..<head).contains { tree.folded($0) == "including" }
        let of = tree.children(head, [.nmod]).contains { tree.hasCase($0, ["of"]) }
        let stated = modifiers.lazy.compactMap { number($0, tree) }.first ?? number(head, tree)
        var count = stated
        if count == nil {
            let category = analysis.reading(ofToken: head)?.category
            let isSingular =
                category == .properNoun || ["he", "she", "him", "her", "his", "another", "someone"].contains(folded)
                || category == .noun && facts.lemmatizer.lemma(of: folded) == folded && !Self.plurals.contains(folded)
                || folded == "old" || folded == "one"
            if isSingular { count = 1 }
            if folded == "couple" { count = 2 }
        }
        let category = analysis.reading(ofToken: head)?.category
        return Victims(
            head: head, outcome: outcome, count: count, isNumbered: stated != nil, isOther: isOther,
            isPart: isIncluded || tree.folded(head + 1) == "among" || of && stated != nil && category == .numeral,
            chain: chainAt[head],
            isDescribed: category != .pronoun, clause: tree.occasion(before: head))
    }

    private func isPerson(_ head: Int, _ tree: SentenceTree) -> Bool {
        let folded = tree.folded(head)
        guard let category = analysis.reading(ofToken: head)?.category else { return false }
        switch category {
        case .numeral: return number(head, tree) != nil
        case .pronoun:
            return ["he", "she", "him", "her", "his", "they", "them", "who", "others", "another"].contains(folded)
        case .properNoun:
            let mention = analysis.mentions.first { $0.span.contains(analysis.tokens[head].span) }
            return mention.map { $0.kind == .person } ?? true || hasAge(head, tree)
        case .noun: return isPersonNoun(folded)
        case .adjective: return folded == "old" || CasualtyWords.adjectives[folded] != nil
        default: return false
        }
    }

    /// Whether an age in commas stands behind a name: `Kendra Hill, 28, …`.
    private func hasAge(_ head: Int, _ tree: SentenceTree) -> Bool {
        var next = head + 1
        while analysis.reading(ofToken: next)?.relation == .flat { next += 1 }
        return tree.folded(next) == "," && (tree.folded(next + 2) == "," || tree.folded(next + 2) == "and")
            && Int(tree.folded(next + 1)).map { (1...110).contains($0) } ?? false
    }

    /// Whether a noun is of persons: "firefighters", "victims".
    func isPersonNoun(_ folded: String) -> Bool {
        Self.persons.contains(folded)
            || outcomes.isPerson(facts.meanings.entry(facts.lemmatizer.lemma(of: folded)))
    }

    /// A whole number of up to three digits, or in words; ages are none ("a 13-year-old").
    func number(_ token: Int, _ tree: SentenceTree) -> Int? {
        let folded = tree.folded(token)
        let next = token + 1 < tree.tokens.upperBound ? tree.folded(token + 1) : ""
        if ["-", "year", "years", "caliber", "calibre", "times", "shots", "rounds"].contains(next) { return nil }
        if ages.contains(token) { return nil }
        let start = analysis.tokens[token].span.start
        if start > 0,
            [UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "#")].contains(analysis.text.bytes[start - 1])
        {
            return nil
        }
        let before = token > tree.tokens.lowerBound ? tree.folded(token - 1) : ""
        if before == "no" { return nil }
        if folded == "dozen" { return CasualtyWords.numbers[before] == nil ? 12 : nil }
        if let value = CasualtyWords.numbers[folded] { return next == "dozen" ? value * 12 : value }
        guard folded.utf8.count <= 3, let value = Int(folded), value > 0, analysis.tokens[token].kind == .number else {
            return nil
        }
        return value
    }

    private static let reflexives: Set<String> = ["himself", "herself", "themselves", "itself"]
    private static let plurals: Set<String> = ["people", "police", "family", "children", "men", "women"]
    private static let persons: Set<String> = [
        "others", "other", "victim", "victims", "male", "female", "males", "females", "teen", "teens", "toddler",
        "infant", "baby", "sibling", "siblings", "suspect", "suspects", "gunman", "people", "man", "men", "woman",
        "women",
    ]
}

extension SentenceTree {
    /// The last "after" or "when" before a token.
    func occasion(before token: Int) -> Int? {
        (tokens.lowerBound..<max(tokens.lowerBound, token)).last { ["after", "when"].contains(folded($0)) }
    }
}
