/// A copy of a text to match on, with the way back: lower case, plain quotes, dashes and spaces, accents removed.
///
/// Text is never changed: a match is found in `bytes` and reported as a span of the original through
/// `originalSpan(of:)`. Law: folding a fold changes nothing.
public struct FoldedText: Sendable {
    /// The folded UTF-8 bytes.
    public let bytes: [UInt8]
    /// For every folded byte, and once past the end, the offset of the original byte it came from.
    private let origins: [UInt32]

    /// Folds `span` of `text`.
    ///
    /// - Complexity: O(`span.count`).
    public init(_ text: SourceText, in span: TextSpan? = nil) {
        let span = span ?? text.span
        var bytes: [UInt8] = []
        var origins: [UInt32] = []
        bytes.reserveCapacity(span.count)
        origins.reserveCapacity(span.count + 1)
        var index = span.start
        while index < span.end {
            let byte = text.bytes[index]
            if byte < 0x80 {
                bytes.append(ASCII.lowercased(byte))
                origins.append(UInt32(index))
                index += 1
                continue
            }
            let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, at: index)
            for folded in Fold.utf8(scalar) {
                bytes.append(folded)
                origins.append(UInt32(index))
            }
            index += width
        }
        origins.append(UInt32(span.end))
        self.bytes = bytes
        self.origins = origins
    }

    /// The original span that gave the folded bytes of `range`.
    public func originalSpan(of range: Range<Int>) -> TextSpan {
        TextSpan(Int(origins[range.lowerBound]), Int(origins[range.upperBound]))
    }

    /// The fold of a whole string.
    public static func fold(_ string: String) -> String {
        String(decoding: FoldedText(SourceText(string)).bytes, as: UTF8.self)
    }
}

/// How one character is folded.
public enum Fold {
    /// The folded UTF-8 bytes of a scalar: its lower-case base letter, or a plain quote, dash or space.
    public static func utf8(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x00B4, 0x0060: return [0x27]
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB: return [0x22]
        case 0x2010...0x2015, 0x2212: return [0x2D]
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return [0x20]
        case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF, 0x0300...0x036F: return []
        case 0x2026: return [0x2E, 0x2E, 0x2E]
        case 0x0131: return [0x69]
        case 0x0142, 0x0141: return [0x6C]
        case 0x00F8, 0x00D8: return [0x6F]
        case 0x00DF: return [0x73, 0x73]
        case 0x00E6, 0x00C6: return [0x61, 0x65]
        case 0x0153, 0x0152: return [0x6F, 0x65]
        case 0x0111, 0x0110, 0x00F0, 0x00D0: return [0x64]
        case 0x00C0...0x024F, 0x1E00...0x1EFF:
            if let base = baseLetter(scalar) { return [base] }
            return Array(scalar.properties.lowercaseMapping.utf8)
        default:
            return Array(scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// The ASCII base of a Latin letter with a mark, or nil where it has none.
    private static func baseLetter(_ scalar: Unicode.Scalar) -> UInt8? {
        let base =
            scalar.value < 0x1E00
            ? latinBases.utf8Start[Int(scalar.value - 0x00C0)]
            : latinAdditionalBases.utf8Start[Int(scalar.value - 0x1E00)]
        return base == UInt8(ascii: ".") ? nil : base
    }

    /// First letters of the canonical decompositions of U+00C0 to U+024F in lower case, a dot where it is not a letter
    /// of ASCII (Unicode Character Database).
    private static let latinBases: StaticString = """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg\
        hhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz..b......\
        .........ff.............oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoo\
        oo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................
        """

    /// The same for U+1E00 to U+1EFF.
    private static let latinAdditionalBases: StaticString = """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
        ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
        iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """
}
