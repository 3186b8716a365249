/// Years, decades, centuries, quarters, seasons, holidays, and parts counted within them.
///
///     in ⟦2000⟧, ⟦the 1990s⟧, ⟦the 19th century⟧, ⟦Q3 2022⟧, ⟦the third quarter⟧, ⟦fiscal 2023⟧, ⟦summer 2022⟧, ⟦the first week of May⟧
///     not: 2000 people, in his 30s, the fall of Kabul, the second half, Boeing 2000
extension TimeGrammar {
    // MARK: Years

    /// A year that stands by itself.
    func year(at index: Int) -> TimeMatch? {
        guard let year = yearNumber(at: index), isKind(index, .number) else { return nil }
        if let period = periodAfterYear(year.value, from: index, at: year.end), !(token(index).glued && index > 0) {
            return period
        }
        guard isYear(at: index) else { return nil }
        let end = has(year.end, .bc) ? year.end + 1 : year.end
        if end > year.end { return nil }
        return TimeMatch(index, end, .calendar(CalendarFields(year: year.value)))
    }

    /// "2016 Q3", "2016-H2", "2016 the third quarter", "2017 april".
    private func periodAfterYear(_ year: Int, from start: Int, at index: Int) -> TimeMatch? {
        var next = isKind(index, .dash) && token(index).glued ? index + 1 : index
        if let part = lettered(at: next) {
            var fields = part.fields
            fields.year = year
            return TimeMatch(start, part.end, .calendar(fields))
        }
        next = afterComma(index)
        if let month = word(next).month, !has(next, .cased) || token(next).shape != .lower,
            dayNumber(at: next + 1) == nil,
            !isKind(index, .comma) || has(next, .short), yearNumber(at: next + 1) == nil
        {
            return TimeMatch(start, next + 1, .calendar(CalendarFields(year: year, month: month)))
        }
        return nil
    }

    /// Whether four digits that could be a year are one: by what leads them, or because nothing is counted.
    private func isYear(at index: Int) -> Bool {
        let value = token(index).value
        let before = token(index - 1)
        let next = token(index + 1)
        if next.kind == .dash || next.kind == .slash, next.glued, isKind(index + 2, .number), token(index + 2).glued {
            return isKind(index + 1, .dash)
                && (shortYear(at: index + 2, after: value) ?? longYear(at: index + 2)) != nil
        }
        if index > 0, before.kind == .dash || before.kind == .slash || before.kind == .colon, token(index).glued,
            before.glued
        {
            return isKind(index - 2, .word) && before.kind == .dash && word(index - 2).position != nil
        }
        if before.has([.label, .at]), index > 0 { return false }
        if next.has(.counted), !next.has(.functional), value % 10 == 0 { return false }
        if next.kind == .dash, next.glued, word(index + 2).unit != nil { return false }
        if next.has(.suffix), next.glued { return false }
        let led =
            index == 0
            || before.has([.in, .since, .of, .from, .until, .during, .through, .between, .before, .after, .by])
            || word(index - 1).season != nil || word(index - 1).position != nil || word(index - 1).holiday != nil
            || before.has(.article) && (1900...2060).contains(value) || before.kind == .open || before.has(.yearWord)
            || before.has(.to) && isClosed(at: index + 1)
        if led {
            if before.has(.of), value < 1900, !isClosed(at: index + 1) { return false }
            return (1000...2100).contains(value) && !(before.has(.of) && isAmountOf(at: index))
        }
        guard (1900...2060).contains(value) else { return false }
        if word(index - 1).hedge != nil || before.has(.one) { return false }
        // "killed 2000 rebels": a round number before a plural that is no name of an event.
        if value % 100 == 0, next.kind == .word, next.shape == .lower, !next.has(.functional) { return false }
        if before.kind == .word, before.shape == .lower, before.word == 0, next.kind == .word, next.word == 0,
            next.shape == .lower, next.endsInS
        {
            return false
        }
        return true
    }

    private func longYear(at index: Int) -> TimeMatch? {
        yearNumber(at: index).map { TimeMatch(index, $0.end, .calendar(CalendarFields(year: $0.value))) }
    }

    /// "a total of 1,500", "of 2000 dead": an amount after "of".
    private func isAmountOf(at index: Int) -> Bool {
        token(index + 1).kind == .word && token(index + 1).shape == .lower && token(index + 1).endsInS
            && token(index).value % 100 == 0
    }

