import Lexicons
import NewsModel
import TextCore

/// Reads which statements tell of a happening: the deed, who, where, when, and whether it is over.
struct TellingReader {
    let analyses: [Analysis]
    let drafts: [Draft]
    let facts: WordFacts
    let words: StoryWords
    let places: PlaceFinder
    let clock: EventClock
    let parties: Parties
    let actors: [Actor]
    let deeds: EventDeeds

    /// The tellings in the order of the drafts, numbered; each place of the text once.
    func tellings() -> [Telling] {
        var seen: Set<Citation> = []
        var all = drafts.indices.flatMap { index -> [Telling] in
            let statement = drafts[index].statement
            guard !drafts[index].proposition.isHeadline, statement.modality != .hypothetical,
                statement.modality != .opinion, seen.insert(statement.citation).inserted
            else { return [] }
            return tellings(of: index)
        }
        for index in all.indices { all[index].number = index }
        return all
    }

    /// What a statement tells of, and what a clause beside it tells of another time: `⟦This visit⟧ comes after an invitation
    /// was given during ⟦his visit⟧ last year`.
    private func tellings(of index: Int) -> [Telling] {
        let draft = drafts[index]
        var deed = draft.features.headConcepts.first(where: deeds.all.contains)
        let isMain = deed != nil
        if deed == nil { deed = told(draft) }
        if isIntoSpace(draft) { deed = facts.meanings.concept("launch") }
        guard let concept = deed.map(deeds.kind) else { return [] }
        let document = draft.proposition.document
        let triggers = draft.proposition.tokenIndices.filter { isTelling($0, of: concept, document) }
        guard let first = triggers.first else { return [telling(index, concept, nil, nil, isMain: isMain)] }
        guard let tree = sentenceTree(first, document) else {
            return [telling(index, concept, first, nil, isMain: isMain)]
        }
        let scope = DeedScope(first, tree, analyses[document])
        return triggers.compactMap { trigger in
            let own = DeedScope(trigger, tree, analyses[document])
            guard trigger == first || own.isBeside(scope), isHappening(trigger, tree, document) else { return nil }
            let telling = telling(index, concept, trigger, own, isMain: isMain && trigger == first)
            if trigger != first, telling.times.isEmpty { return nil }
            return isHabit(telling, tree) ? nil : telling
        }
    }

    /// `exports ⟦go⟧ through the port`: the present of things, without a time; not `rebels ⟦hit⟧ the town`, which may be past.
    private func isHabit(_ telling: Telling, _ tree: SentenceTree) -> Bool {
        guard let trigger = telling.trigger, telling.times.isEmpty,
            let reading = analyses[telling.document].reading(ofToken: trigger), reading.category == .verb,
            !words.form(telling.document, trigger).isPast,
            reading.inflection.isSuperset(of: [.finite, .present]), tree.children(trigger, [.aux, .passiveAux]).isEmpty
        else { return false }
        return !telling.participants.contains { actors[$0].kind == .person }
    }

    private func telling(
        _ index: Int, _ concept: Int32, _ trigger: Int?, _ scope: DeedScope?, isMain: Bool
    ) -> Telling {
        let draft = drafts[index]
        let document = draft.proposition.document
        var tense: Telling.Tense?
        var isDefinite = false
        if let trigger, let tree = scope?.tree {
            tense = self.tense(of: trigger, tree, document)
            isDefinite = self.isDefinite(trigger, tree, document)
        }
        let places = self.places(draft.proposition, scope)
        let participants = self.participants(draft, scope)
        let people = participants.filter { actors[$0].kind == .person }
        let towns = Set(places.all.compactMap { parties.number(ofKey: $0) })
        let all = people.isEmpty ? participants.filter { !towns.contains($0) } : people
        // To receive somebody is their visit.
        let isReception = !people.isEmpty && facts.meanings.concept("host") == concept
        let times = clock.all(in: draft.statement.citation) { scope?.holds($0) ?? true }
        return Telling(
            draft: index, document: document,
            concept: isReception ? facts.meanings.concept("visit") ?? concept : concept, trigger: trigger,
            isMain: isMain || tense != nil, participants: Set(all),
            peoples: Set(all + all.compactMap { parties.country(of: $0) }), places: places.all, ownPlaces: places.own,
            times: times,
            tense: tense, pointsBack: places.all.isEmpty && times.isEmpty && isDefinite,
            isEarlier: draft.features.isEarlier)
    }

    private func isTelling(_ token: Int, of concept: Int32, _ document: Int) -> Bool {
        words.form(document, token).meaning.concepts.contains { deeds.kind($0) == concept }
    }

    private func sentenceTree(_ token: Int, _ document: Int) -> SentenceTree? {
        let analysis = analyses[document]
        guard analysis.syntax != nil, let number = analysis.sentenceIndex(at: analysis.tokens[token].span.start) else {
            return nil
        }
        return SentenceTree(analysis.sentences[number], analysis)
    }

    /// Whether a word tells of something that happens: not one that describes another (`within ⟦striking⟧ distance`), nor
    /// a noun that is none of a deed (`the ⟦levels⟧`), nor what is done by saying it (`“We ⟦welcome⟧ the guest”`).
    private func isHappening(_ trigger: Int, _ tree: SentenceTree, _ document: Int) -> Bool {
        guard let reading = analyses[document].reading(ofToken: trigger) else { return true }
        if reading.relation == .amod || reading.relation == .compound { return false }
        if reading.category == .noun { return isEventNoun(words.form(document, trigger).meaning) }
        guard reading.category == .verb, tree.children(trigger, [.aux, .passiveAux]).isEmpty,
            !reading.inflection.contains(.past)
        else { return true }
        return !tree.children(trigger, [.nsubj]).contains { ["i", "we"].contains(tree.folded($0)) }
    }

