import Lexicons
import NewsModel
import TextCore

/// Reads who does what to whom in a sentence, from its tree.
///
/// `Norway ⟦suspended⟧ aid to Chad`: SANCTION. `Norway said it ⟦will send⟧ food to Chad`: AGREE, for it is not done yet.
/// `Norway said that Chad ⟦must⟧ leave`: DEMAND. Of words and the frames that they stand in, no sentence is compared.
struct InteractionReader {
    let analysis: Analysis
    let words: InteractionWords
    let parties: InteractionParties
    private let tree: SentenceTree
    private let sentence: Sentence
    private let lemmatizer: Lemmatizer

    init(_ sentence: Sentence, of analysis: Analysis, words: InteractionWords, facts: WordFacts) {
        self.sentence = sentence
        self.analysis = analysis
        self.words = words
        tree = SentenceTree(sentence, analysis)
        parties = InteractionParties(tree: tree, analysis: analysis, meanings: facts.meanings)
        lemmatizer = facts.lemmatizer
    }

    /// What is found at a verb: the kind, the word that tells it, the verb whose subject does it.
    private struct Deed {
        var kind: Interaction.Kind
        var trigger: Int
        var verb: Int
        /// The one who says that another must.
        var demands: Int?
    }

    /// What the sentence tells first of all; nil where nothing in it is known to be done to anybody.
    func interaction() -> Interaction? {
        guard analysis.syntax != nil, let root = sentence.tokens.first(where: { tree.head($0) == nil && isWord($0) }),
            let deed = deed(at: root, depth: 0) ?? deed(below: root) ?? anywhere()
        else { return nil }
        return interaction(deed)
    }

    /// Who does to whom what a verb of the sentence tells.
    func interaction(_ kind: Interaction.Kind, at verb: Int) -> Interaction {
        interaction(Deed(kind: kind, trigger: verb, verb: verb))
    }

    // MARK: The deed

    private func deed(at verb: Int, depth: Int) -> Deed? {
        guard depth < 5 else { return nil }
        let lemma = lemma(verb)
        if words.isHelper(lemma, .speech), let said = said(verb, depth) { return said }
        if let modal = modal(verb, depth) { return modal }
        let object = objects(verb)
        if words.isHelper(lemma, .stopping), let stopped = stopped(verb, object) { return stopped }
        if words.isHelper(lemma, .lifting), !object.isEmpty || !tree.children(verb, [.passiveSubject]).isEmpty {
            return Deed(kind: .concede, trigger: verb, verb: verb)
        }
        if words.isHelper(lemma, .light), let deed = light(verb, object) { return deed }
        if words.isHelper(lemma, .control), let lower = tree.children(verb, [.xcomp]).first {
            if let deed = deed(at: lower, depth: depth + 1) {
                return lemma == "prepare" && deed.kind.isHostile
                    ? Deed(kind: .mobilize, trigger: verb, verb: verb)
                    : Deed(kind: deed.kind, trigger: deed.trigger, verb: verb)
            }
        }
        if let kind = kind(verb) {
            return isNegated(verb) && !kind.isHostile && kind != .reject
                ? Deed(kind: .reject, trigger: verb, verb: verb) : Deed(kind: kind, trigger: verb, verb: verb)
        }
        if let lower = tree.children(verb, [.xcomp]).first, let deed = deed(at: lower, depth: depth + 1) {
            return Deed(kind: deed.kind, trigger: deed.trigger, verb: verb)
        }
        return nil
    }

    /// What a verb, adjective or noun tells of itself.
    private func kind(_ token: Int) -> Interaction.Kind? {
        let lemma = lemma(token)
        switch analysis.reading(ofToken: token)?.category {
        case .adjective: return words.adjective(lemma)
        case .noun, .properNoun: return words.noun(lemma)
        default:
            let particles = tree.children(token, [.compoundParticle]).map(tree.folded)
            let cases = tree.children(token, [.obl, .obj, .agent]).flatMap { tree.children($0, [.case]) }.map(
                tree.folded)
            return words.verb(lemma, particles + cases + objects(token).map(tree.folded))
        }
    }

