import TextCore

/// The character set that a page or feed says it is in: `<meta charset>`, `http-equiv`, or the XML declaration, looked for
/// in its first 4,096 bytes.
enum DeclaredCharset {
    /// Its label in lower case; nil where none is declared.
    static func label(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4_096).map(ASCII.lowercased)
        let needle = Array("charset".utf8)
        if head.starts(with: "<?xml".utf8), let label = value(in: head, after: Array("encoding".utf8), from: 0) {
            return label
        }
        var start = 0
        while let place = index(of: needle, in: head, from: start) {
            if let label = value(in: head, after: needle, from: place) { return label }
            start = place + needle.count
        }
        return nil
    }

    /// The value after `name`, `=`, and a quote where there is one.
    private static func value(in head: [UInt8], after name: [UInt8], from start: Int) -> String? {
        guard let place = index(of: name, in: head, from: start) else { return nil }
        var cursor = place + name.count
        while cursor < head.count, ASCII.isSpace(head[cursor]) { cursor += 1 }
        guard cursor < head.count, head[cursor] == UInt8(ascii: "=") else { return nil }
        cursor += 1
        while cursor < head.count, ASCII.isSpace(head[cursor]) || head[cursor] == 0x22 || head[cursor] == 0x27 {
            cursor += 1
        }
        let first = cursor
        while cursor < head.count,
            ASCII.isLetter(head[cursor]) || ASCII.isDigit(head[cursor]) || "-_:.".utf8.contains(head[cursor])
        {
            cursor += 1
        }
        guard (3...32).contains(cursor - first) else { return nil }
        return String(decoding: head[first..<cursor], as: UTF8.self)
    }

    private static func index(of needle: [UInt8], in head: [UInt8], from start: Int) -> Int? {
        guard head.count >= needle.count, start <= head.count - needle.count else { return nil }
        return (start...(head.count - needle.count)).first { head[$0..<($0 + needle.count)].elementsEqual(needle) }
    }
}
