import NewsModel
import TextCore

/// The attributions that the reader's model sees in a sentence: stretches of words in one role, put together.
///
/// - a source goes with the cue beside it, else with the next, else with the last: `⟦Ode⟧ *said*`, `*said* ⟦Ode⟧`
/// - a content goes with the cue before it, where there is one, and does not follow another of it after words of nobody's: in
///   `Ode wants ⟦a bridge⟧, while ⟦boats⟧, *according to* police, ⟦suffice⟧` the boats are the police's
/// - a cue without a source shares that of the one before it, on whose verb it depends: `Ode *said* …, *adding* …`
struct RoleAttributions {
    /// Neighbouring words in one role.
    struct Stretch: Equatable {
        var role: RoleReadings.Role
        var tokens: Range<Int>
    }

    let tagged: TaggedText
    let readings: RoleReadings

    /// The attributions of a sentence, in the order of their cues. A content that no cue of the sentence tells of is left out.
    ///
    /// - Complexity: O(n log c) for c cues among n words.
    func attributions(in sentence: Range<Int>) -> [FoundAttribution] {
        let stretches = stretches(in: sentence)
        let cues = stretches.filter { $0.role == .cue }.map(\.tokens)
        var found = cues.map { FoundAttribution(source: nil, cue: $0, content: []) }
        for stretch in stretches where stretch.role == .source {
            if let cue = cue(of: stretch.tokens, among: found) { found[cue].source = stretch.tokens }
        }
        for stretch in stretches where stretch.role == .content {
            guard let cue = cue(ofContent: stretch.tokens, among: found) else { continue }
            if let last = found[cue].content.last, isHole(last.upperBound..<stretch.tokens.lowerBound) {
                found[cue].content[found[cue].content.count - 1] = last.lowerBound..<stretch.tokens.upperBound
            } else {
                found[cue].content.append(stretch.tokens)
            }
        }
        for number in found.indices.dropFirst()
        where found[number].source == nil && shares(found[number], found[number - 1]) {
            found[number].source = found[number - 1].source
        }
        return found
    }

    /// The words of a sentence that stand in a role, by stretches.
    func stretches(in sentence: Range<Int>) -> [Stretch] {
        var found: [Stretch] = []
        for token in sentence {
            guard let role = readings.likeliest(token) else { continue }
            let isNext = found.last.map { $0.role == role && $0.tokens.upperBound == token } ?? false
            let begins = role != .content && readings.begins(token) > 0.6
            if isNext, !begins {
                found[found.count - 1].tokens = found[found.count - 1].tokens.lowerBound..<token + 1
            } else {
                found.append(Stretch(role: role, tokens: token..<token + 1))
            }
        }
        return found.filter { stretch in stretch.tokens.contains { tagged.tokens[$0].kind != .quoteMark && !isMark($0) }
        }
    }

    /// A colon may be a cue; no other mark is a stretch by itself.
    private func isMark(_ token: Int) -> Bool { tagged.tags[token].isMark && tagged.tags[token] != .colon }

    // MARK: What goes with what

    /// The last cue before a stretch, and the first after it.
    ///
    /// - Complexity: O(log c).
    private func neighbours(_ stretch: Range<Int>, _ found: [FoundAttribution]) -> (last: Int?, next: Int?) {
        let next = found.partitioningIndex { $0.cue.lowerBound >= stretch.upperBound }
        return (next > 0 ? next - 1 : nil, next < found.count ? next : nil)
    }

    private func cue(of source: Range<Int>, among found: [FoundAttribution]) -> Int? {
        let (last, next) = neighbours(source, found)
        let isBefore = next.map { gap(source.upperBound, found[$0].cue.lowerBound) <= 2 } ?? false
        let isAfter = last.map { gap(found[$0].cue.upperBound, source.lowerBound) <= 1 } ?? false
        return (isAfter && !isBefore ? [last, next] : [next, last]).compactMap { $0 }.first { found[$0].source == nil }
    }

    private func cue(ofContent content: Range<Int>, among found: [FoundAttribution]) -> Int? {
        let (last, next) = neighbours(content, found)
        guard let last, let next,
            let before = found[last].content.last(where: { $0.lowerBound >= found[last].cue.upperBound }),
            gap(before.upperBound, content.lowerBound) > 0
        else { return last ?? next }
        let start = min(found[next].cue.lowerBound, found[next].source?.lowerBound ?? .max)
        return start >= content.upperBound && gap(content.upperBound, start) == 0 ? next : last
    }

    /// Whether words between two stretches of content are only left out of it: few, and of no other role.
    private func isHole(_ range: Range<Int>) -> Bool {
        range.count <= 3 && range.allSatisfy { (readings.likeliest($0) ?? .content) == .content }
    }

    /// Words between two places, marks not counted.
    private func gap(_ start: Int, _ end: Int) -> Int {
        start < end ? (start..<end).count { !tagged.tags[$0].isMark } : 0
    }

    /// Whether the verb of a cue depends on that of the one before, or stands beside it.
    private func shares(_ later: FoundAttribution, _ earlier: FoundAttribution) -> Bool {
        guard earlier.source != nil, let verb = later.cue.first(where: { tagged.tags[$0].isVerb }) else { return false }
        return tagged.trees?.shares(subjectOf: verb, with: earlier.cue) ?? false
    }
}
