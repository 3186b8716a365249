import Lexicons
import NewsModel
import TextCore

/// Reads what the figures of propositions count, so that two can be compared.
struct FigureReader: Sendable {
    let words: StoryWords
    let facts: WordFacts
    let outcomes: OutcomeWords
    private let scopes: FigureScopeReader

    init(words: StoryWords, facts: WordFacts, outcomes: OutcomeWords) {
        self.words = words
        self.facts = facts
        self.outcomes = outcomes
        scopes = FigureScopeReader(words: words)
    }

    /// The figures that some quantities of a proposition give, in order.
    func figures(_ indices: [Int], of proposition: Proposition, in analysis: Analysis) -> [Figure] {
        var found: [Figure] = []
        for index in indices where !isLabel(analysis.quantities[index], of: proposition.document, in: analysis) {
            var figure = figure(index, of: proposition, in: analysis)
            let others = found.contains {
                !$0.outcomes.isEmpty && !figure.outcomes.isEmpty && $0.outcomes.isDisjoint(with: figure.outcomes)
            }
            figure.scope = scopes.scope(
                proposition.document, analysis.quantities[index], in: analysis, hasOtherOutcome: others)
            figure.caution = FigureCaution(
                analysis.quantities[index], of: proposition.document, words: words, in: analysis)
            found.append(figure)
        }
        return found
    }

    /// Whether a number counts nothing: a part of a name (`Three Rivers`), a place in a row (`Image ⟦13⟧ of ⟦33⟧`).
    private func isLabel(_ quantity: Quantity, of document: Int, in analysis: Analysis) -> Bool {
        guard quantity.kind == .count else { return false }
        if let place = analysis.sentenceIndex(at: quantity.span.start),
            analysis.within(analysis.sentences[place].span, analysis.mentions, at: \.span)
                .contains(where: { $0.span.contains(quantity.number) && $0.span != quantity.number })
        {
            return true
        }
        guard let first = AttributionLayout.tokens(in: quantity.number, of: analysis).first, first >= 1 else {
            return false
        }
        func isNumber(_ token: Int) -> Bool {
            analysis.tokens.indices.contains(token) && analysis.tokens[token].kind == .number
        }
        func isOf(_ token: Int) -> Bool {
            analysis.tokens.indices.contains(token) && ["of", "/"].contains(words.form(document, token).folded)
        }
        func isLabel(_ token: Int) -> Bool { token >= 0 && Self.labels.contains(words.form(document, token).lemma) }
        return isOf(first + 1) && isNumber(first + 2) && isLabel(first - 1)
            || isOf(first - 1) && isNumber(first - 2) && isLabel(first - 3)
    }

    private static let labels: Set<String> = [
        "image", "photo", "picture", "slide", "page", "figure", "part", "frame", "video", "item", "chapter",
    ]

    /// Whether the sentence says elsewhere what a bare number counts: `the number of the dead at four`.
    func isCounted(_ quantity: Quantity, of proposition: Proposition, in analysis: Analysis) -> Bool {
        counted(quantity, of: proposition, in: analysis) != nil
    }

    private func figure(_ index: Int, of proposition: Proposition, in analysis: Analysis) -> Figure {
        let quantity = analysis.quantities[index]
        var thing = quantity.thing.map { FoldedText.fold($0) }
        var parts = facts.nouns(thing ?? "")
        var concepts = quantity.predicate.map { facts.meanings.entry($0).concepts } ?? []
        if quantity.kind == .count, let counted = counted(quantity, of: proposition, in: analysis) {
            thing = counted
            parts = facts.nouns(counted)
        }
        // "the first part of 12,000 tonnes": the part is not what the tonnes are of.
        if quantity.thingSpan.map({ $0.end <= quantity.span.start }) ?? false,
            let last = thing?.split(separator: " ").last,
            Self.portions.contains(String(last))
        {
            thing = nil
            parts = []
        }
        var head = parts.popLast()
        if concepts.isEmpty {
            concepts = nearestConcepts(quantity.span, counting: head, of: proposition, in: analysis)
        }
        var own = outcomes.outcomes(among: concepts)
        // "four dead", "the death toll": the noun itself tells the outcome, and persons are what is counted.
        let told = outcomes.personal.intersection(head?.concepts ?? [])
        var isOfPersons = head.map(outcomes.isPerson) ?? false
        if !told.isEmpty, quantity.kind == .count, !isOfPersons || head?.isAdjective == true, !isOfWounds(thing) {
            own = told
            concepts = Array(told).sorted()
            isOfPersons = true
            head = outcomes.person
            parts = []
        } else if isOfPersons, own.isEmpty {
            own = outcomes.personal.intersection(parts.flatMap(\.concepts))
        }
        var (kind, amount) = (quantity.kind, quantity.amount)
        if kind == .ordinal, let number = amount.high, number >= 2 {
            kind = .count
            amount = Amount(exactly: number - 1)
        }
        return Figure(
            quantity: index, kind: kind, amount: amount, unit: quantity.unit, head: head,
            modifiers: parts, thing: thing, predicate: quantity.predicate, concepts: concepts, outcomes: own,
            isOfPersons: isOfPersons)
    }

