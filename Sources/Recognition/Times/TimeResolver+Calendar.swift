import NewsModel

/// Dates of which the text says some fields and leaves others open.
extension TimeResolver {
    /// Places "18 June", "Tuesday", "2024", "Q3", "10:30 p.m.".
    func calendar(_ fields: CalendarFields) -> ResolvedTime {
        if fields.isSwappable { return swappable(fields) }
        if let year = fields.year { return inYear(year, fields, .explicit, "said in full") }
        if let half = fields.half { return halfOrQuarter(fields, unit: .half, index: half) }
        if let quarter = fields.quarter { return halfOrQuarter(fields, unit: .quarter, index: quarter) }
        if let season = fields.season { return self.season(season, fields) }
        if let holiday = fields.holiday { return self.holiday(holiday, fields) }
        if fields.month != nil { return fields.day != nil ? dayOfYear(fields) : month(fields) }
        if fields.week != nil { return week(fields) }
        if let day = fields.day { return dayOfMonth(day, fields) }
        if fields.weekday != nil { return weekday(fields) }
        return timeOfDay(fields)
    }

    /// Fields of a known year.
    func inYear(
        _ year: Int, _ fields: CalendarFields, _ resolution: TimeExpression.Resolution, _ step: String
    ) -> ResolvedTime {
        var full = fields
        full.year = year
        if full.fiscal != nil {
            return ResolvedTime(
                kind: .date, value: TimexValue.text(full, date: nil), resolution: resolution,
                steps: [step, "when this year of the books begins is not said"])
        }
        if let half = full.half {
            return placed(period(.half, year, (half - 1) * 6 + 1), full, resolution, [step])
        }
        if let quarter = full.quarter {
            return placed(period(.quarter, year, (quarter - 1) * 3 + 1), full, resolution, [step])
        }
        if let season = full.season { return placed(CalendarPeriod(season, of: year), full, resolution, [step]) }
        if let holiday = full.holiday {
            guard let date = holiday.date(in: year) else { return partial(full, "a feast of another calendar") }
            return placed(period(of: date, full), full, resolution, [step])
        }
        guard let month = full.month else {
            if let week = full.week {
                let last = CivilDate(clamping: year, 12, 28).isoWeek.week
                let monday = CivilDate(isoYear: year, week: week < 0 ? last : week, weekday: 1)
                return placed(CalendarPeriod(.week, holding: monday), full, resolution, [step])
            }
            return placed(period(.year, year, 1), full, resolution, [step])
        }
        if let week = full.week { return weekOfMonth(week, month, year, full, resolution, step) }
        if let ordinal = full.ordinal, let weekday = full.weekday {
            guard let date = CivilDate(ordinal: ordinal, weekday: weekday, month: month, year: year) else {
                return partial(full, "the month has no such day")
            }
            return placed(CalendarPeriod(.day, holding: date), full, resolution, [step])
        }
        guard let day = full.day else { return placed(period(.month, year, month), full, resolution, [step]) }
        guard let date = CivilDate(year, month, day) else { return partial(full, "the calendar has no such day") }
        var steps = [step]
        if let weekday = full.weekday, date.weekday != weekday {
            steps.append("but that day is a \(Self.weekdayNames[date.weekday - 1])")
        }
        return placed(CalendarPeriod(.day, holding: date), full, resolution, steps)
    }

    private func weekOfMonth(
        _ week: Int, _ month: Int, _ year: Int, _ fields: CalendarFields, _ resolution: TimeExpression.Resolution,
        _ step: String
    ) -> ResolvedTime {
        let days = CivilDate.daysIn(month: month, of: year)
        let first = week < 0 ? days - 6 : min((week - 1) * 7 + 1, days)
        var result = ResolvedTime(
            kind: .date, value: TimexValue.text(fields, date: nil), resolution: resolution, steps: [step])
        result.range = DateRange(
            start: CivilDate(clamping: year, month, first), end: CivilDate(clamping: year, month, first + 6))
        return result
    }

