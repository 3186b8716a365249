import NewsModel
import TextCore

/// When the reports of a story were published, for putting them in order: the date that a report gives, the day that its
/// dateline or a line above its text names, as far as it is known. A dateline has no year, and none is needed to tell
/// that 15 May is after 14 May.
struct ReportDays: Sendable {
    /// For each report a number that grows with time; nil where nothing is known.
    let order: [Int?]

    init(_ analyses: [Analysis], solved: [SolvedTime]) {
        let lines = analyses.enumerated().map { Self.line(of: $1, solved: solved) }
        let years = zip(analyses, lines).compactMap { analysis, line -> Int? in
            if case .day(let date)? = line { return date.year }
            return analysis.document.metadata.published?.date.year
        }
        let year = years.max() ?? 2000
        order = zip(analyses, lines).map { analysis, line in
            if let published = analysis.document.metadata.published, published.precision != .unknown {
                return published.date.dayNumber * 86_400 + (published.secondOfDay ?? 0)
            }
            switch line {
            case .day(let date): return date.dayNumber * 86_400
            case .dayOfYear(let month, let day): return CivilDate(year, month, day).map { $0.dayNumber * 86_400 }
            default: return nil
            }
        }
    }

    /// Indices of the times that tell of publication: those that stand in a dateline or a byline, or on a line of their
    /// own above the text.
    static func publicationTimes(of analysis: Analysis) -> [Int] {
        let firstProse = analysis.document.blocks.first(where: { $0.kind == .paragraph })?.span.start ?? .max
        return analysis.times.indices.filter { index in
            let span = analysis.times[index].span
            guard let block = analysis.document.blockIndex(at: span.start) else { return false }
            switch analysis.document.blocks[block].kind {
            case .dateline: return true
            case .byline: return span.start < firstProse
            default: return false
            }
        }
    }

    private static func line(of analysis: Analysis, solved: [SolvedTime]) -> PartialTime? {
        for index in publicationTimes(of: analysis) {
            let value =
                solved.first { $0.document == analysis.document.id && $0.time == index }?.value
                ?? analysis.times[index].value
            switch PartialTime.parts(of: value).first {
            case .day(let date): return .day(date)
            case .dayOfYear(let month, let day): return .dayOfYear(month: month, day: day)
            default: continue
            }
        }
        return nil
    }
}