    /// `said it will …`, `said that Chad must …`, `announced a withdrawal`.
    private func said(_ verb: Int, _ depth: Int) -> Deed? {
        guard let content = tree.children(verb, [.ccomp, .xcomp, .parataxis]).first else {
            guard let object = objects(verb).first, let deed = nominal(object, verb) else { return nil }
            return deed
        }
        let subject = tree.children(content, [.nsubj, .passiveSubject]).first
        let isOwn = subject.map { analysis.reading(ofToken: $0)?.category == .pronoun } ?? true
        if !isOwn, tree.children(content, [.aux]).contains(where: { Self.musts.contains(tree.folded($0)) }) {
            return Deed(kind: .demand, trigger: content, verb: verb, demands: content)
        }
        guard let deed = deed(at: content, depth: depth + 1) else { return nil }
        return isOwn ? Deed(kind: deed.kind, trigger: deed.trigger, verb: verb, demands: deed.demands) : deed
    }

    /// What is yet to come: a threat where it would do harm, else a promise; a refusal where it is not to come.
    private func modal(_ verb: Int, _ depth: Int) -> Deed? {
        let auxiliaries = tree.children(verb, [.aux]).map(tree.folded)
        guard auxiliaries.contains(where: Self.futures.contains) else { return nil }
        if isNegated(verb) { return Deed(kind: .reject, trigger: verb, verb: verb) }
        let plain = plain(verb)
        switch plain {
        case .some(let kind) where kind.isHostile: return Deed(kind: .threaten, trigger: verb, verb: verb)
        case .some(.reject), .some(.demand), .some(.disapprove), .some(.threaten):
            return plain.map { Deed(kind: $0, trigger: verb, verb: verb) }
        case .none: return nil
        default: return Deed(kind: .agree, trigger: verb, verb: verb)
        }
    }

    /// What a verb would tell without its auxiliaries.
    private func plain(_ verb: Int) -> Interaction.Kind? {
        let object = objects(verb)
        if words.isHelper(lemma(verb), .stopping), let stopped = stopped(verb, object) { return stopped.kind }
        if words.isHelper(lemma(verb), .light), let light = light(verb, object) { return light.kind }
        return kind(verb) ?? tree.children(verb, [.xcomp]).lazy.compactMap { plain($0) }.first
    }

    /// `suspended aid` is a sanction, `ended the strike` gives way.
    private func stopped(_ verb: Int, _ objects: [Int]) -> Deed? {
        for object in objects + tree.children(verb, [.passiveSubject]) {
            guard let kind = noun(object) else { continue }
            if kind.isHostile { return Deed(kind: .retreat, trigger: verb, verb: verb) }
            return Deed(kind: .sanction, trigger: verb, verb: verb)
        }
        return objects.isEmpty ? nil : Deed(kind: .sanction, trigger: verb, verb: verb)
    }

    /// `held talks`, `was put under investigation`.
    private func light(_ verb: Int, _ objects: [Int]) -> Deed? {
        let under = tree.children(verb, [.obl]).filter { tree.hasCase($0, ["under", "on", "in", "into"]) }
        return (objects + tree.children(verb, [.passiveSubject]) + under).lazy.compactMap { nominal($0, verb) }.first
    }

    private func nominal(_ noun: Int, _ verb: Int) -> Deed? {
        self.noun(noun).map { Deed(kind: $0, trigger: noun, verb: verb) }
    }

    /// What a noun tells, itself or by what it is of: `a group of protesters`, `war games`, `an end to the siege`.
    private func noun(_ token: Int) -> Interaction.Kind? {
        if let kind = words.noun(lemma(token)) { return kind }
        let parts = tree.children(token, [.compound, .nmod, .acl, .conj])
        return parts.lazy.compactMap { part in
            analysis.reading(ofToken: part)?.category == .verb ? kind(part) : words.noun(lemma(part))
        }.first
    }

    /// Something told by a verb that hangs on the main one.
    private func deed(below verb: Int) -> Deed? {
        for child in tree.children(verb, [.xcomp, .ccomp, .conj, .advcl, .acl, .parataxis, .obj, .nsubj, .obl]) {
            if analysis.reading(ofToken: child)?.category == .verb, let deed = deed(at: child, depth: 1) { return deed }
        }
        for child in objects(verb) + tree.children(verb, [.nsubj, .passiveSubject]) {
            if let deed = nominal(child, verb) { return deed }
        }
        return nil
    }

