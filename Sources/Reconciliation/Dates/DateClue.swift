import Lexicons
import NewsModel
import TextCore

/// A time that a report gives of an event, with what is needed to tell whether another report means the same event.
struct DateClue {
    var document: Int
    /// Index into the document's times.
    var time: Int
    var citation: Citation
    var parts: [PartialTime]
    /// The words of the expression, folded.
    var folded: String
    /// Actors of the proposition.
    var participants: [Int]
    /// Concepts of its verbs and action nouns.
    var concepts: [Int32]
    /// Whether the proposition tells of an earlier case: "only once", "the first was", "last visited".
    var isEarlierCase: Bool
    /// Whether it says that nothing of the kind happened for a time: "the first … in 24 years", "the worst … in 13 years".
    var isFirstSince: Bool
    /// What it calls unequalled, where it does: the superlative and its noun ("worst accident").
    var record: [String] = []
    /// Number of its proposition's draft.
    var draft = 0
    /// Whether the proposition speaks of what is still to come.
    var isAhead = false

    /// Whether both may be of one event, or of events of one kind with the same people.
    func isAkin(to other: DateClue, ignoring generic: Set<Int32>) -> Bool {
        if !record.isEmpty, record == other.record { return true }
        return participants.contains(where: other.participants.contains)
            && concepts.contains { !generic.contains($0) && other.concepts.contains($0) }
    }
}

/// Collects the clues of a story.
struct DateClueReader {
    let analyses: [Analysis]
    let drafts: [Draft]
    let words: StoryWords
    let participants: Participants

    /// One clue for each time of each proposition, in document order.
    func clues() -> [DateClue] {
        var seen: Set<Citation> = []
        return drafts.enumerated().flatMap { number, draft -> [DateClue] in
            let analysis = analyses[draft.proposition.document]
            return analysis.times.indices.compactMap { index in
                let time = analysis.times[index]
                guard draft.proposition.span.contains(time.span) else { return nil }
                let citation = Citation(analysis.document.id, time.span)
                guard seen.insert(citation).inserted else { return nil }
                let around = nearby(time.span, in: draft, analysis)
                let earlier: Set<String> = ["once", "first", "last", "previous", "previously", "earlier"]
                let record = record(time.span, in: draft, analysis)
                let isBefore = !around.isDisjoint(with: earlier) || !record.isEmpty && around.contains("since")
                let people = draft.features.participants
                return DateClue(
                    document: draft.proposition.document, time: index, citation: citation,
                    parts: PartialTime.parts(of: time.value), folded: FoldedText.fold(analysis.text[time.span]),
                    participants: people + people.compactMap { participants.country(of: $0) },
                    concepts: draft.features.headConcepts + draft.features.concepts,
                    isEarlierCase: isBefore, isFirstSince: around.contains("first") || !record.isEmpty,
                    record: record, draft: number,
                    isAhead: isAhead(time.span, in: draft, analysis))
            }
        }
    }

    /// Whether the clause puts a time into the future: `will open on ⟦Friday⟧`, `expects the quay to open on ⟦Friday⟧`, `next
    /// ⟦Tuesday⟧`; not `who on ⟦Tuesday⟧ had promised that …`.
    private func isAhead(_ span: TextSpan, in draft: Draft, _ analysis: Analysis) -> Bool {
        let own = AttributionLayout.tokens(in: span, of: analysis)
        if own.contains(where: { words.form(draft.proposition.document, $0).folded == "next" }) { return true }
        for token in draft.proposition.tokenIndices.reversed() where token < own.lowerBound {
            guard own.lowerBound - token <= 12 else { return false }
            let form = words.form(draft.proposition.document, token)
            if Self.ahead.contains(form.folded) { return true }
            if [",", ";", "that", "who", "which", "when"].contains(form.folded) { return false }
            if form.isInflectedVerb, form.isPast, !["expected", "planned", "scheduled", "set"].contains(form.folded) {
                return false
            }
        }
        // "expects ⟦the quay to open on Friday⟧": the verb that looks ahead attributes the rest.
        guard let number = draft.proposition.attribution, analysis.attributions.indices.contains(number) else {
            return false
        }
        let cue = AttributionLayout.tokens(in: analysis.attributions[number].cue, of: analysis)
        return cue.contains { Self.ahead.contains(words.form(draft.proposition.document, $0).folded) }
    }

    private static let ahead: Set<String> = [
        "will", "could", "may", "might", "shall", "expects", "expected", "plans", "planned", "scheduled", "due", "next",
        "aims",
        "hopes", "until",
    ]

    /// The superlative before a time and the noun that it is of: `the ⟦worst accident⟧ in the port in 13 years`.
    private func record(_ span: TextSpan, in draft: Draft, _ analysis: Analysis) -> [String] {
        let own = AttributionLayout.tokens(in: span, of: analysis)
        let before = draft.proposition.tokenIndices.filter { $0 < own.lowerBound && $0 >= own.lowerBound - 20 }
        for (place, token) in before.enumerated() {
            let form = words.form(draft.proposition.document, token)
            guard Self.superlatives.contains(form.folded) || form.folded.hasSuffix("est") && form.lemma != form.folded
            else { continue }
            for next in before[(place + 1)...].prefix(4) {
                let noun = words.form(draft.proposition.document, next)
                if noun.meaning.isNoun, noun.classes.isEmpty, !noun.meaning.isAdjective {
                    return [form.folded, noun.lemma]
                }
            }
        }
        return []
    }

    private static let superlatives: Set<String> = [
        "worst", "best", "deadliest", "biggest", "largest", "highest", "lowest", "heaviest", "bloodiest", "most",
        "least",
        "longest", "strongest", "greatest", "gravest", "costliest",
    ]

    /// The words of the proposition up to twenty before the time and three after it.
    private func nearby(_ span: TextSpan, in draft: Draft, _ analysis: Analysis) -> Set<String> {
        let own = AttributionLayout.tokens(in: span, of: analysis)
        let all = draft.proposition.tokenIndices
        let near = all.filter { $0 >= own.lowerBound - 20 && $0 < own.upperBound + 3 }
        return Set(near.map { words.form(draft.proposition.document, $0).folded })
    }
}
