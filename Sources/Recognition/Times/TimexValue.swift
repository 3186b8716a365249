import NewsModel

/// TIMEX3 values (ISO 24617-1, after ISO 8601); what is not known is X.
enum TimexValue {
    /// The value of fields; `date` gives the day where it is known.
    static func text(_ fields: CalendarFields, date: CivilDate?) -> String {
        let day = date.map(\.description) ?? self.day(fields)
        if let clock = fields.clock {
            return (date == nil && fields.grainWithoutTime == nil ? "" : day) + self.clock(clock)
        }
        if let part = fields.part {
            return (date == nil && fields.grainWithoutTime == nil ? "" : day) + "T" + part.rawValue
        }
        return day
    }

    /// The value of the day, or of the larger period that the fields name.
    private static func day(_ fields: CalendarFields) -> String {
        let year = fields.year.map { padded($0, 4) } ?? "XXXX"
        if let fiscal = fields.fiscal { return fiscal + year }
        if let half = fields.half { return "\(year)-H\(half)" }
        if let quarter = fields.quarter { return "\(year)-Q\(quarter)" }
        if let season = fields.season { return "\(year)-\(season.rawValue)" }
        if case .fixed(let month, let day)? = fields.holiday { return "\(year)-\(padded(month, 2))-\(padded(day, 2))" }
        if fields.month == nil, let weekday = fields.weekday, fields.day == nil { return "\(year)-WXX-\(weekday)" }
        if fields.isWeekend { return "\(year)-WXX-WE" }
        if fields.month == nil, let week = fields.week { return "\(year)-W" + (week < 0 ? "XX" : padded(week, 2)) }
        guard fields.month != nil || fields.day != nil || fields.holiday != nil || fields.isTime else { return year }
        let month = fields.month.map { padded($0, 2) } ?? "XX"
        if let week = fields.week { return "\(year)-\(month)-W" + padded(week < 0 ? 5 : week, 2) }
        if fields.day == nil, !fields.isTime, fields.weekday == nil, fields.holiday == nil { return "\(year)-\(month)" }
        if let weekday = fields.weekday, fields.day == nil {
            return "\(year)-\(month)-WXX-\(weekday)" + (fields.ordinal.map { "-#\($0)" } ?? "")
        }
        return "\(year)-\(month)-" + (fields.day.map { padded($0, 2) } ?? "XX")
    }

    /// "T22:30", "T07", "T18:00Z", "T10:30-05:00".
    static func clock(_ time: ClockTime) -> String {
        var text = "T" + padded(time.hour, 2)
        if let minute = time.minute { text += ":" + padded(minute, 2) }
        if let second = time.second { text += ":" + padded(second, 2) }
        guard let zone = time.zone else { return text }
        if time.minute == nil { text += ":00" }
        if zone == 0 { return text + "Z" }
        return text + (zone < 0 ? "-" : "+") + padded(abs(zone) / 60, 2) + ":" + padded(abs(zone) % 60, 2)
    }

    /// Digits with leading zeros.
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension CalendarFields {
    /// The grain of what is said beside the time of day; nil where nothing else is.
    var grainWithoutTime: TimeUnit? {
        var day = self
        day.part = nil
        day.clock = nil
        return day == CalendarFields() ? nil : day.grain
    }
}
