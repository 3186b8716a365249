import Lexicons
import NewsModel
import TextCore

/// A number of things at a price each, against the total that the same paragraph gives.
///
/// Fires: `200 tractors at $50,000 each, a $2 million deal` (they make $10 million). Does not: `200 tractors at $50,000
/// each, a $10 million deal`; `200 tractors. Each ticket costs $50. The $2 million deal …`.
struct PriceTimesCount {
    let context: ArithmeticContext
    let outlet: String

    /// Disagreements among the quantities of one paragraph.
    func check(_ inside: [Int]) -> [Discrepancy] {
        let layer = context.analysis.quantities
        return inside.filter { layer[$0].kind == .money }.flatMap { price -> [Discrepancy] in
            if let unit = pricedUnit(price) {
                guard let count = measured(in: unit, before: price) else { return [] }
                let product = Self.product(layer[count].amount, layer[price].amount)
                let wrong = totals(inside, price: price).filter { Self.disagrees(product, $0.amount) }
                return wrong.isEmpty
                    ? [] : [discrepancy(count: count, price: price, product: product, totals: wrong, each: "a unit")]
            }
            guard let priced = pricedThing(price) else { return [] }
            guard let count = inside.last(where: { counts($0, priced, before: price) }) else { return [] }
            let product = Self.product(layer[count].amount, layer[price].amount)
            let wrong = totals(inside, price: price).filter { Self.disagrees(product, $0.amount) }
            return wrong.isEmpty ? [] : [discrepancy(count: count, price: price, product: product, totals: wrong)]
        }
    }

    /// The symbol of the unit of measure that a price is for: `400 euros a tonne`.
    private func pricedUnit(_ price: Int) -> String? {
        guard let sentence = context.sentence(of: price) else { return nil }
        let own = AttributionLayout.tokens(in: context.analysis.quantities[price].span, of: context.analysis)
        let next = own.upperBound
        guard next + 1 < sentence.tokens.upperBound,
            ["a", "per", "an"].contains(context.words.form(context.document, next).folded)
        else { return nil }
        let word = context.words.form(context.document, next + 1)
        return context.analysis.quantities.first { quantity in
            quantity.kind == .measure && quantity.unit != nil
                && context.folded(quantity.span).contains { $0 == word.folded || $0 == word.folded + "s" }
        }?.unit
    }

    /// The one amount in a unit that the text gives before a price, or the same amount again; nil where it gives several.
    private func measured(in unit: String, before price: Int) -> Int? {
        let layer = context.analysis.quantities
        let found = layer.indices.filter {
            $0 < price && layer[$0].kind == .measure && layer[$0].unit == unit && layer[$0].amount.bound != .vague
        }
        guard let last = found.last, found.allSatisfy({ layer[$0].amount == layer[last].amount }) else { return nil }
        return last
    }

    /// The meaning of what costs a price each; nil where the price is not one of a single thing.
    private func pricedThing(_ price: Int) -> WordMeanings.Entry? {
        guard let sentence = context.sentence(of: price) else { return nil }
        let span = context.analysis.quantities[price].span
        let own = AttributionLayout.tokens(in: span, of: context.analysis)
        for index in own.upperBound..<min(own.upperBound + 4, sentence.tokens.upperBound) {
            let word = context.words.form(context.document, index).folded
            if word == "each" || word == "apiece" { return anyCounted(in: sentence, before: own.lowerBound) }
            if word == "per" || word == "a", index == own.upperBound { return noun(after: index, sentence) }
        }
        for index in max(sentence.tokens.lowerBound, own.lowerBound - 14)..<own.lowerBound {
            let word = context.words.form(context.document, index).folded
            if word == "each" || word == "every" { return noun(after: index, sentence) ?? context.head(of: price) }
        }
        return nil
    }

    private func noun(after index: Int, _ sentence: Sentence) -> WordMeanings.Entry? {
        for next in (index + 1)..<max(index + 1, min(index + 5, sentence.tokens.upperBound)) {
            let form = context.words.form(context.document, next)
            if form.meaning.isNoun || context.facts.lemmatizer.isKnown(form.folded), form.classes.isEmpty {
                return context.facts.nouns(form.folded).last
            }
            if !form.meaning.isAdjective { break }
        }
        return nil
    }

    private func anyCounted(in sentence: Sentence, before token: Int) -> WordMeanings.Entry? {
        let end = context.analysis.tokens[token].span.start
        return context.quantities(in: sentence.span).last {
            context.analysis.quantities[$0].kind == .count && context.analysis.quantities[$0].span.end <= end
                && context.head(of: $0) != nil
        }.flatMap(context.head)
    }

    private func counts(_ quantity: Int, _ priced: WordMeanings.Entry, before price: Int) -> Bool {
        let value = context.analysis.quantities[quantity]
        guard value.kind == .count, (value.amount.high ?? value.amount.low ?? 0) >= 2,
            value.span.start < context.analysis.quantities[price].span.start, let head = context.head(of: quantity)
        else { return false }
        return WordMeanings.closeness(head, priced) != .unrelated
    }