    private func isEventNoun(_ meaning: WordMeanings.Entry) -> Bool {
        meaning.isAction
            || ["event", "phenomenon"].contains { name in
                WordMeanings.closeness(meaning, facts.meanings.entry(name)) == .kindOf
            }
    }

    /// `⟦the⟧ attack`, `⟦this⟧ visit`: a noun with a determiner that points back.
    private func isDefinite(_ trigger: Int, _ tree: SentenceTree, _ document: Int) -> Bool {
        guard analyses[document].reading(ofToken: trigger)?.category == .noun else { return false }
        return tree.children(trigger, [.det]).contains { ["the", "this", "that"].contains(tree.folded($0)) }
    }

    /// The places of a deed: those of its clause, not of a clause beside it.
    private func places(_ proposition: Proposition, _ scope: DeedScope?) -> (all: Set<String>, own: Set<String>) {
        let analysis = analyses[proposition.document]
        var found: (all: Set<String>, own: Set<String>) = ([], [])
        for mention in analysis.within(proposition.span, analysis.mentions, at: \.span) {
            guard let place = places.place(of: mention, document: proposition.document),
                scope?.holds(mention.span) ?? true
            else { continue }
            found.all.insert(place.key)
            if scope?.governs(mention.span) ?? false { found.own.insert(place.key) }
        }
        return found
    }

    /// Who takes part: whoever the proposition names but for those whom only a clause beside the deed's names.
    private func participants(_ draft: Draft, _ scope: DeedScope?) -> [Int] {
        guard let scope else { return draft.features.participants }
        let document = draft.proposition.document
        let mentions = analyses[document].within(draft.proposition.span, analyses[document].mentions, at: \.span)
        let inside = Set(mentions.filter { scope.holds($0.span) }.compactMap { parties.actor($0, document: document) })
        let outside = Set(mentions.compactMap { parties.actor($0, document: document) }).subtracting(inside)
        return draft.features.participants.filter { !outside.contains($0) }
    }

    /// `sent a satellite into space`: a launch by another verb.
    private func isIntoSpace(_ draft: Draft) -> Bool {
        let folded = draft.proposition.tokenIndices.map { words.form(draft.proposition.document, $0).folded }
        return zip(folded, folded.dropFirst()).contains { $0 == "into" && ["space", "orbit"].contains($1) }
    }

    /// A deed that a verb beside the main one tells of, or a noun: `confirmed his ⟦visit⟧`, `having recently ⟦vetoed⟧`.
    private func told(_ draft: Draft) -> Int32? {
        let document = draft.proposition.document
        for token in draft.proposition.tokenIndices {
            let form = words.form(document, token)
            guard let concept = form.meaning.concepts.first(where: deeds.all.contains), form.lemma != "hold" else {
                continue
            }
            if form.isInflectedVerb, form.isPast { return concept }
            if form.meaning.isNoun, deeds.nominal.contains(concept), !form.classes.contains(.light) { return concept }
        }
        return nil
    }

    /// Tense of the word that tells of a deed: `will be ⟦welcomed⟧`, `will pay a ⟦visit⟧` ahead; `⟦hosted⟧`, `had
    /// ⟦welcomed⟧`, `paid a ⟦visit⟧` over; not what is quoted, for which the speaker's day counts, nor `would`, which is
    /// ahead of something told and no longer of the report.
    private func tense(of trigger: Int, _ tree: SentenceTree, _ document: Int) -> Telling.Tense? {
        let analysis = analyses[document]
        let place = analysis.tokens[trigger].span
        guard !analysis.quotations.contains(where: { $0.span.contains(place) }),
            var verb = verb(of: trigger, tree, analysis)
        else { return nil }
        // "will be received and welcomed": the second has its auxiliaries from the first.
        for _ in 0..<4 {
            let helpers = tree.children(verb, [.aux, .passiveAux]).map(tree.folded)
            if helpers.contains(where: Self.future.contains) { return .ahead }
            if helpers.contains(where: Self.past.contains) { return .over }
            guard helpers.isEmpty, let reading = analysis.reading(ofToken: verb) else { return nil }
            if reading.inflection.isSuperset(of: [.finite, .past]) { return .over }
            guard reading.relation == .conj, let head = tree.head(verb) else { return nil }
            verb = head
        }
        return nil
    }

    /// The verb whose tense a word has: itself, or the light one whose object it is.
    private func verb(of trigger: Int, _ tree: SentenceTree, _ analysis: Analysis) -> Int? {
        guard let reading = analysis.reading(ofToken: trigger) else { return nil }
        if reading.category == .verb { return trigger }
        guard reading.relation == .obj, let head = tree.head(trigger) else { return nil }
        return Self.light.contains(analysis.lemma(ofToken: head)) ? head : nil
    }

    private static let future: Set<String> = ["will", "'ll", "’ll", "shall", "wo"]
    private static let past: Set<String> = ["was", "were", "had", "has", "have", "'ve", "’ve", "did"]
    private static let light: Set<String> = ["pay", "make", "have", "take", "hold", "give"]
}
