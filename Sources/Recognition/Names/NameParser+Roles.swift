import NewsModel

/// Roles before names: `Russian President Vladimir Putin` · `political scientist and Putin ally, Sergei Markov`.
extension NameParser {
    /// Where a role that stands right before `index`, with or without a comma, ends.
    func roleEnd(before index: Int) -> Int? {
        guard index > start else { return nil }
        if isRole(index - 1) { return index }
        // After a comma only a role with something before it counts: "ally, Sergei Markov", not "the leader, Kim".
        guard tokens[index - 1].is(.comma), index - 1 > start, isRole(index - 2) else { return nil }
        return index - 1
    }

    /// Where the role phrase that ends before `end` begins: adjectives, nouns and names that qualify the role.
    func roleStart(before end: Int) -> Int {
        var first = end
        while first > start, end - first < 10 {
            let previous = first - 1
            let token = tokens[previous]
            if token.is(.hyphen), previous > start, tokens[previous - 1].is(.word) {
                first = previous - 1
                continue
            }
            if isAnd(previous), previous > start, isRole(previous - 1), first < end {
                first = previous
                continue
            }
            guard token.is(.word), !token.is(.function), !token.is(.possessive), token.word?.role != .saying else {
                break
            }
            if token.word?.role == .stop { break }
            let qualifies =
                token.is(.capital)
                ? !token.is(.opensSentence) || !token.isCommon || token.is(.adjective) || isRole(previous)
                    || isCountryOrAdjective(at: previous)
                : isRole(previous)
                    || lexicon.parts(token.hash).contains { $0 == UInt8(ascii: "n") || $0 == UInt8(ascii: "a") }
            guard qualifies else { break }
            first = previous
        }
        return first
    }

    private func isRole(_ index: Int) -> Bool {
        let role = tokens[index].word?.role
        return role == .role || role == .title
    }

    private func isAnd(_ index: Int) -> Bool { !tokens[index].is(.capital) && tokens[index].hash == NameWords.and }
}