    private func period(_ unit: TimeUnit, _ year: Int, _ month: Int) -> CalendarPeriod {
        CalendarPeriod(unit, holding: CivilDate(clamping: year, month, 1))
    }

    /// The day of a holiday, or the weekend that belongs to it: before a Monday, else after.
    private func period(of date: CivilDate, _ fields: CalendarFields) -> CalendarPeriod {
        guard fields.isWeekend else { return CalendarPeriod(.day, holding: date) }
        return CalendarPeriod(.weekend, holding: date.weekday <= 2 ? date.adding(days: -7) : date)
    }

    static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    // MARK: Numeric dates that can be read two ways

    private func swappable(_ fields: CalendarFields) -> ResolvedTime {
        var monthFirst = fields
        monthFirst.isSwappable = false
        var dayFirst = monthFirst
        dayFirst.month = fields.day
        dayFirst.day = fields.month
        switch setting.dateOrder {
        case .monthFirst: return calendar(monthFirst)
        case .dayFirst: return calendar(dayFirst)
        case .undecided: break
        }
        let (a, b) = (calendar(monthFirst), calendar(dayFirst))
        if let written = setting.written, let first = a.range?.start, let second = b.range?.start {
            let (near, far) = (abs(first.dayNumber - written.dayNumber), abs(second.dayNumber - written.dayNumber))
            if min(near, far) <= 3 || min(near, far) <= 20 && max(near, far) >= 60 {
                var result = near < far ? a : b
                result.resolution = .resolved
                result.steps = ["the reading near \(anchorName), not \(near < far ? b.value : a.value)"]
                return result
            }
        }
        var open = monthFirst
        open.month = nil
        open.day = nil
        var result = partial(
            open, "either \(a.value) or \(b.value): the text does not say whether day or month is first")
        if fields.isTime == false { result.value = (fields.year.map { TimexValue.padded($0, 4) } ?? "XXXX") + "-XX-XX" }
        return result
    }

    // MARK: Days without a year

    /// "June 18", "Tuesday 18 June": the year that brings it nearest to the writing, and fits the weekday.
    private func dayOfYear(_ fields: CalendarFields) -> ResolvedTime {
        guard let month = fields.month, let day = fields.day else { return partial(fields, Self.noAnchor) }
        guard let written = setting.written else { return undatedDay(fields, month: month, day: day) }
        if let told = nearTold(month, day), fields.weekday == nil {
            return placed(
                CalendarPeriod(.day, holding: told), fields, .resolved,
                ["the year nearest the \(setting.told?.value ?? "") told of before"])
        }
        let years = [written.year, written.year - 1, written.year + 1]
        let candidates = years.compactMap { CivilDate($0, month, day) }
        guard !candidates.isEmpty else { return partial(fields, "no such day in the years about \(anchorName)") }
        if let weekday = fields.weekday {
            let fitting = candidates.filter { $0.weekday == weekday }
            if let date = nearest(fitting, to: written) {
                let name = Self.weekdayNames[weekday - 1]
                return placed(
                    CalendarPeriod(.day, holding: date), fields, .resolved,
                    ["the year nearest \(anchorName) in which it is a \(name)"])
            }
        }
        guard let date = nearest(candidates, to: written) else { return partial(fields, Self.noAnchor) }
        var chosen = date
        let distance = abs(date.dayNumber - written.dayNumber)
        if distance > 120 {
            if setting.tense == .past, let past = candidates.filter({ $0 <= written }).max() { chosen = past }
            if looksAhead, let future = candidates.filter({ $0 >= written }).min() { chosen = future }
        }
        var steps = ["the year nearest \(anchorName)"]
        if let weekday = fields.weekday, chosen.weekday != weekday {
            steps.append("but that day is a \(Self.weekdayNames[chosen.weekday - 1])")
        }
        return placed(CalendarPeriod(.day, holding: chosen), fields, .resolved, steps)
    }

