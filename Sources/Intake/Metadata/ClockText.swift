package import NewsModel
import TextCore

/// Times as machines write them: ISO 8601, RFC 822 and 850, seconds since 1970, and what ``DateLine`` reads.
package enum ClockText {
    /// The time that `text` gives, from `source`; nil where it gives none.
    package static func time(_ text: String, from source: PublicationTime.Source) -> PublicationTime? {
        let trimmed = text.oneLine
        guard !trimmed.isEmpty, trimmed.utf8.count <= 120 else { return nil }
        var time = seconds(trimmed) ?? compact(trimmed)
        if time == nil {
            let line = SourceText(trimmed)
            let read = DateLine(line, line.span)
            time = read.published ?? read.updated
            if let zone = offset(trimmed), time?.secondOfDay != nil { time?.zoneMinutes = zone }
        }
        guard var time, (1_900...2_200).contains(time.date.year) else { return nil }
        time.source = source
        time.span = nil
        return time
    }

    /// The offset from UTC at the end of "09:30:00 +0200", in minutes.
    private static func offset(_ text: String) -> Int? {
        let end = text.utf8.suffix(6)
        guard end.count == 6, let sign = end.dropFirst().first, end.first == 0x20,
            sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let number = Int(String(decoding: end.dropFirst(2), as: UTF8.self)), number / 100 <= 14, number % 100 < 60
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (number / 100 * 60 + number % 100)
    }

    /// Seconds or milliseconds since 1970.
    private static func seconds(_ text: String) -> PublicationTime? {
        guard [10, 13].contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit), let number = Int(text)
        else { return nil }
        let seconds = text.utf8.count == 13 ? number / 1_000 : number
        return PublicationTime(
            date: CivilDate(dayNumber: seconds / 86_400), secondOfDay: seconds % 86_400, zoneMinutes: 0,
            precision: .second)
    }

    /// `20240618`, `20240618T093000Z`, `2024-06-18 09:30`, `2024-06`.
    private static func compact(_ text: String) -> PublicationTime? {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count, bytes[range].allSatisfy(ASCII.isDigit) else { return nil }
            return Int(String(decoding: bytes[range], as: UTF8.self))
        }
        if bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = number(0..<4), let month = number(5..<7),
            let date = CivilDate(year, month, 1)
        {
            return PublicationTime(date: date, precision: .month)
        }
        if bytes.count == 4, let year = number(0..<4), let date = CivilDate(year, 1, 1) {
            return PublicationTime(date: date, precision: .year)
        }
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
            let date = CivilDate(year, month, day), bytes.count == 8 || bytes[8] == UInt8(ascii: "T")
        else { return nil }
        guard let hour = number(9..<11), let minute = number(11..<13), hour < 24, minute < 60 else {
            return PublicationTime(date: date, precision: .day)
        }
        return PublicationTime(
            date: date, secondOfDay: hour * 3_600 + minute * 60 + min(59, number(13..<15) ?? 0),
            zoneMinutes: bytes.last == UInt8(ascii: "Z") ? 0 : nil, precision: .minute)
    }

    /// The day in an address: `/2024/06/18/`, `/2024-06-18-`, `/20240618/`.
    package static func day(inAddress address: String) -> PublicationTime? {
        let bytes = Array(address.utf8)
        var index = 0
        while index + 8 <= bytes.count {
            guard index > 0, !ASCII.isDigit(bytes[index - 1]), bytes[index] == UInt8(ascii: "2"),
                bytes[index + 1] == UInt8(ascii: "0")
            else {
                index += 1
                continue
            }
            for (first, second, end) in [(4, 6, 8), (5, 8, 10)] where index + end <= bytes.count {
                let isJoined = first == 4
                let marks = isJoined ? [] : [bytes[index + 4], bytes[index + 7]]
                guard
                    marks.allSatisfy({ $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }),
                    index + end == bytes.count || !ASCII.isDigit(bytes[index + end]),
                    let year = Int(String(decoding: bytes[index..<(index + 4)], as: UTF8.self)),
                    let month = Int(String(decoding: bytes[(index + first)..<(index + first + 2)], as: UTF8.self)),
                    let day = Int(String(decoding: bytes[(index + second)..<(index + second + 2)], as: UTF8.self)),
                    let date = CivilDate(year, month, day)
                else { continue }
                return PublicationTime(date: date, precision: .day, source: .address)
            }
            index += 1
        }
        return nil
    }
}
