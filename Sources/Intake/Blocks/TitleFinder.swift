import TextCore

/// Which of the lines above the text is its headline.
///
/// The headline is what the page repeats, what the first paragraphs go on about, and what stands first; a section name
/// or an outlet's name is short and comes back nowhere.
enum TitleFinder {
    /// Index of the headline among `candidates`, the untyped units above the text; nil where none looks like one.
    ///
    /// - Parameters:
    ///   - body: the first units of running text.
    ///   - isFollowedByHeader: whether a byline, date or dateline stands between a candidate and the text.
    static func title(
        _ profiles: [UnitProfile], candidates: [Int], body: [Int], isFollowedByHeader: (Int) -> Bool
    ) -> Int? {
        if let marked = candidates.first(where: { profiles[$0].unit.mark == .heading(level: 1) }) { return marked }
        var told: Set<UInt64> = []
        for index in body.prefix(6) { told.formUnion(profiles[index].stems) }
        var best: (score: Double, index: Int)?
        for (rank, index) in candidates.prefix(12).enumerated() {
            let profile = profiles[index]
            guard (2...40).contains(profile.words.count), profile.unit.mark != .listItem else { continue }
            let overlap =
                profile.stems.isEmpty
                ? 0 : Double(profile.stems.count(where: told.contains)) / Double(profile.stems.count)
            let isRepeated = candidates.contains { $0 != index && profiles[$0].words.hashes == profile.words.hashes }
            var score = overlap * 2 + (rank == 0 ? 1 : 0) + (isRepeated ? 3 : 0)
            score += (4...20).contains(profile.words.count) ? 0.5 : -1
            score += profile.capitals >= 0.6 ? 0.5 : 0
            if profile.finalMark == "." {
                // A headline with a full stop is one where the paper sets them so: it is cased like one, or the byline
                // comes after it, or the lead says it again at greater length.
                let isSaidAgain = body.first.map { Self.says($0, again: profile, profiles) } ?? false
                guard profile.capitals >= 0.6 || isFollowedByHeader(index) || isSaidAgain else { continue }
                score -= 0.5
            }
            if best == nil || score > best!.score { best = (score, index) }
        }
        return best.flatMap { $0.score >= 1 ? $0.index : nil }
    }

    /// Whether the unit `index`, half as long again, holds most of the words of `line`.
    private static func says(_ index: Int, again line: UnitProfile, _ profiles: [UnitProfile]) -> Bool {
        let shared = line.stems.count(where: profiles[index].stems.contains)
        return shared * 5 >= line.stems.count * 3 && profiles[index].words.count * 2 >= line.words.count * 3
    }
}
