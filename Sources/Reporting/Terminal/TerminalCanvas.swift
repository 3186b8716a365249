/// Lines for a terminal of a width, with colour or without.
struct TerminalCanvas {
    /// How a stretch is set.
    enum Style: String {
        case plain = ""
        case bold = "1"
        case faint = "2"
        case good = "32"
        case warning = "33"
        case bad = "31"
    }

    let width: Int
    let usesColor: Bool
    private(set) var lines: [String] = []

    init(width: Int, usesColor: Bool) {
        self.width = max(width, 40)
        self.usesColor = usesColor
    }

    /// `text` in a style; unchanged where there is no colour.
    func styled(_ text: String, _ style: Style) -> String {
        usesColor && style != .plain && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// An empty line, unless one was just written.
    mutating func gap() { if lines.last?.isEmpty == false { lines.append("") } }

    /// A section's heading with a remark beside it.
    mutating func heading(_ title: String, _ remark: String = "") {
        gap()
        paragraph(remark, label: remark.isEmpty ? title : title + "  ", labelStyle: .bold, style: .faint)
    }

    /// A paragraph: `label` before the first line, the others indented beneath it.
    ///
    /// - Parameters:
    ///   - atMost: how many lines to write; the last is cut where there are more.
    ///   - tail: what stands after the text and is never cut.
    mutating func paragraph(
        _ text: String, indent: Int = 0, label: String = "", labelStyle: Style = .plain, style: Style = .plain,
        atMost: Int = .max, tail: String = ""
    ) {
        let labelWidth = DisplayWidth.of(label)
        let room = width - indent - labelWidth
        let end = tail.isEmpty ? "" : " " + tail
        var wrapped = TerminalText.wrapped(TerminalText.clean(text + end), width: room)
        if wrapped.count > atMost {
            let bare = TerminalText.wrapped(TerminalText.clean(text), width: room)
            wrapped = Array(bare.prefix(atMost))
            let last = wrapped.count - 1
            let kept = wrapped[last] + (bare.count > atMost ? " …" : "")
            wrapped[last] = TerminalText.cut(kept, to: max(room - DisplayWidth.of(end), 2)) + end
        }
        let margin = String(repeating: " ", count: indent)
        for (index, line) in wrapped.enumerated() {
            let before = index == 0 ? styled(label, labelStyle) : String(repeating: " ", count: labelWidth)
            lines.append(margin + before + styled(line, style))
        }
    }

    /// The lines as one text.
    var text: String { lines.joined(separator: "\n") + "\n" }
}
