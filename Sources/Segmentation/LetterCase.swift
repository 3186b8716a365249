import NewsModel
import TextCore

/// How the letters of a word are cased.
enum LetterCase {
    /// The shape of the characters in `range`: `upper` needs two capitals, or one alone (`U.S.`, `I`).
    static func shape(of range: Range<Int>, in bytes: [UInt8]) -> Token.Shape {
        var upper = 0
        var lower = 0
        var firstIsUpper = false
        var index = range.lowerBound
        while index < range.upperBound {
            var isUpper = false
            var isLower = false
            var width = 1
            if bytes[index] < 0x80 {
                isUpper = ASCII.isUpper(bytes[index])
                isLower = ASCII.isLower(bytes[index])
            } else {
                let scalar: Unicode.Scalar
                (scalar, width) = UTF8Scanner.scalar(in: bytes, at: index)
                isUpper = scalar.properties.isUppercase
                isLower = scalar.properties.isLowercase
            }
            if isUpper, upper + lower == 0 { firstIsUpper = true }
            upper += isUpper ? 1 : 0
            lower += isLower ? 1 : 0
            index += width
        }
        if upper + lower == 0 { return .none }
        if lower == 0 { return .upper }
        if upper == 0 { return .lower }
        return firstIsUpper && upper == 1 ? .title : .mixed
    }
}
