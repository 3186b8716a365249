import TextCore

/// Markdown (CommonMark with front matter): headings, quotes, lists, images, rules and fences become marks; emphasis
/// and links stay in the text as they are, for spans are spans of the source.
enum MarkdownFormat {
    /// Whether a text of unknown format is Markdown: front matter, or a heading with number signs.
    static func isLikely(_ text: SourceText) -> Bool {
        let lines = LineIndex(text).lines.prefix(200)
        guard let first = lines.first(where: { !text.trimmed($0).isEmpty }) else { return false }
        if text[text.trimmed(first)] == "---", FrontMatter(text) != nil { return true }
        return lines.contains { headingLevel(text, text.trimmed($0)) != nil }
    }

    /// The layout of `text`.
    ///
    /// - Complexity: O(n).
    static func layout(_ text: SourceText) -> Layout {
        let front = FrontMatter(text)
        var units: [LayoutUnit] = front?.lines ?? []
        var gap = true
        var fence: UInt8?
        for whole in LineIndex(text).lines where whole.start >= front?.end ?? 0 {
            let line = text.trimmed(whole)
            guard !line.isEmpty else {
                gap = true
                continue
            }
            let indent = line.start - whole.start
            if let mark = fenceMark(text, line), fence == nil || fence == mark {
                let opens = fence == nil
                fence = opens ? mark : nil
                append(line, .furniture, joins: !opens, gap, to: &units)
            } else if fence != nil {
                append(line, .furniture, joins: true, gap, to: &units)
            } else if let level = headingLevel(text, line) {
                append(line, .heading(level: level), joins: false, gap, to: &units)
            } else if let level = underlineLevel(text, line), !gap, let last = units.last, last.mark == nil {
                units[units.count - 1] = LayoutUnit(
                    last.span.union(line), afterGap: last.afterGap, mark: .heading(level: level))
            } else if isRule(text, line) || isComment(text, line) || isDefinition(text, line) {
                append(line, .furniture, joins: false, gap, to: &units)
            } else if text.bytes[line.start] == UInt8(ascii: ">") {
                append(line, .quote, joins: !gap && units.last?.mark == .quote, gap, to: &units)
            } else if isListItem(text, line) {
                append(line, .listItem, joins: false, gap, to: &units)
            } else if isImage(text, line) {
                append(line, .image, joins: false, gap, to: &units)
            } else if !gap, let last = units.last?.mark, last == .quote || last == .listItem {
                append(line, last, joins: true, gap, to: &units)
            } else {
                let isContinued = !gap && units.last.map { $0.mark == nil } == true && indent < 4
                append(line, nil, joins: isContinued && !endsWithBreak(text, before: whole), gap, to: &units)
            }
            gap = false
        }
        return Layout(units: units, fields: front?.fields ?? [])
    }

    private static func append(
        _ line: TextSpan, _ mark: LayoutUnit.Mark?, joins: Bool, _ gap: Bool, to units: inout [LayoutUnit]
    ) {
        if joins, !units.isEmpty {
            units[units.count - 1].span = units[units.count - 1].span.union(line)
        } else {
            units.append(LayoutUnit(line, afterGap: gap, mark: mark))
        }
    }

    /// Level of an ATX heading: one to six number signs and a space.
    private static func headingLevel(_ text: SourceText, _ line: TextSpan) -> Int? {
        let level = run(of: UInt8(ascii: "#"), text, line)
        guard (1...6).contains(level), level < line.count, ASCII.isSpace(text.bytes[line.start + level]) else {
            return nil
        }
        return level
    }

    /// Level of the heading whose underline (setext) the line is.
    private static func underlineLevel(_ text: SourceText, _ line: TextSpan) -> Int? {
        guard line.count >= 2 else { return nil }
        if run(of: UInt8(ascii: "="), text, line) == line.count { return 1 }
        return run(of: UInt8(ascii: "-"), text, line) == line.count ? 2 : nil
    }

    private static func fenceMark(_ text: SourceText, _ line: TextSpan) -> UInt8? {
        [UInt8(ascii: "`"), UInt8(ascii: "~")].first { run(of: $0, text, line) >= 3 }
    }

    /// Three or more of `*`, `-` or `_`, spaces between them allowed.
    private static func isRule(_ text: SourceText, _ line: TextSpan) -> Bool {
        let mark = text.bytes[line.start]
        guard [UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(mark) else { return false }
        var count = 0
        for byte in text.bytes[line.range] {
            if byte == mark { count += 1 } else if !ASCII.isSpace(byte) { return false }
        }
        return count >= 3
    }

    private static func isComment(_ text: SourceText, _ line: TextSpan) -> Bool {
        text.bytes[line.range].starts(with: Array("<!--".utf8))
            && text.bytes[line.range].suffix(3).elementsEqual("-->".utf8)
    }

    /// `[label]: address`.
    private static func isDefinition(_ text: SourceText, _ line: TextSpan) -> Bool {
        guard text.bytes[line.start] == UInt8(ascii: "["),
            let close = text.bytes[line.range].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.end
        else { return false }
        return text.bytes[close + 1] == UInt8(ascii: ":")
    }

    private static func isImage(_ text: SourceText, _ line: TextSpan) -> Bool {
        text.bytes[line.range].starts(with: [UInt8(ascii: "!"), UInt8(ascii: "[")])
            && text.bytes[line.end - 1] == UInt8(ascii: ")")
    }

    /// `- `, `* `, `+ `, `1. ` or `1) `.
    private static func isListItem(_ text: SourceText, _ line: TextSpan) -> Bool {
        let bytes = text.bytes
        var index = line.start
        while index < line.end, index < line.start + 9, ASCII.isDigit(bytes[index]) { index += 1 }
        let isNumbered = index > line.start
        guard index + 1 < line.end, ASCII.isSpace(bytes[index + 1]) else { return false }
        let marks: [UInt8] = isNumbered ? Array(".)".utf8) : Array("-*+".utf8)
        return marks.contains(bytes[index])
    }

    /// Two spaces or a backslash at the end of the line before: a break that the writer wanted.
    private static func endsWithBreak(_ text: SourceText, before line: TextSpan) -> Bool {
        var end = line.start
        while end > 0, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
        guard end >= 2 else { return false }
        return text.bytes[end - 1] == UInt8(ascii: "\\") || text.bytes[(end - 2)..<end].elementsEqual([0x20, 0x20])
    }

    private static func run(of byte: UInt8, _ text: SourceText, _ line: TextSpan) -> Int {
        text.bytes[line.range].prefix { $0 == byte }.count
    }
}
