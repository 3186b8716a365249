// The canonical decomposition of the standard library has no public name yet; Foundation has one, but brings ICU with it.
@_spi(_Unicode) import Swift

/// What the reference tokeniser (Hugging Face `BertNormalizer`, lower-casing) makes of a character beyond ASCII.
///
/// Its tables are those of Unicode 8: characters that came later are letters to it, whatever they are.
enum PieceScalar {
    /// What is done with a character.
    enum Role {
        /// Left out: control and format characters.
        case dropped
        /// Parts words.
        case space
        /// A word of its own: ideographs and punctuation.
        case alone
        /// Part of a word, or a mark whose decomposition has to be looked at.
        case letter
    }

    /// What is done with `scalar` before it is decomposed.
    static func role(_ scalar: Unicode.Scalar) -> Role {
        if isIdeograph(scalar.value) { return .alone }
        switch scalar.properties.generalCategory {
        case .control, .format:
            if scalar.value == 0x85 { return .dropped }
            return isOld(scalar) ? .dropped : .letter
        case .privateUse, .surrogate: return .dropped
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        default: return scalar.value == 0xFFFD ? .dropped : .letter
        }
    }

    /// Appends the canonical decomposition of `scalar` without its accents, in lower case.
    static func appendFolded(_ scalar: Unicode.Scalar, to scalars: inout [Unicode.Scalar]) {
        for part in String(Character(scalar))._nfd where !isAccent(part) {
            if part.isASCII {
                scalars.append(part.value &- 0x41 < 26 ? Unicode.Scalar(UInt8(part.value | 0x20)) : part)
            } else if part.properties.changesWhenLowercased {
                scalars.append(contentsOf: part.properties.lowercaseMapping.unicodeScalars)
            } else {
                scalars.append(part)
            }
        }
    }

    /// Whether a character of folded text stands as a word of its own.
    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return isOld(scalar)
        default: return scalar.value == 0x166D || scalar.value == 0x111C9
        }
    }

    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1734, 0x1171E: return true
        case 0x1885, 0x1886, 0xA9BD, 0x111C9: return false
        default: return scalar.properties.generalCategory == .nonspacingMark && isOld(scalar)
        }
    }

    private static func isOld(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return age.major <= 8
    }

    private static func isIdeograph(_ value: UInt32) -> Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2B81F, 0x2B920...0x2CEAF,
            0x2F800...0x2FA1F:
            return true
        default: return false
        }
    }
}
