import TextCore

/// Reads fractions and what is mixed with them: `1/2`, `2 1/4`, `two thirds`, `one and a half`, `half a dozen`, `half
/// a million`, `three quarters of a million`, `one billion and a half`, `one out of three`, `one in five`,
/// `1 over twenty-one`.
///
/// Words leave open what is divided by what; the readings here are those of Recognizers-Text: the longest denominator
/// ("one hundred thirty fifths" is 100/35), and after "and" a proper fraction is added ("one hundred and three
/// quarters" is 100.75), an improper one is not ("one hundred and thirty fifths" is 130/5).
struct FractionReader: Sendable {
    let words: NumberWords

    /// The fraction at `index`, where `cardinal` is the longest cardinal there.
    func read(_ lexemes: Lexemes, at index: Int, cardinal: CardinalReader.Result?) -> NumberPhrase? {
        let found =
            slash(lexemes, at: index) ?? half(lexemes, at: index) ?? cardinal.flatMap { mixed(lexemes, $0) }
            ?? parts(lexemes, at: index, cardinal: cardinal)
            ?? cardinal.flatMap { ratio(lexemes, after: $0) }
        guard let (value, end, scale) = found else { return nil }
        let (scaled, past, factor) = multiplied(value, lexemes, at: end)
        return NumberPhrase(
            lexemes: index..<past, span: lexemes.span(index..<past), value: scaled, form: .fraction,
            scale: scale * factor)
    }

    private typealias Found = (value: Double, end: Int, scale: Double)

    /// `1/2`, `2 1/4`, `2 ½`; not `5/17/2018`, not `24/7`.
    private func slash(_ lexemes: Lexemes, at index: Int) -> Found? {
        if let (value, end) = simpleSlash(lexemes, at: index) { return (value, end, 1) }
        guard let whole = lexemes[index]?.numeral, whole.form == .integer, !whole.isGrouped else { return nil }
        if let (part, end) = simpleSlash(lexemes, at: index + 1), part < 1 { return (whole.value + part, end, 1) }
        if let part = lexemes[index + 1]?.numeral, part.form == .fraction, part.value < 1 {
            return (whole.value + part.value, index + 2, 1)
        }
        return nil
    }

    private func simpleSlash(_ lexemes: Lexemes, at index: Int) -> (value: Double, end: Int)? {
        guard let top = lexemes[index]?.numeral, top.form == .integer, lexemes.isMark(index + 1, "/"),
            let bottom = lexemes[index + 2]?.numeral, bottom.form == .integer, bottom.value > 0,
            lexemes.isGlued(index + 1), lexemes.isGlued(index + 2), !lexemes.isGluedWord(index + 3),
            !(lexemes.isMark(index + 3, "/") && lexemes.isGlued(index + 3)),
            !(lexemes.isMark(index - 1, "/") && lexemes.isGlued(index)), top.digits <= 3, bottom.digits <= 4
        else { return nil }
        return (top.value / bottom.value, index + 3)
    }

    /// `half`, `a half`, `half a dozen`, `half million`, `a quarter million`, `quarter of a million`.
    private func half(_ lexemes: Lexemes, at index: Int) -> Found? {
        var at = index
        var article = false
        if let word = words.word(lexemes, at), word.role == .article || (word.role == .small && word.value == 1) {
            article = true
            at += lexemes.isMark(at + 1, "-") ? 2 : 1
        }
        guard let word = words.word(lexemes, at), word.role == .half || word.role == .quarter else { return nil }
        let share = 1 / word.value
        let next = words.word(lexemes, at + 1)?.role
        // "half a dozen", "a half-billion"
        let isJoined = next == .article || lexemes.isMark(at + 1, "-") && lexemes.isGlued(at + 1)
        if isJoined, let whole = words.word(lexemes, at + 2), whole.role == .dozen || whole.role == .scale {
            return (share * whole.value, at + 3, whole.value)
        }
        if next == .dozen { return (share * 12, at + 2, 12) }
        // A quarter alone is three months or a part of a town.
        if word.role == .quarter, !article, next != .scale, next != .of { return nil }
        return (share, at + 1, 1)
    }

    /// `two thirds`, `a fifth`, `twenty-three fifths`, `one one hundred and fifth`.
    private func parts(_ lexemes: Lexemes, at index: Int, cardinal: CardinalReader.Result?) -> Found? {
        let reader = CardinalReader(lexemes: lexemes, words: words)
        if let word = words.word(lexemes, index), word.role == .article || (word.role == .small && word.value == 1) {
            let at = lexemes.isMark(index + 1, "-") ? index + 2 : index + 1
            if let (bottom, end) = denominator(lexemes, at: at, plural: false) { return (1 / bottom, end, 1) }
        }
        guard let cardinal, !cardinal.hasNumeral, cardinal.form == .integer else { return nil }
        // The shortest numerator leaves the longest denominator.
        var end = index + 1
        while end <= cardinal.end {
            defer { end += 1 }
            guard let top = reader.read(at: index, limit: end), top.end == end else { continue }
            if splitsTens(lexemes, at: end) { continue }
            let at = lexemes.isMark(end, "-") ? end + 1 : end
            guard let (bottom, past) = denominator(lexemes, at: at, plural: true) else { continue }
            return (top.value / bottom, past, 1)
        }
        return nil
    }

