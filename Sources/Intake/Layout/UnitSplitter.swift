import TextCore

/// Parts what a page ran together at the top of a report.
///
///     Minister praises ferry crewAhead of her visit on Tuesday, the …      after the headline that an earlier line gives
///     Five hurt in ferry fire Posted: Monday, March 31, 2014 3:13 PM EDT   before the label of a date
enum UnitSplitter {
    /// Units at the top that are looked at.
    private static let depth = 8
    /// Longest headline, in bytes.
    private static let longest = 300

    /// `units`, those parted that need it.
    ///
    /// - Complexity: O(n): the first eight units are compared.
    static func split(_ text: SourceText, _ units: [LayoutUnit]) -> [LayoutUnit] {
        var result: [LayoutUnit] = []
        for (index, unit) in units.enumerated() {
            guard index < depth, unit.mark == nil, let place = place(text, unit, after: result),
                !text.trimmed(TextSpan(place, unit.span.end)).isEmpty
            else {
                result.append(unit)
                continue
            }
            result.append(LayoutUnit(text.trimmed(TextSpan(unit.span.start, place)), afterGap: unit.afterGap))
            result.append(LayoutUnit(text.trimmed(TextSpan(place, unit.span.end)), afterGap: false))
        }
        return result
    }

    private static func place(_ text: SourceText, _ unit: LayoutUnit, after earlier: [LayoutUnit]) -> Int? {
        if let label = DateLine(text, unit.span).labelled, label > unit.span.start,
            UnitWords(text, TextSpan(unit.span.start, label)).count >= 3, unit.span.count <= 2 * longest
        {
            return label
        }
        for headline in earlier where (12...longest).contains(headline.span.count) {
            guard !Sentences.ends(text, headline.span), headline.span.count < unit.span.count else { continue }
            var reach = min(unit.span.start + headline.span.count * 2, unit.span.end)
            while !text.isScalarBoundary(reach) { reach -= 1 }
            let folded = FoldedText(text, in: headline.span).bytes
            let whole = FoldedText(text, in: TextSpan(unit.span.start, reach))
            guard whole.bytes.count > folded.count, whole.bytes.starts(with: folded) else { continue }
            let end = whole.originalSpan(of: 0..<folded.count).end
            // Glued: a capital, figure or quote straight after. Words that go on are another sentence.
            let next = UTF8Scanner.scalar(in: text.bytes, at: end).scalar
            if next.properties.isUppercase || next == "\"" || next == "\u{201C}" || ("0"..."9").contains(next) {
                return end
            }
        }
        return nil
    }
}
