import NewsModel
import TextCore

/// Two values and the percentage by which the one is said to have become the other.
///
/// Fires: `rose 50% from 100 to 120`, `fell 5% to $90 from $100`, `from 100 to 120, an increase of 50%`. Does not: `rose
/// 20% from 100 to 120`; `rose 50% from a year ago to 120`; `from about 100 to 150` beside `40%`, for "about" allows it.
struct ChangeOfValue {
    let context: ArithmeticContext
    let outlet: String

    /// Disagreements among the quantities of one paragraph.
    func check(_ inside: [Int]) -> [Discrepancy] {
        inside.indices.dropLast(2).compactMap { place in
            let three = Array(inside[place..<(place + 3)])
            guard let sentence = context.sentence(of: three[0]), sentence == context.sentence(of: three[2]),
                let (from, to, percent) = roles(three)
            else { return nil }
            return discrepancy(from: from, to: to, percent: percent)
        }
    }

    /// Which of three neighbours is the first value, which the last, and which the change.
    private func roles(_ three: [Int]) -> (from: Int, to: Int, percent: Int)? {
        let layer = context.analysis.quantities
        let (a, b, c) = (three[0], three[1], three[2])
        let (first, second) = (between(a, b), between(b, c))
        if layer[a].kind == .percent, isValue(b, c) {
            if ends(first, "from"), ends(second, "to") { return (b, c, a) }
            if ends(first, "to"), ends(second, "from") { return (c, b, a) }
        }
        if layer[c].kind == .percent, isValue(a, b), ends(first, "to"), before(a) == "from", second.count <= 6,
            second.contains(where: Self.changes.contains), !second.contains("and"), !second.contains(";")
        {
            return (a, b, c)
        }
        return nil
    }

    private func isValue(_ a: Int, _ b: Int) -> Bool {
        let layer = context.analysis.quantities
        let kinds: Set<Quantity.Kind> = [.count, .money, .measure]
        return layer[a].kind == layer[b].kind && kinds.contains(layer[a].kind) && layer[a].unit == layer[b].unit
    }

    private func between(_ a: Int, _ b: Int) -> [String] {
        let layer = context.analysis.quantities
        return layer[a].span.end <= layer[b].span.start
            ? context.folded(TextSpan(layer[a].span.end, layer[b].span.start)) : []
    }

    private func before(_ quantity: Int) -> String {
        let start = context.analysis.quantities[quantity].span.start
        return context.folded(TextSpan(context.sentence(of: quantity)?.span.start ?? start, start)).last ?? ""
    }

    private func ends(_ words: [String], _ last: String) -> Bool { words.last == last && words.count <= 3 }

    private func discrepancy(from: Int, to: Int, percent: Int) -> Discrepancy? {
        let layer = context.analysis.quantities
        let (a, b) = (rounded(layer[from].amount), rounded(layer[to].amount))
        let stated = rounded(layer[percent].amount)
        guard a.lowerBound > 0, a.upperBound.isFinite, b.upperBound.isFinite, stated.upperBound.isFinite else {
            return nil
        }
        let low = 100 * (b.lowerBound / a.upperBound - 1)
        let high = 100 * (b.upperBound / a.lowerBound - 1)
        let change = low >= 0 ? low...high : high <= 0 ? -high...(-low) : 0...max(-low, high)
        let slack = max(1, 0.05 * stated.upperBound)
        guard !(stated.lowerBound - slack...stated.upperBound + slack).overlaps(change) else { return nil }
        let (x, y) = (FigureText.interval(layer[from].amount), FigureText.interval(layer[to].amount))
        return Discrepancy(
            kind: .arithmetic,
            text: "\(outlet): from \(context.quoted(from)) to \(context.quoted(to)) is no change by "
                + "\(context.quoted(percent)).",
            citations: [percent, from, to].map(context.citation),
            explanation: "\(y) ÷ \(x) − 1 = \(FigureText.range(change)) %; the report gives "
                + "\(context.quoted(percent)).")
    }

    /// What a figure allows, its own rounding included: "$4.2 billion" may be 4.15 to 4.25.
    private func rounded(_ amount: Amount) -> ClosedRange<Double> {
        guard amount.bound == .exact, let value = amount.high, value.isFinite, value != 0 else {
            return IntervalCalculus.allowed(amount)
        }
        var unit = 1e-4
        while unit * 100 <= abs(value), abs((value / (unit * 10)).rounded() - value / (unit * 10)) < 1e-6 { unit *= 10 }
        return (value - unit / 2)...(value + unit / 2)
    }

    private static let changes: Set<String> = [
        "up", "down", "rise", "increase", "decrease", "drop", "fall", "jump", "growth", "gain", "decline", "cut",
        "surge", "or", "(",
    ]
}
