import Lexicons
import NewsModel
import TextCore

/// One document as the arithmetic checks see it.
struct ArithmeticContext {
    let document: Int
    let analysis: Analysis
    let words: StoryWords
    let facts: WordFacts

    /// Indices of the quantities within a span.
    func quantities(in span: TextSpan) -> [Int] {
        analysis.quantities.indices.filter { span.contains(analysis.quantities[$0].span) }
    }

    /// Folded words of a span.
    func folded(_ span: TextSpan) -> [String] {
        AttributionLayout.tokens(in: span, of: analysis).map { words.form(document, $0).folded }
    }

    /// The tokens of a sentence that a quantity stands in.
    func sentence(of quantity: Int) -> Sentence? {
        analysis.sentenceIndex(at: analysis.quantities[quantity].span.start).map { analysis.sentences[$0] }
    }

    /// Meaning of the head noun of what a quantity counts.
    func head(of quantity: Int) -> WordMeanings.Entry? {
        analysis.quantities[quantity].thing.flatMap { facts.nouns($0).last }
    }

    /// The words of a quantity with what it counts.
    func quoted(_ quantity: Int) -> String {
        let value = analysis.quantities[quantity]
        let span =
            value.thingSpan.map { thing in
                thing.start >= value.span.end && thing.start - value.span.end < 24
                    ? value.span.union(thing) : value.span
            } ?? value.span
        return "“\(analysis.text[span].oneLine)”"
    }

    /// Where a quantity stands.
    func citation(_ quantity: Int) -> Citation { Citation(analysis.document.id, analysis.quantities[quantity].span) }
}

/// Checks whether the numbers of one report agree with one another. High precision first: what is not sure is not shown.
struct ArithmeticChecker {
    let analyses: [Analysis]
    let words: StoryWords
    let facts: WordFacts
    let outlets: OutletNames

    /// Every disagreement, in document order.
    func find() -> [Discrepancy] {
        analyses.enumerated().flatMap { document, analysis -> [Discrepancy] in
            let context = ArithmeticContext(document: document, analysis: analysis, words: words, facts: facts)
            let name = outlets.name(document)
            let paragraphs = analysis.document.blocks.filter(\.kind.isProse).map(\.span)
            return paragraphs.flatMap { paragraph -> [Discrepancy] in
                let inside = context.quantities(in: paragraph)
                guard inside.count >= 2 else { return [] }
                return PriceTimesCount(context: context, outlet: name).check(inside)
                    + ShareOfTotal(context: context, outlet: name).check(inside)
                    + SumOfParts(context: context, outlet: name).check(inside)
                    + ChangeOfValue(context: context, outlet: name).check(inside)
            }
        }
    }
}