    /// The first verb of the sentence that tells something, else the first noun.
    private func anywhere() -> Deed? {
        let verbs = sentence.tokens.filter { analysis.reading(ofToken: $0)?.category == .verb }
        if let deed = verbs.lazy.compactMap({ deed(at: $0, depth: 1) }).first { return deed }
        let nouns = sentence.tokens.filter { analysis.reading(ofToken: $0)?.category == .noun }
        return nouns.lazy.compactMap { token in
            words.noun(lemma(token)).map { Deed(kind: $0, trigger: token, verb: tree.head(token) ?? token) }
        }.first
    }

    // MARK: Who and whom

    private func interaction(_ deed: Deed) -> Interaction {
        let passive = isPassive(deed.verb)
        var sources: [Int] = []
        if passive {
            sources =
                tree.children(deed.verb, [.agent])
                + tree.children(deed.verb, [.obl]).filter { tree.hasCase($0, ["by"]) }
        } else {
            sources = subject(of: deed.verb).map { [$0] } ?? []
        }
        let from = sources.flatMap(parties.parties)
        let taken = sources.reduce(into: Set(from.flatMap(\.tokens))) { $0.formUnion(parties.below($1)) }
        let all = places(deed, passive).map { place in
            parties.parties(place).filter { $0.isActor && taken.isDisjoint(with: $0.tokens) }
        }
        // Who has a name comes before people without one.
        let whom =
            all.first { $0.contains(where: \.isNamed) } ?? parties.nearest(below: deed.verb, besides: taken).map {
                [$0]
            }
            ?? all.first { !$0.isEmpty } ?? []
        return Interaction(
            kind: deed.kind, trigger: analysis.tokens[deed.trigger].span, sources: from.map { parties.span($0) },
            targets: whom.map { parties.span($0) })
    }

    /// Where the one it is done to may stand, the likeliest first.
    private func places(_ deed: Deed, _ passive: Bool) -> [Int] {
        var places: [Int] = []
        if let content = deed.demands { places += tree.children(content, [.nsubj, .passiveSubject]) }
        if passive { places += tree.children(deed.verb, [.passiveSubject]) }
        for verb in [deed.verb, deed.trigger] {
            places += tree.children(verb, [.iobj, .obj])
            for content in tree.children(verb, [.ccomp, .xcomp]) {
                if deed.kind == .demand || deed.kind == .disapprove {
                    places += tree.children(content, [.nsubj, .passiveSubject])
                }
                places += tree.children(content, [.obj, .iobj])
            }
            places += tree.children(verb, [.obl, .nmod]).filter { tree.hasCase($0, Self.towards) }
        }
        return places
    }

    /// The subject of a verb, or of the one that governs it.
    private func subject(of verb: Int) -> Int? {
        var current = verb
        for _ in 0..<5 {
            if let subject = tree.children(current, [.nsubj, .outerSubject]).first,
                analysis.reading(ofToken: subject)?.category != .pronoun
            {
                return subject
            }
            guard let above = tree.head(current) else { return nil }
            if analysis.reading(ofToken: current)?.relation == .acl
                || analysis.reading(ofToken: current)?.relation == .relativeClause,
                analysis.reading(ofToken: above)?.category != .verb,
                tree.children(above, [.possessor]).isEmpty, analysis.reading(ofToken: above)?.relation.isSubject == true
            {
                return above
            }
            current = above
        }
        return nil
    }

    // MARK: Words

    private func objects(_ verb: Int) -> [Int] { tree.children(verb, [.obj]) }

    /// The reader's lemma where the table knows it, else that of the dictionary.
    private func lemma(_ token: Int) -> String {
        let read = analysis.lemma(ofToken: token).lowercased()
        return words.isKnown(read) ? read : lemmatizer.lemma(of: tree.folded(token))
    }

    /// Whether a verb has a passive auxiliary or subject: "have agreed" has none.
    private func isPassive(_ verb: Int) -> Bool { !tree.children(verb, [.passiveAux, .passiveSubject]).isEmpty }

    private func isWord(_ token: Int) -> Bool { analysis.tokens[token].kind != .punctuation }

    private func isNegated(_ verb: Int) -> Bool {
        tree.children(verb, [.advmod]).contains { ["not", "n't", "never"].contains(tree.folded($0)) }
    }

    private static let musts: Set<String> = ["must", "should", "ought"]
    private static let futures: Set<String> = ["will", "would", "shall", "'ll", "wo"]
    private static let towards: Set<String> = ["to", "with", "against", "on", "from", "for", "of", "between", "over"]
}
