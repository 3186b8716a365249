/// Text made fit for a terminal: harmless, wrapped and cut by display width.
enum TerminalText {
    /// `text` on one line without anything that a terminal would obey: controls become spaces or are dropped, and so
    /// are marks that change the direction of what follows.
    static func clean(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                pendingSpace = true
                continue
            }
            if scalar.properties.generalCategory == .control || isDirectional(scalar) { continue }
            if pendingSpace, !clean.isEmpty { clean.append(" ") }
            pendingSpace = false
            clean.append(scalar)
        }
        return String(clean)
    }

    /// Whether a character changes the direction of the text around it without being seen.
    static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The lines of `text`, none wider than `width`; broken at spaces, and inside a word that is wider than a line.
    ///
    /// - Complexity: O(n).
    static func wrapped(_ text: String, width: Int) -> [String] {
        let width = max(width, 8)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let size = DisplayWidth.of(String(word))
            if used > 0, used + 1 + size > width {
                lines.append(line)
                line = ""
                used = 0
            }
            if used > 0 {
                line += " "
                used += 1
            }
            if size <= width {
                line += word
                used += size
                continue
            }
            for character in word {
                let columns = DisplayWidth.of(character)
                if used + columns > width {
                    lines.append(line)
                    line = ""
                    used = 0
                }
                line.append(character)
                used += columns
            }
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// `text` cut to `width` columns, the cut shown as "…".
    static func cut(_ text: String, to width: Int) -> String {
        var used = 0
        var kept = ""
        for character in text {
            let columns = DisplayWidth.of(character)
            if used + columns > width - 1 {
                return DisplayWidth.of(text) <= width ? text : kept + "…"
            }
            kept.append(character)
            used += columns
        }
        return text
    }

    /// `text` with spaces after it up to `width` columns.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }
}
