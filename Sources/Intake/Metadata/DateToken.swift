import NewsModel
import TextCore

/// A word, number or mark of a date line, and the patterns of dates and times over them.
struct DateToken {
    /// What it is.
    enum Kind { case word, number, mark }
    var kind: Kind
    /// Lower-case letters of a word, the character of a mark, nothing for a number.
    var word: String
    /// Value and count of digits of a number.
    var value = 0
    var digits = 0
    var span: TextSpan
    /// Whether white space stands before it.
    var isApart: Bool

    /// Most tokens that are looked at.
    private static let most = 60

    /// The tokens of `span`, sixty at most.
    static func tokens(_ text: SourceText, _ span: TextSpan) -> [DateToken] {
        var tokens: [DateToken] = []
        var index = span.start
        var isApart = true
        while index < span.end, tokens.count < most {
            let byte = text.bytes[index]
            var end = index + 1
            if ASCII.isSpace(byte) {
                isApart = true
                index = end
                continue
            }
            if ASCII.isDigit(byte) {
                while end < span.end, ASCII.isDigit(text.bytes[end]) { end += 1 }
                let value = end - index <= 8 ? Int(text[TextSpan(index, end)]) ?? 0 : 0
                tokens.append(
                    DateToken(
                        kind: .number, word: "", value: value, digits: end - index, span: TextSpan(index, end),
                        isApart: isApart))
            } else if ASCII.isLetter(byte) {
                while end < span.end, ASCII.isLetter(text.bytes[end]) { end += 1 }
                tokens.append(
                    DateToken(
                        kind: .word, word: FoldedText.fold(text[TextSpan(index, min(end, index + 24))]),
                        span: TextSpan(index, end), isApart: isApart))
            } else {
                let width = UTF8Scanner.scalar(in: text.bytes, at: index).width
                end = index + width
                tokens.append(
                    DateToken(
                        kind: .mark, word: FoldedText.fold(text[TextSpan(index, end)]), span: TextSpan(index, end),
                        isApart: isApart))
            }
            isApart = false
            index = end
        }
        return tokens
    }

    /// A date that was found.
    struct FoundDate {
        /// The day, where it can be told.
        var date: CivilDate?
    }

    /// A date at `index`; its day is nil where the year is missing or the order of day and month cannot be told.
    static func date(_ tokens: [DateToken], _ index: inout Int) -> FoundDate? {
        func at(_ offset: Int) -> DateToken? { index + offset < tokens.count ? tokens[index + offset] : nil }
        guard let first = at(0) else { return nil }
        if first.kind == .number, let mark = at(1)?.word, "-/.".contains(mark), let second = at(2), let third = at(3),
            let last = at(4), second.kind == .number, third.word == mark, last.kind == .number, second.digits <= 2,
            !second.isApart, !last.isApart
        {
            if first.digits == 4, last.digits <= 2 {
                index += 5
                if index < tokens.count, tokens[index].word == "t", !tokens[index].isApart { index += 1 }
                return FoundDate(date: CivilDate(first.value, second.value, last.value))
            }
            if first.digits <= 2, last.digits == 4 {
                index += 5
                return FoundDate(date: numeric(first.value, second.value, last.value, isDotted: mark == "."))
            }
        }
        if first.kind == .number, first.digits <= 2, (1...31).contains(first.value) {
            var offset = 1
            if let suffix = at(offset)?.word, ["st", "nd", "rd", "th"].contains(suffix) { offset += 1 }
            if at(offset)?.word == "of" { offset += 1 }
            if at(offset)?.word == "-" { offset += 1 }
            if let word = at(offset)?.word, let month = month(word) {
                offset += 1
                return finish(day: first.value, month: month, offset: offset, tokens, &index)
            }
        }
        if first.kind == .word, let month = month(first.word) {
            var offset = 1
            if at(offset)?.word == "." { offset += 1 }
            guard let day = at(offset), day.kind == .number, day.digits <= 2, (1...31).contains(day.value) else {
                return nil
            }
            offset += 1
            if let suffix = at(offset)?.word, ["st", "nd", "rd", "th"].contains(suffix) { offset += 1 }
            return finish(day: day.value, month: month, offset: offset, tokens, &index)
        }
        return nil
    }

    /// The year after a day and month, a comma or full stop between them allowed.
    private static func finish(
        day: Int, month: Int, offset: Int, _ tokens: [DateToken], _ index: inout Int
    ) -> FoundDate? {
        var end = index + offset
        while end < tokens.count, [",", ".", "-"].contains(tokens[end].word) { end += 1 }
        if end < tokens.count, tokens[end].kind == .number, tokens[end].digits == 4,
            (1800...2999).contains(tokens[end].value)
        {
            index = end + 1
            return FoundDate(date: CivilDate(tokens[end].value, month, day))
        }
        index += offset
        return FoundDate(date: nil)
    }

