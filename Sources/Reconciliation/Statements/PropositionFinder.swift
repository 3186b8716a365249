import Lexicons
import NewsModel
import TextCore

/// Takes the sentences of a document apart: what is attributed from the words that attribute it, and clause from clause.
struct PropositionFinder {
    let words: StoryWords
    let splitter: ClauseSplitter
    let verbs: VerbFinder

    /// The propositions of one document, in the order of the text.
    func propositions(_ document: Int, of analysis: Analysis) -> [Proposition] {
        let layout = AttributionLayout(analysis) { reach(document, $0, analysis) }
        var found: [Proposition] = []
        for (index, sentence) in analysis.sentences.enumerated() {
            guard analysis.document.blocks.indices.contains(sentence.block) else { continue }
            let kind = analysis.document.blocks[sentence.block].kind
            guard kind.isArticleText, !isQuestion(document, sentence) else { continue }
            let headline = !kind.isProse
            for (attribution, runs) in layout.stretches(of: sentence.tokens) {
                for piece in pieces(document, runs, attributed: attribution != nil, analysis) {
                    guard
                        let proposition = proposition(
                            document, index, piece, attribution: attribution, isHeadline: headline, analysis)
                    else { continue }
                    found.append(proposition)
                }
            }
        }
        return found
    }

    /// What of a sentence an attribution gives: a clause stands alone; quoted words, figures and infinitives that are none
    /// are read with the words that attribute them.
    private func reach(
        _ document: Int, _ attribution: Attribution, _ analysis: Analysis
    ) -> AttributionLayout.Reach {
        let stands = attribution.content.contains { content in
            verbs.isClause(document, AttributionLayout.tokens(in: content, of: analysis))
        }
        if stands { return .content }
        if isOwnWish(document, attribution, analysis) { return .nothing }
        let tells = attribution.content.contains { content in
            analysis.within(content, analysis.quantities, at: \.span).contains { $0.kind != .ordinal }
                || hasInfinitive(document, AttributionLayout.tokens(in: content, of: analysis))
        }
        guard attribution.style != .indirect || tells else { return .nothing }
        let isOneSentence =
            analysis.sentenceIndex(at: attribution.span.start) == analysis.sentenceIndex(at: attribution.span.end - 1)
        return isOneSentence ? .clause : .content
    }

    /// `Gore plans ⟦to skip it⟧`: what somebody means to do is told by whoever tells it, not by him.
    private func isOwnWish(_ document: Int, _ attribution: Attribution, _ analysis: Analysis) -> Bool {
        guard attribution.style == .indirect, let content = attribution.content.first else { return false }
        let (cue, wish) = (
            AttributionLayout.tokens(in: attribution.cue, of: analysis),
            AttributionLayout.tokens(in: content, of: analysis)
        )
        return !wish.isEmpty && words.form(document, wish.lowerBound).folded == "to"
            && cue.contains { Self.wishes.contains(words.form(document, $0).lemma) }
    }

    private static let wishes: Set<String> = ["plan", "want", "hope", "intend", "wish", "aim", "seek", "prefer"]

    /// Words that no clause ends with.
    private static let opening: Set<String> = ["the", "a", "an", "any", "every"]

    /// `expects the quay ⟦to open⟧`.
    private func hasInfinitive(_ document: Int, _ tokens: Range<Int>) -> Bool {
        tokens.dropLast().contains {
            words.form(document, $0).folded == "to" && words.form(document, $0 + 1).meaning.isVerb
        }
    }

    /// The clauses of the runs of one governor: attributed runs that a reporting clause parts are one piece.
    private func pieces(
        _ document: Int, _ runs: [Range<Int>], attributed: Bool, _ analysis: Analysis
    ) -> [(runs: [Range<Int>], subject: Range<Int>?)] {
        if attributed, runs.count > 1 { return [(runs, nil)] }
        return runs.flatMap { run in
            splitter.clauses(document, run, in: analysis).map { ([$0.tokens], $0.subject) }
        }
    }

    private func proposition(
        _ document: Int, _ sentence: Int, _ piece: (runs: [Range<Int>], subject: Range<Int>?), attribution: Int?,
        isHeadline: Bool, _ analysis: Analysis
    ) -> Proposition? {
        let runs = piece.runs.map { trimmed(document, $0, analysis) }.filter { !$0.isEmpty }
        guard let first = runs.first, let last = runs.last else { return nil }
        // "denied the": what is left of "denied the notion that …" tells nothing.
        if Self.opening.contains(words.form(document, last.upperBound - 1).folded) { return nil }
        let indices = runs.flatMap { $0 }
        let contentful = indices.filter { words.form(document, $0).weight > 0.2 }.count
        let spans = runs.map { analysis.tokens[$0.lowerBound].span.union(analysis.tokens[$0.upperBound - 1].span) }
        let span = analysis.tokens[first.lowerBound].span.union(analysis.tokens[last.upperBound - 1].span)
        guard contentful >= 2, indices.count >= 3 else { return nil }
        let says =
            verbs.head(document, indices) != nil
            || indices.contains { verbs.isFinite(document, $0, from: indices[0]) }
        let counts = analysis.within(span, analysis.quantities, at: \.span).contains { $0.kind != .ordinal }
        guard says || counts || isHeadline || attribution != nil else { return nil }
        return Proposition(
            document: document, sentence: sentence, tokens: runs, core: spans, span: span, subject: piece.subject,
            attribution: attribution, isHeadline: isHeadline)
    }

    /// The run without the punctuation and conjunctions at its ends, and without a quotation mark whose partner lies
    /// outside.
    private func trimmed(_ document: Int, _ run: Range<Int>, _ analysis: Analysis) -> Range<Int> {
        var low = run.lowerBound
        var high = run.upperBound
        func isLoose(_ index: Int, leading: Bool) -> Bool {
            let token = analysis.tokens[index]
            if token.kind == .punctuation { return true }
            if token.kind == .quoteMark { return isUnpaired(low..<high, analysis) }
            let classes = words.form(document, index).classes
            return classes.contains(.conjunction)
                && !(leading && Self.subordinating.contains(words.form(document, index).folded))
                || (words.form(document, index).folded == "that" && leading && high - low > 3
                    && words.form(document, index + 1).classes.isDisjoint(with: [.auxiliary]))
                || (words.form(document, index).folded == "that" && !leading && index > low
                    && words.form(document, index - 1).classes.contains(.conjunction))
        }
        /// "…, and ⟦therefore⟧": what a clause that was cut off began with.
        func isLeftOver(_ index: Int) -> Bool {
            index > low && Self.connecting.contains(words.form(document, index).folded)
                && words.form(document, index - 1).classes.contains(.conjunction)
        }
        while low < high, isLoose(low, leading: true) { low += 1 }
        while high > low, isLoose(high - 1, leading: false) || isLeftOver(high - 1) { high -= 1 }
        return low..<high
    }

    private static let connecting: Set<String> = [
        "therefore", "thus", "hence", "then", "also", "so", "consequently", "thereby", "meanwhile",
    ]

    /// Conjunctions that belong to the clause they begin.
    private static let subordinating: Set<String> = ["while", "whereas", "although", "though"]

    private func isUnpaired(_ run: Range<Int>, _ analysis: Analysis) -> Bool {
        analysis.tokens[run].reduce(0) { $0 + ($1.kind == .quoteMark ? 1 : 0) } % 2 == 1
    }

    private func isQuestion(_ document: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens.suffix(2).contains { words.form(document, $0).folded == "?" }
    }
}
