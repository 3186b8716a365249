/// Last, this, next; the following, that; today; the week, the day before.
///
///     ⟦last week⟧, ⟦the past two years⟧, ⟦next Friday⟧, ⟦this summer⟧, ⟦the following day⟧, ⟦yesterday morning⟧, ⟦the day before⟧
///     not: the last man, next door, that man, the day of the jackal
extension TimeGrammar {
    /// An expression that begins with last, past, this, next.
    func shifted(at index: Int) -> TimeMatch? {
        guard let by = word(index).shift, !(by == -1 && has(index - 1, .modal)) else { return nil }
        let next = index + 1
        if isTitled(index) { return nil }
        let word = word(next)
        if let unit = word.unit, word.part == nil, !has(next, .plural) {
            return shiftedUnit(unit, by, from: index, at: next)
        }
        if let fiscal = word.fiscal {
            let fields = CalendarFields(fiscal: fiscal)
            return TimeMatch(index, next + 1, .shifted(.year, by: by, from: .writing, within: fields))
        }
        if word.weekday != nil { return shiftedWeekday(by, from: index, at: next) }
        if word.month != nil {
            return shiftedMonth(by, from: index, at: next)
        }
        if let season = word.season {
            return TimeMatch(index, next + 1, .directed(CalendarFields(season: season), by: by, from: viewpoint(index)))
        }
        if let part = word.part, !has(next, .plural) {
            let fields = CalendarFields(part: part)
            let from: TimeViewpoint = by > 0 || has(index, .previous) ? .telling : .writing
            return withTime(TimeMatch(index, next + 1, .directed(fields, by: by, from: from)))
        }
        if let holiday = word.holiday {
            return TimeMatch(index, next + 1, .directed(CalendarFields(holiday: holiday), by: by, from: .writing))
        }
        if by != 0, let match = stretch(by, from: index, at: next) { return match }
        if let position = word.position, token(next).width <= 5, let inner = period(at: next + 1, definite: true) {
            return TimeMatch(index, inner.end, inner.meaning, position)
        }
        if has(index, .past), has(index - 1, .in), isClosed(at: next) || token(next).word == 0 {
            return has(next, [.of]) ? nil : TimeMatch(index, next, .reference("PAST_REF"))
        }
        return nil
    }

    /// Whether two capitalised words in quotation marks are a title: “This Week”.
    private func isTitled(_ index: Int) -> Bool {
        index > 0 && isKind(index - 1, .other) && token(index).shape == .title && token(index + 1).shape == .title
            && word(index + 1).unit != nil
    }

    private func shiftedUnit(_ unit: TimeUnit, _ by: Int, from start: Int, at index: Int) -> TimeMatch? {
        let end = index + 1
        switch unit {
        case .second, .minute, .hour:
            guard by != 0, unit == .hour, isClosed(at: end) else { return nil }
            return TimeMatch(start, end, .stretch(TimeLength(1, unit), ahead: by > 0))
        case .day where by > 0:
            return withTime(TimeMatch(start, end, .shifted(.day, by: 1, from: .telling, within: nil)))
        case .businessDay, .millennium, .half: return nil
        default: break
        }
        if has(start, .past) { return TimeMatch(start, end, .stretch(TimeLength(1, unit), ahead: false)) }
        if by == -1, has(end, [.of, .in]), let inner = ordinalPeriod(-1, unit: unit, from: start, at: end) {
            return inner
        }
        if has(end, .after), word(end + 1).shift == 1 {
            return TimeMatch(start, end + 2, .shifted(unit, by: by + 1, from: .writing, within: nil))
        }
        if unit == .week, let day = weekdayOfWeek(at: end) {
            return withTime(
                TimeMatch(
                    start, day.end,
                    .shifted(.week, by: by, from: .writing, within: CalendarFields(weekday: day.weekday))))
        }
        let possessed = has(end, .possessive) ? end + 1 : end
        if unit == .year, possessed > end, let within = withinYear(at: possessed) {
            return TimeMatch(start, within.end, .shifted(.year, by: by, from: .writing, within: within.fields))
        }
        return TimeMatch(start, end, .shifted(unit, by: by, from: viewpoint(start), within: nil))
    }

