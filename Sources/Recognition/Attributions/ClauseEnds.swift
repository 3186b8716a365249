import NewsModel
import TextCore

/// Tells where the words that a clause governs end, by marks and the words that open clauses.
///
/// A dependency parse would tell it from the tree; this reads the surface, and is the one place to change for it.
struct ClauseEnds {
    let tagged: TaggedText
    /// Whether a token stands in quotation marks.
    let isQuoted: (Int) -> Bool
    /// Tokens at which another attribution of the same sentence begins that is not part of the words, with what parts it.
    let cuts: [Int]

    /// No content is longer, in tokens; bounds the work on texts without full stops.
    static let longest = 120

    /// Where a clause that begins at `start` ends: its sentence, an attribution that closes or goes on with the sentence, or a
    /// clause of the reporter's own after ", but" and ", while".
    func clauseEnd(from start: Int, to upper: Int) -> Int {
        var index = start
        let limit = min(upper, start + Self.longest)
        while index < limit {
            if isQuoted(index) {
                index += 1
                continue
            }
            if index > start, isCut(index) { return trimmed(start, index) }
            let tag = tagged.tags[index]
            if tag == .stop, !isAbbreviation(index) { return index }
            if tag == .comma, index > start, index + 1 < limit, Self.turns.contains(tagged.hashes[index + 1]) {
                return index
            }
            index += 1
        }
        return trimmed(start, limit)
    }

    /// Where an object that begins at `start` ends: as a clause does, or at a comma, a relative clause, or a conjunction before
    /// a verb.
    func objectEnd(from start: Int, to upper: Int) -> Int {
        let end = clauseEnd(from: start, to: upper)
        var index = start
        while index < end {
            if isQuoted(index) {
                index += 1
                continue
            }
            let tag = tagged.tags[index]
            if index > start {
                if tag == .comma, !isListComma(index, end) { return index }
                if tag == .colon, tagged.hasGap(before: index) { return index }
                if tag == .conjunction, index + 1 < end, tagged.tags[index + 1].isFinite { return index }
                if Self.subordinators.contains(tagged.hashes[index]), tag == .preposition || tag == .whAdverb {
                    return index
                }
            }
            index += 1
        }
        return end
    }

    /// A comma in a list of nouns: "Ann, Berg and Cole".
    private func isListComma(_ index: Int, _ end: Int) -> Bool {
        guard index + 1 < end, tagged.tags[index - 1].isNoun,
            tagged.tags[index + 1].isNoun || tagged.tags[index + 1] == .determiner || tagged.tags[index + 1].isAdjective
        else { return false }
        var next = index + 1
        while next < end, next < index + 8 {
            if tagged.tags[next] == .conjunction { return true }
            if tagged.tags[next].isVerb || tagged.tags[next] == .comma && next > index + 5 { return false }
            next += 1
        }
        return false
    }

    private func isCut(_ index: Int) -> Bool {
        let low = cuts.partitioningIndex { $0 >= index }
        return low < cuts.count && cuts[low] == index
    }

    /// An ellipsis or a stop in the middle of the sentence ends nothing.
    private func isAbbreviation(_ index: Int) -> Bool {
        tagged.tokens[index].span.count > 1 || !tagged.hasGap(after: index)
    }

    /// Without a conjunction or comma at the end.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start,
            tagged.tags[end - 1] == .comma || tagged.tags[end - 1] == .conjunction
                || tagged.tags[end - 1] == .colon && !isQuoted(end - 1)
                || tagged.tags[end - 1] == .stop && !isQuoted(end - 1)
        { end -= 1 }
        return end
    }

    private static let turns = WordSet("but while although though whereas")
    private static let subordinators = WordSet(
        "because although though while when unless until saying")
}
