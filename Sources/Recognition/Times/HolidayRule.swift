import NewsModel

/// How the day of a holiday is found in a year.
///
/// Written in the resource file as `12-25` (a day), `11-4#4` (the fourth Thursday of November; `#-1` the last),
/// `11-4#4+1` (the day after it), `easter-2` (two days before Easter Sunday), or `?` where it follows another calendar.
enum HolidayRule: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    case weekday(ordinal: Int, weekday: Int, month: Int, after: Int)
    case easter(days: Int)
    case unknown

    init?(_ rule: String) {
        if rule == "?" {
            self = .unknown
        } else if rule.hasPrefix("easter") {
            guard let days = Int(rule.dropFirst("easter".count)) else { return nil }
            self = .easter(days: days)
        } else if let mark = rule.firstIndex(of: "#") {
            let left = rule[..<mark].split(separator: "-").compactMap { Int($0) }
            let right = rule[rule.index(after: mark)...].split(separator: "+").compactMap { Int($0) }
            guard left.count == 2, let ordinal = right.first else { return nil }
            self = .weekday(ordinal: ordinal, weekday: left[1], month: left[0], after: right.dropFirst().first ?? 0)
        } else {
            let parts = rule.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2 else { return nil }
            self = .fixed(month: parts[0], day: parts[1])
        }
    }

    /// The day in a year; nil where the rule is not known.
    func date(in year: Int) -> CivilDate? {
        switch self {
        case .fixed(let month, let day): CivilDate(year, month, day)
        case .weekday(let ordinal, let weekday, let month, let after):
            CivilDate(ordinal: ordinal, weekday: weekday, month: month, year: year)?.adding(days: after)
        case .easter(let days): Self.easter(of: year).adding(days: days)
        case .unknown: nil
        }
    }

    /// Easter Sunday of the Gregorian calendar (J. Meeus, "Astronomical Algorithms", after the anonymous rule of 1876).
    static func easter(of year: Int) -> CivilDate {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 19 * l) / 433
        let n = (h + l - 7 * m + 90) / 25
        return CivilDate(clamping: year, n, (h + l - 7 * m + 33 * n + 19) % 32)
    }
}
