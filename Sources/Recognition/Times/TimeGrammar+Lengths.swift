/// Lengths of time, and times at a distance.
///
///     ⟦24 years⟧, a ⟦two-day⟧ visit, ⟦nearly three decades⟧, ⟦three years ago⟧, ⟦a couple of months later⟧, ⟦two days before Christmas⟧
///     not: a 24-year-old, 24 years old, a second visit, three quarters of voters
extension TimeGrammar {
    /// A length at `index`: "two and a half years", "1 year 3 months", "a few days", "half an hour".
    ///
    /// - Parameter counts: whether "three quarters" are quarters of a year: they are after "the last".
    func length(at index: Int, counts quarters: Bool = false) -> (length: TimeLength, end: Int)? {
        guard let count = count(at: index), count.value != 0 else { return nil }
        var next = count.end
        if isKind(next, .dash), token(next).glued || word(next + 1).unit != nil { next += 1 }
        if has(next, .filler), word(next).unit == nil {
            next += 1
            if isKind(next, .dash) { next += 1 }
        }
        guard let unit = countedUnit(at: next), isCounted(unit, count, at: next) || quarters && unit == .quarter
        else { return nil }
        var length = TimeLength(count.value, unit)
        var end = next + 1
        if has(end, .possessive) || isKind(end, .apostrophe) && token(end).glued { end += 1 }
        if isAge(at: end) { return nil }
        end = next + 1
        if has(end, .and), let half = halfAfter(at: end + 1) {
            length.parts[0].count = count.value.map { $0 + half.value }
            end = half.end
        }
        while let more = nextPart(at: end, below: length.grain) {
            if quarters, isDistance(after: more.end) { break }
            length.parts.append(more.part)
            end = more.end
        }
        return (length, end)
    }

    /// The unit at `index`; nights are counted as days.
    private func countedUnit(at index: Int) -> TimeUnit? {
        let word = word(index)
        if let unit = word.unit { return unit }
        if word.part == .night, isKind(index, .word), token(index).width <= 6 { return .day }
        return has(index, .hourLetter) && isKind(index - 1, .number) && token(index).shape == .lower ? .hour : nil
    }

    /// Whether the unit is counted and not the start of something else: "a second visit", "three quarters of".
    private func isCounted(_ unit: TimeUnit, _ count: Count, at index: Int) -> Bool {
        let isPlural = has(index, .plural)
        switch unit {
        case .second:
            return isPlural || isKind(index - 1, .dash) || count.value == 0.5 && !has(index + 1, .plural)
                || isKind(index - 1, .number) && !isKind(index + 1, .dash)
        case .quarter: return isPlural && !has(index + 1, .of) && count.value != 3
        case .day where word(index).part != nil: return isPlural || isKind(index - 1, .number)
        case .season: return isPlural
        case .half: return false
        case .minute: return isPlural || token(index).width > 3 || count.value != 1
        default: return true
        }
    }

    /// Whether what follows makes the length an age: "-old", "old", "of age".
    private func isAge(at index: Int) -> Bool {
        if has(index, .old) || isKind(index, .dash) && has(index + 1, .old) { return true }
        return has(index, .of) && token(index + 1).width == 3 && has(index + 1, .ageWord)
    }

    /// "a half", "half" after "an hour and".
    private func halfAfter(at index: Int) -> (value: Double, end: Int)? {
        let next = has(index, .one) ? index + 1 : index
        if has(next, .half), word(next + 1).unit == nil, !isKind(next + 1, .dash) { return (0.5, next + 1) }
        if next > index, has(next, .quarterOf), word(next + 1).unit == nil { return (0.25, next + 1) }
        return nil
    }

    /// A smaller part after a length: ", 3 months", "and 21 days".
    private func nextPart(at index: Int, below grain: TimeUnit) -> (part: TimeLength.Part, end: Int)? {
        var next = afterComma(index)
        if has(next, .and) { next += 1 }
        guard let count = count(at: next), count.value != nil, !has(next, .one) || next == index,
            let unit = word(count.end).unit, unit < grain, isCounted(unit, count, at: count.end),
            !isAge(at: count.end + 1)
        else { return nil }
        return (TimeLength.Part(count: count.value, unit: unit), count.end + 1)
    }

    private func isDistance(after index: Int) -> Bool { has(index, [.ago, .later, .earlier]) }

    /// A length, or the time that lies at it: ago, later, before what follows.
    func distance(at index: Int) -> TimeMatch? {
        if let stretch = laterStretch(at: index) { return stretch }
        guard let found = length(at: index) ?? bareUnits(at: index) else { return nil }
        let (length, end) = found
        if let place = place(length, from: index, at: end) { return place }
        if has(index, .one), length.parts.count == 1, let rate = rate(length, at: index, end: end) { return rate }
        if has(index, .one), isOneDay(index, length, end) { return nil }
        return TimeMatch(index, end, .length(length))
    }

