import NewsModel
import TextCore

/// Finds days that the calendar does not have, and weekdays that are not that day's.
///
/// Fires: `Monday, 14 May 2024` (a Tuesday), `on 31 June`, and, where the report was published within two weeks,
/// `Wednesday, May 14`. Does not: `in April 31 people died`, `Monday, 14 May` in a report without a date: nobody says
/// which year it is.
struct WeekdayChecker {
    let analyses: [Analysis]
    let outlets: OutletNames

    /// Every disagreement, in document order.
    func find() -> [Discrepancy] {
        analyses.enumerated().flatMap { document, analysis in
            analysis.document.metadata.isReadable ? weekdays(document, analysis) + impossible(document, analysis) : []
        }
    }

    /// A day as it is written.
    private struct WrittenDay {
        var weekday: Int?
        var month: Int?
        var day: Int?
        var year: Int?
        /// Whether a field is given twice: two days.
        var isPlural = false
    }

    // MARK: Weekdays

    private func weekdays(_ document: Int, _ analysis: Analysis) -> [Discrepancy] {
        let times = analysis.times.filter { $0.kind == .date || $0.kind == .time }
        let isChronicle = isChronicle(analysis)
        var found: [Discrepancy] = []
        for (index, time) in times.enumerated() {
            var span = time.span
            if index + 1 < times.count, isApposed(time.span, times[index + 1].span, in: analysis) {
                span = span.union(times[index + 1].span)
            }
            let written = written(span, in: analysis)
            guard !written.isPlural, let weekday = written.weekday, let month = written.month, let day = written.day,
                written.year != nil || !isChronicle,
                let (date, step) = date(written.year, month, day, document), date.weekday != weekday,
                !(found.last.map { $0.citations[0].span.overlaps(span) } ?? false)
            else { continue }
            found.append(
                Discrepancy(
                    kind: .date,
                    text: "\(outlets.name(document)): “\(analysis.text[span].oneLine)” is no "
                        + "\(CalendarNames.weekdays[weekday - 1]).",
                    citations: [Citation(analysis.document.id, span)],
                    explanation: "\(date) is a \(CalendarNames.weekdays[date.weekday - 1])\(step)."))
        }
        return found
    }

    /// Whether a page lists days of other years than its own: there a day without a year may be of any of them.
    private func isChronicle(_ analysis: Analysis) -> Bool {
        guard let published = analysis.document.metadata.published?.date.dayNumber else { return false }
        return analysis.times.contains { time in
            guard let start = time.range?.start, time.range?.end == start else { return false }
            return abs(start.dayNumber - published) > 400
        }
    }

    /// The day that is meant: of the year that is given, or near the day of publication.
    private func date(_ year: Int?, _ month: Int, _ day: Int, _ document: Int) -> (CivilDate, step: String)? {
        if let year { return CivilDate(year, month, day).map { ($0, "") } }
        guard let published = analyses[document].document.metadata.published,
            published.precision != .unknown, published.precision != .year
        else { return nil }
        let number = published.date.dayNumber
        return (published.date.year - 1...published.date.year + 1).compactMap { CivilDate($0, month, day) }
            .min { abs($0.dayNumber - number) < abs($1.dayNumber - number) }
            .flatMap { abs($0.dayNumber - number) <= 14 ? ($0, "; published on \(published.date)") : nil }
    }

    /// "Tuesday (14 May)", "Tuesday, 14 May": one day in two expressions.
    private func isApposed(_ a: TextSpan, _ b: TextSpan, in analysis: Analysis) -> Bool {
        guard a.end <= b.start else { return false }
        let between = analysis.text[TextSpan(a.end, b.start)].filter { !$0.isWhitespace }
        return between == "," || between == "(" || between.isEmpty
    }

