/// Numbers and years inside time expressions.
extension TimeGrammar {
    /// How many: nil where the words do not say ("several").
    struct Count {
        var value: Double?
        var end: Int
    }

    /// A number of units at `index`: digits, words, "a", "half a", "a few", "two and a half".
    func count(at index: Int) -> Count? {
        let token = token(index)
        if token.kind == .number {
            guard !token.isAmount, token.digits <= 7 else { return nil }
            var value = Double(token.value)
            if let fraction = token.fraction {
                value += Double(fraction) / (0..<token.fractionDigits).reduce(1) { power, _ in power * 10 }
            }
            return withHalf(Count(value: value, end: index + 1))
        }
        guard token.word != 0 else { return nil }
        let word = word(index)
        if token.has(.vague) { return Count(value: word.vagueCount.map(Double.init), end: index + 1) }
        if token.has(.half) {
            let next = has(index + 1, .one) ? index + 2 : index + 1
            return Count(value: 0.5, end: next)
        }
        if token.has(.one) {
            if has(index + 1, .half) { return Count(value: 0.5, end: index + 2) }
            if has(index + 1, .vague) { return count(at: index + 1) }
            if let scale = self.word(index + 1).scale { return Count(value: Double(scale), end: index + 2) }
            return Count(value: 1, end: index + 1)
        }
        guard let number = spelledNumber(at: index) else { return nil }
        return withHalf(Count(value: Double(number.value), end: number.end))
    }

    /// Adds "and a half" before the unit ("two and a half years").
    private func withHalf(_ count: Count) -> Count {
        guard let value = count.value else { return count }
        if isKind(count.end, .number), token(count.end).glued, token(count.end).digits == 0 {
            return Count(value: value + 0.5, end: count.end + 1)
        }
        var next = count.end
        if isKind(next, .dash) { next += 1 }
        guard has(next, .and) else { return count }
        next += 1
        if isKind(next, .dash) { next += 1 }
        if has(next, .one) { next += 1 }
        if isKind(next, .dash) { next += 1 }
        if has(next, .half) { return Count(value: value + 0.5, end: next + 1) }
        if has(next, .quarterOf), self.word(next + 1).unit != nil { return Count(value: value + 0.25, end: next + 1) }
        return count
    }

    /// "twenty-four", "two hundred and five", "a hundred".
    func spelledNumber(at index: Int) -> (value: Int, end: Int)? {
        guard let first = word(index).number else { return nil }
        var value = first
        var end = index + 1
        if first >= 20, first < 100, let (units, next) = unitsDigit(at: end) {
            value += units
            end = next
        }
        while let scale = word(end).scale, value < 1000 {
            value *= scale
            end += 1
            let next = has(end, .and) ? end + 1 : end
            if !has(next, .one), let rest = spelledNumber(at: next), rest.value < scale {
                value += rest.value
                end = rest.end
            }
        }
        return (value, end)
    }

    /// The "four" of "twenty-four".
    private func unitsDigit(at index: Int) -> (Int, Int)? {
        let next = isKind(index, .dash) ? index + 1 : index
        guard let units = word(next).number, (1...9).contains(units), !has(next, .one) else { return nil }
        return (units, next + 1)
    }

    /// A day of the month at `index`: "18", "18th", "eighteenth", "twenty-first".
    func dayNumber(at index: Int) -> (value: Int, end: Int)? {
        let token = token(index)
        if token.kind == .number {
            guard token.digits <= 2, (1...31).contains(token.value), token.fraction == nil, !token.isAmount
            else { return nil }
            let next = self.token(index + 1)
            if next.glued, next.has(.suffix) { return (token.value, index + 2) }
            if next.glued, next.kind == .colon || next.kind == .word && !next.has(.possessive) { return nil }
            return (token.value, index + 1)
        }
        if let ordinal = ordinalNumber(at: index, limit: 31) { return ordinal }
        // "May twenty-nine": two words, and nothing that they could count.
        guard let number = spelledNumber(at: index), (21...31).contains(number.value), number.end > index + 1,
            isAtEnd(number.end) || yearNumber(at: number.end) != nil || spelledYearNumber(at: number.end) != nil
                || word(number.end).month != nil
        else { return nil }
        return number
    }

    /// An ordinal at `index`: "third", "twenty-first", "21st".
    func ordinalNumber(at index: Int, limit: Int) -> (value: Int, end: Int)? {
        let token = token(index)
        if token.kind == .number {
            guard self.token(index + 1).glued, has(index + 1, .suffix), token.fraction == nil,
                (1...limit).contains(token.value)
            else { return nil }
            return (token.value, index + 2)
        }
        guard token.word != 0 else { return nil }
        let word = word(index)
        if let ordinal = word.ordinal { return (ordinal, index + 1) }
        guard let tens = word.number, tens >= 20, tens < 100 else { return nil }
        let next = isKind(index + 1, .dash) ? index + 2 : index + 1
        guard let units = self.word(next).ordinal, units < 10, tens + units <= limit else { return nil }
        return (tens + units, next + 1)
    }

    /// A year of four digits, or of two after an apostrophe.
    func yearNumber(at index: Int) -> (value: Int, end: Int)? {
        let token = token(index)
        if token.kind == .apostrophe, isKind(index + 1, .number), self.token(index + 1).glued,
            self.token(index + 1).digits == 2, !has(index + 2, .letterS)
        {
            let value = self.token(index + 1).value
            return (Self.fullYear(value), index + 2)
        }
        guard token.kind == .number, token.digits == 4, (1000...2199).contains(token.value), token.fraction == nil,
            !token.isAmount, !token.isGrouped
        else { return nil }
        let next = self.token(index + 1)
        if next.glued, next.kind == .word, !next.has(.possessive) { return nil }
        if next.glued, next.kind == .colon, isKind(index + 2, .number), self.token(index + 2).glued { return nil }
        return (token.value, index + 1)
    }

    /// A year of two digits: up to 39 of this century, as most writers and readers of dates take it.
    static func fullYear(_ short: Int) -> Int { short < 40 ? 2000 + short : 1900 + short }

    /// A year in words after "in", "since" and the like: "nineteen eighty-four", "two thousand and fifteen".
    func spelledYear(at index: Int) -> TimeMatch? {
        guard let year = spelledYearNumber(at: index),
            index == 0 || has(index - 1, [.in, .since, .of, .from, .to, .until, .by, .before, .after, .and, .through])
        else { return nil }
        return TimeMatch(index, year.end, .calendar(CalendarFields(year: year.value)))
    }

    /// The number of a year in words.
    func spelledYearNumber(at index: Int) -> (value: Int, end: Int)? {
        guard let first = word(index).number, !has(index, .one) else { return nil }
        if word(index + 1).scale != nil {
            guard let number = spelledNumber(at: index), (1000...2199).contains(number.value) else { return nil }
            if word(index + 1).scale == 100, first < 10 { return nil }
            return number
        }
        guard (10...20).contains(first) else { return nil }
        if let rest = spelledNumber(at: index + 1), (10...99).contains(rest.value), word(rest.end).unit == nil {
            return (first * 100 + rest.value, rest.end)
        }
        if word(index + 1).number == 0, let units = word(index + 2).number, (1...9).contains(units) {
            return (first * 100 + units, index + 3)
        }
        return nil
    }
}
