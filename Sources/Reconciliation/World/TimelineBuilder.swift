import NewsModel
import TextCore

/// The timeline: what the reports say happened or will, at the times that they give, no more exactly than they give them.
struct TimelineBuilder {
    let analyses: [Analysis]
    let ledger: Ledger
    /// The time of each statement that has one of known range, by the id of the statement.
    let clocks: EventClock
    let speech: SpeechTimes

    /// The entries in order of time; of one claim at one time one entry.
    func entries() -> [TimelineEntry] {
        var entries: [TimelineEntry] = []
        for claim in ledger.claims {
            var byTime: [(start: String, end: String, statements: [Statement])] = []
            for statement in claim.statements {
                guard let span = clocks.span(of: statement.citation) else { continue }
                if let place = byTime.firstIndex(where: { $0.start == span.start && $0.end == span.end }) {
                    byTime[place].statements.append(statement)
                } else {
                    byTime.append((span.start, span.end, [statement]))
                }
            }
            // A time that holds another says less.
            for time in byTime where !byTime.contains(where: { Self.isWithin($0, time) }) {
                let text =
                    byTime.count == 1 ? claim.text : time.statements.first.map(\.reading) ?? claim.text
                entries.append(
                    TimelineEntry(
                        start: time.start, end: time.end, text: text,
                        citations: time.statements.prefix(6).map(\.citation),
                        lane: speech.isStatement(time.statements[0].citation) ? .statement : .event))
            }
        }
        return entries.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            return (x.start, x.end) != (y.start, y.end) ? (x.start, x.end) < (y.start, y.end) : a.offset < b.offset
        }.map(\.element)
    }

    private static func isWithin(
        _ a: (start: String, end: String, statements: [Statement]),
        _ b: (start: String, end: String, statements: [Statement])
    ) -> Bool {
        (a.start, a.end) != (b.start, b.end) && a.start.hasPrefix(b.start) && a.end.hasPrefix(b.end)
    }
}

/// Tells when the time of a statement is that of the speaking: `said on Wednesday that …`.
struct SpeechTimes {
    let analyses: [Analysis]
    let words: StoryWords
    private let saying: Set<String> = [
        "say", "tell", "announce", "state", "confirm", "deny", "claim", "warn", "add", "write",
    ]

    /// Whether the only time in a citation stands beside a verb of saying.
    func isStatement(_ citation: Citation) -> Bool {
        guard let document = analyses.firstIndex(where: { $0.document.id == citation.document }) else { return false }
        let analysis = analyses[document]
        let inside = analysis.within(citation.span, analysis.times, at: \.span).filter {
            $0.kind == .date || $0.kind == .time
        }
        guard inside.count == 1, let time = inside.first else { return false }
        let own = AttributionLayout.tokens(in: time.span, of: analysis)
        let sentence = analysis.sentenceIndex(at: time.span.start).map { analysis.sentences[$0].tokens } ?? own
        let near = max(sentence.lowerBound, own.lowerBound - 3)..<own.lowerBound
        return near.contains { saying.contains(words.form(document, $0).lemma) }
    }
}

/// When a citation says that something was so: the one time in it that has a place in the calendar.
struct EventClock {
    /// A stretch of time as ISO 8601 prefixes of honest precision.
    struct Stretch: Hashable {
        var start: String
        var end: String
        var range: DateRange

        /// Days from the first to the last.
        var days: Int { (range.end?.dayNumber ?? 0) - (range.start?.dayNumber ?? 0) }
    }

    private var times: [DocumentID: [(span: TextSpan, stretch: Stretch)]] = [:]

    init(_ analyses: [Analysis], solved: [SolvedTime]) {
        for analysis in analyses {
            var found: [(TextSpan, Stretch)] = []
            for (index, time) in analysis.times.enumerated() where time.kind == .date || time.kind == .time {
                let known = solved.first { $0.document == analysis.document.id && $0.time == index }
                guard let range = known?.range ?? time.range, let start = range.start, let end = range.end,
                    let stretch = Self.stretch(known?.value ?? time.value, start, end, range)
                else { continue }
                found.append((time.span, stretch))
            }
            times[analysis.document.id] = found
        }
    }

    /// The time that a citation speaks of; nil where it has none of known range.
    func span(of citation: Citation) -> Stretch? {
        times[citation.document]?.filter { citation.span.contains($0.span) }.map(\.stretch).min { a, b in
            a.days < b.days
        }
    }

    /// The times within a citation whose place in the text is as asked.
    func all(in citation: Citation, where isAsked: (TextSpan) -> Bool) -> [Stretch] {
        times[citation.document]?.filter { citation.span.contains($0.span) && isAsked($0.span) }.map(\.stretch) ?? []
    }

    /// Years, months or days, as exact as the value is.
    private static func stretch(_ value: String, _ start: CivilDate, _ end: CivilDate, _ range: DateRange) -> Stretch? {
        guard !value.contains("REF") else { return nil }
        let first = value.split(separator: "/").first.map(String.init) ?? value
        let parts = first.prefix(10).split(separator: "-")
        guard let year = parts.first, year.count == 4, year.allSatisfy(\.isNumber) else { return nil }
        let isWeek = parts.count > 1 && parts[1].hasPrefix("W")
        let isNumeric = parts.dropFirst().allSatisfy { $0.prefix(2).allSatisfy(\.isNumber) }
        if parts.count == 1 {
            return Stretch(
                start: String(start.description.prefix(4)), end: String(end.description.prefix(4)), range: range)
        }
        let isSeason = parts.count == 2 && ["SP", "SU", "FA", "WI"].contains(parts[1])
        if parts.count == 2, isNumeric && !isWeek || isSeason {
            return Stretch(
                start: String(start.description.prefix(7)), end: String(end.description.prefix(7)), range: range)
        }
        return Stretch(start: start.description, end: end.description, range: range)
    }
}
