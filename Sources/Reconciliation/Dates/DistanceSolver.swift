import NewsModel
import TextCore

/// Solves distances from a day that the sentence itself names: `⟦three days⟧ after the February 10 announcement` is the 13th;
/// `on January 18, ⟦10 days⟧ after the primary` is the 18th again.
struct DistanceSolver {
    let analyses: [Analysis]

    /// The distances in days and weeks that could be solved.
    func solve() -> [SolvedTime] {
        analyses.flatMap { analysis in
            analysis.times.indices.compactMap { solved($0, in: analysis) }
        }
    }

    /// Bytes between the distance and the day that it is counted from, at most.
    private static let reach = 60

    private func solved(_ index: Int, in analysis: Analysis) -> SolvedTime? {
        let distance = analysis.times[index]
        guard distance.kind == .duration, let days = Self.days(distance.value),
            let sentence = analysis.sentenceIndex(at: distance.span.start).map({ analysis.sentences[$0] })
        else { return nil }
        let next = analysis.tokens.partitioningIndex { $0.span.start >= distance.span.end }
        guard sentence.tokens.contains(next) else { return nil }
        let word = FoldedText.fold(analysis.text[analysis.tokens[next].span])
        guard word == "after" || word == "before" else { return nil }
        let anchors = analysis.times.filter { time in
            time.kind == .date && sentence.span.contains(time.span) && time.range?.start != nil
                && time.range?.start == time.range?.end
        }
        // What stands beside a day is that day.
        if let day = anchors.last(where: { $0.span.end <= distance.span.start }), let date = day.range?.start,
            analysis.text[TextSpan(day.span.end, distance.span.start)].unicodeScalars.allSatisfy(Self.parts)
        {
            return told(index, date, "stands beside", day, in: analysis)
        }
        guard let day = anchors.first(where: { $0.span.start >= analysis.tokens[next].span.end }),
            let anchor = day.range?.start, day.span.start - distance.span.end <= Self.reach,
            !analysis.text[TextSpan(distance.span.end, day.span.start)].contains(",")
        else { return nil }
        return told(index, anchor.adding(days: word == "after" ? days : -days), "is counted from", day, in: analysis)
    }

    private func told(
        _ index: Int, _ date: CivilDate, _ relation: String, _ day: TimeExpression, in analysis: Analysis
    ) -> SolvedTime {
        let distance = analysis.times[index]
        let words = analysis.text[distance.span].oneLine
        return SolvedTime(
            document: analysis.document.id, time: index, value: date.description,
            range: DateRange(start: date, end: date),
            how: "“\(words)” \(relation) “\(analysis.text[day.span].oneLine)”: \(date)",
            citations: [Citation(analysis.document.id, distance.span), Citation(analysis.document.id, day.span)])
    }

    /// Days of a length in days or weeks.
    private static func days(_ value: String) -> Int? {
        guard value.hasPrefix("P"), let number = Int(value.dropFirst().dropLast()), number < 1000 else { return nil }
        return value.hasSuffix("D") ? number : value.hasSuffix("W") ? number * 7 : nil
    }

    private static func parts(_ scalar: Unicode.Scalar) -> Bool { " ,–—-(".unicodeScalars.contains(scalar) }
}
