import TextCore

/// Bytes of HTML or XML to tags and text, each with its place (after the tokenisation of the WHATWG's HTML standard, 13.2.5).
///
/// Text is given as it stands, references undecoded, so that a place in the page is a place in its bytes. Every byte is
/// looked at a bounded number of times, whatever the input.
struct MarkupScanner {
    /// An attribute of a tag: where its name and its value stand, the value without quotes and undecoded.
    struct Attribute {
        var name: TextSpan
        var value: TextSpan
    }

    /// A tag or a stretch of text.
    struct Token {
        enum Kind { case text, cdata, start, end }
        var kind: Kind
        /// The text, or the name of the element.
        var span: TextSpan
        /// From `<` to `>`, or the text.
        var whole: TextSpan
        /// Which attributes of ``MarkupScanner/attributes`` are its own.
        var attributes = 0..<0
        /// Whether it ends with `/>`.
        var closesItself = false
    }

    /// Whether the rules of XML hold: CDATA sections are text, and there is no raw text.
    let isXML: Bool
    let bytes: [UInt8]
    private(set) var index: Int
    let end: Int
    /// All attributes that were met so far.
    private(set) var attributes: [Attribute] = []

    /// Attributes of one tag that are kept.
    private static let mostAttributes = 64

    init(_ bytes: [UInt8], isXML: Bool = false, range: Range<Int>? = nil) {
        self.bytes = bytes
        self.isXML = isXML
        index = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
        attributes.reserveCapacity(bytes.count / 64)
    }

    /// The next tag or text; comments, declarations and processing instructions are passed over.
    mutating func next() -> Token? {
        while index < end {
            let start = index
            if bytes[start] != UInt8(ascii: "<") { return text(from: start) }
            guard start + 1 < end else { return text(from: start) }
            let byte = bytes[start + 1]
            if ASCII.isLetter(byte) || (isXML && (byte == 0x5F || byte >= 0x80)) { return startTag(start) }
            if byte == UInt8(ascii: "/") {
                if start + 2 < end,
                    ASCII.isLetter(bytes[start + 2])
                        || (isXML && (bytes[start + 2] >= 0x80 || bytes[start + 2] == 0x5F))
                {
                    return endTag(start)
                }
                skip(to: UInt8(ascii: ">"), from: start + 2)
            } else if byte == UInt8(ascii: "!") {
                if let cdata = declaration(start) { return cdata }
            } else if byte == UInt8(ascii: "?") {
                skip(to: UInt8(ascii: ">"), from: start + 2)
            } else {
                return text(from: start)
            }
        }
        return nil
    }

    /// The raw text of the element `name` that was just opened, up to its end tag, which is passed over.
    mutating func rawText(of name: TextSpan) -> TextSpan {
        let start = index
        while index < end {
            guard let open = bytes[index..<end].firstIndex(of: UInt8(ascii: "<")) else { break }
            index = open + 1
            guard open + 2 + name.count <= end, bytes[open + 1] == UInt8(ascii: "/") else { continue }
            var isSame = true
            for offset in 0..<name.count where bytes[open + 2 + offset] | 0x20 != bytes[name.start + offset] | 0x20 {
                isSame = false
                break
            }
            let after = open + 2 + name.count
            guard isSame, after >= end || !ASCII.isWord(bytes[after]) else { continue }
            skip(to: UInt8(ascii: ">"), from: after)
            return TextSpan(start, open)
        }
        index = end
        return TextSpan(start, end)
    }

    private mutating func text(from start: Int) -> Token {
        // A `<` that opens nothing is text.
        index = start + 1
        while index < end, bytes[index] != UInt8(ascii: "<") { index += 1 }
        let span = TextSpan(start, index)
        return Token(kind: .text, span: span, whole: span)
    }

    private mutating func skip(to byte: UInt8, from start: Int) {
        index = min(start, end)
        while index < end, bytes[index] != byte { index += 1 }
        index = min(index + 1, end)
    }

