import Lexicons
import NewsModel
import TextCore

/// Reads who gives what to whom from single statements.
///
/// - `Georgia has sent 4,000 tonnes of fertiliser to Bulgaria` · `Bulgaria could supply Georgia with wheat`
/// - `Pyongyang could receive Russian products` (Russia gives) · `Putin gifted Kim a limousine`
/// - `Russia is seeking ammunition and workers` (sought) · `aid was sent to Chad by Norway`
/// - not `the minister gave a speech`, `he received a blow`: nobody gives, or nobody gets
struct TransferReader {
    let analyses: [Analysis]
    let drafts: [Draft]
    let words: StoryWords
    let facts: WordFacts
    let transfers: TransferWords
    let parties: Parties
    /// The sense "physical thing" and what else can be given.
    private let givable: [WordMeanings.Entry]

    init(
        analyses: [Analysis], drafts: [Draft], words: StoryWords, facts: WordFacts, transfers: TransferWords,
        parties: Parties
    ) {
        self.analyses = analyses
        self.drafts = drafts
        self.words = words
        self.facts = facts
        self.transfers = transfers
        self.parties = parties
        givable = [
            "artifact", "substance", "commodity", "food", "money", "technology", "aid", "product", "cereal", "vehicle",
            "instrumentality", "device", "weapon", "equipment", "machine", "drug", "fuel", "metal", "container",
            "plant",
        ].map(
            facts.meanings.entry)
    }

    /// The transfers of all statements, in order; of one clause and verb one for each thing given.
    func read() -> [Transfer] {
        var seen: Set<Citation> = []
        return drafts.indices.flatMap { index -> [Transfer] in
            guard !drafts[index].proposition.isHeadline, seen.insert(drafts[index].statement.citation).inserted else {
                return []
            }
            return read(index)
        }
    }

    private func read(_ number: Int) -> [Transfer] {
        let draft = drafts[number]
        let document = draft.proposition.document
        let tokens = draft.proposition.tokenIndices
        var found: [Transfer] = []
        for (place, token) in tokens.enumerated() {
            let form = words.form(document, token)
            guard let frame = transfers[form.lemma] ?? transfers[form.folded], isVerb(place, tokens, document) else {
                continue
            }
            var after: [Int] = []
            for (next, token) in tokens.enumerated().dropFirst(place + 1) {
                let other = words.form(document, token)
                if other.folded == ";" || transfers[other.lemma] != nil && isVerb(next, tokens, document) { break }
                after.append(token)
            }
            found += clause(frame, place: place, after: after, tokens: tokens, draft: draft, number: number)
        }
        return found
    }

    /// Finite, or after an auxiliary or "to": `shipped`, `could supply`, `is seeking`; not "supplies of oil".
    private func isVerb(_ place: Int, _ tokens: [Int], _ document: Int) -> Bool {
        let form = words.form(document, tokens[place])
        guard form.meaning.isVerb || transfers[form.folded] != nil else { return false }
        let before = place > 0 ? words.form(document, tokens[place - 1]) : nil
        let earlier = place > 1 ? words.form(document, tokens[place - 2]) : nil
        if form.isInflectedVerb && form.isPast || form.folded.hasSuffix("ed") {
            return before.map { !$0.classes.contains(.determiner) } ?? false
        }
        if form.folded.hasSuffix("ing") {
            return [before, earlier].compactMap { $0 }.contains { $0.lemma == "be" }
        }
        guard let before else { return false }
        if before.classes.contains(.auxiliary) || before.folded == "to" { return true }
        if before.classes.contains(.adverb), let earlier, earlier.classes.contains(.auxiliary) { return true }
        // "Kim demands oil", "North Korea needs food": after what must be the subject.
        let span = analyses[document].tokens[tokens[place - 1]].span
        return mentions(document, [tokens[place - 1]]).contains { $0.mention.span.end == span.end }
    }

    private func clause(
        _ frame: TransferWords.Frame, place: Int, after: [Int], tokens: [Int], draft: Draft, number: Int
    ) -> [Transfer] {
        let document = draft.proposition.document
        let before = Array(tokens[..<place])
        let isPassive =
            before.suffix(3).contains { words.form(document, $0).lemma == "be" }
            && words.form(document, tokens[place]).isPast
        let subject = subject(document, before)
        var giver: Int?
        var receiver: Int?
        var things = NounReader(words: words, analyses: analyses).phrases(document, after)
        let named = mentions(document, after)
        let to = named.first { ["to", "for"].contains(preposition($0.first, document)) }?.party
        let from = named.first { preposition($0.first, document) == "from" }?.party
        let by = named.first { preposition($0.first, document) == "by" }?.party
        // "supply Georgia with wheat", "gifted Kim a limousine"
        let indirect = named.first { $0.first == after.first }
        switch frame {
        case .give where isPassive:
            giver = by
            receiver = to
            things = Array(NounReader(words: words, analyses: analyses).phrases(document, before).suffix(1))
        case .give:
            giver = subject
            receiver = indirect?.party ?? to
        case .get where !isPassive, .seek where !isPassive:
            receiver = subject
            giver = from
        default: return []
        }
        things.removeAll { phrase in
            isVerbForm(phrase.head, document)
                || indirect.map { $0.range.contains(phrase.head) } ?? false
                || mentions(document, [phrase.head]).contains {
                    $0.mention.form != .adjective && $0.mention.kind != .nationality && $0.mention.kind != .product
                }
        }
        let status = status(frame, draft)
        guard draft.statement.modality != .opinion else { return [] }
        let isReturn = isReturn(draft)
        if things.isEmpty, let counted = counted(draft, after) { things = [counted] }
        return things.prefix(8).compactMap { phrase -> Transfer? in
            let form = words.form(document, phrase.head)
            guard isGivable(form.meaning) || isMeasured(phrase, document) else { return nil }
            var giver = giver
            // "Russian products" are Russia's to give.
            if frame != .give, giver == nil, let owner = mentions(document, Array(phrase.tokens)).first?.party,
                owner != receiver
            {
                giver = owner
            }
            guard giver != nil || receiver != nil, giver != receiver else { return nil }
            return Transfer(
                giver: giver, receiver: receiver, thing: phrase.text, head: form.meaning, status: status, draft: number,
                document: document, sentence: draft.proposition.sentence, isReturn: isReturn)
        }
    }

