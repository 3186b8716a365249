import TextCore

/// Plain text: lines, blank lines, and the `>` of a quote as mail has it.
enum PlainTextFormat {
    /// The layout of `text`.
    static func layout(_ text: SourceText) -> Layout {
        var units: [LayoutUnit] = []
        for unit in LineJoiner(text).units {
            guard text.bytes[unit.span.start] == UInt8(ascii: ">") else {
                units.append(unit)
                continue
            }
            if !unit.afterGap, let last = units.last, last.mark == .quote {
                units[units.count - 1].span = last.span.union(unit.span)
            } else {
                units.append(LayoutUnit(unit.span, afterGap: unit.afterGap, mark: .quote))
            }
        }
        return Layout(units: units)
    }
}
