/// Units in which time is counted, from the smallest to the largest.
enum TimeUnit: UInt8, Comparable, Sendable {
    case second, minute, hour, day, businessDay, weekend, week, fortnight, month, quarter, half, season, year, decade
    case century, millennium

    /// The unit of a resource file's code.
    init?(code: String) {
        switch code {
        case "S": self = .second
        case "MIN": self = .minute
        case "H": self = .hour
        case "D": self = .day
        case "BD": self = .businessDay
        case "WE": self = .weekend
        case "W": self = .week
        case "FN": self = .fortnight
        case "M": self = .month
        case "Q": self = .quarter
        case "HY": self = .half
        case "SE": self = .season
        case "Y": self = .year
        case "DE": self = .decade
        case "CE": self = .century
        case "ML": self = .millennium
        default: return nil
        }
    }

    /// Whether the unit is shorter than a day.
    var isClock: Bool { self < .day }

    /// The letter of an ISO 8601 duration and how many of it the unit is.
    var designator: (letter: String, count: Int) {
        switch self {
        case .second: ("S", 1)
        case .minute: ("M", 1)
        case .hour: ("H", 1)
        case .day: ("D", 1)
        case .businessDay: ("BD", 1)
        case .weekend: ("WE", 1)
        case .week: ("W", 1)
        case .fortnight: ("W", 2)
        case .month: ("M", 1)
        case .quarter: ("M", 3)
        case .half: ("M", 6)
        case .season: ("M", 3)
        case .year: ("Y", 1)
        case .decade: ("Y", 10)
        case .century: ("Y", 100)
        case .millennium: ("Y", 1000)
        }
    }

    /// The word for one of it.
    var name: String {
        switch self {
        case .businessDay: "working day"
        case .half: "half-year"
        default: "\(self)"
        }
    }

    static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.rawValue < b.rawValue }
}

/// Seasons by their TIMEX3 codes.
enum Season: String, Sendable {
    case spring = "SP"
    case summer = "SU"
    case fall = "FA"
    case winter = "WI"

    /// The month in which the season begins (northern hemisphere, meteorological).
    var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .fall: 9
        case .winter: 12
        }
    }
}

/// Parts of a day by their TIMEX3 codes.
enum DayPart: String, Sendable {
    case morning = "MO"
    case midday = "MI"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
    case daytime = "DT"
}

/// TIMEX3 mods.
enum TimeModifier: String, Sendable {
    case before = "BEFORE"
    case after = "AFTER"
    case onOrBefore = "ON_OR_BEFORE"
    case onOrAfter = "ON_OR_AFTER"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case equalOrLess = "EQUAL_OR_LESS"
    case equalOrMore = "EQUAL_OR_MORE"
    case start = "START"
    case middle = "MID"
    case end = "END"
    case approximately = "APPROX"
}
