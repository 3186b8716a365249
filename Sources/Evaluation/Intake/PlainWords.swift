import Foundation
import TextCore

/// Texts of gold standards and of peers made comparable: white space folded, markup left out.
enum PlainWords {
    /// White space runs as one space, soft hyphens and zero-width letters left out.
    static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !["\u{AD}", "\u{200B}", "\u{FEFF}", "\u{2060}"].contains($0) })
        )
        .oneLine
    }

    /// The words of HTML as a browser writes it: tags of blocks part words, others do not.
    static func words(ofMarkup html: String) -> [Substring] {
        var text = ""
        var rest = Substring(html)
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let name = rest[rest.index(after: open)..<close].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if !inline.contains(name.lowercased()) { text += " " }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        return decoded(text).split(whereSeparator: \.isWhitespace)
    }

    /// What is left of a text of a feed when scripts, styles, markup, references and white space are taken away.
    static func letters(_ text: String) -> String {
        var text = decoded(text)
        for name in ["script", "style"] {
            while let open = text.range(of: "<" + name),
                let close = text.range(of: "</" + name + ">", range: open.upperBound..<text.endIndex)
            {
                text.removeSubrange(open.lowerBound..<close.upperBound)
            }
        }
        return decoded(words(ofMarkup: text).joined()).filter { $0.isLetter || $0.isNumber }
    }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "i", "em", "strong", "small", "font", "u", "s", "span", "mark", "q", "cite", "code", "sub",
        "sup",
        "time", "tt", "big", "img", "kbd", "var", "wbr", "samp", "ins", "del", "strike",
    ]

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let scalar = scalar(rest[rest.index(after: mark)..<end])
            else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func scalar(_ name: Substring) -> Unicode.Scalar? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "][name]
    }
}
