import NewsModel

/// A period of the calendar: the day, week, month, season, year … that begins on a day.
struct CalendarPeriod: Hashable, Sendable {
    let unit: TimeUnit
    let first: CivilDate

    /// The period of `unit` that holds `date`.
    init(_ unit: TimeUnit, holding date: CivilDate) {
        self.unit = unit
        switch unit {
        case .week: first = date.adding(days: 1 - date.weekday)
        case .weekend: first = date.adding(days: 6 - date.weekday)
        case .fortnight: first = date.adding(days: 1 - date.weekday)
        case .month: first = CivilDate(clamping: date.year, date.month, 1)
        case .quarter: first = CivilDate(clamping: date.year, (date.quarter - 1) * 3 + 1, 1)
        case .half: first = CivilDate(clamping: date.year, date.month <= 6 ? 1 : 7, 1)
        case .season:
            let start = date.month / 3 * 3
            first = start == 0 ? CivilDate(clamping: date.year - 1, 12, 1) : CivilDate(clamping: date.year, start, 1)
        case .year: first = CivilDate(clamping: date.year, 1, 1)
        case .decade: first = CivilDate(clamping: date.year / 10 * 10, 1, 1)
        case .century: first = CivilDate(clamping: date.year / 100 * 100, 1, 1)
        case .millennium: first = CivilDate(clamping: date.year / 1000 * 1000, 1, 1)
        case .second, .minute, .hour, .day, .businessDay: first = date
        }
    }

    /// A season of a year; the winter of a year is the one that begins in it.
    init(_ season: Season, of year: Int) {
        self.init(.season, holding: CivilDate(clamping: year, season.firstMonth, 1))
    }

    /// The period `count` later.
    func shifted(by count: Int) -> CalendarPeriod {
        let count = max(-10_000, min(10_000, count))
        let date: CivilDate =
            switch unit {
            case .second, .minute, .hour, .day, .businessDay: first.adding(days: count)
            case .weekend, .week: first.adding(days: 7 * count)
            case .fortnight: first.adding(days: 14 * count)
            case .month: first.adding(months: count)
            case .quarter, .season: first.adding(months: 3 * count)
            case .half: first.adding(months: 6 * count)
            case .year: first.adding(months: 12 * count)
            case .decade: first.adding(months: 120 * count)
            case .century: first.adding(months: 1200 * count)
            case .millennium: first.adding(months: 12_000 * count)
            }
        return CalendarPeriod(unit, holding: date)
    }

    /// The last day.
    var last: CivilDate {
        switch unit {
        case .second, .minute, .hour, .day, .businessDay: first
        case .weekend: first.adding(days: 1)
        default: shifted(by: 1).first.adding(days: -1)
        }
    }

    /// First and last day.
    var range: DateRange { DateRange(start: first, end: last) }

    /// The TIMEX3 value.
    var value: String {
        let year = TimexValue.padded(first.year, 4)
        switch unit {
        case .second, .minute, .hour, .day, .businessDay: return first.description
        case .week, .fortnight:
            let week = first.isoWeek
            return TimexValue.padded(week.year, 4) + "-W" + TimexValue.padded(week.week, 2)
        case .weekend:
            let week = first.isoWeek
            return TimexValue.padded(week.year, 4) + "-W" + TimexValue.padded(week.week, 2) + "-WE"
        case .month: return year + "-" + TimexValue.padded(first.month, 2)
        case .quarter: return year + "-Q\(first.quarter)"
        case .half: return year + (first.month == 1 ? "-H1" : "-H2")
        case .season:
            let season: Season =
                switch first.month {
                case 3: .spring
                case 6: .summer
                case 9: .fall
                default: .winter
                }
            return year + "-" + season.rawValue
        case .year: return year
        case .decade: return String(year.dropLast())
        case .century: return String(year.dropLast(2))
        case .millennium: return String(year.dropLast(3))
        }
    }

    /// The value of a period of which nothing is known but its unit.
    static func unknownValue(_ unit: TimeUnit) -> String {
        switch unit {
        case .second, .minute, .hour, .day, .businessDay: "XXXX-XX-XX"
        case .week, .fortnight: "XXXX-WXX"
        case .weekend: "XXXX-WXX-WE"
        case .month: "XXXX-XX"
        case .quarter: "XXXX-QX"
        case .half: "XXXX-HX"
        case .season, .year: "XXXX"
        case .decade: "XXX"
        case .century: "XX"
        case .millennium: "X"
        }
    }
}
