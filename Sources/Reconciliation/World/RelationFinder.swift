import NewsModel
import TextCore

/// What actors are to one another, as the words beside their names say it.
///
/// `Russian President Vladimir Putin` (president of Russia) · `Putin ally Sergei Markov` (ally of Putin) · `Kim's father,
/// Kim Jong Il` (father of Kim). Being named in one sentence is no relation.
struct RelationFinder {
    let analyses: [Analysis]
    let words: StoryWords
    let participants: Participants
    let actors: [Actor]

    /// The relations, those told of most often first; of two actors with one word one.
    func relations() -> [Relation] {
        var found: [(from: Int, to: Int, text: String, citations: [Citation])] = []
        for (document, analysis) in analyses.enumerated() {
            for mention in analysis.mentions where mention.kind == .person && mention.form == .name {
                guard let role = mention.role, let from = number(mention, analysis),
                    let (to, text) = other(role, of: mention, document, analysis, not: from), !text.isEmpty
                else { continue }
                let citation = Citation(analysis.document.id, mention.span.union(role))
                if let place = found.firstIndex(where: {
                    $0.from == from && $0.to == to && FoldedText.fold($0.text) == FoldedText.fold(text)
                }) {
                    found[place].citations.append(citation)
                } else {
                    found.append((from, to, text, [citation]))
                }
            }
        }
        return found.enumerated().sorted { a, b in
            a.element.citations.count != b.element.citations.count
                ? a.element.citations.count > b.element.citations.count : a.offset < b.offset
        }.map { entry in
            Relation(
                from: actors[entry.element.from].id, to: actors[entry.element.to].id,
                text: entry.element.text + " of", citations: entry.element.citations.sorted())
        }
    }

    private func number(_ mention: Mention, _ analysis: Analysis) -> Int? {
        participants.number(analysis.document.id, chain: mention.chain)
    }

    /// The actor that a role names or belongs to, and what is left of the role without its name.
    private func other(
        _ role: TextSpan, of mention: Mention, _ document: Int, _ analysis: Analysis, not from: Int
    ) -> (Int, String)? {
        let tokens = AttributionLayout.tokens(in: role, of: analysis)
        for named in analysis.within(role, analysis.mentions, at: \.span) where named.span != mention.span {
            guard named.form != .pronoun, let to = number(named, analysis), to != from,
                named.span.start == firstName(tokens, analysis)
            else { continue }
            let own = AttributionLayout.tokens(in: named.span, of: analysis)
            guard own.upperBound < tokens.upperBound else { continue }
            let rest = analysis.tokens[own.upperBound].span.union(analysis.tokens[tokens.upperBound - 1].span)
            return (to, tidy(analysis.text[rest].oneLine))
        }
        // "Kim's father, Kim Jong Il"
        guard tokens.lowerBound > 0 else { return nil }
        let before = analysis.tokens[tokens.lowerBound - 1].span
        guard
            let owner = analysis.mentions.first(where: {
                $0.form == .name && $0.kind != .nationality
                    && ($0.span.end == before.start || $0.span.end == before.end)
            }),
            words.form(document, tokens.lowerBound - 1).folded.hasSuffix("'s"), let to = number(owner, analysis),
            to != from
        else { return nil }
        return (to, tidy(analysis.text[role].oneLine))
    }

    /// Where the role begins, past an article.
    private func firstName(_ tokens: Range<Int>, _ analysis: Analysis) -> Int? {
        guard let first = tokens.first else { return nil }
        let text = FoldedText.fold(analysis.text[analysis.tokens[first].span])
        let start = ["the", "a", "an", "former", "then"].contains(text) && tokens.count > 1 ? first + 1 : first
        return analysis.tokens[start].span.start
    }

    private func tidy(_ text: String) -> String {
        var text = text[...]
        for ending in ["'s ", "’s ", "- "] where text.hasPrefix(ending) { text = text.dropFirst(ending.count) }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
