public import TextCore

/// The hash under which tables keep a word: that of its fold, so that case, accents, and kinds of quote and dash do not
/// matter. The same as ``PhraseTable/hash(word:)``, straight from bytes.
public enum WordHash {
    /// The hash of the word at `range`.
    ///
    /// - Complexity: O(`range.count`); a word of ASCII makes no copy.
    public static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var state = seed
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                state = step(state, ASCII.lowercased(byte))
                index += 1
            } else {
                let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: index)
                for folded in Fold.utf8(scalar) { state = step(state, folded) }
                index += width
            }
        }
        return StableHash.mix(state)
    }

    /// The hash of the word at `span` of `text`.
    public static func of(_ span: TextSpan, in text: SourceText) -> UInt64 { of(text.bytes, span.range) }

    /// The hash of a word given as a string.
    public static func of(_ word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return of(bytes, 0..<bytes.count)
    }

    @inline(__always)
    private static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 {
        (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
}
