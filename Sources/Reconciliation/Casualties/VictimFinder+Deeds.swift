import Lexicons
import NewsModel

/// What the words of a sentence say befell whom.
extension VictimFinder {
    /// What a token says befell whom.
    func deed(at token: Int, _ tree: SentenceTree) -> Deed? {
        guard let reading = analysis.reading(ofToken: token), !isUndone(token, tree) else { return nil }
        let (folded, lemma) = (tree.folded(token), lemma(token, tree))
        switch reading.category {
        case .verb where CasualtyWords.transitive[lemma] != nil,
            .adjective where CasualtyWords.transitive[lemma] != nil:
            return done(token, lemma, tree)
        case .verb:
            if let outcome = CasualtyWords.intransitive[lemma] {
                return Deed(outcome: outcome, heads: subjects(of: token, tree))
            }
            return suffered(token, lemma, tree) ?? treated(token, lemma, tree)
        case .adjective, .noun, .properNoun:
            if reading.category != .properNoun, let outcome = CasualtyWords.adjectives[folded] {
                return Deed(outcome: outcome, heads: described(by: token, tree))
            }
            if reading.category != .adjective,
                let outcome = CasualtyWords.nouns[folded] ?? CasualtyWords.nouns[lemma]
            {
                return named(token, outcome, tree)
            }
            if folded == "condition" { return condition(token, tree) }
            if lemma == "life" || folded == "lives" { return taken(token, tree) }
            if CasualtyWords.bodies.contains(lemma) {
                return Deed(outcome: .killed, heads: tree.children(token, [.nmod]).filter { tree.hasCase($0, ["of"]) })
            }
            return nil
        default: return nil
        }
    }

    /// What befell whoever was told of last, too: `girl shot in the head, ⟦killed⟧`.
    func also(_ token: Int, _ last: Int?, _ tree: SentenceTree) -> Deed? {
        guard let last, ["killed", "dies", "died"].contains(tree.folded(token)),
            [",", "and", "then", "later"].contains(tree.folded(token - 1)), isSingular(last),
            !(last + 1..<token).contains(where: { isPerson($0, tree) })
        else { return nil }
        return Deed(outcome: .killed, heads: [last])
    }

    /// What headlines and short phrases put right behind whom it befell, where the tree has lost it: `⟦girl⟧ shot in the head`,
    /// `left ⟦her friend⟧ injured`; not `man shot woman`.
    func bare(at token: Int, _ tree: SentenceTree) -> Deed? {
        if CasualtyWords.present.contains(tree.folded(token)), let outcome = CasualtyWords.doing[tree.folded(token)],
            let person = personBehind(token, tree)
        {
            return Deed(outcome: outcome, heads: [person], isDoneTo: true)
        }
        guard var outcome = CasualtyWords.suffered[tree.folded(token)] else { return nil }
        var before = token - 1
        while analysis.reading(ofToken: before)?.category == .adverb
            || ["found", "was", "were", "is", "been"].contains(tree.folded(before))
        {
            before -= 1
        }
        guard tree.tokens.contains(before), isPerson(before, tree),
            [.noun, .properNoun].contains(analysis.reading(ofToken: before)?.category),
            !tree.hasCase(before, ["by"])
        else { return nil }
        let next = analysis.reading(ofToken: token + 1)?.category
        let isActive =
            tree.tokens.contains(token + 1)
            && [.determiner, .noun, .properNoun, .numeral, .pronoun].contains(next) && tree.folded(token + 1) != "dead"
        let isJoined = tree.children(token, [.conj]).contains { !tree.children($0, [.obj]).isEmpty }
        if isActive || isJoined { return nil }
        if outcome != .killed, isFatal(token, tree) { outcome = .killed }
        return Deed(outcome: outcome, heads: [before])
    }

    /// `killed ⟦two⟧`, `⟦a man⟧ was shot`, `shot ⟦himself⟧`.
    private func done(_ token: Int, _ lemma: String, _ tree: SentenceTree) -> Deed? {
        guard var outcome = CasualtyWords.transitive[lemma] else { return nil }
        if outcome != .killed, isFatal(token, tree) { outcome = .killed }
        let isGunnedDown = lemma == "gun" && tree.folded(token + 1) == "down"
        let isMissed = tree.folded(token + 1) == "at" && tree.children(token, [.passiveAux]).isEmpty
        if lemma == "gun" && !isGunnedDown || lemma == "shoot" && isMissed { return nil }
        if isGunnedDown { outcome = .killed }
        var victims = objects(of: token, lemma, tree)
        if !victims.contains(where: { isPerson($0, tree) }), let next = personBehind(token, tree) { victims = [next] }
        guard !victims.isEmpty else { return nil }
        let direct = tree.children(token, [.obj, .iobj])
        let isSelf =
            Self.reflexives.contains(tree.folded(token + 1))
            || direct.contains { Self.reflexives.contains(tree.folded($0)) }
        return Deed(
            outcome: outcome, heads: victims, isDoneTo: !isSelf && !direct.isEmpty && !tree.isPassive(token),
            isSelf: isSelf, doer: doer(of: token, tree))
    }

