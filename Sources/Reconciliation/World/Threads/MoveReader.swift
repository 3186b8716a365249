import Lexicons
import NewsModel
import TextCore

/// Reads the moves of a story from the trees of its sentences.
///
/// `Norway ⟦demanded⟧ that Chad withdraw` · `Chad ⟦rejected⟧ Norway's demand` (answered: Norway's demand) ·
/// `In response, Norway ⟦recalled⟧ its ambassador` (a reply)
struct MoveReader {
    let analyses: [Analysis]
    let drafts: [Draft]
    let words: StoryWords
    let facts: WordFacts
    let interactions: InteractionWords
    let verbs: MoveVerbs
    let parties: Parties
    let clock: EventClock

    /// More moves than that are not read: each is held against each.
    private static let most = 2_000

    /// The moves of all reports, in order, the first 2,000 at most.
    func moves() -> [Move] {
        var bySentence: [Int: [Int: [Int]]] = [:]
        for (number, draft) in drafts.enumerated() {
            bySentence[draft.proposition.document, default: [:]][draft.proposition.sentence, default: []].append(number)
        }
        var found: [Move] = []
        for (document, analysis) in analyses.enumerated() where analysis.syntax != nil {
            for (number, sentence) in analysis.sentences.enumerated()
            where found.count < Self.most && sentence.tokens.count <= 120 && analysis.isProse(at: sentence.span) {
                found += moves(document, number, drafts: bySentence[document]?[number] ?? [])
            }
        }
        return Array(found.prefix(Self.most))
    }

    private func moves(_ document: Int, _ number: Int, drafts own: [Int]) -> [Move] {
        let analysis = analyses[document]
        let sentence = analysis.sentences[number]
        let called = sentence.tokens.filter { token in
            analysis.reading(ofToken: token)?.category == .verb && verbs.isKnown(lemma(token, document))
        }
        guard !called.isEmpty else { return [] }
        let tree = SentenceTree(sentence, analysis)
        let reader = InteractionReader(sentence, of: analysis, words: interactions, facts: facts)
        return called.compactMap { verb in
            guard isDone(verb, tree), let kind = kind(verb, tree, document) else { return nil }
            return move(reader.interaction(kind, at: verb), at: verb, tree, document, number, drafts: own)
        }
    }

    private func kind(_ verb: Int, _ tree: SentenceTree, _ document: Int) -> Interaction.Kind? {
        let analysis = analyses[document]
        let particles = tree.children(verb, [.compoundParticle]).map(tree.folded)
        // "called on April 11": no prepositions of times.
        let cases = tree.children(verb, [.obl, .obj]).filter { token in
            !tree.within(analysis.times, at: \.span).contains { $0.span.overlaps(analysis.tokens[token].span) }
        }.flatMap { tree.children($0, [.case]) }.map(tree.folded)
        return verbs.kind(lemma(verb, document), particles + cases)
    }

    /// The reader's lemma where the table knows it, else that of the dictionary.
    private func lemma(_ verb: Int, _ document: Int) -> String {
        let read = analyses[document].lemma(ofToken: verb).lowercased()
        return verbs.isKnown(read) ? read : words.form(document, verb).lemma
    }

    /// Whether a verb tells of something done: not denied, not wished, not on a condition.
    private func isDone(_ verb: Int, _ tree: SentenceTree) -> Bool {
        let auxiliaries = tree.children(verb, [.aux, .advmod]).map(tree.folded)
        return auxiliaries.allSatisfy { !Self.undone.contains($0) }
            && !tree.children(verb, [.mark]).contains { ["if", "unless", "to", "whether"].contains(tree.folded($0)) }
    }

    private func move(
        _ found: Interaction, at trigger: Int, _ tree: SentenceTree, _ document: Int, _ number: Int, drafts own: [Int]
    ) -> Move? {
        let analysis = analyses[document]
        let sentence = analysis.sentences[number]
        let subject = tree.children(trigger, [.nsubj]).first
        let isPronoun = subject.map { analysis.reading(ofToken: $0)?.category == .pronoun } ?? false
        let named = isPronoun ? nil : found.sources.lazy.compactMap { party($0, tree, document) }.first
        guard let actor = named ?? pronoun(trigger, tree, document) else { return nil }
        let towards = Set(found.targets.compactMap { party($0, tree, document) }).subtracting([actor])
        let draft = own.first { drafts[$0].proposition.span.contains(found.trigger) }
        let citation = draft.map { drafts[$0].statement.citation } ?? Citation(analysis.document.id, sentence.span)
        return Move(
            kind: found.kind, actor: actor, towards: towards, answered: answered(trigger, tree, document),
            isReply: isReply(sentence, document), document: document, sentence: number, citation: citation,
            draft: draft, topic: topic(tree, document, without: trigger), time: clock.span(of: citation))
    }