    private func written(_ span: TextSpan, in analysis: Analysis) -> WrittenDay {
        var result = WrittenDay()
        func set(_ field: WritableKeyPath<WrittenDay, Int?>, _ value: Int) {
            if result[keyPath: field] != nil { result.isPlural = true }
            result[keyPath: field] = value
        }
        for token in AttributionLayout.tokens(in: span, of: analysis) {
            let folded = FoldedText.fold(analysis.text[analysis.tokens[token].span])
            if let weekday = Self.weekdays[folded] {
                set(\.weekday, weekday)
            } else if let month = Self.months[folded] {
                set(\.month, month)
            } else if let number = Self.number(folded) {
                if number >= 1000 { set(\.year, number) } else { set(\.day, number) }
            } else if ["to", "and", "or", "through", "until", "/"].contains(folded) {
                result.isPlural = true
            } else if [":", "at"].contains(folded) {
                break
            }
        }
        return result
    }

    // MARK: Days that are none

    private func impossible(_ document: Int, _ analysis: Analysis) -> [Discrepancy] {
        analysis.sentences.filter { analysis.document.blocks[$0.block].kind.isArticleText }.flatMap { sentence in
            sentence.tokens.dropLast().compactMap { token -> Discrepancy? in
                guard let (span, month, day, year) = impossible(at: token, in: sentence, analysis) else { return nil }
                let most = CivilDate.daysIn(month: month, of: year ?? 2000)
                return Discrepancy(
                    kind: .date,
                    text: "\(outlets.name(document)): the calendar has no “\(analysis.text[span].oneLine)”.",
                    citations: [Citation(analysis.document.id, span)],
                    explanation:
                        "\(CalendarNames.months[month - 1]) has \(most) days\(year.map { " in \($0)" } ?? ""), and "
                        + "no day \(day).")
            }
        }
    }

    private func impossible(
        at token: Int, in sentence: Sentence, _ analysis: Analysis
    ) -> (span: TextSpan, month: Int, day: Int, year: Int?)? {
        func folded(_ index: Int) -> String {
            sentence.tokens.contains(index) ? FoldedText.fold(analysis.text[analysis.tokens[index].span]) : ""
        }
        func isName(_ index: Int) -> Bool { analysis.tokens[index].shape != .lower }
        let (first, second) = (folded(token), folded(token + 1))
        let month: Int
        let day: Int
        let isMonthFirst: Bool
        if let named = Self.months[first], let number = Self.number(second), isName(token) {
            (month, day, isMonthFirst) = (named, number, true)
        } else if let number = Self.number(first), let named = Self.months[second], isName(token + 1) {
            (month, day, isMonthFirst) = (named, number, false)
        } else {
            return nil
        }
        guard (29...31).contains(day), Self.leads.contains(folded(token - 1)) || Self.weekdays[folded(token - 1)] != nil
        else { return nil }
        let next = token + 2
        let after = folded(next)
        let isEnd = !sentence.tokens.contains(next) || analysis.tokens[next].kind == .punctuation
        guard !isMonthFirst || isEnd || Self.follows.contains(after) else { return nil }
        let yearAt = after == "," ? next + 1 : next
        let year = Self.number(folded(yearAt)).flatMap { (1000...2999).contains($0) ? $0 : nil }
        guard day > CivilDate.daysIn(month: month, of: year ?? 2000) else { return nil }
        let last = year == nil ? token + 1 : yearAt
        return (analysis.tokens[token].span.union(analysis.tokens[last].span), month, day, year)
    }

    /// "14", "14th", "2024".
    private static func number(_ folded: String) -> Int? {
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 4, ["", "st", "nd", "rd", "th"].contains(folded.dropFirst(digits.count))
        else { return nil }
        return Int(digits)
    }

    private static let weekdays = numbered(CalendarNames.weekdays)
    private static let months = numbered(CalendarNames.months)
    private static let leads: Set<String> = [
        "on", "by", "until", "till", "from", "since", "of", "before", "after", "to", "through", "the", "between",
    ]
    private static let follows: Set<String> = ["at", "in", "and", "to", "when", "after", "before", "as"]

    /// Names and their first three letters, folded, with their numbers.
    private static func numbered(_ names: [String]) -> [String: Int] {
        var result: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            result[name.lowercased()] = index + 1
            result[String(name.lowercased().prefix(3))] = index + 1
        }
        return result
    }
}