    /// Whether `index` is the hyphen of "ninety-five", which nothing splits.
    private func splitsTens(_ lexemes: Lexemes, at index: Int) -> Bool {
        lexemes.isMark(index, "-") && words.word(lexemes, index - 1)?.role == .tens
            && words.word(lexemes, index + 1)?.role == .small
    }

    /// A denominator in words. "Second" is a time and "first" is none.
    private func denominator(_ lexemes: Lexemes, at index: Int, plural: Bool) -> (value: Double, end: Int)? {
        if plural, let word = words.word(lexemes, index), word.role == .halves || word.role == .quarters {
            return (word.value, index + 1)
        }
        guard lexemes[index]?.kind == .word else { return nil }
        let cardinal = CardinalReader(lexemes: lexemes, words: words).read(at: index, limit: index + Self.longest)
        var reader = OrdinalReader(lexemes: lexemes, words: words, plural: plural)
        guard let (value, end) = reader.read(at: index, through: cardinal?.end ?? index), value > 2 else { return nil }
        return (value, end)
    }

    /// Words of the longest denominator that is looked for.
    private static let longest = 8

    /// `one and a half`, `three and one fourth`, `one billion and a half`, `twenty and three fifths`.
    private func mixed(_ lexemes: Lexemes, _ cardinal: CardinalReader.Result) -> Found? {
        guard cardinal.form == .integer else { return nil }
        if words.word(lexemes, cardinal.end)?.role == .and {
            let whole = CardinalReader.BeforeAnd(value: cardinal.value, scale: cardinal.scale, end: cardinal.end)
            if let found = mixed(lexemes, after: whole) { return found }
        }
        return cardinal.beforeAnd.flatMap { mixed(lexemes, after: $0) }
    }

    private func mixed(_ lexemes: Lexemes, after whole: CardinalReader.BeforeAnd) -> Found? {
        let at = whole.end + 1
        let isOne = words.word(lexemes, at).map { $0.role == .article || ($0.role == .small && $0.value == 1) } ?? false
        let part: Found?
        if isOne {
            part = half(lexemes, at: at) ?? parts(lexemes, at: at, cardinal: nil)
        } else {
            let top = CardinalReader(lexemes: lexemes, words: words).read(at: at, limit: at + Self.longest)
            part = parts(lexemes, at: at, cardinal: top)
            // "twenty and three and three fifths"
            if part == nil, let top, words.word(lexemes, whole.end - 1)?.role == .tens, top.value < 10,
                let rest = mixed(lexemes, top)
            {
                return (whole.value + rest.value, rest.end, 1)
            }
        }
        guard let part, part.value < 1 else { return nil }
        let (own, past, factor) = multiplied(part.value, lexemes, at: part.end)
        // "five and a half million" scales both, "one billion and a half million" only the half.
        if factor > 1 {
            return whole.scale > 1
                ? (whole.value + own, past, 1) : ((whole.value + part.value) * factor, past, factor)
        }
        return (whole.value + part.value * whole.scale, part.end, whole.scale)
    }

    /// `one out of three`, `1 in twenty-one`, `1 over 3`: a small whole number of a larger one.
    private func ratio(_ lexemes: Lexemes, after top: CardinalReader.Result) -> Found? {
        guard let word = words.word(lexemes, top.end), top.form == .integer, top.value > 0 else { return nil }
        var at = top.end + 1
        switch word.role {
        case .over, .in: break
        case .out:
            guard words.word(lexemes, at)?.role == .of else { return nil }
            at += 1
        default: return nil
        }
        guard let bottom = CardinalReader(lexemes: lexemes, words: words).read(at: at), bottom.form == .integer else {
            return nil
        }
        var end = bottom.end
        var value = bottom.value
        if word.role == .out, words.word(lexemes, end)?.role == .hundreds {
            value *= 100
            end += 1
        }
        switch word.role {
        case .over:
            // "$2000 over 3 years" divides nothing.
            guard value > 0, lexemes[end].map({ $0.kind == .mark }) ?? true else { return nil }
        case .in:
            let isYear = bottom.hasNumeral && value >= 1000 && value < 2200
            guard top.value < value, top.value <= 10, !isYear, !lexemes.isMark(end, "/") else { return nil }
            if lexemes[end]?.kind == .word, Self.notShares.contains(lexemes.items[end].hash) { return nil }
        default:
            guard top.value < value else { return nil }
        }
        return (top.value / value, end, 1)
    }

    /// What makes "in" a time or a place: "one in 10 minutes", "two in six months".
    private static let notShares = Set(
        [
            "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
            "months",
            "year", "years", "decade", "decades", "a", "p",
        ].map { StableHash.hash($0.utf8) })

    /// A scale word after a fraction, alone or after "of a": `half million`, `two thirds of a million`.
    private func multiplied(_ value: Double, _ lexemes: Lexemes, at index: Int) -> (Double, Int, Double) {
        if let word = words.word(lexemes, index), word.role == .scale {
            return (value * word.value, index + 1, word.value)
        }
        if words.word(lexemes, index)?.role == .of, words.word(lexemes, index + 1)?.role == .article,
            let word = words.word(lexemes, index + 2), word.role == .scale
        {
            return (value * word.value, index + 3, word.value)
        }
        return (value, index, 1)
    }
}
