import TextCore

/// What a character is to the tokeniser.
enum CharacterClass {
    case space, letter, digit, apostrophe, quote, opener, closer, terminator, dash, symbol, mark, emoji

    /// The class of an ASCII byte.
    static func of(_ byte: UInt8) -> CharacterClass {
        if ASCII.isLetter(byte) { return .letter }
        if ASCII.isDigit(byte) { return .digit }
        if ASCII.isSpace(byte) || byte < 0x20 || byte == 0x7F { return .space }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "`"): return .apostrophe
        case UInt8(ascii: "\""): return .quote
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .opener
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .closer
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .terminator
        case UInt8(ascii: "-"): return .dash
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return .mark
        default: return .symbol
        }
    }

    /// The class of a character beyond ASCII.
    static func of(_ scalar: Unicode.Scalar) -> CharacterClass {
        switch scalar.value {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return .space
        case 0x2019, 0x02BC: return .apostrophe
        case 0x2018, 0x201A...0x201F, 0x2039, 0x203A, 0xAB, 0xBB, 0x300C...0x300F: return .quote
        case 0x2010, 0x2011: return .dash
        case 0x2012...0x2015, 0x2212: return .dash
        case 0x2026: return .terminator
        case 0x200C, 0x200D, 0xAD, 0xFE0E, 0xFE0F: return .letter
        case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: return .letter
        case 0x370...0x1FFF: break
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B00...0x2BFF: return .emoji
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .letterNumber, .format:
            return .letter
        case .decimalNumber: return .digit
        case .openPunctuation: return .opener
        case .closePunctuation: return .closer
        case .initialPunctuation, .finalPunctuation: return .quote
        case .dashPunctuation: return .dash
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
        case .otherPunctuation:
            return [0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x61F, 0x964].contains(scalar.value) ? .terminator : .mark
        default: return .symbol
        }
    }

    /// The class and width of the character at `index`.
    static func at(_ index: Int, in bytes: [UInt8]) -> (kind: CharacterClass, width: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (of(byte), 1) }
        let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: index)
        return (of(scalar), width)
    }
}
