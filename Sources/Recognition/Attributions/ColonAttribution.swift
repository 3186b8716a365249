import NewsModel
import TextCore

/// Words that a colon gives to whom it follows: `⟦Ode⟧*:* ⟦The bridge was old⟧`, as headlines and transcripts do.
///
/// Not `Update: the bridge was old`, nor `Here is the list: bread, milk`.
enum ColonAttribution {
    /// The longest name before the colon, in tokens.
    private static let longest = 8

    /// The attribution of `range`, where it opens with a person, an organisation or a report, and a colon.
    static func attribution(
        in range: Range<Int>, _ tagged: TaggedText, _ kinds: SourceKinds, _ outlets: OutletLexicon
    ) -> FoundAttribution? {
        let opening = range.prefix(longest + 1)
        guard let colon = opening.first(where: { tagged.first($0) == ":" && tagged.tags[$0] == .colon }),
            colon > range.lowerBound, tagged.hasGap(after: colon), colon + 2 < range.upperBound
        else { return nil }
        let source = range.lowerBound..<colon
        guard
            source.allSatisfy({
                tagged.tags[$0].isNoun || tagged.tags[$0].isAdjective || tagged.tags[$0] == .determiner
                    || tagged.tags[$0] == .genitive || tagged.tags[$0] == .stop
            }),
            speaks(colon - 1, kinds, outlets.role(tagged.hashes[colon - 1]))
        else { return nil }
        var end = range.upperBound
        while end > colon + 1, tagged.tags[end - 1] == .stop { end -= 1 }
        return FoundAttribution(
            source: source, cue: colon..<colon + 1, content: [colon + 1..<min(end, colon + 1 + ClauseEnds.longest)])
    }

    private static func speaks(_ head: Int, _ kinds: SourceKinds, _ role: OutletLexicon.Role) -> Bool {
        if !role.isDisjoint(with: [.report, .medium, .journalist]) || kinds.isOffice(head) { return true }
        guard let mention = kinds.mention(at: head), mention.form == .name else { return false }
        return mention.kind == .person || mention.kind == .organisation
    }
}
