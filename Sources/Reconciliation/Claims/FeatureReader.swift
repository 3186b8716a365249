import Lexicons
import NewsModel
import TextCore

/// Reads the features of propositions.
struct FeatureReader {
    let words: StoryWords
    let verbs: VerbFinder
    let facts: WordFacts
    let participants: Participants

    /// The features of a proposition, without a figure.
    func features(of proposition: Proposition, in analysis: Analysis) -> Features {
        var features = Features()
        let indices = proposition.tokenIndices
        let head = verbs.head(proposition.document, indices)
        let named = names(of: proposition, in: analysis)
        let timeSpans = analysis.within(proposition.span, analysis.times, at: \.span).map(\.span)
        var seen: Set<UInt64> = []
        for index in indices where analysis.tokens[index].kind != .punctuation {
            let form = words.form(proposition.document, index)
            let span = analysis.tokens[index].span
            if let number = named.first(where: { $0.span.contains(span) })?.number {
                if !features.participants.contains(number) { features.participants.append(number) }
                if features.subject == nil, let head, index < head { features.subject = number }
                continue
            }
            let isNumber = analysis.tokens[index].kind == .number
            guard form.weight > 0, seen.insert(form.meaning.word).inserted else { continue }
            features.terms.append(
                Features.Term(
                    meaning: form.meaning, weight: isNumber ? Self.numberWeight : form.weight, isNumber: isNumber,
                    isTime: timeSpans.contains { $0.contains(span) }))
            if index == head || form.meaning.isAction || (form.isInflectedVerb && !form.isLight) {
                features.concepts += form.meaning.concepts.filter { !features.concepts.contains($0) }
            }
        }
        if let head {
            let form = words.form(proposition.document, head)
            features.head = form.meaning
            features.headLemma = form.lemma
            features.headConcepts = form.meaning.concepts
            features.isPassive = form.isPast && isAfterBe(proposition.document, head, in: indices)
        }
        if let visit = facts.meanings.concept("visit"),
            isStay(proposition.document, indices, named.map(\.span), analysis),
            !features.concepts.contains(visit)
        {
            features.concepts.append(visit)
        }
        features.days = times(of: proposition, in: analysis).compactMap(\.range)
        return features
    }

    /// The head verb of a proposition.
    func head(of proposition: Proposition) -> Int? { verbs.head(proposition.document, proposition.tokenIndices) }

    /// The times that a proposition speaks of.
    func times(of proposition: Proposition, in analysis: Analysis) -> [TimeExpression] {
        analysis.within(proposition.span, analysis.times, at: \.span).filter { $0.kind == .date || $0.kind == .time }
    }

    /// The figure that a quantity of a proposition gives.
    func figure(_ index: Int, of proposition: Proposition, in analysis: Analysis) -> Figure {
        let quantity = analysis.quantities[index]
        let thing = quantity.thing.map { FoldedText.fold($0) }
        var parts = facts.nouns(thing ?? "")
        let head = parts.popLast()
        return Figure(
            quantity: index, kind: quantity.kind, amount: quantity.amount, unit: quantity.unit, head: head,
            modifiers: parts, thing: quantity.thing, predicate: quantity.predicate,
            concepts: quantity.predicate.map { facts.meanings.entry($0).concepts }
                ?? nearestConcepts(quantity.span, of: proposition, in: analysis))
    }

    /// Concepts of the verb or action noun nearest to a span: in "12 dead and 30 wounded", what each number counts.
    private func nearestConcepts(_ span: TextSpan, of proposition: Proposition, in analysis: Analysis) -> [Int32] {
        let own = AttributionLayout.tokens(in: span, of: analysis)
        var best: (distance: Int, concepts: [Int32])?
        for index in proposition.tokenIndices where !own.contains(index) {
            let meaning = words.form(proposition.document, index).meaning
            let distance = index < own.lowerBound ? own.lowerBound - index : index - own.upperBound + 1
            guard !meaning.concepts.isEmpty, meaning.isVerb || meaning.isAction || meaning.isAdjective, distance <= 8,
                distance < best?.distance ?? .max
            else { continue }
            best = (distance, meaning.concepts)
        }
        return best?.concepts ?? []
    }

    private func names(of proposition: Proposition, in analysis: Analysis) -> [(span: TextSpan, number: Int)] {
        var stretches = proposition.core
        if let subject = proposition.subject, let first = analysis.tokens[subject].first,
            let last = analysis.tokens[subject].last
        {
            stretches.append(first.span.union(last.span))
        }
        return stretches.flatMap { stretch in
            analysis.within(stretch, analysis.mentions, at: \.span).compactMap { mention in
                participants.number(analysis.document.id, chain: mention.chain).map { (mention.span, $0) }
            }
        }
    }

    /// A year or a bare number tells as much as a rare word.
    private static let numberWeight = 1.5

    /// "will be in Pyongyang", "stayed in Rome": being somewhere is a visit.
    private func isStay(_ document: Int, _ indices: [Int], _ names: [TextSpan], _ analysis: Analysis) -> Bool {
        zip(indices, indices.dropFirst()).contains { verb, next in
            guard ["be", "stay"].contains(words.form(document, verb).lemma), words.form(document, next).folded == "in",
                next + 1 < analysis.tokens.count
            else { return false }
            return names.contains { $0.contains(analysis.tokens[next + 1].span) }
        }
    }

    private func isAfterBe(_ document: Int, _ head: Int, in indices: [Int]) -> Bool {
        guard let place = indices.firstIndex(of: head) else { return false }
        return indices[..<place].suffix(3).contains { words.form(document, $0).lemma == "be" }
    }
}