    /// "the three next weeks", "5 upcoming years".
    private func laterStretch(at index: Int) -> TimeMatch? {
        guard let count = count(at: index), let by = word(count.end).shift, by != 0,
            let unit = word(count.end + 1).unit,
            has(count.end + 1, .plural), unit >= .minute
        else { return nil }
        return TimeMatch(index, count.end + 2, .stretch(TimeLength(count.value, unit), ahead: by > 0))
    }

    /// "One day", "a day": no length by itself.
    private func isOneDay(_ index: Int, _ length: TimeLength, _ end: Int) -> Bool {
        guard length.grain <= .day, length.parts[0].count == 1 else { return false }
        return !has(index - 1, [.for, .in, .within, .after, .over, .during, .by, .of, .taker, .hedge])
            && word(index - 1).hedge == nil && !isKind(end, .dash)
    }

    /// "months", "years", "decades" by themselves: after "for", "in", "over", "after", or before "of", "ago", "later".
    private func bareUnits(at index: Int) -> (length: TimeLength, end: Int)? {
        guard let unit = word(index).unit, has(index, .plural), unit >= .day || unit == .hour else { return nil }
        let end = index + 1
        let led = index > 0 && has(index - 1, [.for, .over, .within, .after, .during, .before])
        let followed = isDistance(after: end) || has(end, .of) && unit != .season || has(end, [.before, .after])
        guard led || followed && unit != .quarter else { return nil }
        if has(index - 1, .article) || isKind(index - 1, .dash) || isKind(index - 1, .number) { return nil }
        // "the closing months of the war" are no length.
        if !led, has(end, .of), has(index - 2, .article) || isAge(at: end) { return nil }
        return (TimeLength(nil, unit), end)
    }

    /// Where a length leads: "ago", "later", "from now", "before Christmas".
    private func place(_ length: TimeLength, from start: Int, at index: Int) -> TimeMatch? {
        if has(index, .ago) { return TimeMatch(start, index + 1, .distant(length, ahead: false, from: .writing)) }
        if has(index, .fromNow) { return TimeMatch(start, index + 1, .distant(length, ahead: true, from: .writing)) }
        if has(index, .later), !has(index + 1, .than), word(index + 1).shift != 0 {
            return TimeMatch(start, index + 1, .distant(length, ahead: true, from: .telling))
        }
        if has(index, .earlier), !has(index + 1, .than) {
            return TimeMatch(start, index + 1, .distant(length, ahead: false, from: .telling))
        }
        guard has(index, [.before, .after, .from, .since]) else { return nil }
        let ahead = !has(index, .before)
        if let anchor = anchor(at: index + 1), !length.grain.isClock || dayFields(of: anchor.meaning)?.isTime ?? false {
            return TimeMatch(start, anchor.end, .distant(length, ahead: ahead, from: .time(anchor.meaning)))
        }
        if has(index, [.before, .after]), isAtEnd(index + 1), !isKind(index + 1, .number) {
            return TimeMatch(start, index + 1, .distant(length, ahead: ahead, from: .telling))
        }
        return nil
    }

    /// A time that something can be before or after: a date, not a length.
    func anchor(at index: Int) -> TimeMatch? {
        guard let match = expression(at: index) else { return nil }
        switch match.meaning {
        case .calendar, .shifted, .directed: return match
        default: return nil
        }
    }

    /// "15 a year", "twice a week", "$5 a month": a set, not a length.
    private func rate(_ length: TimeLength, at index: Int, end: Int) -> TimeMatch? {
        guard length.parts[0].count == 1, token(index).width <= 2, !isKind(index + 1, .dash), index > 0,
            !has(end, [.before, .after, .of, .from])
        else { return nil }
        let before = token(index - 1)
        let isRate =
            before.kind == .number || word(index - 1).scale != nil || word(index - 1).times != nil
            || word(index - 1).number != nil && !before.has(.one) || before.has(.counted) && !before.has(.taker)
            || before.kind == .other && !beginsSentence(index)
            || before.kind == .word && before.word == 0 && before.shape == .lower && before.endsInS
        guard isRate else { return nil }
        return TimeMatch(index, end, .repeated(value: length.value, how: "each \(length.grain.name)"))
    }

    /// "year-long", "decades-long".
    func long(at index: Int) -> TimeMatch? {
        if let unit = word(index).long { return TimeMatch(index, index + 1, .length(TimeLength(1, unit))) }
        if let unit = word(index).longs { return TimeMatch(index, index + 1, .length(TimeLength(nil, unit))) }
        return nil
    }
}
