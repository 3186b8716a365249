import Lexicons
import TextCore

/// The words of a unit: where they stand and the hashes that tables know them by.
struct UnitWords {
    /// Where each word stands.
    private(set) var spans: [TextSpan] = []
    /// ``WordHash`` of each.
    private(set) var hashes: [UInt64] = []
    /// Whether the unit goes on after its last word here.
    private(set) var isCut = false

    /// Bytes of a unit that are looked at: lines that are not the report are short.
    static let reach = 2_048

    /// The words of `span`: letters, digits, apostrophes among them, and the copyright sign.
    ///
    /// - Complexity: O(min(`span.count`, ``reach``)).
    init(_ text: SourceText, _ span: TextSpan) {
        var end = min(span.end, span.start + Self.reach)
        while !text.isScalarBoundary(end) { end -= 1 }
        isCut = end < span.end
        var index = span.start
        var start: Int?
        while index < end {
            let (isWord, width) = Self.isWord(text.bytes, index, end, inside: start != nil)
            if isWord {
                start = start ?? index
            } else if let begin = start {
                append(TextSpan(begin, index), text)
                start = nil
            }
            index += width
        }
        if let begin = start { append(TextSpan(begin, end), text) }
    }

    /// Number of words.
    var count: Int { spans.count }

    private mutating func append(_ span: TextSpan, _ text: SourceText) {
        spans.append(span)
        hashes.append(WordHash.of(span, in: text))
    }

    private static func isWord(
        _ bytes: [UInt8], _ index: Int, _ end: Int, inside: Bool
    ) -> (isWord: Bool, width: Int) {
        let byte = bytes[index]
        if byte < 0x80 {
            if ASCII.isLetter(byte) || ASCII.isDigit(byte) { return (true, 1) }
            let joins = byte == UInt8(ascii: "'") && inside && index + 1 < end && ASCII.isLetter(bytes[index + 1])
            return (joins, 1)
        }
        let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: index)
        if scalar == "\u{2019}" {
            return (inside && index + width < end && ASCII.isLetter(bytes[index + width]), width)
        }
        return (scalar == "\u{A9}" || scalar.properties.isAlphabetic, width)
    }
}
