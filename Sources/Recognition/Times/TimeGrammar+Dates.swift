/// Days, months, weekdays, numeric dates.
///
///     ⟦18 June 2024⟧, ⟦June 18, 2024⟧, ⟦the 18th of June⟧, ⟦Tuesday, June 18⟧, ⟦2024-06-18⟧, ⟦18/06/2024⟧
///     not: Theresa May said; they may; the march on Washington; April Jones; 24/7; 1-0
extension TimeGrammar {
    // MARK: Months

    /// An expression that begins with a month: "June", "June 18", "June 18, 2024", "June 2024".
    func month(at index: Int, positioned: Bool = false) -> TimeMatch? {
        guard let month = word(index).month, !has(index - 1, .name) else { return nil }
        var next = index + 1
        if has(index, .short), isKind(next, .dot), token(next).glued { next += 1 }
        if let match = monthDay(month, from: index, at: next) { return withTime(match) }
        guard positioned || isMonthName(at: index) else { return nil }
        var fields = CalendarFields(month: month)
        if let tail = yearTail(at: next) {
            switch tail.year {
            case .year(let year): fields.year = year
            case .shift(let by, let viewpoint):
                return TimeMatch(index, tail.end, .shifted(.year, by: by, from: viewpoint, within: fields))
            }
            return TimeMatch(index, tail.end, .calendar(fields))
        }
        // "from April in 2016 to June in 2017"
        if has(next, .in), let year = yearNumber(at: next + 1), !isYearCounting(at: next + 1) {
            fields.year = year.value
            return TimeMatch(index, year.end, .calendar(fields))
        }
        return TimeMatch(index, index + 1, .calendar(fields))
    }

    /// The day after a month, with the year that may follow: "18, 2024", "the 18th", "-2", "/2".
    private func monthDay(_ month: Int, from start: Int, at index: Int) -> TimeMatch? {
        var next = index
        if isKind(next, .dash) || isKind(next, .slash), token(next).glued, token(next + 1).glued { next += 1 }
        if isKind(next, .comma), word(next + 1).ordinal != nil || has(next + 2, .suffix) { next += 1 }
        if has(next, .article) { next += 1 }
        guard let day = dayNumber(at: next), !isCounting(after: day.end, glued: next == index) else { return nil }
        var fields = CalendarFields(month: month, day: day.value)
        var end = day.end
        if let tail = yearTail(at: end, afterDay: true) {
            switch tail.year {
            case .year(let year):
                fields.year = year
                end = tail.end
            case .shift(let by, let viewpoint):
                return TimeMatch(start, tail.end, .shifted(.year, by: by, from: viewpoint, within: fields))
            }
        }
        return TimeMatch(start, end, .calendar(fields))
    }

    /// Whether a number that ends before `index` counts something: "May 20 percent", "June 300".
    private func isCounting(after index: Int, glued: Bool) -> Bool {
        let next = token(index)
        if next.has(.counted), !next.has(.functional), word(index).month == nil { return true }
        if next.kind == .slash || next.kind == .dash, next.glued, isKind(index + 1, .number), token(index + 1).glued {
            return token(index + 1).digits > 2 && yearNumber(at: index + 1) == nil
        }
        return false
    }

    /// Whether the month at `index` is one, not a verb, a modal or a person.
    private func isMonthName(at index: Int) -> Bool {
        let token = token(index)
        let before = self.token(index - 1)
        let next = self.token(index + 1)
        let nextYear = yearNumber(at: self.isKind(index + 1, .dot) ? index + 2 : afterComma(index + 1)) != nil
        if nextYear || yearTail(at: index + 1) != nil { return true }
        if word(index + 2).month != nil, has(index + 1, [.to, .until, .through]) || isKind(index + 1, .dash) {
            return true
        }
        let led =
            index > 0
            && (before.has([
                .in, .of, .since, .until, .by, .from, .to, .through, .between, .during, .before, .after, .on,
            ])
                || word(index - 1).shift != nil || word(index - 1).position != nil || word(index - 1).every != nil
                || before.has(.and) && (word(index - 2).month != nil || isKind(index - 2, .number))
                || isKind(index - 1, .dash) && (word(index - 2).position != nil || word(index - 2).month != nil)
                || word(index - 1).ordinal != nil)
        if next.kind == .word, next.shape == .title, next.word == 0, token.has(.given) || token.has(.cased) {
            return false
        }
        if before.kind == .word, before.shape != .lower, before.word == 0 || before.has(.honorific), index > 0,
            token.has(.given), !before.has(.functional)
        {
            return false
        }
        if token.shape == .upper, token.width == 3, !led { return false }
        if token.has([.cased, .short]) { return led && (token.shape != .lower || !has(index + 1, .taker)) }
        return led || token.shape != .lower || word(index + 1).month != nil
    }