    /// A comment, a document type, or (in XML) a CDATA section, which is text.
    private mutating func declaration(_ start: Int) -> Token? {
        if starts("<!--", at: start) {
            // "<!-->" and "<!--->" are whole comments.
            index = start + 4
            if index < end, bytes[index] == UInt8(ascii: ">") {
                index += 1
            } else {
                skip(past: [0x2D, 0x2D, 0x3E], from: max(start + 2, index - 1))
            }
            return nil
        }
        if isXML, starts("<![CDATA[", at: start) {
            skip(past: [0x5D, 0x5D, 0x3E], from: start + 9)
            let isEnded = index - start >= 12 && bytes[index - 1] == UInt8(ascii: ">")
            let span = TextSpan(start + 9, max(start + 9, isEnded ? index - 3 : index))
            return Token(kind: .cdata, span: span, whole: TextSpan(start, index))
        }
        // An internal subset may hold ">" within brackets; its entities are not expanded.
        index = start + 2
        var depth = 0
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "["), isXML { depth += 1 }
            if byte == UInt8(ascii: "]"), isXML { depth = max(0, depth - 1) }
            index += 1
            if byte == UInt8(ascii: ">"), depth == 0 { break }
        }
        return nil
    }

    private func starts(_ prefix: StaticString, at start: Int) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard start + count <= end else { return false }
        for offset in 0..<count where bytes[start + offset] != prefix.utf8Start[offset] { return false }
        return true
    }

    private mutating func skip(past mark: [UInt8], from start: Int) {
        index = min(start, end)
        while index + mark.count <= end {
            if bytes[index] == mark[0], bytes[index + 1] == mark[1], bytes[index + 2] == mark[2] {
                index += mark.count
                return
            }
            index += 1
        }
        index = end
    }

    private mutating func name(from start: Int) -> TextSpan {
        var stop = start
        while stop < end {
            let byte = bytes[stop]
            if ASCII.isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            // "<p<b>": the browser's name would be "p<b"; no element is called so.
            if byte == UInt8(ascii: "<") { break }
            stop += 1
        }
        return TextSpan(start, stop)
    }

    private mutating func endTag(_ start: Int) -> Token {
        let name = name(from: start + 2)
        skip(to: UInt8(ascii: ">"), from: name.end)
        return Token(kind: .end, span: name, whole: TextSpan(start, index))
    }

    private mutating func startTag(_ start: Int) -> Token {
        let name = name(from: start + 1)
        let first = attributes.count
        var closes = false
        index = name.end
        scan: while index < end {
            let byte = bytes[index]
            if ASCII.isSpace(byte) {
                index += 1
                continue
            }
            if byte == UInt8(ascii: ">") {
                index += 1
                break scan
            }
            if byte == UInt8(ascii: "/") {
                closes = index + 1 < end && bytes[index + 1] == UInt8(ascii: ">")
                index += 1
                continue
            }
            // The next tag begins before this one has ended.
            if byte == UInt8(ascii: "<") { break scan }
            attribute(keeping: attributes.count - first < Self.mostAttributes)
        }
        return Token(
            kind: .start, span: name, whole: TextSpan(start, index), attributes: first..<attributes.count,
            closesItself: closes)
    }

    private mutating func attribute(keeping: Bool) {
        let start = index
        index += 1
        while index < end {
            let byte = bytes[index]
            if ASCII.isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "/")
            {
                break
            }
            index += 1
        }
        let name = TextSpan(start, index)
        var cursor = index
        while cursor < end, ASCII.isSpace(bytes[cursor]) { cursor += 1 }
        guard cursor < end, bytes[cursor] == UInt8(ascii: "=") else {
            if keeping { attributes.append(Attribute(name: name, value: TextSpan(index, index))) }
            return
        }
        cursor += 1
        while cursor < end, ASCII.isSpace(bytes[cursor]) { cursor += 1 }
        var value = TextSpan(cursor, cursor)
        if cursor < end, bytes[cursor] == UInt8(ascii: "\"") || bytes[cursor] == UInt8(ascii: "'") {
            let quote = bytes[cursor]
            var stop = cursor + 1
            while stop < end, bytes[stop] != quote { stop += 1 }
            value = TextSpan(min(cursor + 1, stop), stop)
            index = min(stop + 1, end)
        } else {
            var stop = cursor
            while stop < end, !ASCII.isSpace(bytes[stop]), bytes[stop] != UInt8(ascii: ">") { stop += 1 }
            value = TextSpan(cursor, stop)
            index = stop
        }
        if keeping { attributes.append(Attribute(name: name, value: value)) }
    }
}
