import TextCore

/// Tells a heading from the headline of another report that was pasted into the text.
///
/// Both are short lines without a full stop. A heading belongs to what follows it and to the report as a whole: its
/// words turn up again. A headline of something else brings words that the report has nowhere, and mostly says something
/// (has a verb), where a heading mostly names something.
struct HeadingJudge {
    /// How often each stem stands in the report, in units.
    private let counts: [UInt64: Int]
    private let profiles: [UnitProfile]
    /// Whether the report has three or more short lines of which most only name something: it has sections.
    private let hasSections: Bool
    /// Whether the report's short lines are cased in two ways, like headlines and like sentences: then those cased like
    /// headlines are more likely to be some.
    private let isMixed: Bool

    /// Units after the line, and stems of them, that a heading may be about.
    private static let section = (units: 3, stems: 300)

    /// A judge for a report whose running text are the `prose` units and whose short lines the `candidates`.
    init(_ profiles: [UnitProfile], prose: [Int], candidates: [Int]) {
        self.profiles = profiles
        var counts: [UInt64: Int] = [:]
        for index in prose + candidates { for stem in profiles[index].stems { counts[stem, default: 0] += 1 } }
        self.counts = counts
        let naming = candidates.count { !profiles[$0].hasVerb }
        let plain = candidates.count { profiles[$0].capitals < 0.75 && !profiles[$0].isUpper }
        isMixed = candidates.count >= 3 && plain * 3 >= candidates.count && plain < candidates.count
        hasSections = candidates.count >= 3 && naming * 3 >= candidates.count * 2
    }

    /// Whether the short line `index`, before the prose units `following`, is a heading.
    ///
    /// - Complexity: O(k) in the stems of the section.
    func isHeading(_ index: Int, following: ArraySlice<Int>) -> Bool {
        guard let next = following.first else { return false }
        let line = profiles[index]
        if case .heading = line.unit.mark { return true }
        guard !line.stems.isEmpty else { return true }
        var section: Set<UInt64> = []
        for unit in following.prefix(Self.section.units) {
            for stem in profiles[unit].stems where section.count < Self.section.stems { section.insert(stem) }
        }
        let total = Double(line.stems.count)
        let here = Double(line.stems.count(where: section.contains)) / total
        let anywhere = Double(line.stems.count { (counts[$0] ?? 0) > 1 }) / total

        var score = 0.0
        score += here >= 0.5 ? 2 : here >= 0.25 ? 1 : here == 0 ? -1 : 0
        score += anywhere >= 0.6 ? 1 : anywhere <= 0.4 ? -1.5 : 0
        score += line.isQuoted ? 0 : line.hasVerb ? -1 : 1
        score += line.asks ? 1.5 : 0
        score += line.isUpper ? 2 : 0
        score += line.words.count <= 3 ? 1 : 0
        score += hasSections && !line.hasVerb ? 2 : 0
        score += isMixed && line.capitals >= 0.9 && !line.isUpper && line.words.count >= 5 ? -1.5 : 0
        // A line that stands close above its paragraph belongs to it; one right above another short line does not.
        score += line.unit.afterGap && !profiles[next].unit.afterGap ? 0.5 : 0
        score += next > index + 1 ? -1 : 0
        return score > 0
    }
}