    private func viewpoint(_ index: Int) -> TimeViewpoint { has(index, .previous) ? .telling : .writing }

    /// "Friday", "on Friday" after "next week".
    private func weekdayOfWeek(at index: Int) -> (weekday: Int, end: Int)? {
        var next = has(index, .on) ? index + 1 : afterComma(index)
        if isKind(next, .dash), !token(next).glued { next += 1 }
        guard let weekday = word(next).weekday, !has(next, .plural) else { return nil }
        return (weekday, next + 1)
    }

    /// A quarter or half after "last year's".
    private func withinYear(at index: Int) -> (fields: CalendarFields, end: Int)? {
        guard let ordinal = ordinalNumber(at: index, limit: 4) else { return nil }
        if word(ordinal.end).unit == .quarter { return (CalendarFields(quarter: ordinal.value), ordinal.end + 1) }
        if has(ordinal.end, .half), ordinal.value <= 2 { return (CalendarFields(half: ordinal.value), ordinal.end + 1) }
        return nil
    }

    private func shiftedWeekday(_ by: Int, from start: Int, at index: Int) -> TimeMatch? {
        guard let weekday = word(index).weekday, !has(index, .plural) else { return nil }
        if by == -1, has(index + 1, [.of, .in]),
            let inner = ordinalWeekday(-1, weekday: weekday, from: start, at: index + 1)
        {
            return inner
        }
        if var dated = self.weekday(at: index), case .calendar(var fields) = dated.meaning {
            fields.isNearest = isNearest(start)
            dated.meaning = .calendar(fields)
            if fields.day != nil { return TimeMatch(start, dated.end, dated.meaning) }
            return TimeMatch(start, dated.end, .directed(fields, by: by, from: viewpoint(start)), dated.modifier)
        }
        return TimeMatch(start, index + 1, .directed(CalendarFields(weekday: weekday), by: by, from: .writing))
    }

    /// Whether the words name the nearest day: "this past Friday", "this coming Friday", not "next Friday".
    private func isNearest(_ index: Int) -> Bool { has(index, [.past, .nearest]) }

    private func shiftedMonth(_ by: Int, from start: Int, at index: Int) -> TimeMatch? {
        guard let inner = month(at: index), case .calendar(let fields) = inner.meaning else { return nil }
        if fields.year != nil { return TimeMatch(start, inner.end, inner.meaning) }
        return TimeMatch(start, inner.end, .directed(fields, by: by, from: .writing), inner.modifier)
    }

    /// "the past two years", "next few days", "last 24 hours", "coming weeks".
    private func stretch(_ by: Int, from start: Int, at index: Int) -> TimeMatch? {
        if let length = length(at: index, counts: true) {
            if let part = portion(length, by, from: start) { return part }
            return TimeMatch(start, length.end, .stretch(length.length, ahead: by > 0))
        }
        guard let unit = word(index).unit, has(index, .plural), unit >= .hour else { return nil }
        return TimeMatch(start, index + 1, .stretch(TimeLength(nil, unit), ahead: by > 0))
    }