    // MARK: Who

    /// The actor that stands in a span; a capital stands for the country.
    private func party(_ span: TextSpan, _ tree: SentenceTree, _ document: Int) -> Int? {
        tree.within(analyses[document].mentions, at: \.span).lazy
            .filter { $0.span.overlaps(span) && $0.form != .pronoun }
            .compactMap { parties.party($0, document: document) }.first
    }

    /// Whom the pronoun means that is the subject of a verb, or of the one that it hangs on.
    private func pronoun(_ verb: Int, _ tree: SentenceTree, _ document: Int) -> Int? {
        let analysis = analyses[document]
        var current = verb
        for _ in 0..<3 {
            if let subject = tree.children(current, [.nsubj]).first {
                let span = analysis.tokens[subject].span
                return tree.within(analysis.mentions, at: \.span).first { $0.span.contains(span) }.flatMap {
                    parties.party($0, document: document)
                }
            }
            guard let above = tree.head(current) else { return nil }
            current = above
        }
        return nil
    }

    // MARK: What it answers

    /// The noun that a verb has for its object and that names somebody's move.
    private func answered(_ verb: Int, _ tree: SentenceTree, _ document: Int) -> Move.Answered? {
        let objects = tree.children(verb, [.obj, .passiveSubject, .obl]).flatMap { [$0] + tree.children($0, [.conj]) }
        for object in objects {
            let lemma = words.form(document, object).lemma
            let kind = interactions.noun(lemma)
            guard kind.map(Self.callable.contains) ?? Self.statements.contains(lemma) else { continue }
            let owners =
                tree.children(object, [.possessor, .compound, .amod])
                + tree.children(object, [.nmod]).filter {
                    tree.hasCase($0, ["by", "from", "of"])
                }
            let actor = owners.lazy.compactMap { party(analyses[document].tokens[$0].span, tree, document) }.first
            return Move.Answered(kind: kind, actor: actor)
        }
        return nil
    }

    private func isReply(_ sentence: Sentence, _ document: Int) -> Bool {
        let forms = sentence.tokens.map { words.form(document, $0) }
        return forms.indices.contains { index in
            if Self.replies.contains(forms[index].lemma) { return true }
            return index > 0 && Self.answers.contains(forms[index].lemma) && forms[index - 1].folded == "in"
        }
    }

    // MARK: What it is about

    /// The content words of a sentence but for names of places and persons and the words of moves.
    private func topic(_ tree: SentenceTree, _ document: Int, without trigger: Int) -> [String: Double] {
        let analysis = analyses[document]
        var named: Set<Int> = []
        for mention in tree.within(analysis.mentions, at: \.span) where mention.form != .nominal {
            named.formUnion(AttributionLayout.tokens(in: mention.span, of: analysis))
        }
        var topic: [String: Double] = [:]
        for token in tree.tokens where token != trigger && !named.contains(token) {
            let form = words.form(document, token)
            guard form.isWord, form.weight > 0.4, !interactions.isKnown(form.lemma) else { continue }
            topic[form.lemma] = form.weight
        }
        return topic
    }

    /// Kinds of moves that nouns name as something to be answered.
    private static let callable: Set<Interaction.Kind> = [.demand, .agree, .disapprove, .threaten, .sanction]
    private static let statements: Set<String> = [
        "statement", "remark", "comment", "claim", "speech", "announcement", "decision", "proposal", "plan",
        "suggestion",
        "warning", "assertion", "report", "deadline", "condition", "term", "invitation", "letter", "move",
    ]
    private static let undone: Set<String> = [
        "not", "n't", "never", "would", "could", "might", "may", "should", "must", "can", "wo",
    ]
    private static let replies: Set<String> = [
        "respond", "reply", "retaliate", "retort", "rejoin", "counter", "retaliation", "react",
    ]
    private static let answers: Set<String> = ["response", "reply", "retaliation", "return", "reaction", "answer"]
}

/// The verbs by which sides make moves.
struct MoveVerbs: Sendable {
    private var verbs = VerbKinds()
    private var stems: Set<String> = []

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("move-verbs.tsv", in: resources).rows {
            guard let kind = Interaction.Kind(rawValue: row[0]) else { continue }
            for verb in row[1].split(separator: " ").map(String.init) {
                verbs.insert(verb, kind)
                stems.insert(String(verb.prefix { $0 != "_" }))
            }
        }
    }

    /// Whether a verb stands in the table, alone or with a particle.
    func isKnown(_ lemma: String) -> Bool { stems.contains(lemma) }

    /// What a verb tells with some of the particles and prepositions that stand with it.
    func kind(_ lemma: String, _ particles: [String]) -> Interaction.Kind? { verbs.kind(lemma, particles) }
}
