import TextCore

/// A number written in digits, with its separators and exponent.
///
/// `1,234,567.89`, `1 234 567`, `1'234'567`, `12,34,567` (Indian), `1.234,5` (European), `1,3`, `.08`, `1e10`, `1.1^23`,
/// `2.48×10−5`, `½`. Not one number but several: `192.168.1.2`, `22,24,26`, `423 0000`.
package struct Numeral: Hashable, Sendable {
    /// How a numeral is written.
    package enum Form: UInt8, Sendable { case integer, decimal, power, fraction }

    /// The value.
    package let value: Double
    /// How it is written.
    package let form: Form
    /// Whether its thousands are set apart ("1,000").
    package let isGrouped: Bool
    /// Number of digits before the decimal point.
    package let digits: Int
    /// Offset just past it.
    package let end: Int

    /// Reads the numeral that starts at `start` with a digit, a point before a digit, or a vulgar fraction.
    ///
    /// - Complexity: O(n) in its length.
    package static func read(_ bytes: [UInt8], at start: Int, end: Int) -> Numeral {
        var reader = NumeralReader(bytes: bytes, end: end)
        return reader.read(at: start)
    }

    /// The value of ½ and its like (Unicode `Numeric_Value`), or nil.
    static func vulgarFraction(_ scalar: Unicode.Scalar) -> Double? {
        switch scalar.value {
        case 0xBC...0xBE, 0x2150...0x215E, 0x2189: scalar.properties.numericValue
        default: nil
        }
    }
}

private struct NumeralReader {
    let bytes: [UInt8]
    let end: Int

