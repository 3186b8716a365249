import NewsModel
import TextCore

/// The quotations of one draft: who says them, and whether they can have been said so.
///
/// - no speaker: `“⟦We heard a bang and then nothing.⟧”` where no sentence around it says who spoke
/// - paraphrase: `said that “⟦he would not let his country down⟧”`: the words speak of their speaker as "he"
/// - wording: a headline that quotes three words or more which the text does not have
struct QuotationCheck {
    let analysis: Analysis

    /// The findings of the draft.
    func findings() -> [Finding] {
        guard analysis.document.metadata.isReadable else { return [] }
        return analysis.quotations.compactMap { quotation -> Finding? in
            guard !quotation.isScare else { return nil }
            return paraphrase(quotation) ?? withoutSpeaker(quotation)
        } + headlines()
    }

    private func withoutSpeaker(_ quotation: Quotation) -> Finding? {
        guard quotation.style == .direct, quotation.speaker == nil, analysis.isProse(at: quotation.span),
            quotation.content.reduce(0, { $0 + words($1).count }) >= 5,
            !analysis.attributions.contains(where: { attribution in
                attribution.source != nil && attribution.content.contains { $0.overlaps(quotation.span) }
            })
        else { return nil }
        return Finding(
            kind: .noSpeaker, grade: .question, text: "Nobody is named who says \(quoted(quotation.span)).",
            citations: [Citation(analysis.document.id, quotation.span)],
            explanation: "No sentence around the quotation says who spoke.")
    }

    /// Quoted words inside reported speech that speak of their own speaker in the third person.
    private func paraphrase(_ quotation: Quotation) -> Finding? {
        guard quotation.style == .mixed, let speaker = quotation.speakerChain, let source = quotation.speaker else {
            return nil
        }
        let inside = quotation.content.flatMap { analysis.within($0, analysis.mentions, at: \.span) }
        guard
            let pronoun = inside.first(where: { mention in
                mention.form == .pronoun && mention.chain == speaker
                    && Self.third.contains(FoldedText.fold(analysis.text[mention.span]))
            }),
            !quotation.content.flatMap(words).contains(where: Self.first.contains)
        else { return nil }
        return Finding(
            kind: .paraphrase, grade: .question,
            text: "\(quoted(quotation.span)) speaks of its speaker as “\(analysis.text[pronoun.span])”.",
            citations: [Citation(analysis.document.id, quotation.span), Citation(analysis.document.id, source)],
            explanation:
                "Given as the words of “\(analysis.text[source].oneLine)”, who would have said “I” or "
                + "“we”: a paraphrase set in quotation marks, or a word that was changed without brackets.")
    }

    /// Quoted words of a headline that the text does not have.
    private func headlines() -> [Finding] {
        let text = analysis.document.blocks.filter(\.kind.isProse).flatMap { words($0.span) }
        let titles = analysis.document.blocks.filter { $0.kind == .title || $0.kind == .heading }
        var told: Set<[String]> = []
        return analysis.quotations.compactMap { quotation -> Finding? in
            guard titles.contains(where: { $0.span.contains(quotation.span) }) else { return nil }
            let quoted = quotation.content.flatMap(words)
            guard quoted.count >= 3, text.count > 50, told.insert(quoted).inserted, !Self.contains(text, quoted) else {
                return nil
            }
            return Finding(
                kind: .wording, grade: .question,
                text: "The headline quotes \(self.quoted(quotation.span)); the text does not have these words.",
                citations: [Citation(analysis.document.id, quotation.span)] + nearest(quoted, besides: quotation),
                explanation: "Words in quotation marks should be those that the text gives.")
        }
    }

    /// The quotation of the text that shares the most words with one of the headline, where it shares half of them.
    private func nearest(_ words: [String], besides headline: Quotation) -> [Citation] {
        let scored = analysis.quotations.filter { analysis.isProse(at: $0.span) && $0.span != headline.span }.map {
            other in
            (other, Set(other.content.flatMap(self.words)).intersection(words).count)
        }
        guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 * 2 >= words.count else { return [] }
        return [Citation(analysis.document.id, best.0.span)]
    }

    // MARK: Words

    private func quoted(_ span: TextSpan) -> String { analysis.text[span].oneLine }

    private func words(_ span: TextSpan) -> [String] {
        analysis.foldedWords(in: span).map(\.folded)
    }

    private static func contains(_ long: [String], _ short: [String]) -> Bool {
        guard long.count >= short.count else { return false }
        return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
    }

    private static let third: Set<String> = ["he", "she", "his", "her", "him", "himself", "herself"]
    private static let first: Set<String> = ["i", "me", "my", "we", "our", "us", "mine", "ours"]
}
