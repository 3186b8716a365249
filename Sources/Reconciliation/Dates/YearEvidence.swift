import NewsModel
import TextCore

/// A year that the reports of a story point to, with the step that leads to it and the words that it stands on.
struct YearEvidence {
    var year: Int
    var step: String
    var citations: [Citation]
}

/// Finds what the reports say together about the year of a day.
struct YearFinder {
    let analyses: [Analysis]
    let clues: [DateClue]
    let generic: Set<Int32>
    let outlets: OutletNames

    /// The evidence for the year of a day, given the clues of the same or like events.
    func years(month: Int, day: Int, akin: [DateClue]) -> [YearEvidence] {
        firstSince(akin) + lastYear() + published(month: month, day: day)
    }

    /// The latest year that any report names as past or present.
    var latestNamed: Int? {
        clues.filter { !$0.isAhead }.flatMap(\.parts).compactMap { part -> Int? in
            switch part {
            case .year(let year, _): year
            case .day(let date): date.year
            default: nil
            }
        }.max()
    }

    /// "the first in 24 years" beside "only once, in 2000".
    func firstSince(_ akin: [DateClue], matching: Bool = false) -> [YearEvidence] {
        let earlier = akin.compactMap { other -> (clue: DateClue, year: Int)? in
            guard case .year(let year, _)? = other.parts.first, other.isEarlierCase else { return nil }
            return (other, year)
        }
        return akin.flatMap { other -> [YearEvidence] in
            guard case .years(let count)? = other.parts.first, other.isFirstSince, count > 1 else { return [] }
            return earlier.filter { !matching || $0.clue.isAkin(to: other, ignoring: generic) }.map { past, year in
                YearEvidence(
                    year: year + count,
                    step: "\(told(past)) and the first in \(told(other)): \(year) + \(count) = \(year + count)",
                    citations: [past.citation, other.citation])
            }
        }
    }

    /// "last year" in one report and the year of the same event in another.
    private func lastYear() -> [YearEvidence] {
        clues.filter { $0.folded == "last year" }.flatMap { clue in
            clues.compactMap { other -> YearEvidence? in
                guard case .year(let year, _)? = other.parts.first, other.document != clue.document,
                    !other.isEarlierCase, other.isAkin(to: clue, ignoring: generic)
                else { return nil }
                return YearEvidence(
                    year: year + 1, step: "\(told(clue)) is \(told(other)), so this is \(year + 1)",
                    citations: [clue.citation, other.citation])
            }
        }
    }

    /// The year in which the day lies nearest to a date of publication.
    private func published(month: Int, day: Int) -> [YearEvidence] {
        analyses.enumerated().compactMap { index, analysis in
            guard let published = analysis.document.metadata.published, published.precision != .unknown,
                published.precision != .year
            else { return nil }
            let number = published.date.dayNumber
            let near = (published.date.year - 1...published.date.year + 1).compactMap { CivilDate($0, month, day) }
                .min { abs($0.dayNumber - number) < abs($1.dayNumber - number) }
            guard let near else { return nil }
            return YearEvidence(
                year: near.year, step: "\(outlets.name(index)) was published on \(published.date)",
                citations: published.span.map { [Citation(analysis.document.id, $0)] } ?? [])
        }
    }

    private func told(_ clue: DateClue) -> String {
        outlets.quoting(clue.citation.span, of: clue.document, in: analyses)
    }
}
