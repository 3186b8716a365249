import NewsModel
import TextCore

/// Solves the times of a story as constraints: a day without a year, a weekday, "the first in 24 years" beside "only once,
/// in 2000", "last year" beside a year, and dates of publication together give what no report says alone.
///
/// Example: "on June 18" + "next Tuesday" + "the first visit in 24 years" + "visited only once, in 2000": 2000 + 24 is
/// 2024, and 18 June 2024 is a Tuesday.
struct DateSolver {
    let analyses: [Analysis]
    let clues: [DateClue]
    /// Concepts that every story has ("say", "plan"): no evidence of one event.
    let generic: Set<Int32>
    let outlets: OutletNames
    /// Whether two drafts, by number, tell of one event, times aside.
    let isOneEvent: (Int, Int) -> Bool

    /// What could be solved, and what disagrees.
    func solve() -> (solved: [SolvedTime], discrepancies: [Discrepancy]) {
        let finder = YearFinder(analyses: analyses, clues: clues, generic: generic, outlets: outlets)
        var solved: [SolvedTime] = []
        var discrepancies: [Discrepancy] = []
        var told: Set<[Int]> = []
        for clue in clues {
            guard case .dayOfYear(let month, let day)? = clue.parts.first else { continue }
            let akin = clues.filter { $0.citation != clue.citation && $0.isAkin(to: clue, ignoring: generic) }
            let evidence = finder.years(month: month, day: day, akin: akin)
            // Where nothing but a weekday tells the year, it must be that of the same event.
            let weekdays = akin.filter { other in
                Self.weekday(other) != nil
                    && (!evidence.isEmpty || other.draft == clue.draft || isOneEvent(clue.draft, other.draft))
            }
            guard
                let year = evidence.isEmpty
                    ? nearest(month, day, weekdays, after: finder.latestNamed)
                    : agreed(month, day, weekdays, evidence),
                let date = CivilDate(year, month, day)
            else { continue }
            let matching = weekdays.filter { Self.weekday($0) == date.weekday }
            // "will visit on the 13th, the envoy said on Thursday": two days of one sentence are of two things.
            let rivals = weekdays.filter { $0.draft != clue.draft && isOneEvent(clue.draft, $0.draft) }
            if matching.isEmpty, let other = rivals.first, !isSecondDay(clue) {
                if told.insert([date.dayNumber, Self.weekday(other) ?? 0]).inserted {
                    discrepancies.append(mismatch(clue, other, date: date, evidence: evidence))
                }
                continue
            }
            if matching.isEmpty, !weekdays.isEmpty { continue }
            let support = evidence.filter { $0.year == year }
            let how = steps(
                clue, date: date, weekdays: matching, support: support,
                latest: evidence.isEmpty ? finder.latestNamed : nil)
            let citations = Self.unique([clue.citation] + matching.map(\.citation) + support.flatMap(\.citations))
            solved += ([clue] + matching).map { result($0, date: date, steps: how, citations: citations) }
        }
        var taken: Set<Citation> = []
        solved = solved.filter { taken.insert(citation(of: $0)).inserted }
        solved += beside(solved)
        solved += ReportCalendar(
            analyses: analyses, clues: clues, finder: finder, outlets: outlets, solved: solved
        ).solve()
        solved += PeriodSolver(analyses: analyses, clues: clues, outlets: outlets, solved: solved).solve()
        solved += DistanceSolver(analyses: analyses).solve()
        taken = []
        let unique = solved.filter { taken.insert(citation(of: $0)).inserted }
        return (unique.sorted { citation(of: $0) < citation(of: $1) }, discrepancies)
    }

    /// Whether another day stands beside a day in its sentence, so that the weekday may be of that: "June 18 and 19".
    private func isSecondDay(_ clue: DateClue) -> Bool {
        clues.contains { other in
            guard other.draft == clue.draft, other.citation != clue.citation, case .dayOfYear? = other.parts.first
            else {
                return false
            }
            return true
        }
    }

