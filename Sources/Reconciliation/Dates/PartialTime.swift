import NewsModel

/// What a TIMEX3 value says, and what it leaves open.
enum PartialTime: Hashable {
    /// "June 18": no year.
    case dayOfYear(month: Int, day: Int)
    /// "Tuesday": 1 is Monday.
    case weekday(Int)
    /// "18 June 2024".
    case day(CivilDate)
    /// "2000", "September 2023".
    case year(Int, month: Int?)
    /// "24 years".
    case years(Int)

    /// The parts of a value: "XXXX-06-18/XXXX-06-19" has two; what cannot be read is left out.
    static func parts(of value: String) -> [PartialTime] {
        value.split(separator: "/").compactMap { PartialTime(String($0)) }
    }

    /// Reads a value without a range.
    init?(_ value: String) {
        if value.hasPrefix("P"), value.hasSuffix("Y"), let count = Int(value.dropFirst().dropLast()) {
            self = .years(count)
            return
        }
        let date = value.split(separator: "T", omittingEmptySubsequences: false).first.map(String.init) ?? value
        let fields = date.split(separator: "-").map(String.init)
        switch fields.count {
        case 3 where fields[1].hasPrefix("W"):
            guard fields[0] == "XXXX" || fields[1] == "WXX", let day = Int(fields[2]), (1...7).contains(day) else {
                return nil
            }
            self = .weekday(day)
        case 3:
            guard let month = Int(fields[1]), let day = Int(fields[2]) else { return nil }
            if fields[0] == "XXXX", CivilDate(2000, month, day) != nil {
                self = .dayOfYear(month: month, day: day)
            } else if let year = Int(fields[0]), let date = CivilDate(year, month, day) {
                self = .day(date)
            } else {
                return nil
            }
        case 2:
            guard let year = Int(fields[0]), year > 1000, let month = Int(fields[1]) else { return nil }
            self = .year(year, month: month)
        case 1:
            guard date.count == 4, let year = Int(date), year > 1000 else { return nil }
            self = .year(year, month: nil)
        default: return nil
        }
    }
}
