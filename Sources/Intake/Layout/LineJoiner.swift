import TextCore

/// Lines of plain text to units: a line each, or several where the text was wrapped by hand.
///
/// A text is wrapped where its lines end because the next word would not have fitted:
///
///     The ferry left the harbour shortly before nine in the evening and was
///     about two miles out when the engine stopped, the coast guard said.
///
/// Two lines that stand one under the other for another reason (a heading over its paragraph, paragraphs of a line
/// each) do not pass that test.
struct LineJoiner {
    private let text: SourceText
    private let lines: [Line]
    /// Column at which the text is wrapped, or nil where it is not.
    private let width: Int?

    /// A line that is not blank.
    private struct Line {
        var span: TextSpan
        var afterGap: Bool
        var indent: Int
        /// Number of characters, and of those of its first word.
        var length: Int
        var firstWord: Int
    }

    /// Longest line that somebody may have wrapped by hand, in characters.
    private static let widest = 110

    init(_ text: SourceText) {
        self.text = text
        var lines: [Line] = []
        var gap = true
        for whole in LineIndex(text).lines {
            let span = text.trimmed(whole)
            guard !span.isEmpty else {
                gap = true
                continue
            }
            let word = text.bytes[span.range].firstIndex(where: ASCII.isSpace) ?? span.end
            lines.append(
                Line(
                    span: span, afterGap: gap, indent: span.start - whole.start,
                    length: Self.characters(text, span), firstWord: Self.characters(text, TextSpan(span.start, word))))
            gap = false
        }
        self.lines = lines
        self.width = Self.wrapWidth(lines, text)
    }

    /// The units of the text.
    ///
    /// - Complexity: O(n).
    var units: [LayoutUnit] {
        var units: [LayoutUnit] = []
        for (index, line) in lines.enumerated() {
            if let width, index > 0, Self.wraps(lines[index - 1], line, at: width) {
                units[units.count - 1].span = units[units.count - 1].span.union(line.span)
            } else {
                units.append(LayoutUnit(line.span, afterGap: line.afterGap))
            }
        }
        return units
    }

    /// Whether `next` goes on with what `line` began, in a text wrapped at `width`.
    private static func wraps(_ line: Line, _ next: Line, at width: Int) -> Bool {
        !next.afterGap && next.indent <= line.indent && line.length <= width
            && line.length + 1 + next.firstWord > width
    }

    /// The column at which the lines are wrapped: that under which most lines with a neighbour below end for want of
    /// room, and not at the end of a sentence.
    private static func wrapWidth(_ lines: [Line], _ text: SourceText) -> Int? {
        let wide = lines.filter { $0.length > widest }.count
        let width = lines.lazy.map(\.length).filter { $0 <= widest }.max() ?? 0
        guard width >= 30, wide * 10 <= lines.count else { return nil }
        var pairs = 0
        var full = 0
        var open = 0
        for index in lines.indices.dropFirst() where !lines[index].afterGap {
            pairs += 1
            guard wraps(lines[index - 1], lines[index], at: width) else { continue }
            full += 1
            if !Sentences.ends(text, lines[index - 1].span) { open += 1 }
        }
        return full >= 2 && full * 2 >= pairs && open * 3 >= full * 2 ? width : nil
    }

    private static func characters(_ text: SourceText, _ span: TextSpan) -> Int {
        text.bytes[span.range].count { !UTF8.isContinuation($0) }
    }
}

/// Where sentences end, as far as the layout needs to know.
enum Sentences {
    /// Whether `span` ends with the end of a sentence: `.`, `!`, `?` or `…`, quotes and brackets after it allowed.
    static func ends(_ text: SourceText, _ span: TextSpan) -> Bool { finalMark(text, span) != nil }

    /// Whether `span` ends with an ellipsis, quotes after it not allowed.
    static func breaksOff(_ text: SourceText, _ span: TextSpan) -> Bool {
        text.bytes[span.range].suffix(3).elementsEqual("...".utf8)
            || text.bytes[span.range].suffix(3).elementsEqual("\u{2026}".utf8)
    }

    /// The mark that ends the sentence at the end of `span`, or nil where none does.
    static func finalMark(_ text: SourceText, _ span: TextSpan) -> Unicode.Scalar? {
        var end = span.end
        while end > span.start, let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, before: end) {
            switch scalar {
            case ".", "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}": return scalar
            case "\"", "'", ")", "]", "*", "_", "\u{2019}", "\u{201D}", "\u{201C}", "\u{00BB}", "\u{203A}": end -= width
            default: return nil
            }
        }
        return nil
    }
}
