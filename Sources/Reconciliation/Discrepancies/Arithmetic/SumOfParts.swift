import Lexicons
import NewsModel
import TextCore

/// A total against the parts that the same sentence lists in full.
///
/// Fires: `12 people (seven men and four women)`, `15 miners: nine from Peru and five from Chile`. Does not: `12 people
/// (seven men and five women)`; `12 people, including seven men and four women`.
struct SumOfParts {
    let context: ArithmeticContext
    let outlet: String

    /// Disagreements among the quantities of one paragraph.
    func check(_ inside: [Int]) -> [Discrepancy] {
        inside.indices.compactMap { place in
            let total = inside[place]
            guard isCount(total), let parts = parts(after: place, inside) else { return nil }
            return discrepancy(total: total, parts: parts)
        }
    }

    private func isCount(_ index: Int) -> Bool {
        let value = context.analysis.quantities[index]
        return value.kind == .count && value.amount.bound == .exact && (value.amount.high ?? 0) >= 2
            && (value.amount.high ?? 0) < 100_000
    }

    /// The parts of a list that follows the total in brackets or after a colon, and nothing else there; the last joined
    /// with "and".
    private func parts(after place: Int, _ inside: [Int]) -> [Int]? {
        let layer = context.analysis.quantities
        let total = inside[place]
        guard place + 2 < inside.count, let sentence = context.sentence(of: total), let head = context.head(of: total)
        else { return nil }
        let start = max(layer[total].span.end, layer[total].thingSpan?.end ?? 0)
        guard start <= layer[inside[place + 1]].span.start, layer[inside[place + 1]].span.end <= sentence.span.end
        else { return nil }
        let opening = context.folded(TextSpan(start, layer[inside[place + 1]].span.start))
        guard opening.count <= 3, let mark = opening.last, ["(", ":", "-"].contains(mark) else { return nil }
        let listEnd = end(of: mark, from: layer[inside[place + 1]].span.start, in: sentence)
        let listed = inside[(place + 1)...].prefix { layer[$0].span.end <= listEnd }
        guard listed.count >= 2, listed.allSatisfy(isCount),
            listed.allSatisfy({ context.head(of: $0).map { isPart($0, of: head) } ?? false })
        else { return nil }
        for (a, b) in zip(listed, listed.dropFirst()) {
            let between = context.folded(TextSpan(layer[a].span.end, layer[b].span.start))
            guard between.count <= 5, let joint = between.last, joint == "," || joint == "and" else { return nil }
            if b == listed.last, joint != "and" { return nil }
        }
        let tail = context.folded(TextSpan(layer[listed.last ?? total].span.end, listEnd))
        return tail.count <= 4 && !tail.contains("and") ? Array(listed) : nil
    }

    private func end(of mark: String, from offset: Int, in sentence: Sentence) -> Int {
        let closing = mark == "(" ? ")" : mark == "-" ? "-" : "."
        for index in AttributionLayout.tokens(in: TextSpan(offset, sentence.span.end), of: context.analysis)
        where context.words.form(context.document, index).folded == closing {
            return context.analysis.tokens[index].span.start
        }
        return sentence.span.end
    }

    private func isPart(_ part: WordMeanings.Entry, of whole: WordMeanings.Entry) -> Bool {
        WordMeanings.closeness(part, whole) != .unrelated
    }

    private func discrepancy(total: Int, parts: [Int]) -> Discrepancy? {
        let layer = context.analysis.quantities
        let values = parts.compactMap { layer[$0].amount.high }
        let sum = values.reduce(0, +)
        guard let stated = layer[total].amount.high, values.count == parts.count, sum != stated else { return nil }
        return Discrepancy(
            kind: .arithmetic,
            text: "\(outlet): the parts of \(context.quoted(total)) do not add up: "
                + parts.map(context.quoted).joined(separator: ", ") + ".",
            citations: ([total] + parts).map(context.citation),
            explanation: values.map(FigureText.number).joined(separator: " + ") + " = \(FigureText.number(sum)), not "
                + "\(FigureText.number(stated)).")
    }
}