    // MARK: Years after a date

    enum YearTail {
        case year(Int)
        case shift(Int, TimeViewpoint)
    }

    /// The year that closes a date: ", 2024", "of 2024", "'24", "next year", "of last year", "this year".
    func yearTail(at index: Int, afterDay: Bool = false) -> (year: YearTail, end: Int)? {
        var next = index
        if isKind(next, .dash) || isKind(next, .slash), token(next).glued, isKind(next + 1, .number) {
            guard let year = yearNumber(at: next + 1) else { return nil }
            return (.year(year.value), year.end)
        }
        if isKind(next, .dot), token(next).glued, isKind(next + 1, .number) { next += 1 }
        next = afterComma(next)
        if has(next, .of) || afterDay && has(next, .in) { next += 1 }
        let start = afterArticle(next)
        if let year = yearNumber(at: start) {
            if !token(start).glued || index != start || isKind(start, .apostrophe), !isYearCounting(at: start) {
                return (.year(year.value), year.end)
            }
            return nil
        }
        if let year = spelledYearNumber(at: start) { return (.year(year.value), year.end) }
        if let shift = word(start).shift, word(start + 1).unit == .year, !has(start + 1, .plural) {
            return (.shift(shift, .writing), start + 2)
        }
        if let turn = word(start).turn, word(start + 1).unit == .year, !has(start + 1, .plural) {
            return (.shift(turn, .telling), start + 2)
        }
        return nil
    }

    /// Whether the four digits at `index` count what follows: "June 2000 people".
    private func isYearCounting(at index: Int) -> Bool {
        has(index + 1, .counted) && !has(index + 1, .functional) && token(index).value % 10 == 0
    }

    // MARK: Day first

    /// "18 June", "18th of June 2024", "18. Nov. 2016", "twenty-second of June".
    func dayMonth(at index: Int) -> TimeMatch? {
        guard let day = dayNumber(at: index), day.value <= 31 else { return nil }
        if index > 0, token(index).glued,
            isKind(index - 1, .dot) || isKind(index - 1, .colon) && word(day.end).month == nil
        {
            return nil
        }
        var next = day.end
        if isKind(next, .dot), token(next).glued { next += 1 }
        if isKind(next, .dash) || isKind(next, .slash), token(next).glued { next += 1 }
        if word(next).unit == .day, !has(next, .plural), has(next + 1, .of) { next += 1 }
        let hasOf = has(next, .of)
        if hasOf { next = afterArticle(next + 1) }
        if let month = word(next).month, hasOf || isDayMonth(day, at: next) {
            return dayMonthTail(day.value, month, from: index, at: next)
        }
        guard hasOf else { return nil }
        let fields = CalendarFields(day: day.value)
        if let shift = word(next).shift, word(next + 1).unit == .month {
            return TimeMatch(index, next + 2, .shifted(.month, by: shift, from: .writing, within: fields))
        }
        if let turn = word(next).turn, word(next + 1).unit == .month {
            return TimeMatch(index, next + 2, .shifted(.month, by: turn, from: .telling, within: fields))
        }
        if word(next).every == 1, word(next + 1).unit == .month {
            let value = TimexValue.text(fields, date: nil)
            return TimeMatch(index, next + 2, .repeated(value: value, how: "every month"))
        }
        if has(next - 1, .article), word(next).unit == .month {
            return TimeMatch(index, next + 1, .shifted(.month, by: 0, from: .writing, within: fields))
        }
        return nil
    }

    /// Whether a month at `index` closes a day: not "24 may", not "5 March" of a march.
    private func isDayMonth(_ day: (value: Int, end: Int), at index: Int) -> Bool {
        let token = token(index)
        if token.has(.cased), token.shape == .lower { return yearTail(at: index + 1) != nil }
        return true
    }

    private func dayMonthTail(_ day: Int, _ month: Int, from start: Int, at index: Int) -> TimeMatch {
        var fields = CalendarFields(month: month, day: day)
        var next = index + 1
        if has(index, .short), isKind(next, .dot), token(next).glued, yearNumber(at: next + 1) != nil { next += 1 }
        if let tail = yearTail(at: next, afterDay: true) {
            switch tail.year {
            case .year(let year):
                fields.year = year
                return TimeMatch(start, tail.end, .calendar(fields))
            case .shift(let by, let viewpoint):
                return TimeMatch(start, tail.end, .shifted(.year, by: by, from: viewpoint, within: fields))
            }
        }
        return TimeMatch(start, index + 1, .calendar(fields))
    }

    // MARK: Weekdays

