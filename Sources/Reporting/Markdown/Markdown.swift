/// Text of documents made safe for Markdown.
enum Markdown {
    /// `text` on one line, every character that Markdown or HTML could obey escaped.
    ///
    /// - Complexity: O(n).
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                pendingSpace = true
                continue
            }
            if TerminalText.isDirectional(scalar) { continue }
            if pendingSpace, !escaped.isEmpty { escaped.append(" ") }
            pendingSpace = false
            if isMarkup(scalar, first: escaped.isEmpty) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// Whether Markdown would read the character as its own; some only at the start of a line, where they begin lists.
    private static func isMarkup(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "!": true
        case "-", "+", "=": first
        default: false
        }
    }
}