    /// Totals that the paragraph gives after the price: money beside a word for a total, or a share of a sum.
    private func totals(_ inside: [Int], price: Int) -> [Total] {
        let layer = context.analysis.quantities
        let unit = layer[price].unit
        var totals: [Total] = []
        for index in inside where index > price {
            guard let sentence = context.sentence(of: index) else { continue }
            if layer[index].kind == .money, layer[index].unit == unit, pricedThing(index) == nil,
                isTotal(index, in: sentence)
            {
                totals.append(Total(amount: layer[index].amount, quantities: [index]))
            } else if layer[index].kind == .percent,
                let base = inside.first(where: { isBase($0, of: index, unit: unit, in: sentence) }),
                isTotal(index, in: sentence)
                    || totals.contains(where: { context.sentence(of: $0.quantities[0]) == sentence })
            {
                let share = Self.product(layer[base].amount, layer[index].amount.scaled(by: 0.01))
                let amount = Amount(low: share.lowerBound, high: share.upperBound, bound: .between)
                totals.append(Total(amount: amount, quantities: [index, base]))
            }
        }
        return totals
    }

    /// A total and what it was read or worked out from.
    private struct Total {
        var amount: Amount
        var quantities: [Int]
    }

    private func isTotal(_ index: Int, in sentence: Sentence) -> Bool {
        let own = AttributionLayout.tokens(in: context.analysis.quantities[index].span, of: context.analysis)
        let low = max(sentence.tokens.lowerBound, own.lowerBound - 8)
        let high = min(sentence.tokens.upperBound, own.upperBound + 4)
        guard low < high else { return false }
        return (low..<high).contains { Self.totalWords.contains(context.words.form(context.document, $0).lemma) }
    }

    /// "4 % of annual GDP, valued at 25 billion dollars": the sum that follows the share in its sentence.
    private func isBase(_ index: Int, of share: Int, unit: String?, in sentence: Sentence) -> Bool {
        let layer = context.analysis.quantities
        guard layer[index].kind == .money, layer[index].unit == unit, index > share,
            sentence.span.contains(layer[index].span)
        else { return false }
        let between = context.folded(
            TextSpan(layer[share].span.end, max(layer[share].span.end, layer[index].span.start)))
        return between.first == "of" && between.count <= 8 && !between.contains("or")
    }

    /// Whether a total is too far from the product for any rounding or hedge.
    private static func disagrees(_ product: ClosedRange<Double>, _ total: Amount) -> Bool {
        let allowed = IntervalCalculus.allowed(total)
        guard product.lowerBound > 0, product.upperBound.isFinite, allowed.upperBound.isFinite else { return false }
        return !product.overlaps(allowed.lowerBound * 0.7...allowed.upperBound * 1.4)
    }

    private func discrepancy(
        count: Int, price: Int, product: ClosedRange<Double>, totals: [Total], each: String = "each"
    ) -> Discrepancy {
        let layer = context.analysis.quantities
        let unit = layer[price].unit.map { " " + $0 } ?? ""
        let multiplied =
            "\(FigureText.interval(layer[count].amount)) × \(FigureText.interval(layer[price].amount)) = "
            + FigureText.range(product) + unit
        let given = totals.map { $0.quantities.map(context.quoted).joined(separator: " of ") }
        let worth = zip(given, totals).map { words, total in
            words
                + (total.quantities.count > 1
                    ? " = " + FigureText.number(IntervalCalculus.middle(total.amount) ?? 0) + unit : "")
        }
        let nearest = IntervalCalculus.allowed(totals[0].amount)
        let ratio =
            product.lowerBound > nearest.upperBound
            ? product.lowerBound / nearest.upperBound : nearest.lowerBound / product.upperBound
        return Discrepancy(
            kind: .arithmetic,
            text: "\(outlet): \(context.quoted(count)) at \(context.quoted(price)) \(each) do not make "
                + given.joined(separator: " or ") + ".",
            citations: ([count, price] + totals.flatMap(\.quantities)).map(context.citation),
            explanation: "\(multiplied); the report gives \(worth.joined(separator: " and ")). " + Self.cause(ratio))
    }

    private static func cause(_ ratio: Double) -> String {
        if ratio > 500 { return "Probable cause: a scale word (million, billion) lost or changed in translation." }
        if ratio > 5 {
            return "They differ about \(FigureText.number(ratio.rounded())) times. Probable cause: a scale word "
                + "translated loosely (“billion-dollar” for billions), or figures from different sources."
        }
        return "Probable cause: figures from different sources or times, or a part taken for the whole."
    }

    private static func product(_ a: Amount, _ b: Amount) -> ClosedRange<Double> {
        let (x, y) = (IntervalCalculus.allowedTightly(a), IntervalCalculus.allowedTightly(b))
        return x.lowerBound * y.lowerBound...x.upperBound * y.upperBound
    }

    private static let totalWords: Set<String> = [
        "business", "deal", "total", "contract", "bill", "revenue", "worth", "sum", "cost", "order", "sale", "turnover",
        "income", "package", "purchase", "earn", "bring", "generate", "altogether", "overall", "profit", "market",
        "payment", "spend", "pay", "price", "loss", "lose", "damage", "saving", "mean",
    ]
}

extension Amount {
    /// The amount times a number.
    func scaled(by factor: Double) -> Amount {
        Amount(low: low.map { $0 * factor }, high: high.map { $0 * factor }, bound: bound)
    }
}