    // MARK: Decades and centuries

    /// "1990s", "1990's", "'90s", "90s" after an article.
    func decade(at index: Int, definite: Bool) -> TimeMatch? {
        let token = token(index)
        guard token.kind == .number, token.value % 10 == 0, !token.isAmount, !token.isGrouped, token.fraction == nil,
            self.token(index + 1).glued, has(index + 1, [.letterS, .possessive])
        else { return nil }
        if token.digits == 4, (1000...2190).contains(token.value) {
            return TimeMatch(index, index + 2, .age(start: token.value, digits: 3, open: false))
        }
        let isMarked = index > 0 && isKind(index - 1, .apostrophe) && token.glued
        guard token.digits == 2, definite || isMarked || has(index - 1, .in), !has(index - 2, .owner),
            !has(index - 1, .owner)
        else { return nil }
        return TimeMatch(isMarked ? index - 1 : index, index + 2, .age(start: token.value, digits: 3, open: true))
    }

    /// "the 19th century", "21st-century".
    private func century(_ ordinal: (value: Int, end: Int), from start: Int) -> TimeMatch? {
        let next = isKind(ordinal.end, .dash) ? ordinal.end + 1 : ordinal.end
        guard word(next).unit == .century, ordinal.value <= 30 else { return nil }
        return TimeMatch(start, next + 1, .age(start: (ordinal.value - 1) * 100, digits: 2, open: false))
    }

    // MARK: Ordinals

    /// An expression that begins with an ordinal: a century, a quarter, "the first Friday of July", "the 18th".
    func ordinal(at index: Int, definite: Bool) -> TimeMatch? {
        if let date = dayMonth(at: index), isKind(index, .word) { return withTime(date) }
        guard let ordinal = ordinalNumber(at: index, limit: 99) else { return nil }
        if let century = century(ordinal, from: index) { return century }
        if ordinal.value == 1, let length = length(at: ordinal.end, counts: true),
            let part = portion(length, 1, from: index)
        {
            return part
        }
        let word = word(ordinal.end)
        if let unit = word.unit {
            if unit == .quarter, ordinal.value <= 4 { return quarter(ordinal, from: index, definite: definite) }
            return ordinalPeriod(ordinal.value, unit: unit, from: index, at: ordinal.end + 1)
        }
        if has(ordinal.end, .half), ordinal.value <= 2 {
            guard let year = yearTail(at: ordinal.end + 1) ?? yearOf(at: ordinal.end + 1) else { return nil }
            return inYear(year, CalendarFields(half: ordinal.value), from: index)
        }
        if let weekday = word.weekday {
            return ordinalWeekday(ordinal.value, weekday: weekday, from: index, at: ordinal.end + 1)
        }
        guard definite, isKind(index, .number) || ordinal.end > index + 1, ordinal.value <= 31,
            has(index - 2, [.on, .until, .by, .since, .from, .before, .after, .and, .for])
                || has(index - 2, .of) && self.word(index - 3).unit == .week, isDayAlone(at: ordinal.end)
        else { return nil }
        return withTime(TimeMatch(index, ordinal.end, .calendar(CalendarFields(day: ordinal.value))))
    }

    /// "the first three months of 2024", "the last two weeks of May": a length at one end of a period.
    func portion(_ length: (length: TimeLength, end: Int), _ by: Int, from start: Int) -> TimeMatch? {
        guard has(length.end, .of), length.length.isCounted, let whole = anchor(at: length.end + 1) else { return nil }
        return TimeMatch(start, whole.end, .portion(length.length, atEnd: by < 0, of: whole.meaning))
    }

    private func isDayAlone(at index: Int) -> Bool {
        let next = token(index)
        return next.kind != .word && next.kind != .number && next.kind != .dash
            || next.has([.at, .and, .to, .until, .through]) || next.has(.functional) && !next.has(.of)
    }

    /// "the third quarter of 2016", "third quarter this year", "the third quarter".
    private func quarter(_ ordinal: (value: Int, end: Int), from start: Int, definite: Bool) -> TimeMatch? {
        let fields = CalendarFields(quarter: ordinal.value)
        let end = ordinal.end + 1
        if let year = yearTail(at: end) ?? yearOf(at: end) { return inYear(year, fields, from: start) }
        guard definite || has(start - 1, [.in, .during, .for, .since]), !has(end, .of) else { return nil }
        return TimeMatch(start, end, .calendar(fields))
    }

