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
    /// Whether it says that nothing of the kind happened for a time: "the first … in 24 years".
    var isFirstSince: Bool

    /// Whether both may be of one event, or of events of one kind with the same people.
    func isAkin(to other: DateClue, ignoring generic: Set<Int32>) -> Bool {
        participants.contains(where: other.participants.contains)
            && concepts.contains { !generic.contains($0) && other.concepts.contains($0) }
    }
}

/// Collects the clues of a story.
struct DateClueReader {
    let analyses: [Analysis]
    let drafts: [Draft]
    let words: StoryWords

    /// One clue for each time of each proposition, in document order.
    func clues() -> [DateClue] {
        var seen: Set<Citation> = []
        return drafts.flatMap { draft -> [DateClue] in
            let analysis = analyses[draft.proposition.document]
            return analysis.times.indices.compactMap { index in
                let time = analysis.times[index]
                guard draft.proposition.span.contains(time.span) else { return nil }
                let citation = Citation(analysis.document.id, time.span)
                guard seen.insert(citation).inserted else { return nil }
                let around = nearby(time.span, in: draft, analysis)
                let earlier: Set<String> = ["once", "first", "last", "previous", "previously", "earlier"]
                return DateClue(
                    document: draft.proposition.document, time: index, citation: citation,
                    parts: PartialTime.parts(of: time.value), folded: FoldedText.fold(analysis.text[time.span]),
                    participants: draft.features.participants,
                    concepts: draft.features.headConcepts + draft.features.concepts,
                    isEarlierCase: !around.isDisjoint(with: earlier), isFirstSince: around.contains("first"))
            }
        }
    }

    /// The words of the proposition up to twenty before the time and three after it.
    private func nearby(_ span: TextSpan, in draft: Draft, _ analysis: Analysis) -> Set<String> {
        let own = AttributionLayout.tokens(in: span, of: analysis)
        let all = draft.proposition.tokenIndices
        let near = all.filter { $0 >= own.lowerBound - 20 && $0 < own.upperBound + 3 }
        return Set(near.map { words.form(draft.proposition.document, $0).folded })
    }
}