    mutating func read(at start: Int) -> Numeral {
        if bytes[start] >= 0x80 {
            let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: start)
            return Numeral(
                value: Numeral.vulgarFraction(scalar) ?? 0, form: .fraction, isGrouped: false, digits: 0,
                end: start + width)
        }
        // `.168` in 192.168.1.2 and `,24` in 22,24,26 go on with a list.
        let isChained =
            start >= 2 && ASCII.isDigit(bytes[start - 2])
            && (bytes[start - 1] == UInt8(ascii: ".") || bytes[start - 1] == UInt8(ascii: ","))
        if isChained {
            return plain(start, start + digitRun(at: start), groups: false)
        }
        var number = integer(at: start)
        decimals(&number)
        let mantissa = number.value
        if let (power, past) = exponent(at: number.end, of: mantissa) {
            return Numeral(value: power, form: .power, isGrouped: false, digits: number.digits, end: past)
        }
        if number.form == .integer, let (fraction, past) = vulgar(at: number.end) {
            return Numeral(
                value: mantissa + fraction, form: .fraction, isGrouped: false, digits: number.digits, end: past)
        }
        return number
    }

    /// Digits with whatever parts the thousands.
    private func integer(at start: Int) -> Numeral {
        let first = digitRun(at: start)
        guard first > 0, first <= 3 else { return plain(start, start + first, groups: false) }
        for (separator, isSpace) in Self.separators {
            if let past = groups(from: start + first, separator: separator, isSpace: isSpace) {
                return plain(start, past, groups: true)
            }
        }
        if first <= 2, let past = indianGroups(from: start + first) { return plain(start, past, groups: true) }
        return plain(start, start + first, groups: false)
    }

    /// What may stand between thousands; a point only where a decimal comma or a second point follows.
    private static let separators: [(bytes: [UInt8], isSpace: Bool)] = [
        ([UInt8(ascii: ",")], false), ([UInt8(ascii: ".")], false), ([UInt8(ascii: "'")], false),
        ([0xE2, 0x80, 0x99], false), ([UInt8(ascii: " ")], true), ([0xC2, 0xA0], true), ([0xE2, 0x80, 0xAF], true),
        ([0xE2, 0x80, 0x89], true),
    ]

    /// No number of the news has more groups; more are a list, and looking further would not be linear.
    private static let mostGroups = 8

    /// The end of one or more groups of three digits, each after `separator`; nil where there is none.
    private func groups(from start: Int, separator: [UInt8], isSpace: Bool) -> Int? {
        var index = start
        var count = 0
        while count < Self.mostGroups, has(separator, at: index), digitRun(at: index + separator.count) == 3 {
            index += separator.count + 3
            count += 1
        }
        // A group that is too long or too short after good ones: a list, not a number.
        if has(separator, at: index), !isSpace, digitRun(at: index + separator.count) > 0, separator != [0x2E] {
            return nil
        }
        if isSpace, has(separator, at: index), digitRun(at: index + separator.count) > 3 { return nil }
        guard count > 0 else { return nil }
        if separator == [UInt8(ascii: ".")] {
            let commaFollows = index < end && bytes[index] == UInt8(ascii: ",") && digitRun(at: index + 1) > 0
            let isWhole = !(index < end && bytes[index] == UInt8(ascii: ".") && digitRun(at: index + 1) > 0)
            return (count > 1 || commaFollows) && isWhole ? index : nil
        }
        return index
    }

    /// `12,34,567`: groups of two, the last of three.
    private func indianGroups(from start: Int) -> Int? {
        var index = start
        var pairs = 0
        while has([0x2C], at: index), digitRun(at: index + 1) == 2 {
            index += 3
            pairs += 1
        }
        guard pairs > 0, has([0x2C], at: index), digitRun(at: index + 1) == 3 else { return nil }
        return index + 4
    }

    /// Adds a decimal part: a point, or a comma where no other comma follows and the group is not of three digits.
    private func decimals(_ number: inout Numeral) {
        let index = number.end
        guard index < end else { return }
        let isPoint = bytes[index] == UInt8(ascii: ".")
        let isComma = bytes[index] == UInt8(ascii: ",")
        let count = digitRun(at: index + 1)
        guard isPoint || isComma, count > 0 else { return }
        let past = index + 1 + count
        let goesOn = past + 1 < end && (bytes[past] == bytes[index]) && ASCII.isDigit(bytes[past + 1])
        if goesOn { return }
        if isComma {
            let pointsGroup = number.isGrouped && bytes[number.end - 4] == UInt8(ascii: ".")
            guard pointsGroup || (!number.isGrouped && number.digits <= 3 && count <= 2) else { return }
        }
        var literal = String(format(number.value)) + "."
        literal += String(decoding: bytes[(index + 1)..<past], as: UTF8.self)
        number = Numeral(
            value: Double(literal) ?? number.value, form: .decimal, isGrouped: number.isGrouped, digits: number.digits,
            end: past)
    }

    private func format(_ value: Double) -> String {
        value < 1e18 ? String(Int(value)) : String(value)
    }

    /// `e10`, `e+14`, `^-1`, `x10^6`, `×10−5`.
    private func exponent(at index: Int, of mantissa: Double) -> (value: Double, end: Int)? {
        guard index < end else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            guard let (power, past) = signed(at: index + 1) else { return nil }
            return (mantissa * raise(10, power), past)
        case UInt8(ascii: "^"):
            guard let (power, past) = signed(at: index + 1) else { return nil }
            return (raise(mantissa, power), past)
        case UInt8(ascii: "x"), UInt8(ascii: "X"), 0xC3:
            let times = bytes[index] == 0xC3 ? [0xC3, 0x97] : [bytes[index]]
            guard has(times, at: index), has(Array("10".utf8), at: index + times.count) else { return nil }
            var at = index + times.count + 2
            let isRaised = at < end && bytes[at] == UInt8(ascii: "^")
            if isRaised { at += 1 }
            guard let (power, past) = signed(at: at), isRaised || !ASCII.isDigit(bytes[at]) else { return nil }
            return (mantissa * raise(10, power), past)
        default: return nil
        }
    }

    /// Digits after any signs, not followed by a letter or digit group.
    private func signed(at start: Int) -> (value: Int, end: Int)? {
        var index = start
        var sign = 1
        while index < end {
            if bytes[index] == UInt8(ascii: "-") {
                sign = -sign
                index += 1
            } else if bytes[index] == UInt8(ascii: "+") {
                index += 1
            } else if has([0xE2, 0x88, 0x92], at: index) {
                sign = -sign
                index += 3
            } else {
                break
            }
        }
        let count = digitRun(at: index)
        guard count > 0, count <= 3 else { return nil }
        let past = index + count
        if past < end, ASCII.isLetter(bytes[past]) { return nil }
        let value = bytes[index..<past].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return (sign * value, past)
    }

    private func raise(_ base: Double, _ power: Int) -> Double {
        var result = 1.0
        for _ in 0..<abs(power) { result *= base }
        return power < 0 ? 1 / result : result
    }

    /// `2½`.
    private func vulgar(at index: Int) -> (value: Double, end: Int)? {
        guard index < end, bytes[index] >= 0x80 else { return nil }
        let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: index)
        return Numeral.vulgarFraction(scalar).map { ($0, index + width) }
    }

    private func plain(_ start: Int, _ past: Int, groups: Bool) -> Numeral {
        var value = 0.0
        var digits = 0
        for byte in bytes[start..<past] where ASCII.isDigit(byte) {
            value = value * 10 + Double(byte - UInt8(ascii: "0"))
            digits += 1
        }
        return Numeral(value: value, form: .integer, isGrouped: groups, digits: digits, end: past)
    }

    private func digitRun(at start: Int) -> Int {
        var index = start
        while index < end, ASCII.isDigit(bytes[index]) { index += 1 }
        return max(0, index - start)
    }

    private func has(_ pattern: [UInt8], at index: Int) -> Bool {
        index >= 0 && index + pattern.count <= end && bytes[index..<(index + pattern.count)].elementsEqual(pattern)
    }
}
