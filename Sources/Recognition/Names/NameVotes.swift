import NewsModel

/// What the places where an unlisted name stands say of what it is: `Reucassel said`, `Bonavia’s paintings`, `the Zweifel`,
/// `near Vostok`. One place says little; all of them in a document say enough.
struct NameVotes {
    private var person = 0
    private var organisation = 0
    private var place = 0

    /// Adds what the words beside the name at `index` say.
    mutating func add(_ index: Int, in tokens: NameTokens, sentence: Range<Int>) {
        let token = tokens.tokens[index]
        if token.is(.surname) || token.is(.firstName) { person += 2 }
        if index > sentence.lowerBound {
            let previous = tokens.hashes[index - 1]
            if previous == NameWords.the { organisation += 4 }
            if NameWords.inside.contains(previous) { place += 3 }
            if NameWords.agents.contains(previous) { person += 1 }
        }
        guard index + 1 < sentence.upperBound else { return }
        let next = tokens.tokens[index + 1]
        guard next.is(.word), !next.is(.capital) else { return }
        if next.is(.possessive) {
            person += 2
        } else if next.word?.role == .saying {
            person += 4
        } else if next.is(.verb), !next.is(.noun) {
            person += 2
        } else if next.is(.noun), !next.is(.verb), !next.is(.function) {
            organisation += 2
        }
    }

    /// What it most likely is, where that can be said.
    var kind: Mention.Kind? {
        if person >= 4, person > organisation + place { return .person }
        return nil
    }
}
