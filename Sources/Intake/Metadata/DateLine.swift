package import NewsModel
package import TextCore

/// A line that says when a report was published or changed.
///
///     Published: 12 March 2024 10:14 GMT
///     Posted 3:57 pm, July 15, 2018, by Associated Press
///     Jul 15, 2018 | 11:35 PM
///     Tuesday, 18 June                    (no year: a date line that gives no time of publication)
///
/// A figure that could be the day or the month ("03/04/2024") is not guessed at.
package struct DateLine {
    /// Publication time, where the line gives one.
    package private(set) var published: PublicationTime?
    /// Time of the last change, where the line gives one.
    package private(set) var updated: PublicationTime?
    /// Words that are neither part of a date nor a label: a name, an outlet.
    private(set) var rest: [TextSpan] = []
    /// Whether a date, a time of day or an age ("2 hours ago") was found at all.
    private(set) var hasTime = false
    /// Where the first label or date begins.
    private(set) var start: Int?
    /// Where the first label stands that a date or time follows at once.
    private(set) var labelled: Int?

    /// What is being put together.
    private struct Record {
        var isUpdate = false
        var date: CivilDate?
        var second: Int?
        var hasSeconds = false
        var zone: Int?
        var span: TextSpan?
    }

    /// Reads `span` of `text`; words beyond the sixtieth are left alone.
    ///
    /// - Complexity: O(1).
    package init(_ text: SourceText, _ span: TextSpan) {
        let tokens = DateToken.tokens(text, span)
        var records = [Record()]
        var index = 0
        var label: (start: Int, next: Int)?
        while index < tokens.count {
            let begin = index
            if let isUpdate = Self.label(tokens, &index) {
                if records[records.count - 1].date != nil { records.append(Record()) }
                records[records.count - 1].isUpdate = isUpdate
                label = (tokens[begin].span.start, index)
            } else if let found = DateToken.date(tokens, &index) {
                if records[records.count - 1].date != nil { records.append(Record()) }
                hasTime = true
                if let date = found.date {
                    records[records.count - 1].date = date
                    records[records.count - 1].span = TextSpan(tokens[begin].span.start, tokens[index - 1].span.end)
                }
            } else if let time = DateToken.time(tokens, &index) {
                hasTime = true
                let last = records.count - 1
                let place = TextSpan(tokens[begin].span.start, tokens[index - 1].span.end)
                if records[last].second == nil {
                    records[last].second = time.second
                    records[last].hasSeconds = time.hasSeconds
                    records[last].zone = time.zone
                    records[last].span = records[last].span?.union(place) ?? place
                }
            } else if DateToken.age(tokens, &index) {
                hasTime = true
            } else {
                if tokens[index].kind == .word, !Self.fillers.contains(tokens[index].word) {
                    rest.append(tokens[index].span)
                } else if tokens[index].kind == .number {
                    rest.append(tokens[index].span)
                }
                index += 1
                continue
            }
            start = start ?? tokens[begin].span.start
            if let label, label.next <= begin,
                tokens[label.next..<begin].allSatisfy({ $0.kind == .mark || Self.fillers.contains($0.word) })
            {
                labelled = labelled ?? label.start
            }
        }
        if !hasTime { start = nil }
        for record in records {
            guard let date = record.date else { continue }
            let time = Self.time(record, date)
            if record.isUpdate { updated = updated ?? time } else { published = published ?? time }
        }
    }

    /// Whether the line is about the time and nothing else but a name or two.
    var isDateLine: Bool { hasTime && rest.count <= 4 }

    private static func time(_ record: Record, _ date: CivilDate) -> PublicationTime {
        // Exact midnight is what a machine writes where it knows the day only.
        guard let second = record.second, second != 0 else {
            return PublicationTime(date: date, precision: .day, span: record.span)
        }
        return PublicationTime(
            date: date, secondOfDay: second, zoneMinutes: record.zone,
            precision: record.hasSeconds ? .second : .minute, span: record.span)
    }

    /// "Published", "Last updated on:" at `index`; true for a change, false for publication.
    private static func label(_ tokens: [DateToken], _ index: inout Int) -> Bool? {
        var end = index
        while end < tokens.count, ["last", "first", "originally"].contains(tokens[end].word) { end += 1 }
        guard end < tokens.count, tokens[end].kind == .word else { return nil }
        let isUpdate: Bool
        switch tokens[end].word {
        case "published", "posted", "issued", "publish", "created", "date": isUpdate = false
        case "updated", "modified", "update", "edited", "changed": isUpdate = true
        default: return nil
        }
        end += 1
        while end < tokens.count, ["on", "at", ":"].contains(tokens[end].word) { end += 1 }
        index = end
        return isUpdate
    }

    private static let fillers: Set<String> = [
        "on", "at", "the", "of", "local", "time", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "by", "and",
    ]
}
