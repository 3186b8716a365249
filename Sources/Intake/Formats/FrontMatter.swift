import TextCore

/// The block of `key: value` lines between two `---` lines at the top of a Markdown text.
struct FrontMatter {
    /// A unit for each line, the `---` lines among them.
    private(set) var lines: [LayoutUnit] = []
    /// The fields that were understood.
    private(set) var fields: [HeaderField] = []
    /// Just past it.
    private(set) var end = 0

    /// Longest front matter that is looked for, in lines.
    private static let longest = 200

    /// The front matter of `text`, or nil where it has none.
    init?(_ text: SourceText) {
        var isOpen = false
        for whole in LineIndex(text).lines.prefix(Self.longest) {
            let line = text.trimmed(whole)
            if line.isEmpty { continue }
            let isFence = text.bytes[line.range].elementsEqual("---".utf8)
            guard isOpen || isFence else { return nil }
            lines.append(LayoutUnit(line, afterGap: !isOpen, mark: .furniture))
            if isFence, isOpen {
                end = whole.end
                return
            }
            if isFence { isOpen = true } else if let field = HeaderFields.field(text, line) { fields.append(field) }
        }
        return nil
    }
}
