import TextCore

/// Reads ordinals in words, and the denominators of fractions, which are their plurals: `twenty-fifth`, `one hundred
/// and fifth`, `trillionth`; `thirds`, `twenty-firsts`, `hundred` and `thousandths`.
struct OrdinalReader {
    let lexemes: Lexemes
    let words: NumberWords
    /// Whether the last word is a plural: a denominator of more than one.
    let plural: Bool

    /// The value and end of the ordinal that starts at `start`, whose last word lies at or before `furthest`.
    mutating func read(at start: Int, through furthest: Int) -> (value: Double, end: Int)? {
        // "twenty-first" ends one past the cardinal "twenty" and its hyphen, "two hundredth" one past "two".
        for last in stride(from: min(furthest + 2, lexemes.count - 1), through: start, by: -1) {
            guard let word = words.word(lexemes, last), let kind = Self.kind(word.role, plural: plural) else {
                continue
            }
            if last == start { return (word.value, last + 1) }
            if let value = joined(word.value, kind, from: start, to: last) { return (value, last + 1) }
        }
        return nil
    }

    /// The value of a cardinal at `start` and the ordinal word at `last`, where they make one ordinal.
    private func joined(_ value: Double, _ kind: Kind, from start: Int, to last: Int) -> Double? {
        var end = last
        let hasAnd = words.word(lexemes, end - 1)?.role == .and
        let hasHyphen = lexemes.isMark(end - 1, "-")
        if hasAnd || hasHyphen { end -= 1 }
        guard end > start, !startsWithBareScale(start),
            let prefix = CardinalReader(lexemes: lexemes, words: words).read(at: start, limit: end), prefix.end == end,
            !prefix.hasNumeral, prefix.form == .integer
        else { return nil }
        let free = prefix.value.truncatingRemainder(dividingBy: 100)
        switch kind {
        case .small:
            if hasHyphen || !hasAnd, free >= 20, free.truncatingRemainder(dividingBy: 10) == 0, value < 10 {
                return prefix.value + value
            }
            return !hasHyphen && free == 0 && prefix.value >= 100 ? prefix.value + value : nil
        case .tens: return !hasHyphen && free == 0 && prefix.value >= 100 ? prefix.value + value : nil
        case .hundred: return !hasAnd && prefix.value < 100 ? prefix.value * value : nil
        case .scale: return !hasAnd && prefix.value < 1000 ? prefix.value * value : nil
        }
    }

    private func startsWithBareScale(_ start: Int) -> Bool {
        switch words.word(lexemes, start)?.role {
        case .hundred, .scale, .article: return plural
        default: return false
        }
    }

    private enum Kind { case small, tens, hundred, scale }

    private static func kind(_ role: NumberWord.Role, plural: Bool) -> Kind? {
        switch role {
        case .ordinal: plural ? nil : .small
        case .ordinalTens: plural ? nil : .tens
        case .ordinalHundred: plural ? nil : .hundred
        case .ordinalScale: plural ? nil : .scale
        case .parts: plural ? .small : nil
        case .partsTens: plural ? .tens : nil
        case .partsHundred: plural ? .hundred : nil
        case .partsScale: plural ? .scale : nil
        default: nil
        }
    }
}