    /// "June 18 and 19": what a sentence says of one day's year is true of the other's.
    private func beside(_ solved: [SolvedTime]) -> [SolvedTime] {
        clues.compactMap { clue in
            guard case .dayOfYear(let month, let day)? = clue.parts.first,
                !solved.contains(where: { citation(of: $0) == clue.citation }),
                let other = clues.first(where: { other in
                    other.draft == clue.draft && other.citation != clue.citation
                        && solved.contains { citation(of: $0) == other.citation }
                }),
                let known = solved.first(where: { citation(of: $0) == other.citation }), let start = known.range.start,
                let date = CivilDate(start.year, month, day), abs(date.dayNumber - start.dayNumber) < 60
            else { return nil }
            return SolvedTime(
                document: clue.citation.document, time: clue.time, value: date.description,
                range: DateRange(start: date, end: date),
                how: "\(told(clue)) stands beside \(told(other)): \(known.how)",
                citations: Self.unique([clue.citation] + known.citations))
        }
    }

    /// The year that the evidence names: the one with most of it among those in which a weekday fits; none where two
    /// have equally much.
    private func agreed(_ month: Int, _ day: Int, _ weekdays: [DateClue], _ evidence: [YearEvidence]) -> Int? {
        var votes: [Int: Int] = [:]
        for item in evidence { votes[item.year, default: 0] += 1 }
        let fitting = votes.keys.filter { fits($0, month, day, weekdays) || weekdays.isEmpty }
        let ranked = (fitting.isEmpty ? Array(votes.keys) : fitting).sorted {
            (votes[$1] ?? 0, $0) < (votes[$0] ?? 0, $1)
        }
        guard let best = ranked.first, ranked.count == 1 || votes[best] != votes[ranked[1]] else { return nil }
        return best
    }

    /// Without other evidence, the one year soon after the latest that the reports name in which the weekday fits.
    private func nearest(_ month: Int, _ day: Int, _ weekdays: [DateClue], after latest: Int?) -> Int? {
        guard let latest, !weekdays.isEmpty else { return nil }
        let years = (latest...latest + 2).filter { fits($0, month, day, weekdays) }
        return years.count == 1 ? years[0] : nil
    }

    private func fits(_ year: Int, _ month: Int, _ day: Int, _ weekdays: [DateClue]) -> Bool {
        weekdays.contains { Self.weekday($0) == CivilDate(year, month, day)?.weekday }
    }

    // MARK: Telling

    private func steps(
        _ clue: DateClue, date: CivilDate, weekdays: [DateClue], support: [YearEvidence], latest: Int?
    ) -> String {
        var steps = ["\(told(clue)) gives day and month"]
        steps += Self.unique(support.map(\.step)).prefix(3)
        if let latest { steps.append("the latest year that the reports name is \(latest)") }
        if !weekdays.isEmpty {
            let words = Self.unique(weekdays.map(told)).prefix(3).joined(separator: ", ")
            steps.append(
                "\(words): \(date.day) \(CalendarNames.months[date.month - 1]) \(date.year) is a \(CalendarNames.weekdays[date.weekday - 1])"
            )
        }
        return steps.joined(separator: "; ") + ": \(date)"
    }

    private func mismatch(
        _ clue: DateClue, _ weekday: DateClue, date: CivilDate, evidence: [YearEvidence]
    ) -> Discrepancy {
        Discrepancy(
            kind: .date, text: "\(told(clue)) and \(told(weekday)) are not one day.",
            citations: [clue.citation, weekday.citation] + evidence.prefix(2).flatMap(\.citations),
            explanation: "\(date) is a \(CalendarNames.weekdays[date.weekday - 1])."
                + (evidence.first.map { " The year: \($0.step)." } ?? ""))
    }

    private func result(_ clue: DateClue, date: CivilDate, steps: String, citations: [Citation]) -> SolvedTime {
        var last = date
        if clue.parts.count > 1, case .dayOfYear(let month, let day) = clue.parts[1],
            let end = CivilDate(date.year, month, day), end > date
        {
            last = end
        }
        return SolvedTime(
            document: clue.citation.document, time: clue.time,
            value: last == date ? date.description : "\(date)/\(last)", range: DateRange(start: date, end: last),
            how: steps, citations: citations)
    }

    private func citation(of solved: SolvedTime) -> Citation {
        let analysis = analyses.first { $0.document.id == solved.document }
        return Citation(solved.document, analysis?.times[solved.time].span ?? TextSpan(0, 0))
    }

    private static func weekday(_ clue: DateClue) -> Int? {
        if case .weekday(let day)? = clue.parts.first { day } else { nil }
    }

    private func told(_ clue: DateClue) -> String {
        outlets.quoting(clue.citation.span, of: clue.document, in: analyses)
    }

    private static func unique<Element: Hashable>(_ items: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return items.filter { seen.insert($0).inserted }
    }
}
