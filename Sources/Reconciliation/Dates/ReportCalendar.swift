import NewsModel
import TextCore

/// Solves the days of reports whose datelines give a day without a year, once the story tells which year it is.
///
/// Example: "May 14" in a dateline + "the worst accident in 13 years" + "the worst accident since … 2011": it is 2024; then
/// "Tuesday" in that report is the last Tuesday on or before 14 May 2024, and "Friday", when the quay "will open", the next.
struct ReportCalendar {
    let analyses: [Analysis]
    let clues: [DateClue]
    let finder: YearFinder
    let outlets: OutletNames
    /// What was solved before.
    let solved: [SolvedTime]

    private struct Line {
        var time: Int
        var date: CivilDate
        var steps: String
        var citations: [Citation]
    }

    /// The publication lines, and what follows from them for days and weekdays.
    func solve() -> [SolvedTime] {
        guard let year = year() else { return [] }
        var lines: [Int: Line] = [:]
        var result: [SolvedTime] = []
        for (document, analysis) in analyses.enumerated() where analysis.document.metadata.published == nil {
            for time in ReportDays.publicationTimes(of: analysis) {
                guard case .dayOfYear(let month, let day)? = PartialTime.parts(of: analysis.times[time].value).first,
                    let date = CivilDate(year.year, month, day)
                else { continue }
                let citation = Citation(analysis.document.id, analysis.times[time].span)
                let steps = "\(told(citation, document)) gives day and month; \(year.step)"
                let line = Line(time: time, date: date, steps: steps, citations: [citation] + year.citations)
                if lines[document] == nil { lines[document] = line }
                result.append(
                    made(document, time, date, from: analysis.times[time].value, how: "\(steps): \(date)", line))
            }
        }
        guard !lines.isEmpty else { return result }
        let known = lines.sorted { $0.key < $1.key }.map(\.value)
        for clue in clues
        where !solved.contains(where: { $0.document == clue.citation.document && $0.time == clue.time }) {
            let anchors = lines[clue.document].map { [$0] } ?? known
            guard let first = anchors.first, let part = clue.parts.first else { continue }
            let dates = Set(anchors.map { date(part, clue, near: $0.date) })
            guard dates.count == 1, let date = dates.first ?? nil else { continue }
            let value = analyses[clue.document].times[clue.time].value
            let direction =
                date == first.date
                ? "that day" : date < first.date ? "the last before \(first.date)" : "the next after \(first.date)"
            let how = "\(told(clue.citation, clue.document)) is \(direction); \(first.steps): \(date)"
            result.append(made(clue.document, clue.time, date, from: value, how: how, first, extra: clue.citation))
        }
        return result
    }

    /// The year in which the reports were written, where all evidence of it agrees.
    private func year() -> YearEvidence? {
        var evidence = finder.firstSince(clues, matching: true)
        for analysis in analyses {
            if let published = analysis.document.metadata.published, published.precision != .unknown {
                let index = analyses.firstIndex { $0.document.id == analysis.document.id } ?? 0
                evidence.append(
                    YearEvidence(
                        year: published.date.year, step: "\(outlets.name(index)) was published on \(published.date)",
                        citations: published.span.map { [Citation(analysis.document.id, $0)] } ?? []))
            }
        }
        guard let first = evidence.first, evidence.allSatisfy({ $0.year == first.year }), !first.citations.isEmpty
        else {
            return nil
        }
        return first
    }

    private func date(_ part: PartialTime, _ clue: DateClue, near anchor: CivilDate) -> CivilDate? {
        switch part {
        case .dayOfYear(let month, let day):
            return (anchor.year - 1...anchor.year + 1).compactMap { CivilDate($0, month, day) }
                .min { abs($0.dayNumber - anchor.dayNumber) < abs($1.dayNumber - anchor.dayNumber) }
        case .weekday(let weekday):
            if weekday == anchor.weekday { return anchor }
            return clue.isAhead ? anchor.next(weekday) : anchor.previous(weekday)
        case .day, .year, .years: return nil
        }
    }

    private func made(
        _ document: Int, _ time: Int, _ date: CivilDate, from value: String, how: String, _ line: Line,
        extra: Citation? = nil
    ) -> SolvedTime {
        // "Wednesday afternoon", "14 May, 18:20": the time of day stays.
        let clock = value.split(separator: "T", maxSplits: 1).dropFirst().first.map { "T" + $0 } ?? ""
        return SolvedTime(
            document: analyses[document].document.id, time: time, value: date.description + clock,
            range: DateRange(start: date, end: date), how: how, citations: (extra.map { [$0] } ?? []) + line.citations)
    }

    private func told(_ citation: Citation, _ document: Int) -> String {
        outlets.quoting(citation.span, of: document, in: analyses)
    }
}