    /// What a number counts that stands apart from it: `the number of the dead at four`, `the death toll rose to 45`,
    /// `number of injured … to 29`, `of the injured, nine`.
    private func counted(_ quantity: Quantity, of proposition: Proposition, in analysis: Analysis) -> String? {
        let own = AttributionLayout.tokens(in: quantity.span, of: analysis)
        guard let place = analysis.sentenceIndex(at: quantity.span.start), !own.isEmpty else { return nil }
        let sentence = analysis.sentences[place].tokens
        let document = proposition.document
        let head = quantity.thing.map { FoldedText.fold($0) }?.split(separator: " ").last.map(String.init)
        if let head, !Self.counters.contains(head), quantity.thingSpan.map({ $0.start > quantity.span.start }) ?? true {
            return nil
        }
        for index in (max(sentence.lowerBound, own.lowerBound - 14)..<own.lowerBound).reversed() {
            let folded = words.form(document, index).folded
            if folded == ";" || folded == "." { return nil }
            guard Self.counters.contains(folded) else { continue }
            if folded == "toll" || folded == "count" {
                let modifier = index > sentence.lowerBound ? words.form(document, index - 1) : nil
                if let modifier, !outcomes.outcomes(among: modifier.meaning.concepts).isEmpty { return modifier.folded }
                return folded == "toll" ? "dead" : nil
            }
            var next = index + 1
            guard next < own.lowerBound, words.form(document, next).folded == "of" else { continue }
            next += 1
            while next < own.lowerBound, words.form(document, next).classes.contains(.determiner) { next += 1 }
            if next < own.lowerBound, words.form(document, next).isWord { return words.form(document, next).folded }
        }
        if head == nil, words.form(document, sentence.lowerBound).folded == "of", sentence.count > 2 {
            return words.form(document, sentence.lowerBound + 2).folded
        }
        return nil
    }

    /// Concepts of the verb or action noun nearest to a span: in "12 dead and 30 wounded", what each number counts. Not
    /// beyond another number, nor of the things counted themselves; an outcome before what tells of none.
    private func nearestConcepts(
        _ span: TextSpan, counting thing: WordMeanings.Entry?, of proposition: Proposition, in analysis: Analysis
    ) -> [Int32] {
        let own = AttributionLayout.tokens(in: span, of: analysis)
        let indices = proposition.tokenIndices
        let others = analysis.within(proposition.span, analysis.quantities, at: \.span).filter { $0.span != span }
            .map { AttributionLayout.tokens(in: $0.number, of: analysis) }
        func near(_ side: [Int]) -> [(distance: Int, concepts: [Int32])] {
            var found: [(distance: Int, concepts: [Int32])] = []
            for (distance, index) in side.prefix(9).enumerated() {
                let form = words.form(proposition.document, index)
                if others.contains(where: { $0.contains(index) }) || form.folded == ";" { break }
                guard !form.meaning.concepts.isEmpty, !form.classes.contains(.auxiliary),
                    form.meaning.word != thing?.word,
                    form.meaning.isVerb || form.meaning.isAction || form.meaning.isAdjective
                else { continue }
                found.append((distance, form.meaning.concepts))
            }
            return found
        }
        let all =
            near(indices.filter { $0 < own.lowerBound }.reversed()) + near(indices.filter { $0 >= own.upperBound })
        let telling = all.filter { !outcomes.outcomes(among: $0.concepts).isEmpty }
        return (telling.isEmpty ? all : telling).min { $0.distance < $1.distance }?.concepts ?? []
    }

    /// "three gunshot wounds" are not three persons.
    private func isOfWounds(_ thing: String?) -> Bool {
        guard let last = thing?.split(separator: " ").last else { return false }
        return ["wound", "wounds"].contains(last)
    }

    private static let portions: Set<String> = [
        "part", "portion", "share", "batch", "rest", "half", "tranche", "instalment",
    ]
    /// Words for a count, whose number may stand apart from what it counts.
    static let counters: Set<String> = ["number", "toll", "count", "total", "tally", "figure"]
}