    /// The chain of the subject of an active verb, or of the verb that it goes on.
    private func doer(of token: Int, _ tree: SentenceTree) -> Int? {
        guard !tree.isPassive(token) else { return nil }
        return tree.ancestors(token).prefix(3).lazy.compactMap { verb in
            tree.children(verb, [.nsubj]).first.flatMap { chainAt[$0] }
        }.first
    }

    /// The person behind a verb where the tree has lost its object: `wounded his 11-year-old ⟦brother⟧`.
    private func personBehind(_ token: Int, _ tree: SentenceTree) -> Int? {
        let isHeadline = CasualtyWords.present.contains(tree.folded(token))
        let isDetermined = ["a", "an", "the", "his", "her", "their"].contains(tree.folded(token + 1))
        guard isDetermined || isHeadline, number(token + 1, tree) == nil else { return nil }
        for next in (token + (isDetermined ? 2 : 1))..<max(token + 2, min(tree.tokens.upperBound, token + 9)) {
            if ages.contains(next) || ["-", "year", "month", "old"].contains(tree.folded(next)) { continue }
            if isPersonNoun(tree.folded(next)), !isPersonNoun(tree.folded(next + 1)) { return next }
            guard [.adjective, .noun, .properNoun].contains(analysis.reading(ofToken: next)?.category) else {
                return nil
            }
        }
        return nil
    }

    /// `suffered a fatal gunshot wound`.
    private func suffered(_ token: Int, _ lemma: String, _ tree: SentenceTree) -> Deed? {
        guard CasualtyWords.suffering.contains(lemma),
            let wound = tree.children(token, [.obj]).first(where: {
                CasualtyWords.wounds.contains(self.lemma($0, tree))
            })
        else { return nil }
        let words = tree.children(wound, [.amod, .compound]).map(tree.folded)
        let isFatal = words.contains("fatal") || words.contains("deadly")
        return Deed(outcome: isFatal ? .killed : .injured, heads: subjects(of: token, tree))
    }

    /// `⟦A woman⟧ was taken to a hospital`, `⟦The girl⟧ is expected to survive`, `⟦He⟧ survived`.
    private func treated(_ token: Int, _ lemma: String, _ tree: SentenceTree) -> Deed? {
        if CasualtyWords.living.contains(lemma), tree.folded(token + 1) != "by", tree.children(token, [.obj]).isEmpty,
            !tree.isPassive(token)
        {
            return Deed(outcome: .injured, heads: subjects(of: token, tree), isState: true)
        }
        guard CasualtyWords.moved.contains(tree.folded(token)) else { return nil }
        guard tree.folded(token) == "treated" || isHospital(after: token, tree) else { return nil }
        let patients = tree.isPassive(token) ? objects(of: token, lemma, tree) : tree.children(token, [.obj])
        return Deed(outcome: .hit, heads: patients)
    }

    /// Whether a hospital is named right behind a word.
    func isHospital(after token: Int, _ tree: SentenceTree) -> Bool {
        (token + 1..<token + 9).contains { CasualtyWords.hospitals.contains(tree.folded($0)) }
    }

    /// `⟦She⟧ is in critical condition`, `⟦a boy⟧ in stable condition`.
    private func condition(_ token: Int, _ tree: SentenceTree) -> Deed? {
        let states = tree.children(token, [.amod, .compound]).map(tree.folded) + [tree.folded(token - 1)]
        guard states.contains(where: CasualtyWords.states.contains), tree.hasCase(token, ["in"]) else { return nil }
        let own = subjects(of: token, tree)
        if !own.isEmpty { return Deed(outcome: .injured, heads: own, isState: true) }
        guard let head = tree.head(token) else { return nil }
        if isPerson(head, tree) { return Deed(outcome: .injured, heads: [head], isState: true) }
        let objects = tree.children(head, [.obj, .passiveSubject])
        return Deed(outcome: .injured, heads: objects.isEmpty ? subjects(of: head, tree) : objects, isState: true)
    }

    /// `claimed the life of ⟦a boy⟧`.
    private func taken(_ token: Int, _ tree: SentenceTree) -> Deed? {
        guard let verb = tree.head(token), ["claim", "take", "cost"].contains(lemma(verb, tree)) else { return nil }
        return Deed(outcome: .killed, heads: tree.children(token, [.nmod]).filter { tree.hasCase($0, ["of"]) })
    }

    /// `the death of ⟦Ann Ode⟧`, `the shooting of ⟦two men⟧`.
    private func named(_ token: Int, _ outcome: CasualtyWords.Outcome, _ tree: SentenceTree) -> Deed? {
        var victims = tree.children(token, [.nmod]).filter { tree.hasCase($0, ["of"]) }
        if outcome == .killed { victims += tree.children(token, [.possessor]) }
        if !victims.contains(where: { isPerson($0, tree) }), let person = personAfterOf(token, tree) {
            victims = [person]
        }
        let isFatal =
            ["fatal", "deadly"].contains(tree.folded(token - 1))
            || tree.children(token, [.amod, .compound]).contains { tree.folded($0) == "fatal" }
        return victims.isEmpty ? nil : Deed(outcome: isFatal ? .killed : outcome, heads: victims)
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
    func lemma(_ token: Int, _ tree: SentenceTree) -> String {
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
}
