import NewsModel

/// Whom an outlet hands a credit on to.
///
/// `Reuters reported, citing ⟦two officials⟧` · `Kronika, quoting ⟦the police⟧, said` · `a report that cites ⟦Bloomberg⟧` ·
/// `the agency quoted ⟦Ann Ode⟧ as saying`
struct CitedSources {
    let tagged: TaggedText
    let lexicon: OutletLexicon
    let phrases: NounPhrases

    /// More than this is no chain of credits.
    private static let longest = 4
    /// How far after the outlet is looked, in tokens.
    private static let reach = 40

    /// The sources in the order in which they are named.
    func sources(from start: Int, in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = start
        let end = min(range.upperBound, start + Self.reach)
        while index < end, found.count < Self.longest {
            guard !phrases.isBarrier(index), lexicon.role(tagged.hashes[index]).contains(.citing),
                tagged.tags[index].isVerb, isActive(index, from: range.lowerBound),
                let source = phrases.phrase(startingAt: index + 1, to: range.upperBound, withAppositions: false)
            else {
                index += 1
                continue
            }
            found.append(source)
            index = source.upperBound
        }
        return found
    }

    /// Not "was cited by", "the cited report".
    private func isActive(_ index: Int, from lower: Int) -> Bool {
        guard index > lower, tagged.tags[index] != .gerund else { return true }
        var before = index - 1
        while before > lower, tagged.tags[before].isAdverb { before -= 1 }
        return !ClosedClass.be.contains(tagged.hashes[before])
    }
}
