import TextCore

/// What the words of a time, folded, say by themselves.
enum DayWords {
    /// Whether they say which day: a weekday, a month, a year, "yesterday", "tonight"; not `about 5:30 p.m.`
    static func nameDay(_ words: String) -> Bool {
        parts(words).contains { isName($0) || isYear($0) || relative.contains($0) } || words.contains("/")
    }

    /// Whether two times say as much, so that they can differ: both the day or neither, both the year or neither.
    static func sayAsMuch(_ a: String, _ b: String) -> Bool {
        nameDay(a) == nameDay(b) && parts(a).contains(where: isYear) == parts(b).contains(where: isYear)
    }

    private static func parts(_ words: String) -> [String] {
        words.utf8.split { !ASCII.isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isYear(_ word: String) -> Bool {
        word.utf8.count == 4 && word.utf8.allSatisfy(ASCII.isDigit) && (word.hasPrefix("1") || word.hasPrefix("20"))
    }

    /// A weekday or month, in full or cut to three letters and more.
    private static func isName(_ word: String) -> Bool {
        guard word.utf8.count >= 3, word.utf8.allSatisfy(ASCII.isLetter) else { return false }
        return (CalendarNames.weekdays + CalendarNames.months).contains { $0.lowercased().hasPrefix(word) }
    }

    private static let relative: Set<String> = [
        "today", "tonight", "yesterday", "tomorrow", "day", "days", "week", "weekend", "month", "night", "ago",
    ]
}
