/// ISO 8601 weeks, and days found by their weekday.
extension CivilDate {
    /// The ISO week that holds the day. Its year is not always the calendar year: 1 January 2016 lies in 2015-W53.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        return (thursday.year, (thursday.dayNumber - CivilDate(clamping: thursday.year, 1, 1).dayNumber) / 7 + 1)
    }

    /// A day of an ISO week: `weekday` 1 is Monday. A week beyond the last of its year runs on into the next.
    public init(isoYear: Int, week: Int, weekday: Int) {
        let fourth = CivilDate(clamping: isoYear, 1, 4)
        self = fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7 + weekday - 1)
    }

    /// The `ordinal`-th `weekday` of a month (the last where `ordinal` is -1), or nil where the month has none.
    public init?(ordinal: Int, weekday: Int, month: Int, year: Int) {
        guard (1...12).contains(month), (1...7).contains(weekday), ordinal != 0 else { return nil }
        if ordinal < 0 {
            let last = CivilDate(clamping: year, month, 31)
            self = last.adding(days: -((last.weekday - weekday + 7) % 7) + (ordinal + 1) * 7)
        } else {
            let first = CivilDate(clamping: year, month, 1)
            self = first.adding(days: (weekday - first.weekday + 7) % 7 + (ordinal - 1) * 7)
        }
        guard self.month == month else { return nil }
    }

    /// The day, or the nearest one that the month has; the month is brought into 1 to 12.
    public init(clamping year: Int, _ month: Int, _ day: Int) {
        let month = min(max(month, 1), 12)
        let day = min(max(day, 1), Self.daysIn(month: month, of: year))
        self = CivilDate(dayNumber: 0).adding(months: (year - 1970) * 12 + month - 1).adding(days: day - 1)
    }

    /// The first `weekday` on or after this day.
    public func next(_ weekday: Int) -> CivilDate { adding(days: (weekday - self.weekday + 7) % 7) }

    /// The last `weekday` on or before this day.
    public func previous(_ weekday: Int) -> CivilDate { adding(days: -((self.weekday - weekday + 7) % 7)) }

    /// The quarter of the year, 1 to 4.
    public var quarter: Int { (month + 2) / 3 }
}
