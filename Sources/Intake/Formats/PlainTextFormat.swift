import TextCore

/// Plain text: lines, blank lines, and nothing else.
enum PlainTextFormat {
    /// The layout of `text`.
    static func layout(_ text: SourceText) -> Layout {
        Layout(
            units: LineJoiner(text).units.map { unit in
                guard text.bytes[unit.span.start] == UInt8(ascii: ">") else { return unit }
                return LayoutUnit(unit.span, afterGap: unit.afterGap, mark: .quote)
            })
    }
}
