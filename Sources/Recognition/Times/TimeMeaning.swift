/// What a time expression says before it is placed in the calendar.
indirect enum TimeMeaning: Sendable {
    /// "18 June", "Tuesday", "2024", "Q3 2022", "10:30 p.m.": some fields of the calendar, the rest left open.
    case calendar(CalendarFields)
    /// "last month", "this week", "tomorrow"; with what lies within it ("Friday of next week", "the 20th of next month").
    case shifted(TimeUnit, by: Int, from: TimeViewpoint, within: CalendarFields?)
    /// "last Friday", "next June", "this summer", "that night".
    case directed(CalendarFields, by: Int, from: TimeViewpoint)
    /// "three years ago", "two weeks later", "two days before yesterday".
    case distant(TimeLength, ahead: Bool, from: TimeAnchor)
    /// "the past decade", "the next three days".
    case stretch(TimeLength, ahead: Bool)
    /// "the first three months of 2024".
    case portion(TimeLength, atEnd: Bool, of: TimeMeaning)
    /// "24 years", "for months".
    case length(TimeLength)
    /// "the 1990s" (1990, digits 3), "the 20th century" (1900, digits 2); `open` where the century is left out ("the '90s").
    case age(start: Int, digits: Int, open: Bool)
    /// "every Monday", "twice a week": the value of one, and how it repeats in words.
    case repeated(value: String, how: String)
    /// PAST_REF, PRESENT_REF, FUTURE_REF.
    case reference(String)
    /// "from October 2022 to May 2023", "18-19 June".
    case interval(TimeMeaning, TimeMeaning)
}

/// From when "last" and "next" are seen.
enum TimeViewpoint: Sendable {
    /// When the text was written.
    case writing
    /// The time the text speaks of.
    case telling
}

/// From when a distance is counted.
indirect enum TimeAnchor: Sendable {
    case writing
    case telling
    case time(TimeMeaning)
}

/// Fields of the calendar, each known or not.
struct CalendarFields: Hashable, Sendable {
    var year: Int?
    /// "FY" or "SY" where the year is not the calendar's.
    var fiscal: String?
    var half: Int?
    var quarter: Int?
    var season: Season?
    var month: Int?
    /// Week of the year, or of the month where there is one; -1 is the last.
    var week: Int?
    var isWeekend = false
    var day: Int?
    /// 1 is Monday.
    var weekday: Int?
    /// "the first Friday": 1; the last: -1.
    var ordinal: Int?
    var holiday: HolidayRule?
    var part: DayPart?
    var clock: ClockTime?
    /// Whether the nearest one is meant, whichever week it lies in: "this past Friday".
    var isNearest = false
    /// Whether day and month could stand the other way round: "6/7/2024".
    var isSwappable = false

    /// Whether nothing larger than a day is said: "Tuesday", "the 18th", "10:30".
    var hasNoYear: Bool { year == nil }

    /// The smallest unit that is said.
    var grain: TimeUnit {
        if clock != nil { return .minute }
        if part != nil { return .hour }
        if day != nil || weekday != nil || holiday != nil { return .day }
        if isWeekend { return .weekend }
        if week != nil { return .week }
        if month != nil { return .month }
        if season != nil { return .season }
        if quarter != nil { return .quarter }
        if half != nil { return .half }
        return .year
    }

    /// Whether the expression is a time of day (TIMEX3 type TIME).
    var isTime: Bool { part != nil || clock != nil }
}

/// A time on the clock.
struct ClockTime: Hashable, Sendable {
    var hour: Int
    var minute: Int?
    var second: Int?
    /// Minutes from UTC, where a zone is named.
    var zone: Int?
    /// Whether the zone is an hour ahead in the summer of the United States ("ET").
    var followsSummerTime = false
    /// Whether morning or afternoon is left open ("at 7:30").
    var isOpen = false
}

/// A length of time in one or more units.
struct TimeLength: Hashable, Sendable {
    struct Part: Hashable, Sendable {
        /// Nil where the number is not said ("several years").
        var count: Double?
        var unit: TimeUnit
    }

    var parts: [Part]

    init(_ count: Double?, _ unit: TimeUnit) { parts = [Part(count: count, unit: unit)] }

    /// The smallest unit.
    var grain: TimeUnit { parts.map(\.unit).min() ?? .day }

    /// The largest unit.
    var largest: TimeUnit { parts.map(\.unit).max() ?? .day }

    /// Whether every number is said.
    var isCounted: Bool { parts.allSatisfy { $0.count != nil } }

    /// The ISO 8601 duration: "P1Y6M", "PT1H30M", "PXD", "P2.5Y".
    var value: String {
        var dates: [(String, Double?)] = []
        var clocks: [(String, Double?)] = []
        for part in parts.sorted(by: { $0.unit > $1.unit }) {
            let (letter, count) = part.unit.designator
            let amount = part.count.map { $0 * Double(count) }
            if part.unit.isClock { clocks.append((letter, amount)) } else { dates.append((letter, amount)) }
        }
        func text(_ items: [(String, Double?)]) -> String {
            items.map { letter, amount in (amount.map(Self.digits) ?? "X") + letter }.joined()
        }
        return "P" + text(dates) + (clocks.isEmpty ? "" : "T" + text(clocks))
    }

    /// A number without a needless fraction.
    static func digits(_ number: Double) -> String {
        guard number.magnitude < 1e9 else { return "X" }
        let whole = number.rounded(.towardZero)
        if number == whole { return String(Int(whole)) }
        return String((number * 1000).rounded() / 1000)
    }
}

/// An expression found in the tokens: which tokens, and what they say.
struct TimeMatch: Sendable {
    /// First token.
    var start: Int
    /// Just past the last token.
    var end: Int
    var meaning: TimeMeaning
    var modifier: TimeModifier?

    init(_ start: Int, _ end: Int, _ meaning: TimeMeaning, _ modifier: TimeModifier? = nil) {
        self.start = start
        self.end = end
        self.meaning = meaning
        self.modifier = modifier
    }
}