    /// "Tuesday", "Tuesday, June 18, 2024", "Tuesday the 18th", "Tuesday morning", "Friday next week", "Tuesdays".
    func weekday(at index: Int) -> TimeMatch? {
        guard let weekday = word(index).weekday, isWeekdayName(at: index) else { return nil }
        var fields = CalendarFields(weekday: weekday)
        if has(index, .plural) || has(index + 1, .plural) && word(index + 1).part != nil {
            return repeatedWeekday(at: index, weekday)
        }
        var next = index + 1
        if has(index, .short), isKind(next, .dot), token(next).glued { next += 1 }
        let afterName = next
        next = afterComma(next)
        let start = afterArticle(next)
        if case .calendar(var date)? = datePart(at: start)?.meaning, let end = datePart(at: start)?.end {
            date.weekday = weekday
            return withTime(TimeMatch(index, end, .calendar(date)))
        }
        if start > next || afterName == next, let day = dayNumber(at: start), isClosed(at: day.end),
            start > next || day.end > start + 1 || !isKind(day.end, .dash)
        {
            fields.day = day.value
            return withTime(TimeMatch(index, day.end, .calendar(fields)))
        }
        let of = has(next, .of) ? next + 1 : next
        if word(of).unit == nil, let shift = word(of).shift, word(of + 1).unit == .week, !has(of + 1, .plural) {
            return withTime(TimeMatch(index, of + 2, .shifted(.week, by: shift, from: .writing, within: fields)))
        }
        if let turn = word(of).turn, word(of + 1).unit == .week, !has(of + 1, .plural) {
            return withTime(TimeMatch(index, of + 2, .shifted(.week, by: turn, from: .telling, within: fields)))
        }
        return withTime(TimeMatch(index, index + 1, .calendar(fields)))
    }

    /// A date without its weekday: "June 18, 2024", "18 June", "18/06/2024".
    private func datePart(at index: Int) -> TimeMatch? {
        if isKind(index, .number) { return numericDate(at: index, afterWeekday: true) ?? dayMonth(at: index) }
        if let month = word(index).month {
            var next = index + 1
            if has(index, .short), isKind(next, .dot), token(next).glued { next += 1 }
            return monthDay(month, from: index, at: next)
        }
        return word(index).ordinal != nil || word(index).number != nil ? dayMonth(at: index) : nil
    }

    private func isWeekdayName(at index: Int) -> Bool {
        let token = token(index)
        guard token.has([.short, .cased]) else { return true }
        let next = self.token(index + 1)
        let led = index > 0 && (has(index - 1, [.on, .by, .until, .since, .from, .to]) || word(index - 1).shift != nil)
        let dated =
            datePart(at: afterComma(isKind(index + 1, .dot) ? index + 2 : index + 1)) != nil
            || next.kind == .number && next.digits <= 2
        if token.has(.cased) { return token.shape == .title && (led && isClosed(at: index + 1) || dated) }
        return led || dated || token.shape == .title && isClosed(at: index + 1)
    }

    // MARK: Numeric dates

    /// "2024-06-18", "18/06/2024", "06/18", "18.6.2024", "20240618", "9/11".
    func numericDate(at index: Int, afterWeekday: Bool = false, closesRange: Bool = false) -> TimeMatch? {
        let first = token(index)
        guard first.kind == .number, !first.isAmount, !first.isGrouped, first.fraction == nil else { return nil }
        if index > 0, first.glued, isKind(index - 1, .slash) || isKind(index - 1, .dash) && !closesRange,
            isKind(index - 2, .number)
        {
            return nil
        }
        if first.digits == 8 { return compactDate(at: index) }
        let mark = token(index + 1)
        guard mark.glued, [.dash, .slash, .dot].contains(mark.kind), token(index + 2).glued else { return nil }
        if let named = namedMonthDate(at: index) { return named }
        let second = token(index + 2)
        guard second.kind == .number, second.fraction == nil || mark.kind == .dot else { return nil }
        let mark2 = token(index + 3)
        let third = token(index + 4)
        if mark2.glued, mark2.kind == mark.kind, third.glued, third.kind == .number, third.fraction == nil {
            let end = index + 5
            if token(end).glued, isKind(end, mark.kind), mark.kind != .slash, isKind(end + 1, .number),
                token(end + 1).glued
            {
                return nil
            }
            return triple(first, second, third).map { TimeMatch(index, end, .calendar($0)) }
        }
        if let month = yearMonth(first, second, mark.kind, at: index) { return month }
        return pair(first, second, mark: mark, at: index, afterWeekday: afterWeekday || closesRange)
    }

