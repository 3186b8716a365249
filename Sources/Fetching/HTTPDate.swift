import NewsModel

/// Dates and times as HTTP and WARC write them.
enum HTTPDate {
    /// Seconds since 1970 of a date like `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7); nil for any other form.
    static func seconds(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let month = months.firstIndex(of: words[2]),
            let year = Int(words[3]), let date = CivilDate(year, month + 1, day)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        return date.dayNumber * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `2026-11-26T12:00:00Z` for seconds since 1970.
    static func stamp(_ seconds: Int) -> String {
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - day * 86_400
        return "\(CivilDate(dayNumber: day))T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Seconds to wait that a Retry-After field asks for: a number of them, or a date.
    static func wait(_ field: String, now: Int) -> Int? {
        if let seconds = Int(field.trimmed) { return max(0, seconds) }
        return seconds(field.trimmed).map { max(0, $0 - now) }
    }
}
