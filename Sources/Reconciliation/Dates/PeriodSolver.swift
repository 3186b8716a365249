import NewsModel
import TextCore

/// Solves `last fall`, `last February`, `last year` and `next spring` of reports without a date, once the story tells about
/// when they were written.
///
/// A weekday without a date is one of the days around the writing: where "next Tuesday" was solved as 18 June 2024, its
/// report was written within the two weeks before, and the other reports of the story within a fortnight of that. What is
/// the same for every day of that stretch is solved.
struct PeriodSolver {
    let analyses: [Analysis]
    let clues: [DateClue]
    let outlets: OutletNames
    /// What was solved before.
    let solved: [SolvedTime]

    /// The days between which a report was written, and the time that tells so.
    private struct Writing {
        var first: CivilDate
        var last: CivilDate
        /// The report that has it, and where.
        var document: Int
        var told: Citation
    }

    /// A year, a season or a month that comes again every year.
    private struct Period {
        var firstMonth: Int
        var months: Int
        /// What follows the year in a TIMEX3 value.
        var suffix: String

        /// First and last day of the period that begins in a year.
        func days(_ year: Int) -> (first: CivilDate, last: CivilDate)? {
            guard let first = CivilDate(year, firstMonth, 1) else { return nil }
            return (first, first.adding(months: months).adding(days: -1))
        }
    }

    /// The periods that could be solved.
    func solve() -> [SolvedTime] {
        let own = writings()
        guard let earliest = own.values.min(by: { $0.first < $1.first }),
            let latest = own.values.max(by: { $0.last < $1.last }),
            latest.last.dayNumber - earliest.first.dayNumber <= Self.longest
        else { return [] }
        let story = Writing(
            first: earliest.first.adding(days: -14), last: latest.last.adding(days: 14), document: earliest.document,
            told: earliest.told)
        return clues.compactMap { clue in
            let analysis = analyses[clue.document]
            guard analysis.document.metadata.published == nil,
                !solved.contains(where: { $0.document == clue.citation.document && $0.time == clue.time }),
                let period = Self.period(analysis.times[clue.time].value), let shift = Self.shift(clue.folded)
            else { return nil }
            let writing = own[clue.document] ?? story
            let years = Set([writing.first, writing.last].map { year(of: period, shift, from: $0) })
            guard years.count == 1, let year = years.first ?? nil, let days = period.days(year) else { return nil }
            let value = "\(year)" + period.suffix
            return SolvedTime(
                document: clue.citation.document, time: clue.time, value: value,
                range: DateRange(start: days.first, end: days.last),
                how: "\(outlets.quoting(clue.citation.span, of: clue.document, in: analyses)) is told from when the "
                    + "report was written, between \(writing.first) and \(writing.last), for "
                    + "\(outlets.quoting(writing.told.span, of: writing.document, in: analyses)) is solved: \(value)",
                citations: [clue.citation, writing.told])
        }
    }

    /// The stretch of days for each report that has a solved weekday or line of publication.
    private func writings() -> [Int: Writing] {
        var found: [Int: Writing] = [:]
        for (document, analysis) in analyses.enumerated() {
            let lines = Set(ReportDays.publicationTimes(of: analysis))
            for known in solved where known.document == analysis.document.id {
                guard let day = known.range.start else { continue }
                let told = Citation(known.document, analysis.times[known.time].span)
                if lines.contains(known.time) {
                    found[document] = Writing(first: day, last: day, document: document, told: told)
                    break
                }
                guard case .weekday? = PartialTime.parts(of: analysis.times[known.time].value).first,
                    let clue = clues.first(where: { $0.citation == told })
                else { continue }
                let stretch = clue.isAhead ? (day.adding(days: -14), day) : (day, day.adding(days: 7))
                let before = found[document]
                let first = max(stretch.0, before?.first ?? stretch.0)
                let last = min(stretch.1, before?.last ?? stretch.1)
                // Weekdays that leave no day in common are of another week: nothing is known.
                guard first <= last else { return [:] }
                found[document] = Writing(
                    first: first, last: last, document: document, told: before?.told ?? told)
            }
        }
        return found
    }

    /// The year of the last or next period, seen from a day; nil where it ended or begins so near that usage differs.
    private func year(of period: Period, _ shift: Int, from day: CivilDate) -> Int? {
        if period.months == 12 { return day.year + shift }
        let years = (day.year - 2...day.year + 2).compactMap { year in period.days(year).map { (year, $0) } }
        if shift < 0 {
            guard let past = years.last(where: { $0.1.last < day }) else { return nil }
            return day.dayNumber - past.1.last.dayNumber >= Self.clear ? past.0 : nil
        }
        guard let ahead = years.first(where: { $0.1.first > day }) else { return nil }
        return ahead.1.first.dayNumber - day.dayNumber >= Self.clear ? ahead.0 : nil
    }

    /// `last fall`, `early last year`: -1; `next spring`: 1.
    private static func shift(_ folded: String) -> Int? {
        let words = folded.split(separator: " ")
        return words.contains("last") ? -1 : words.contains("next") ? 1 : nil
    }

    private static func period(_ value: String) -> Period? {
        switch value {
        case "XXXX": return Period(firstMonth: 1, months: 12, suffix: "")
        case "XXXX-SP": return Period(firstMonth: 3, months: 3, suffix: "-SP")
        case "XXXX-SU": return Period(firstMonth: 6, months: 3, suffix: "-SU")
        case "XXXX-FA": return Period(firstMonth: 9, months: 3, suffix: "-FA")
        case "XXXX-WI": return Period(firstMonth: 12, months: 3, suffix: "-WI")
        default:
            let fields = value.split(separator: "-")
            guard fields.count == 2, fields[0] == "XXXX", let month = Int(fields[1]), (1...12).contains(month) else {
                return nil
            }
            return Period(firstMonth: month, months: 1, suffix: "-" + fields[1])
        }
    }

    /// "Last May" said in June may be the one that has just ended or the one before.
    private static let clear = 45
    /// Reports of one event are written within these days; where they are not, the story is no measure.
    private static let longest = 60
}