    /// The day near the date that the paragraph tells of, where that lies well before the writing.
    private func nearTold(_ month: Int, _ day: Int) -> CivilDate? {
        guard setting.isToldHere, setting.tense != .future, let told = setting.told, told.unit <= .month,
            let written = setting.written, written.dayNumber - told.first.dayNumber > 200
        else { return nil }
        let near = [told.first.year, told.first.year + 1].compactMap { CivilDate($0, month, day) }
        return near.first { (-31...120).contains($0.dayNumber - told.first.dayNumber) && $0 <= written }
    }

    private func undatedDay(_ fields: CalendarFields, month: Int, day: Int) -> ResolvedTime {
        guard let weekday = fields.weekday else { return partial(fields, "the year is not said, and \(Self.noAnchor)") }
        let years = WeekdayConsistency.years(month: month, day: day, weekday: weekday, in: 1990...2050)
        return partial(
            fields,
            "the year is not said; it is a \(Self.weekdayNames[weekday - 1]) in "
                + years.map(String.init).joined(separator: ", "))
    }

    private func nearest(_ dates: [CivilDate], to written: CivilDate) -> CivilDate? {
        dates.min { abs($0.dayNumber - written.dayNumber) < abs($1.dayNumber - written.dayNumber) }
    }

    // MARK: Months, quarters, seasons without a year

    /// "in October": the last one, or the next where the sentence looks ahead.
    private func month(_ fields: CalendarFields) -> ResolvedTime {
        guard let month = fields.month else { return partial(fields, Self.noAnchor) }
        guard let written = setting.written else {
            return partial(fields, "the year is not said, and \(Self.noAnchor)")
        }
        let year: Int
        let step: String
        if looksAhead {
            year = month >= written.month ? written.year : written.year + 1
            step = "the next one from \(anchorName)"
        } else if setting.tense == nil, month > written.month, month - written.month <= 5 {
            year = written.year
            step = "the one nearest \(anchorName)"
        } else {
            year = month <= written.month ? written.year : written.year - 1
            step = "the last one before \(anchorName)"
        }
        return inYear(year, fields, .resolved, step)
    }

    private func halfOrQuarter(_ fields: CalendarFields, unit: TimeUnit, index: Int) -> ResolvedTime {
        guard let written = setting.written else {
            return partial(fields, "the year is not said, and \(Self.noAnchor)")
        }
        let now = unit == .half ? (written.month <= 6 ? 1 : 2) : written.quarter
        if looksAhead {
            return inYear(
                index >= now ? written.year : written.year + 1, fields, .resolved, "the next one from \(anchorName)")
        }
        let year = index <= now ? written.year : written.year - 1
        return inYear(year, fields, .resolved, "the last one before \(anchorName)")
    }

    /// "in the winter": the season that last began, or the next one.
    private func season(_ season: Season, _ fields: CalendarFields) -> ResolvedTime {
        guard let written = setting.written else {
            return partial(fields, "the year is not said, and \(Self.noAnchor)")
        }
        let current = CalendarPeriod(season, of: written.year)
        if looksAhead {
            let next = current.last < written ? CalendarPeriod(season, of: written.year + 1) : current
            return placed(next, fields, .resolved, ["the next one from \(anchorName)"])
        }
        let last = current.first > written ? CalendarPeriod(season, of: written.year - 1) : current
        return placed(last, fields, .resolved, ["the last one before \(anchorName)"])
    }

    private func holiday(_ holiday: HolidayRule, _ fields: CalendarFields) -> ResolvedTime {
        guard let written = setting.written else {
            return partial(fields, "the year is not said, and \(Self.noAnchor)")
        }
        let dates = [written.year - 1, written.year, written.year + 1].compactMap { holiday.date(in: $0) }
        if dates.isEmpty { return partial(fields, "a feast of another calendar") }
        let chosen: CivilDate? =
            looksAhead
            ? dates.filter { $0 >= written }.min()
            : setting.tense == .past ? dates.filter { $0 <= written }.max() : nearest(dates, to: written)
        guard let date = chosen ?? nearest(dates, to: written) else { return partial(fields, Self.noAnchor) }
        return placed(
            period(of: date, fields), fields, .resolved,
            [looksAhead ? "the next one from \(anchorName)" : "the one nearest \(anchorName)"])
    }

