import NewsModel

/// Last, this and next, and what lies within them.
extension TimeResolver {
    /// Places "last month", "Friday of next week", "the 20th of next month", "the following day".
    func shifted(_ unit: TimeUnit, by: Int, from viewpoint: TimeViewpoint, within: CalendarFields?) -> ResolvedTime {
        guard let base = base(viewpoint) else { return floating(unit, within) }
        if unit == .year, let within, within.fiscal != nil {
            return inYear(base.period.first.year + by, within, .resolved, direction(by, "year", base.name))
        }
        var period = CalendarPeriod(
            unit, holding: by > 0 && viewpoint == .telling ? base.period.last : base.period.first)
        if unit == .weekend, by == 0, viewpoint == .writing, setting.tense == .past, base.period.first.weekday <= 2 {
            period = period.shifted(by: -1)
        } else {
            period = period.shifted(by: by)
        }
        let step = direction(by, unit.name, base.name)
        guard var within else { return placed(period, CalendarFields(), .resolved, [step]) }
        switch unit {
        case .day: return placed(period, within, .resolved, [step])
        case .week:
            guard let weekday = within.weekday else { return placed(period, within, .resolved, [step]) }
            let date = period.first.adding(days: weekday - 1)
            return placed(CalendarPeriod(.day, holding: date), within, .resolved, [step])
        case .month:
            within.month = period.first.month
            return inYear(period.first.year, within, .resolved, step)
        case .year: return inYear(period.first.year, within, .resolved, step)
        default: return placed(period, within, .resolved, [step])
        }
    }

    /// What can be said of "last year's June" when nobody knows the year.
    private func floating(_ unit: TimeUnit, _ within: CalendarFields?) -> ResolvedTime {
        guard let within else { return unknown(unit, Self.noAnchor) }
        var result = partial(within, Self.noAnchor)
        if unit == .day, within.isTime {
            result.value =
                "XXXX-XX-XX" + (within.clock.map(TimexValue.clock) ?? within.part.map { "T" + $0.rawValue } ?? "")
        }
        return result
    }

    private func direction(_ by: Int, _ unit: String, _ base: String) -> String {
        switch by {
        case 0: "the \(unit) of \(base)"
        case 1: "the \(unit) after \(base)"
        case -1: "the \(unit) before \(base)"
        default: "\(abs(by)) \(unit)s \(by > 0 ? "after" : "before") \(base)"
        }
    }

    /// Places "last Friday", "next June", "this summer", "last night", "that day".
    func directed(_ fields: CalendarFields, by: Int, from viewpoint: TimeViewpoint) -> ResolvedTime {
        guard let base = base(viewpoint) else {
            return fields.grainWithoutTime == nil
                ? floating(.day, fields) : partial(fields, Self.noAnchor)
        }
        let start = base.period.first
        if let weekday = fields.weekday { return directedWeekday(weekday, fields, by, viewpoint, base) }
        if let month = fields.month {
            let year: Int =
                switch by {
                case 0: start.year
                case 1: month > start.month ? start.year : start.year + 1
                default: month < start.month ? start.year : start.year - 1
                }
            return inYear(year, fields, .resolved, Self.directions[by + 1] + base.name)
        }
        if let season = fields.season {
            let own = CalendarPeriod(season, of: start.year)
            let period: CalendarPeriod
            switch by {
            case 0:
                // "this winter" in February is the winter that began last year.
                let before = CalendarPeriod(season, of: start.year - 1)
                period = before.last >= start ? before : own
            case 1: period = own.first > start ? own : CalendarPeriod(season, of: start.year + 1)
            default:
                period =
                    [own, CalendarPeriod(season, of: start.year - 1), CalendarPeriod(season, of: start.year - 2)]
                    .first { $0.last < start } ?? own
            }
            return placed(period, fields, .resolved, [Self.directions[by + 1] + base.name])
        }
        if let holiday = fields.holiday { return directedHoliday(holiday, fields, by, base) }
        let day = fields.part == .night && by == -1 || viewpoint == .telling || by > 0 ? start.adding(days: by) : start
        let moved = by < 0 && fields.part != .night && viewpoint == .writing ? start.adding(days: by) : day
        return placed(
            CalendarPeriod(.day, holding: moved), fields, .resolved, [direction(by, "day", base.name)])
    }

    private static let directions = ["the last one before ", "the one of ", "the next one after "]

    private func directedWeekday(
        _ weekday: Int, _ fields: CalendarFields, _ by: Int, _ viewpoint: TimeViewpoint,
        _ base: (period: CalendarPeriod, name: String)
    ) -> ResolvedTime {
        let day: CivilDate
        let name = Self.weekdayNames[weekday - 1]
        let step: String
        if viewpoint == .telling, setting.told != nil {
            day =
                by < 0
                ? base.period.first.adding(days: -1).previous(weekday)
                : base.period.last.adding(days: by == 0 ? 0 : 1).next(weekday)
            step = "the \(name) \(by < 0 ? "before" : "after") \(base.name)"
        } else if fields.isNearest {
            let start = base.period.first
            day = by < 0 ? start.adding(days: -1).previous(weekday) : start.adding(days: 1).next(weekday)
            step = "the nearest \(name) \(by < 0 ? "before" : "after") \(base.name)"
        } else {
            let week = CalendarPeriod(.week, holding: base.period.first).shifted(by: by)
            day = week.first.adding(days: weekday - 1)
            step = "\(name) of the week \(by == 0 ? "of" : by < 0 ? "before" : "after") \(base.name)"
        }
        return placed(CalendarPeriod(.day, holding: day), fields, .resolved, [step])
    }

    private func directedHoliday(
        _ holiday: HolidayRule, _ fields: CalendarFields, _ by: Int, _ base: (period: CalendarPeriod, name: String)
    ) -> ResolvedTime {
        let start = base.period.first
        let dates = (start.year - 2...start.year + 2).compactMap { holiday.date(in: $0) }
        let date: CivilDate? =
            switch by {
            case 0: holiday.date(in: start.year)
            case 1: dates.first { $0 > start }
            default: dates.last { $0 < start }
            }
        guard let date else { return partial(fields, "a feast of another calendar") }
        return placed(CalendarPeriod(.day, holding: date), fields, .resolved, [Self.directions[by + 1] + base.name])
    }
}
