import TextCore

/// How a word is cased: what an uncased vocabulary does not see. The order is that of the model's table of shapes.
enum WordShape: UInt8 {
    case none, lower, title, upper, mixed, digits, punctuation, continued

    /// The shape of the characters of `word`, as `Training/reader/encoder.py` defines it.
    init(_ word: ArraySlice<UInt8>) {
        var letters = 0
        var upper = 0
        var lower = 0
        var hasDigit = false
        var beginsUpper = false
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                hasDigit = hasDigit || ASCII.isDigit(byte)
                guard ASCII.isLetter(byte) else { continue }
            } else {
                let category = scalar.properties.generalCategory
                hasDigit = hasDigit || Self.isDigit(scalar)
                guard Self.letterCategories.contains(category) else { continue }
            }
            if scalar.properties.isUppercase, scalar.properties.generalCategory != .titlecaseLetter {
                upper += 1
                if letters == 0 { beginsUpper = true }
            } else if scalar.properties.isLowercase {
                lower += 1
            }
            letters += 1
        }
        if letters == 0 {
            self = hasDigit ? .digits : .punctuation
        } else if lower == letters {
            self = .lower
        } else if upper == letters {
            self = letters > 1 ? .upper : .title
        } else if beginsUpper, lower == letters - 1 {
            self = .title
        } else {
            self = .mixed
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
    }

    private static let letterCategories: Set<Unicode.GeneralCategory> = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    ]
}
