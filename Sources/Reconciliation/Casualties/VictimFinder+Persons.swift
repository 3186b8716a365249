import Lexicons
import NewsModel
import TextCore

/// Whom a deed befell, and how many they are.
extension VictimFinder {
    // MARK: Who

    /// The victims of a transitive verb: its object, or in the passive its subject.
    func objects(of token: Int, _ lemma: String, _ tree: SentenceTree) -> [Int] {
        let reading = analysis.reading(ofToken: token)
        if Self.reflexives.contains(tree.folded(token + 1)) { return subjects(of: token, tree) }
        let direct = tree.children(token, [.obj, .iobj])
        if let first = direct.first {
            return Self.reflexives.contains(tree.folded(first)) ? subjects(of: token, tree) : [first]
        }
        let passive = tree.children(token, [.passiveSubject])
        if let first = passive.first { return [relative(first, of: token, tree)] }
        let isParticiple = tree.isPassive(token)
        let hasAgent = !tree.children(token, [.nsubj]).isEmpty && !isParticiple
        if hasAgent { return [] }
        switch reading?.relation {
        case .acl?, .amod?:
            return isParticiple || reading?.relation == .amod ? [tree.head(token)].compactMap { $0 } : []
        case .relativeClause?:
            // "a woman wounded" may be read as a clause of its own.
            let isBare = tree.head(token) == token - 1
            return isParticiple || isBare ? [tree.head(token)].compactMap { $0 } : []
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

    func subjects(of token: Int, _ tree: SentenceTree) -> [Int] {
        let own = tree.children(token, [.nsubj, .passiveSubject])
        // A time may be read as the subject: "are known to have died in Tuesday's fire".
        if let first = own.first(where: { isPerson($0, tree) }) ?? (isControlled(token) ? nil : own.first) {
            return [relative(first, of: token, tree)]
        }
        guard let head = tree.head(token) else { return [] }
        switch analysis.reading(ofToken: token)?.relation {
        case .conj?, .xcomp?, .advcl?, .parataxis?: return subjects(of: head, tree)
        case .acl?, .relativeClause?: return [head]
        default: return []
        }
    }

    /// Whether a verb has its subject from the verb that it completes.
    private func isControlled(_ token: Int) -> Bool { analysis.reading(ofToken: token)?.relation == .xcomp }

    /// "who" stands for the noun that its clause describes.
    private func relative(_ subject: Int, of token: Int, _ tree: SentenceTree) -> Int {
        guard ["who", "that", "whom", "which"].contains(tree.folded(subject)), let head = tree.head(token),
            analysis.reading(ofToken: token)?.relation == .relativeClause
        else { return subject }
        return head
    }

    /// Whom "dead" or "injured" describes: its subject, the object of `left … dead`, the noun it stands before, a number.
    func described(by token: Int, _ tree: SentenceTree) -> [Int] {
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
    func members(of head: Int, _ tree: SentenceTree) -> [Int] {
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
            let listed = tree.children(member, [.conj]).filter { isListed($0, behind: member, tree) }
            if listed.count > 1 { return [member] + listed }
            return [member] + tree.children(member, [.conj, .appos]).filter { arePaired($0, member, tree) }
        }
    }

    /// "killed man, grandmother, 2-month-old baby": persons with commas between them.
    private func isListed(_ other: Int, behind member: Int, _ tree: SentenceTree) -> Bool {
        isPersonNoun(tree.folded(other)) && other > member
            && (member + 1..<other).contains { tree.folded($0) == "," }
    }

    /// "Mother, 2 children shot": headlines coordinate with a comma; what goes on behind a second one is an apposition, and so
    /// is what a name has ("William Orobio, teen killed").
    private func arePaired(_ a: Int, _ b: Int, _ tree: SentenceTree) -> Bool {
        let (first, second) = (min(a, b), max(a, b))
        let isClose =
            second == first + 2
            || second == first + 3
                && (number(first + 2, tree) != nil || ["her", "his", "their"].contains(tree.folded(first + 2)))
        let isLast = tree.folded(second + 1) != "," || ["himself", "herself", "self"].contains(tree.folded(second + 2))
        return isClose && tree.folded(first + 1) == "," && isLast
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

    func victims(_ head: Int, _ outcome: CasualtyWords.Outcome, _ tree: SentenceTree) -> Victims? {
        guard isPerson(head, tree), !tree.hasCase(head, ["by"]) else { return nil }
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
            if isSingular(head) { count = 1 }
            if folded == "couple" { count = 2 }
        }
        let category = analysis.reading(ofToken: head)?.category
        return Victims(
            head: head, outcome: outcome, count: count, isNumbered: stated != nil, isOther: isOther,
            isPart: isIncluded || tree.folded(head + 1) == "among" || of && stated != nil && category == .numeral,
            chain: chainAt[head], profile: count == 1 ? profiler.profile(head, chain: chainAt[head], tree) : nil,
            isDescribed: category != .pronoun, clause: tree.occasion(before: head))
    }

    /// Whether a word is of one person.
    func isSingular(_ head: Int) -> Bool {
        let category = analysis.reading(ofToken: head)?.category
        let folded = FoldedText.fold(analysis.text[analysis.tokens[head].span])
        return category == .properNoun
            || ["he", "she", "him", "her", "his", "another", "someone", "old", "one"].contains(folded)
            || category == .noun && facts.lemmatizer.lemma(of: folded) == folded && !Self.plurals.contains(folded)
    }

    func isPerson(_ head: Int, _ tree: SentenceTree) -> Bool {
        let folded = tree.folded(head)
        guard let category = analysis.reading(ofToken: head)?.category else { return false }
        switch category {
        case .numeral: return number(head, tree) != nil
        case .pronoun:
            return ["he", "she", "him", "her", "his", "they", "them", "who", "others", "another"].contains(folded)
        case .properNoun:
            let mention = mentionAt[head].map { analysis.mentions[$0] }
            // "Vigil", "Sunday": words that headlines write with a capital.
            let isCommon = facts.lemmatizer.isKnown(folded) && !isPersonNoun(folded)
            return mention.map { $0.kind == .person } ?? !isCommon || hasAge(head, tree)
        case .noun: return isPersonNoun(folded)
        case .adjective: return folded == "old" || CasualtyWords.adjectives[folded] != nil
        default: return false
        }
    }

    /// Whether an age stands before a name, or in commas behind it: `20-year-old Ida Hall`, `Kendra Hill, 28, …`.
    private func hasAge(_ head: Int, _ tree: SentenceTree) -> Bool {
        if tree.folded(head - 1) == "old" { return true }
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

    /// A whole number of up to three digits, or more with commas, or in words; ages are none ("a 13-year-old").
    func number(_ token: Int, _ tree: SentenceTree) -> Int? {
        guard tree.tokens.contains(token) else { return nil }
        let folded = tree.folded(token)
        let next = token + 1 < tree.tokens.upperBound ? tree.folded(token + 1) : ""
        if CasualtyWords.uncounted.contains(next) { return nil }
        if ages.contains(token), !isPersonNoun(next) { return nil }
        let earlier = token > tree.tokens.lowerBound ? tree.folded(token - 1) : ""
        if CasualtyWords.months.contains(earlier.replacing(".", with: "")) { return nil }
        if earlier == "of", tree.tokens.contains(token - 2), VictimProfiler.isKin(tree.folded(token - 2)) { return nil }
        if next == "shot", ["fired", "fires", "fire", "least"].contains(earlier) { return nil }
        // ", both 35," and ", 35," are ages.
        if ["both", "age", "ages", "aged"].contains(earlier) || earlier == "," && next == ",", (Int(folded) ?? 0) > 12 {
            return nil
        }
        let start = analysis.tokens[token].span.start
        if start > 0, ASCII.isDigit(analysis.text.bytes[start]),
            [UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "-")].contains(
                analysis.text.bytes[start - 1])
        {
            return nil
        }
        if earlier == "no" { return nil }
        if folded == "dozen" { return CasualtyWords.numbers[earlier] == nil ? 12 : nil }
        if let value = CasualtyWords.numbers[folded] {
            if earlier == "-", let ten = CasualtyWords.tens[tree.folded(token - 2)] { return ten + value }
            return next == "dozen" ? value * 12 : value
        }
        // Four digits and more without a comma are years, most of them.
        let isGrouped = folded.utf8.count <= 9 && folded.utf8.contains(UInt8(ascii: ","))
        guard folded.utf8.count <= 3 || isGrouped, let value = Int(folded.replacing(",", with: "")), value > 0,
            analysis.tokens[token].kind == .number
        else {
            return nil
        }
        return value
    }

    static let reflexives: Set<String> = ["himself", "herself", "themselves", "itself"]
    private static let plurals: Set<String> = ["people", "police", "family", "children", "men", "women"]
    private static let persons: Set<String> = [
        "others", "other", "victim", "victims", "male", "female", "males", "females", "teen", "teens", "toddler",
        "infant", "baby", "sibling", "siblings", "suspect", "suspects", "gunman", "people", "man", "men", "woman",
        "women", "star", "kid", "kids", "youth", "youths", "patron", "patrons", "fiancé", "fiancée", "fiance",
        "fiancee",
    ]
}