    /// What a number in the clause counts where the noun stands elsewhere: `has delivered two to five million of them`.
    private func counted(_ draft: Draft, _ after: [Int]) -> NounReader.Phrase? {
        let analysis = analyses[draft.proposition.document]
        guard let first = after.first, let last = after.last else { return nil }
        let span = analysis.tokens[first].span.union(analysis.tokens[last].span)
        guard let quantity = analysis.quantities.first(where: { span.contains($0.span) && $0.thing != nil }),
            let place = quantity.thingSpan, !span.overlaps(place)
        else { return nil }
        let tokens = AttributionLayout.tokens(in: place, of: analysis)
        guard let head = tokens.last else { return nil }
        return NounReader.Phrase(tokens: tokens, head: head, text: analysis.text[place].oneLine)
    }

    /// `60,000 tonnes of wheat`: what is weighed can be given.
    private func isMeasured(_ phrase: NounReader.Phrase, _ document: Int) -> Bool {
        let span = analyses[document].tokens[phrase.head].span
        return analyses[document].quantities.contains { quantity in
            quantity.kind == .measure && quantity.thingSpan.map { $0.overlaps(span) } ?? false
        }
    }

    /// Whether the reader takes a word for a verb: "money ⟦held⟧ abroad".
    private func isVerbForm(_ token: Int, _ document: Int) -> Bool {
        analyses[document].reading(ofToken: token)?.category == .verb
    }

    private func isGivable(_ head: WordMeanings.Entry) -> Bool {
        givable.contains { WordMeanings.closeness(head, $0) != .unrelated }
            || head.concepts.contains { Self.goods.contains(facts.meanings.name(ofConcept: $0)) }
    }

    private func status(_ frame: TransferWords.Frame, _ draft: Draft) -> Exchange.Status {
        if draft.statement.polarity == .negative || draft.statement.modality == .denied || frame == .refuse {
            return .refused
        }
        switch draft.statement.modality {
        case .possible, .hypothetical, .planned: return frame == .seek ? .sought : .possible
        case .likely: return frame == .seek ? .sought : .claimed
        case .reported, .opinion: return frame == .seek ? .sought : .claimed
        case .asserted: return frame == .seek ? .sought : draft.statement.chain.count > 1 ? .claimed : .done
        case .denied: return .refused
        }
    }

    private func isReturn(_ draft: Draft) -> Bool {
        let folded = draft.proposition.tokenIndices.prefix(4).map { words.form(draft.proposition.document, $0).folded }
        return zip(folded, folded.dropFirst()).contains {
            $0 == "in" && ["return", "exchange", "reply", "response", "turn"].contains($1)
        }
    }

    // MARK: Names

    private struct Named {
        var mention: Mention
        var first: Int
        var range: Range<Int>
        var party: Int?
    }

    private func mentions(_ document: Int, _ tokens: [Int]) -> [Named] {
        guard let first = tokens.first, let last = tokens.last else { return [] }
        let analysis = analyses[document]
        let span = analysis.tokens[first].span.union(analysis.tokens[last].span)
        return analysis.mentions.filter { $0.span.overlaps(span) }.compactMap { mention in
            let own = AttributionLayout.tokens(in: mention.span, of: analysis)
            guard tokens.contains(where: own.contains) else { return nil }
            return Named(
                mention: mention, first: own.lowerBound, range: own, party: parties.party(mention, document: document))
        }
    }

    /// The last party before the verb that no preposition governs; what stands in another's name ("Russia's ally") is not.
    private func subject(_ document: Int, _ before: [Int]) -> Int? {
        let named = mentions(document, before).filter {
            $0.party != nil && $0.mention.form != .adjective && $0.mention.kind != .nationality
        }
        let free = named.filter { preposition($0.first, document).isEmpty && !isPossessor($0.range, document) }
        return free.last?.party
    }

    private func isPossessor(_ range: Range<Int>, _ document: Int) -> Bool {
        let last = words.form(document, range.upperBound - 1).folded
        if last.hasSuffix("'s") { return true }
        guard range.upperBound < analyses[document].tokens.count else { return false }
        return words.form(document, range.upperBound).folded == "'s"
    }

    /// The preposition that governs a name, past articles and adjectives; empty where there is none.
    private func preposition(_ first: Int, _ document: Int) -> String {
        var index = first - 1
        for _ in 0..<3 where index >= 0 {
            let form = words.form(document, index)
            if form.classes.contains(.preposition) { return form.folded }
            guard form.classes.contains(.determiner) || form.meaning.isAdjective && !form.meaning.isVerb else {
                return ""
            }
            index -= 1
        }
        return ""
    }

    private static let goods: Set<String> = [
        "ammunition", "goods", "technology", "food", "fuel", "aircraft", "vessel", "vehicle", "launch-missile",
        "worker",
        "soldier", "money", "support", "volunteer",
    ]
}
