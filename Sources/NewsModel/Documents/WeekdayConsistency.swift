/// What a weekday and a day of the year say together: "Tuesday" and "18 June" agree in 2024 and not in 2023.
public enum WeekdayConsistency {
    /// Whether `date` is that weekday (1 is Monday).
    public static func agrees(_ date: CivilDate, weekday: Int) -> Bool { date.weekday == weekday }

    /// The years of `range` in which the day of the month falls on the weekday, earliest first.
    ///
    /// - Complexity: O(n) in the number of years.
    public static func years(month: Int, day: Int, weekday: Int, in range: ClosedRange<Int>) -> [Int] {
        range.filter { CivilDate($0, month, day)?.weekday == weekday }
    }

    /// The months of a year in which the day of the month falls on the weekday ("Thursday the 21st").
    public static func months(day: Int, weekday: Int, of year: Int) -> [Int] {
        (1...12).filter { CivilDate(year, $0, day)?.weekday == weekday }
    }
}