    /// "2015-03", "3/2015"; but "2009-10" is taken for two years.
    private func yearMonth(_ a: TimeToken, _ b: TimeToken, _ mark: TimeToken.Kind, at index: Int) -> TimeMatch? {
        guard mark != .dot,
            !(token(index + 3).glued && [.dash, .slash, .word, .number].contains(token(index + 3).kind))
        else { return nil }
        let (year, month) = a.digits == 4 ? (a.value, b) : (b.value, a)
        guard a.digits == 4 || b.digits == 4, month.digits <= 2, (1...12).contains(month.value),
            (1900...2100).contains(year), a.digits != 4 || mark == .slash || month.value <= year % 100,
            index == 0 || !(token(index).glued && isKind(index - 1, .dash))
        else { return nil }
        if a.digits == 4, mark == .slash, month.value == year % 100 + 1 { return nil }
        return TimeMatch(index, index + 3, .calendar(CalendarFields(year: year, month: month.value)))
    }

    private func compactDate(at index: Int) -> TimeMatch? {
        let value = token(index).value
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return TimeMatch(index, index + 1, .calendar(CalendarFields(year: year, month: month, day: day)))
    }

    /// "05-Aug-2016", "2019/sep/01".
    private func namedMonthDate(at index: Int) -> TimeMatch? {
        guard let month = word(index + 2).month, isKind(index + 3, token(index + 1).kind), token(index + 3).glued,
            isKind(index + 4, .number)
        else { return nil }
        let (first, last) = (token(index), token(index + 4))
        if let year = yearNumber(at: index), (1...31).contains(last.value), last.digits <= 2 {
            return TimeMatch(
                index, index + 5, .calendar(CalendarFields(year: year.value, month: month, day: last.value)))
        }
        guard first.digits <= 2, (1...31).contains(first.value), last.digits == 4 || last.digits == 2 else {
            return nil
        }
        let fields = CalendarFields(year: fullYear(last), month: month, day: first.value)
        return TimeMatch(index, index + 5, .calendar(fields))
    }

    /// Year, month and day of three numbers.
    private func triple(_ a: TimeToken, _ b: TimeToken, _ c: TimeToken) -> CalendarFields? {
        if a.digits == 4, b.digits <= 2, c.digits <= 2 {
            guard (1...12).contains(b.value), (1...31).contains(c.value), (1000...2199).contains(a.value)
            else { return nil }
            return CalendarFields(year: a.value, month: b.value, day: c.value)
        }
        guard a.digits <= 2, b.digits <= 2, c.digits == 4 || c.digits == 2 else { return nil }
        let year = fullYear(c)
        guard c.digits == 2 || (1000...2199).contains(c.value) else { return nil }
        return dayAndMonth(a.value, b.value, year: year)
    }

    /// Two numbers as a day and a month: `18/6` and `6/18` are sure; `6/7` is kept month first with both readings open.
    private func dayAndMonth(_ a: Int, _ b: Int, year: Int?) -> CalendarFields? {
        guard (1...31).contains(a), (1...31).contains(b) else { return nil }
        if a > 12, b <= 12 { return CalendarFields(year: year, month: b, day: a) }
        if b > 12, a <= 12 { return CalendarFields(year: year, month: a, day: b) }
        guard a <= 12 else { return nil }
        return CalendarFields(year: year, month: a, day: b, isSwappable: a != b)
    }

    private func fullYear(_ token: TimeToken) -> Int {
        token.digits == 4 ? token.value : Self.fullYear(token.value)
    }

    /// "6/18", "18/6" after "on", "by", "until" or a weekday; "9/11" by name.
    private func pair(
        _ a: TimeToken, _ b: TimeToken, mark: TimeToken, at index: Int, afterWeekday: Bool
    ) -> TimeMatch? {
        guard mark.kind == .slash, a.digits <= 2, b.digits <= 2 else { return nil }
        if a.value == 9, b.value == 11 {
            return TimeMatch(index, index + 3, .calendar(CalendarFields(year: 2001, month: 9, day: 11)))
        }
        let led = has(index - 1, [.on, .by, .until, .since, .from, .to, .before, .after, .between]) || afterWeekday
        guard index > 0 || afterWeekday, led, let fields = dayAndMonth(a.value, b.value, year: nil) else { return nil }
        guard !isKind(index + 3, .comma), !(token(index + 3).glued && isKind(index + 3, .slash)) else {
            guard isKind(index + 3, .comma), let year = yearNumber(at: index + 4) else {
                return isKind(index + 3, .comma) ? match(fields, index) : nil
            }
            var dated = fields
            dated.year = year.value
            return TimeMatch(index, year.end, .calendar(dated))
        }
        return match(fields, index)
    }

    private func match(_ fields: CalendarFields, _ index: Int) -> TimeMatch {
        TimeMatch(index, index + 3, .calendar(fields))
    }
}
