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
                if !features.participants.contains(number) {
                    features.participants.append(number)
                    features.nameWords.formUnion(participants.nameWords[number])
                }
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
        features.isEarlier = isEarlier(proposition.document, indices)
        features.days = times(of: proposition, in: analysis).compactMap(\.range)
        return features
    }

    /// The head verb of a proposition.
    func head(of proposition: Proposition) -> Int? { verbs.head(proposition.document, proposition.tokenIndices) }

    /// The times that a proposition speaks of.
    func times(of proposition: Proposition, in analysis: Analysis) -> [TimeExpression] {
        analysis.within(proposition.span, analysis.times, at: \.span).filter { $0.kind == .date || $0.kind == .time }
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
                participants.number(analysis.document.id, mention).map { (mention.span, $0) }
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

    /// `visited Pyongyang only once – in 2000`, `the first being in 2000`, `the first was in 2000`.
    private func isEarlier(_ document: Int, _ indices: [Int]) -> Bool {
        let folded = indices.map { words.form(document, $0).folded }
        return zip(folded, folded.dropFirst()).contains { a, b in
            (a == "only" && b == "once") || (a == "first" && ["was", "being", "came", "in"].contains(b))
                || (a == "last" && ["was", "visited", "met", "came"].contains(b)) || a == "previously"
        }
    }

    private func isAfterBe(_ document: Int, _ head: Int, in indices: [Int]) -> Bool {
        guard let place = indices.firstIndex(of: head) else { return false }
        return indices[..<place].suffix(3).contains { words.form(document, $0).lemma == "be" }
    }
}
