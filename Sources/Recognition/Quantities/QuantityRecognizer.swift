public import Lexicons
public import NewsModel
import TextCore

/// Adds amounts: values and ranges, bounds, units, and the thing counted.
///
/// - `⟦nearly five million⟧ artillery shells`, `⟦at least 20⟧ times`, `⟦between two and five million⟧ of them`
/// - `⟦approximately 4%⟧ of annual GDP`, `⟦25 billion dollars⟧`, `⟦152 mm⟧`, `a ⟦24-year-old⟧ man`, `⟦dozens⟧ of people`
/// - `⟦a third⟧ of the shells`, `the ⟦second⟧ time`, `output ⟦doubled⟧`, `⟦three times⟧ as many`
/// - not `June 18`, `in 2000`, `24 years` (times), `SU-27`, `Flight 370`, `9/11`, `won 3-1`, `123 Main Street`, `one must`
public struct QuantityRecognizer: Annotator {
    private let numbers: NumberReader
    private let measures: MeasureReader
    private let bounds: BoundReader
    private let multiples: MultipleReader
    private let exclusions: NotQuantities
    private let things: ThingFinder
    private let ages: ApposedAges
    private let tagger: WordTagger

    /// Prepares a recogniser.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let words = try NumberWords(resources: resources)
        let contexts = try ContextWords(resources: resources)
        let lexicon = try WordLexicon(resources: resources)
        numbers = NumberReader(words: words)
        measures = MeasureReader(words: words, units: try UnitTable(resources: resources))
        bounds = BoundReader(bounds: try BoundTable(resources: resources), contexts: contexts)
        multiples = try MultipleReader(resources: resources, contexts: contexts)
        exclusions = try NotQuantities(resources: resources, contexts: contexts, lexicon: lexicon)
        ages = ApposedAges(contexts: contexts, lexicon: lexicon)
        tagger = try resources.shared(WordTagger.self)
        things = ThingFinder(chunker: NounPhraseChunker(lexicon: lexicon), contexts: contexts)
    }

    public func annotate(_ analysis: inout Analysis) {
        var found: [Quantity] = []
        for index in analysis.sentences.indices {
            let lexemes = Lexemes(analysis.text, in: analysis.sentences[index].span)
            let amounts = amounts(in: lexemes)
            guard !amounts.isEmpty else { continue }
            found += quantities(
                amounts, tagged(lexemes, index, analysis), earlier: { earlier(than: index, analysis) }
            ).filter { !isTime($0, analysis) }
        }
        analysis.quantities = found.sorted { $0.span < $1.span }
    }

    /// The lexemes of a sentence with its parts of speech, where it has tokens.
    private func tagged(_ lexemes: Lexemes, _ index: Int, _ analysis: Analysis) -> Lexemes {
        let range = analysis.sentences[index].tokens
        guard !range.isEmpty else { return lexemes }
        return lexemes.tagged(tagger.tags(of: analysis, in: range), of: analysis.tokens[range])
    }

    /// The sentences before, the nearest first, for what a pronoun stands for.
    private func earlier(than index: Int, _ analysis: Analysis) -> [Lexemes] {
        (max(0, index - Self.memory)..<index).reversed().map {
            tagged(Lexemes(analysis.text, in: analysis.sentences[$0].span), $0, analysis)
        }
    }

    /// How many sentences back a pronoun may stand for something.
    private static let memory = 3

    /// Whether the time recogniser has taken the number: all but ages, whose years it may have read as a duration.
    private func isTime(_ quantity: Quantity, _ analysis: Analysis) -> Bool {
        guard quantity.kind != .age, quantity.kind != .money else { return false }
        let low = analysis.times.partitioningIndex { $0.span.end > quantity.number.start }
        return low < analysis.times.count && analysis.times[low].span.contains(quantity.number)
    }

    /// Every amount of a sentence: numbers with units and bounds, orders of magnitude, multiples; in order.
    private func amounts(in lexemes: Lexemes) -> [BoundedMeasure] {
        let numbers = self.numbers.numbers(in: lexemes)
        let bounded = bounds.bounded(measures.measures(of: numbers, in: lexemes), in: lexemes)
        // Numbers go before words of magnitude that start at the same place.
        let multiples = self.multiples.multiples(in: lexemes).map { one in
            one.isOccasion ? one : bounds.hedged(one, in: lexemes)
        }
        return (bounded + bounds.vague(in: lexemes) + multiples).sorted { $0.order < $1.order }
    }

    /// The quantities among the amounts of one sentence, in order, not overlapping.
    private func quantities(
        _ amounts: [BoundedMeasure], _ lexemes: Lexemes, earlier: () -> [Lexemes]
    ) -> [Quantity] {
        let isTitleCase = Self.isTitleCase(lexemes)
        var found: [Quantity] = []
        var end = 0
        for amount in amounts where amount.lexemes.lowerBound >= end {
            let one = ages.apposed(ordinal(amount, lexemes), lexemes)
            guard !exclusions.contains(one, lexemes, isTitleCase: isTitleCase) else { continue }
            guard let quantity = quantity(one, lexemes, earlier: earlier) else { continue }
            found.append(quantity)
            end = one.lexemes.upperBound
        }
        return found
    }

    /// "a third visit": an ordinal, though "a third" by itself is a share.
    private func ordinal(_ one: BoundedMeasure, _ lexemes: Lexemes) -> BoundedMeasure {
        guard one.measures.count == 1, let number = one.measures.first?.number, number.form == .fraction,
            number.lexemes.count == 2, number.value > 0, number.value < 0.5, one.unit == nil,
            exclusions.isNominal(lexemes, number.lexemes.upperBound),
            exclusions.isArticle(lexemes, number.lexemes.lowerBound)
        else { return one }
        let range = (number.lexemes.lowerBound + 1)..<number.lexemes.upperBound
        let ordinal = NumberPhrase(
            lexemes: range, span: lexemes.span(range), value: (1 / number.value).rounded(), form: .ordinal)
        return BoundedMeasure(
            measures: [Measure(ordinal)], number: ordinal.span, unit: nil, lexemes: range, strict: range,
            low: ordinal.value, high: ordinal.value, bound: .exact)
    }

    private func quantity(_ one: BoundedMeasure, _ lexemes: Lexemes, earlier: () -> [Lexemes]) -> Quantity? {
        let (kind, end) = kind(of: one, lexemes)
        var whole = one
        whole.lexemes = one.lexemes.lowerBound..<max(one.lexemes.upperBound, end)
        let thing = things.thing(of: whole, kind: kind, lexemes, earlier: earlier)
        if kind == .count, things.isName(whole, thing, lexemes) { return nil }
        return Quantity(
            span: lexemes.span(whole.lexemes), number: one.number, kind: kind, amount: one.amount,
            unit: one.unit?.symbol, thing: thing?.text, thingSpan: thing?.span,
            predicate: things.predicate(of: whole, thing: thing, lexemes))
    }

    /// The kind of a quantity, and where its words end.
    private func kind(of one: BoundedMeasure, _ lexemes: Lexemes) -> (Quantity.Kind, end: Int) {
        switch one.unit?.kind {
        case .money: return (.money, 0)
        case .share: return (.percent, 0)
        case .age: return (.age, 0)
        case .measure: return (.measure, 0)
        case nil: break
        }
        if let end = multiples.comparison(after: one, lexemes) { return (.multiple, end) }
        guard let number = one.measures.first?.number else { return (.count, 0) }
        switch number.form {
        case .ordinal: return (.ordinal, 0)
        case .fraction where number.scale == 1 && number.value < 1: return (.fraction, 0)
        default: return (.count, 0)
        }
    }

    /// Whether most words are capitalised, as in a headline: then capitals tell nothing of names.
    private static func isTitleCase(_ lexemes: Lexemes) -> Bool {
        let words = lexemes.items.filter { $0.kind == .word && $0.span.count > 3 }
        return words.count >= 3 && words.filter { $0.shape != .lower }.count * 3 > words.count * 2
    }
}

extension BoundedMeasure {
    /// By place; of two at one place the longer first.
    fileprivate var order: (Int, Int) { (lexemes.lowerBound, -lexemes.upperBound) }

    /// The interval of the model: zero below for what is bounded only from above.
    fileprivate var amount: Amount {
        switch bound {
        case .below, .upTo, .lessThan: Amount(low: high.map { min(0, $0) }, high: high, bound: bound)
        case .moreThan, .atLeast: Amount(low: low, high: nil, bound: bound)
        case .exact, .about, .between, .vague: Amount(low: low, high: high, bound: bound)
        }
    }
}