    /// "16.07.2018" is day first; "07/16/2018" and "16/07/2018" say which is which; "03/04/2024" does not.
    private static func numeric(_ a: Int, _ b: Int, _ year: Int, isDotted: Bool) -> CivilDate? {
        if isDotted || a > 12 || a == b { return CivilDate(year, b, a) }
        return b > 12 ? CivilDate(year, a, b) : nil
    }

    /// A time of day at `index`: "10:14 GMT", "3:57 pm", "7 a.m.", "18:05:30+02:00".
    static func time(
        _ tokens: [DateToken], _ index: inout Int
    ) -> (second: Int, hasSeconds: Bool, zone: Int?)? {
        func at(_ position: Int) -> DateToken? { position < tokens.count ? tokens[position] : nil }
        guard let hour = at(index), hour.kind == .number, hour.digits <= 2, hour.value < 25 else { return nil }
        var end = index + 1
        var second = hour.value * 3600
        var hasMinutes = false
        var hasSeconds = false
        if [":", ".", "h"].contains(at(end)?.word), let minute = at(end + 1), minute.kind == .number,
            minute.digits == 2, minute.value < 60, !minute.isApart
        {
            second += minute.value * 60
            hasMinutes = true
            end += 2
            if at(end)?.word == ":", let seconds = at(end + 1), seconds.kind == .number, seconds.value < 61 {
                second += seconds.value
                hasSeconds = true
                end += 2
                if at(end)?.word == ".", at(end + 1)?.kind == .number, at(end + 1)?.isApart == false { end += 2 }
            }
        }
        var half: String?
        if let word = at(end)?.word, word == "am" || word == "pm" {
            half = word
            end += 1
        } else if let word = at(end)?.word, word == "a" || word == "p", at(end + 1)?.word == ".",
            at(end + 2)?.word == "m"
        {
            half = word + "m"
            end += at(end + 3)?.word == "." ? 4 : 3
        }
        guard hasMinutes || half != nil else { return nil }
        if half == "pm", hour.value < 12 { second += 12 * 3600 }
        if half == "am", hour.value == 12 { second -= 12 * 3600 }
        guard second < 86_400 else { return nil }
        let zone = zone(tokens, &end)
        index = end
        return (second, hasSeconds, zone)
    }

    /// A zone at `end`: a name that means one offset, or a signed offset. A name that does not ("ET") is passed over.
    private static func zone(_ tokens: [DateToken], _ end: inout Int) -> Int? {
        guard end < tokens.count else { return nil }
        if let minutes = zones[tokens[end].word] {
            end += 1
            guard minutes == 0, let offset = signed(tokens, &end) else { return minutes }
            return offset
        }
        if openZones.contains(tokens[end].word) {
            end += 1
            return nil
        }
        return tokens[end].isApart ? nil : signed(tokens, &end)
    }

    private static func signed(_ tokens: [DateToken], _ end: inout Int) -> Int? {
        guard end + 1 < tokens.count, ["+", "-"].contains(tokens[end].word), tokens[end + 1].kind == .number,
            !tokens[end + 1].isApart
        else { return nil }
        let sign = tokens[end].word == "-" ? -1 : 1
        let number = tokens[end + 1]
        if number.digits == 4 {
            guard number.value / 100 <= 14, number.value % 100 < 60 else { return nil }
            end += 2
            return sign * (number.value / 100 * 60 + number.value % 100)
        }
        guard number.digits <= 2, number.value <= 14 else { return nil }
        if end + 3 < tokens.count, tokens[end + 2].word == ":", tokens[end + 3].kind == .number {
            guard tokens[end + 3].digits == 2, tokens[end + 3].value < 60 else { return nil }
            let minutes = tokens[end + 3].value
            end += 4
            return sign * (number.value * 60 + minutes)
        }
        end += 2
        return sign * number.value * 60
    }

    /// "2 hours ago", "1 hr 14 min ago".
    static func age(_ tokens: [DateToken], _ index: inout Int) -> Bool {
        var end = index
        while end + 1 < tokens.count, tokens[end].kind == .number, ages.contains(tokens[end + 1].word) { end += 2 }
        guard end > index, end < tokens.count, tokens[end].word == "ago" else { return false }
        index = end + 1
        return true
    }

    private static func month(_ word: String) -> Int? {
        months[word]
    }

    /// The numbers of the months by their names and the first three letters of these.
    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()

    private static let ages: Set<String> = [
        "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "m", "hour", "hours", "hr", "hrs", "h",
        "day", "days", "d", "week", "weeks", "month", "months", "year", "years",
    ]

    /// Minutes from UTC of the names that mean one offset in the news.
    private static let zones = [
        "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300,
        "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540,
        "kst": 540, "aest": 600, "aedt": 660, "wat": 60, "eat": 180, "sast": 120, "hkt": 480,
    ]

    /// Names that stand for winter and summer time alike, or for several zones.
    private static let openZones: Set<String> = ["et", "ct", "mt", "pt", "ist"]
}