    private func week(_ fields: CalendarFields) -> ResolvedTime {
        guard let written = setting.written else { return partial(fields, Self.noAnchor) }
        return inYear(written.isoWeek.year, fields, .resolved, "the year of \(anchorName)")
    }

    // MARK: Weekdays, days of the month, times of day

    /// "on Tuesday": the last one up to the day of writing, or the next where the sentence looks ahead.
    ///
    /// News names a bare weekday of the last days, or of the next ones: "Monday" in a text of Sunday is tomorrow, whatever
    /// the tense of the verb nearby.
    private func weekday(_ fields: CalendarFields) -> ResolvedTime {
        guard let weekday = fields.weekday, let written = setting.written else {
            return partial(fields, "no date to count from")
        }
        let back = (written.weekday - weekday + 7) % 7
        if looksAhead || back == 6 && !setting.isPastBeside || back == 5 && setting.tense == nil {
            return placed(
                CalendarPeriod(.day, holding: written.next(weekday)), fields, .resolved,
                ["the first \(Self.weekdayNames[weekday - 1]) from \(anchorName)"])
        }
        return placed(
            CalendarPeriod(.day, holding: written.previous(weekday)), fields, .resolved,
            ["the last \(Self.weekdayNames[weekday - 1]) up to \(anchorName)"])
    }

    /// "the 18th", "Thursday the 21st": of the month that the text speaks of, or nearest the writing.
    private func dayOfMonth(_ day: Int, _ fields: CalendarFields) -> ResolvedTime {
        let base = setting.told.flatMap { $0.unit <= .month ? $0.first : nil } ?? setting.written
        guard let base else { return partial(fields, "the month is not said, and \(Self.noAnchor)") }
        let months = (-1...1).map { base.adding(months: $0) }
        var dates = months.compactMap { CivilDate($0.year, $0.month, day) }
        if let weekday = fields.weekday {
            let more = (-6...6).map { base.adding(months: $0) }.compactMap { CivilDate($0.year, $0.month, day) }
            dates = more.filter { $0.weekday == weekday }
            guard let date = nearest(dates, to: base) else { return partial(fields, "no month has such a day") }
            return placed(
                CalendarPeriod(.day, holding: date), fields, .resolved,
                ["the month nearest \(base) in which it is a \(Self.weekdayNames[weekday - 1])"])
        }
        let chosen: CivilDate? =
            looksAhead
            ? dates.filter { $0 >= base }.min()
            : setting.tense == .past ? dates.filter { $0 <= base }.max() : nil
        let inMonth = dates.first { $0.month == base.month }
        guard let date = chosen ?? inMonth ?? nearest(dates, to: base) else { return partial(fields, Self.noAnchor) }
        return placed(CalendarPeriod(.day, holding: date), fields, .resolved, ["a day of the month about \(base)"])
    }

    /// "at 10:30 p.m.", "in the evening": of the day that the sentence speaks of, or of the writing.
    private func timeOfDay(_ fields: CalendarFields) -> ResolvedTime {
        if let day = setting.day {
            return placed(
                CalendarPeriod(.day, holding: day), fields, .resolved, ["on the day that the sentence tells of"])
        }
        guard let written = setting.written else { return partial(fields, "the day is not said") }
        if let told = setting.told, told.unit == .day, setting.tense == .past, told.first <= written {
            return placed(told, fields, .resolved, ["on \(told.value), told of before"])
        }
        return placed(CalendarPeriod(.day, holding: written), fields, .resolved, ["on the day of \(anchorName)"])
    }
}
