import NewsModel
import TextCore

/// A part and its whole against the percentage that the same sentence gives.
///
/// Fires: `120 of the 400 workers (50%)`, `50 percent, or 120 of 400`. Does not: `120 of the 400 workers (30%)`; `120 of
/// the 400 workers, up 50% from last year`.
struct ShareOfTotal {
    let context: ArithmeticContext
    let outlet: String

    /// Disagreements among the quantities of one paragraph.
    func check(_ inside: [Int]) -> [Discrepancy] {
        let layer = context.analysis.quantities
        return zip(inside, inside.dropFirst()).compactMap { part, whole in
            guard layer[part].kind == .count, layer[whole].kind == .count, isOf(part, whole),
                let percent = inside.first(where: { isShare($0, part: part, whole: whole) })
            else { return nil }
            return discrepancy(part: part, whole: whole, percent: percent)
        }
    }

    private func isOf(_ part: Int, _ whole: Int) -> Bool {
        let layer = context.analysis.quantities
        guard layer[part].span.end <= layer[whole].span.start else { return false }
        let between = context.folded(TextSpan(layer[part].span.end, layer[whole].span.start))
        return between == ["of"] || between == ["of", "the"] || between == ["out", "of"]
            || between == ["out", "of", "the"]
    }

    /// Whether the percentage restates the share: in brackets after it, or parted by "or" alone.
    private func isShare(_ percent: Int, part: Int, whole: Int) -> Bool {
        let layer = context.analysis.quantities
        guard layer[percent].kind == .percent else { return false }
        if layer[percent].span.end <= layer[part].span.start {
            let between = context.folded(TextSpan(layer[percent].span.end, layer[part].span.start))
            return between.count <= 3 && between.last == "or"
        }
        guard layer[percent].span.start >= layer[whole].span.end else { return false }
        let between = context.folded(TextSpan(layer[whole].span.end, layer[percent].span.start))
        return between.count <= 5 && (between.last == "(" || between.suffix(2) == [",", "or"] || between.last == "or")
    }

    private func discrepancy(part: Int, whole: Int, percent: Int) -> Discrepancy? {
        let layer = context.analysis.quantities
        let (a, b) = (
            IntervalCalculus.allowedTightly(layer[part].amount), IntervalCalculus.allowedTightly(layer[whole].amount)
        )
        guard b.lowerBound > 0, a.upperBound.isFinite, b.upperBound.isFinite else { return nil }
        let share = 100 * a.lowerBound / b.upperBound...100 * a.upperBound / b.lowerBound
        let stated = IntervalCalculus.allowedTightly(layer[percent].amount)
        let slack = max(1, stated.upperBound * 0.03)
        guard stated.upperBound.isFinite, !(stated.lowerBound - slack...stated.upperBound + slack).overlaps(share)
        else { return nil }
        return Discrepancy(
            kind: .arithmetic,
            text: "\(outlet): \(context.quoted(part)) of \(context.quoted(whole)) is not \(context.quoted(percent)).",
            citations: [part, whole, percent].map(context.citation),
            explanation: "\(FigureText.interval(layer[part].amount)) ÷ \(FigureText.interval(layer[whole].amount)) = "
                + "\(FigureText.range(share)) %; the report gives \(context.quoted(percent)).")
    }
}

extension IntervalCalculus {
    /// What a figure allows in a sum: as ``allowed(_:)``, but an exact number is taken at its word.
    static func allowedTightly(_ amount: Amount) -> ClosedRange<Double> {
        amount.bound == .exact ? amount.plausible : allowed(amount)
    }
}
