import Lexicons
import TextCore

/// Character references of HTML: `&eacute;`, `&#8217;`, `&#x2019;`, `&amp` (WHATWG HTML standard 13.2.5.72 to 80).
struct CharacterReferences: Sendable {
    /// One or two characters by the hash of their name, the semicolon a part of it.
    private var byName: [UInt64: [Unicode.Scalar]] = [:]
    private var longestOpen = 0

    /// What stands for a reference.
    struct Found {
        var scalars: [Unicode.Scalar]
        var width: Int
    }

    /// Loads the table.
    ///
    /// - Throws: where the resource file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "character-references.tsv"
        for (number, row) in try LexiconTable(file, in: resources).rows.enumerated() {
            let scalars = row[1].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
            guard !scalars.isEmpty else { throw .malformed(file: file, line: number + 1) }
            byName[StableHash.hash(row[0].utf8)] = scalars
            if !row[0].hasSuffix(";") { longestOpen = max(longestOpen, row[0].utf8.count) }
        }
    }

    /// The reference that begins at `index`, where an ampersand stands; nil where it is an ampersand and nothing more.
    ///
    /// - Complexity: O(1): names are short.
    func reference(in bytes: [UInt8], at index: Int, end: Int, isAttribute: Bool = false) -> Found? {
        let start = index + 1
        guard start < end else { return nil }
        if bytes[start] == UInt8(ascii: "#") { return number(in: bytes, at: index, end: end) }
        guard ASCII.isLetter(bytes[start]) else { return nil }
        var stop = start
        while stop < end, stop - start < 34, ASCII.isLetter(bytes[stop]) || ASCII.isDigit(bytes[stop]) { stop += 1 }
        if stop < end, bytes[stop] == UInt8(ascii: ";"), let found = byName[StableHash.hash(bytes[start...stop])] {
            return Found(scalars: found, width: stop + 1 - index)
        }
        // Names that may stand open: the longest that fits. In an attribute not before a letter or "=".
        var length = min(stop - start, longestOpen)
        while length >= 2 {
            if let found = byName[StableHash.hash(bytes[start..<(start + length)])] {
                let next = start + length < end ? bytes[start + length] : 0
                if isAttribute, ASCII.isLetter(next) || ASCII.isDigit(next) || next == UInt8(ascii: "=") { return nil }
                return Found(scalars: found, width: length + 1)
            }
            length -= 1
        }
        return nil
    }

    private func number(in bytes: [UInt8], at index: Int, end: Int) -> Found? {
        var cursor = index + 2
        let isHexadecimal = cursor < end && bytes[cursor] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { cursor += 1 }
        let first = cursor
        var value: UInt32 = 0
        while cursor < end, cursor - first < 12 {
            let byte = bytes[cursor]
            let digit: UInt32
            if ASCII.isDigit(byte) {
                digit = UInt32(byte & 15)
            } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
                digit = UInt32((byte | 0x20) - 0x61) + 10
            } else {
                break
            }
            value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x110000)
            cursor += 1
        }
        guard cursor > first else { return nil }
        if cursor < end, bytes[cursor] == UInt8(ascii: ";") { cursor += 1 }
        var scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        // Numbers of Windows-1252, as browsers read them; controls are no text.
        if (0x80...0x9F).contains(value) { scalar = Windows1252.scalar(UInt8(value)) }
        if TextMender.isControl(scalar) { scalar = "\u{FFFD}" }
        return Found(scalars: [scalar], width: cursor - index)
    }

    /// `span` of `bytes` decoded, white space left as it is.
    func decoded(_ bytes: [UInt8], _ span: TextSpan, isAttribute: Bool = false) -> String {
        guard bytes[span.range].contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes[span.range], as: UTF8.self)
        }
        var result: [UInt8] = []
        var index = span.start
        while index < span.end {
            if bytes[index] == UInt8(ascii: "&"),
                let found = reference(in: bytes, at: index, end: span.end, isAttribute: isAttribute)
            {
                for scalar in found.scalars { result.append(contentsOf: UTF8.encode(scalar)!) }
                index += found.width
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