    /// "of the year", "of fiscal 2023".
    private func yearOf(at index: Int) -> (year: YearTail, end: Int)? {
        guard has(index, [.of, .in]), has(index + 1, .article), word(index + 2).unit == .year else { return nil }
        return (.shift(0, .writing), index + 3)
    }

    private func inYear(_ tail: (year: YearTail, end: Int), _ fields: CalendarFields, from start: Int) -> TimeMatch {
        var fields = fields
        switch tail.year {
        case .year(let year):
            fields.year = year
            return TimeMatch(start, tail.end, .calendar(fields))
        case .shift(let by, let viewpoint):
            return TimeMatch(start, tail.end, .shifted(.year, by: by, from: viewpoint, within: fields))
        }
    }

    /// "the first week of May 2015", "the last week of last month", "the ninth month of next year".
    func ordinalPeriod(_ ordinal: Int, unit: TimeUnit, from start: Int, at index: Int) -> TimeMatch? {
        guard unit == .week || unit == .month || unit == .day, ordinal <= 53 else { return nil }
        let isLinked = has(index, [.of, .in])
        let next = isLinked ? afterArticle(index + 1) : index
        var fields = CalendarFields()
        switch unit {
        case .week: fields.week = ordinal
        case .month:
            guard ordinal <= 12 else { return nil }
            fields.month = ordinal < 0 ? 12 : ordinal
        default: fields.day = ordinal
        }
        if isLinked, unit != .month, let month = word(next).month {
            fields.month = month
            if fields.day == -1 { fields.day = 31 }
            if let tail = yearTail(at: next + 1) { return inYear(tail, fields, from: start) }
            return TimeMatch(start, next + 1, .calendar(fields))
        }
        if unit != .day, let tail = yearTail(at: index) ?? yearOf(at: index) {
            return inYear(tail, fields, from: start)
        }
        if unit == .week, let shift = word(next).shift, word(next + 1).unit == .month {
            return TimeMatch(start, next + 2, .shifted(.month, by: shift, from: .writing, within: fields))
        }
        return nil
    }

    /// "the first Friday of July", "the third Wednesday of last month".
    func ordinalWeekday(_ ordinal: Int, weekday: Int, from start: Int, at index: Int) -> TimeMatch? {
        guard ordinal <= 5, has(index, [.of, .in]) else { return nil }
        let next = afterArticle(index + 1)
        var fields = CalendarFields(weekday: weekday, ordinal: ordinal)
        if let month = word(next).month {
            fields.month = month
            if let tail = yearTail(at: next + 1) { return inYear(tail, fields, from: start) }
            return TimeMatch(start, next + 1, .calendar(fields))
        }
        guard word(next + 1).unit == .month else { return nil }
        if let shift = word(next).shift {
            return TimeMatch(start, next + 2, .shifted(.month, by: shift, from: .writing, within: fields))
        }
        return nil
    }

    // MARK: Lettered and named periods

    /// "Q3", "H1", "FY18", "fiscal 2023", "week 31", "year 2008", "nineties".
    func period(at index: Int, definite: Bool) -> TimeMatch? {
        let word = word(index)
        if let first = word.number, (10...20).contains(first), let decade = self.word(index + 1).decade, decade < 100 {
            return TimeMatch(index, index + 2, .age(start: first * 100 + decade, digits: 3, open: false))
        }
        if let decade = word.decade, definite || has(index - 1, .in) {
            return TimeMatch(index, index + 1, .age(start: decade, digits: 3, open: decade < 100))
        }
        if let fiscal = word.fiscal { return fiscalYear(fiscal, at: index) }
        if let part = lettered(at: index) {
            let fields = part.fields
            var end = part.end
            if isKind(end, .dash), token(end).glued { end += 1 }
            if let year = yearNumber(at: end) { return inYear((.year(year.value), year.end), fields, from: index) }
            if let year = yearTail(at: end) ?? yearOf(at: end) { return inYear(year, fields, from: index) }
            return fields.half != nil ? nil : TimeMatch(index, part.end, .calendar(fields))
        }
        if has(index, .weekWord), isKind(index + 1, .number), token(index + 1).digits <= 2,
            (1...53).contains(token(index + 1).value), isAtEnd(index + 2) || has(index + 2, [.of, .to, .until])
        {
            let fields = CalendarFields(week: token(index + 1).value)
            if let year = yearTail(at: index + 2) { return inYear(year, fields, from: index) }
            return TimeMatch(index, index + 2, .calendar(fields))
        }
        guard has(index, .yearWord) else { return nil }
        if isKind(index + 1, .number), token(index + 1).digits == 3 || token(index + 1).digits == 4,
            token(index + 1).fraction == nil, token(index + 1).value < 2200
        {
            return TimeMatch(index, index + 2, .calendar(CalendarFields(year: token(index + 1).value)))
        }
        return nil
    }