    /// An expression that begins with that, the same, the following, the preceding.
    func turned(at index: Int) -> TimeMatch? {
        guard let by = word(index).turn else { return nil }
        let next = index + 1
        let word = word(next)
        if let unit = word.unit, !has(next, .plural), unit >= .day {
            return withTime(TimeMatch(index, next + 1, .shifted(unit, by: by, from: .telling, within: nil)))
        }
        var fields = CalendarFields()
        if let weekday = word.weekday, !has(next, .plural), !has(next, .short) {
            fields.weekday = weekday
        } else if let month = word.month, !has(next, .cased) {
            fields.month = month
        } else if let season = word.season, !has(next, .cased) || by != 0 {
            fields.season = season
        } else if let part = word.part, !has(next, .plural) {
            fields.part = part
        } else if by != 0, let holiday = word.holiday {
            fields.holiday = holiday
        } else if by != 0, let length = length(at: next) {
            return TimeMatch(index, length.end, .length(length.length))
        } else {
            return nil
        }
        return withTime(TimeMatch(index, next + 1, .directed(fields, by: by, from: .telling)))
    }

    /// "today", "yesterday evening", "tonight at eight".
    func deictic(at index: Int) -> TimeMatch? {
        let word = word(index)
        if word.tonight {
            return withTime(
                TimeMatch(index, index + 1, .shifted(.day, by: 0, from: .writing, within: CalendarFields(part: .night)))
            )
        }
        guard let days = word.deictic else { return nil }
        if has(index + 1, .possessive), self.word(index + 2).part == nil {
            return TimeMatch(index, index + 1, .shifted(.day, by: days, from: .writing, within: nil))
        }
        return withTime(TimeMatch(index, index + 1, .shifted(.day, by: days, from: .writing, within: nil)))
    }

    /// "the weekend", "the day before", "the week after next", "the year 2008", "the day after Christmas".
    func definiteUnit(at index: Int) -> TimeMatch? {
        guard let unit = word(index).unit, unit >= .day, !has(index, .plural) else { return nil }
        let next = index + 1
        if unit == .year, let year = yearNumber(at: has(next, .of) ? next + 1 : next) {
            return TimeMatch(index, year.end, .calendar(CalendarFields(year: year.value)))
        }
        if has(next, [.before, .after]) || has(next, .earlier) {
            let isAfter = has(next, .after)
            if let shift = word(next + 1).shift, shift != 0, isAfter == (shift > 0), word(next + 1).unit == nil,
                self.word(next + 2).unit == nil
            {
                return TimeMatch(index, next + 2, .shifted(unit, by: 2 * shift, from: .writing, within: nil))
            }
            if isAtEnd(next + 1) {
                return TimeMatch(index, next + 1, .shifted(unit, by: isAfter ? 1 : -1, from: .telling, within: nil))
            }
            if let anchor = anchor(at: next + 1) {
                return TimeMatch(
                    index, anchor.end, .distant(TimeLength(1, unit), ahead: isAfter, from: .time(anchor.meaning)))
            }
            return nil
        }
        let linked = has(next, [.of, .starting]) ? (has(next + 1, .on) ? next + 2 : next + 1) : next
        if unit == .week, linked > next, let day = anchor(at: linked), dayFields(of: day.meaning) != nil {
            return TimeMatch(index, day.end, .distant(TimeLength(0, .week), ahead: true, from: .time(day.meaning)))
        }
        if unit == .weekend, has(next, .of), let holiday = self.holiday(at: afterArticle(next + 1)),
            let weekend = weekend(of: holiday, from: index)
        {
            return weekend
        }
        if unit == .year, has(next, .dateWord) {
            return TimeMatch(index, next + 1, .shifted(.year, by: 0, from: .writing, within: nil))
        }
        guard isClosed(at: next), !has(next, .of) else { return nil }
        // "profits for the year", "sales in the month": the one of the writing.
        let led = has(index - 2, .for) || unit > .day && has(index - 2, .in)
        guard unit == .weekend || led && [.day, .week, .month, .year].contains(unit) else { return nil }
        return TimeMatch(index, next, .shifted(unit, by: 0, from: .writing, within: nil))
    }

    /// Whether a clause could end before `index`: "the day before.", "two days earlier, he", "the day after he".
    func isAtEnd(_ index: Int) -> Bool {
        let next = token(index)
        return next.kind != .word && next.kind != .number || next.has([.and, .in, .at, .on])
    }
}