    /// "Q3", "H1": a letter and its digit.
    private func lettered(at index: Int) -> (fields: CalendarFields, end: Int)? {
        let digit = token(index + 1)
        guard digit.kind == .number, digit.digits == 1, digit.glued, digit.fraction == nil,
            !token(index + 2).glued
                || !(isKind(index + 2, .word) || isKind(index + 2, .number))
        else { return nil }
        if has(index, .quarterLetter), (1...4).contains(digit.value) {
            return (CalendarFields(quarter: digit.value), index + 2)
        }
        if has(index, .hourLetter), (1...2).contains(digit.value) {
            return (CalendarFields(half: digit.value), index + 2)
        }
        return nil
    }

    /// "fiscal year 2008", "fiscal 2023", "FY18", "the fiscal year".
    private func fiscalYear(_ fiscal: String, at index: Int) -> TimeMatch? {
        let number = token(index + 1)
        if number.kind == .number, number.digits == 4 || number.digits == 2, number.fraction == nil, !number.isAmount {
            let year = number.digits == 4 ? number.value : 2000 + number.value
            return TimeMatch(index, index + 2, .calendar(CalendarFields(year: year, fiscal: fiscal)))
        }
        guard token(index).width > 6 else { return nil }
        return TimeMatch(
            index, index + 1, .shifted(.year, by: 0, from: .writing, within: CalendarFields(fiscal: fiscal)))
    }

    // MARK: Seasons and holidays

    /// "summer 2022", "the fall of 2019", "in the winter": a season needs a year or what leads it.
    func season(at index: Int, definite: Bool) -> TimeMatch? {
        guard let season = word(index).season else { return nil }
        let fields = CalendarFields(season: season)
        if let tail = yearTail(at: index + 1) { return inYear(tail, fields, from: index) }
        let led =
            has(index - 1, [.in, .since, .by, .until, .during, .before, .after])
            || definite && season != .fall && season != .spring
            || definite && has(index - 2, [.in, .since, .by, .until, .during, .before, .after, .of, .for, .over])
            || word(index - 1).position != nil || isKind(index - 1, .dash) && word(index - 2).position != nil
        guard led, isClosed(at: index + 1), !has(index + 1, .of), token(index).shape == .lower || !has(index, .given)
        else { return nil }
        return TimeMatch(index, index + 1, .calendar(fields))
    }

    /// "Christmas", "Easter Monday 2018", "Thanksgiving".
    func holiday(at index: Int) -> TimeMatch? {
        guard let holiday = word(index).holiday, !has(index, .cased) || token(index).shape != .lower else { return nil }
        let fields = CalendarFields(holiday: holiday)
        if has(index + 1, .of), word(index + 2).shift == nil, yearNumber(at: index + 2) == nil { return nil }
        if let tail = yearTail(at: index + 1) {
            let match = inYear(tail, fields, from: index)
            guard word(match.end).unit == .weekend else { return match }
            return weekend(of: TimeMatch(index, match.end + 1, match.meaning), from: index) ?? match
        }
        let match = TimeMatch(index, index + 1, .calendar(fields))
        return word(index + 1).unit == .weekend
            ? weekend(of: TimeMatch(index, index + 2, match.meaning), from: index) : match
    }

    /// "Labor Day weekend", "the weekend of Thanksgiving 2023".
    func weekend(of holiday: TimeMatch, from start: Int) -> TimeMatch? {
        guard case .calendar(var fields) = holiday.meaning else { return nil }
        fields.isWeekend = true
        if let tail = yearTail(at: holiday.end), fields.year == nil { return inYear(tail, fields, from: start) }
        return TimeMatch(start, holiday.end, .calendar(fields))
    }
}
