import NewsModel
import TextCore

/// A name that machine translation broke with a full stop: `…,” John said.⟦ Ode of the National Council⟧.`
enum BrokenName {
    /// The words of the next sentence that belong to the name: capitalised, verbless, tied by a preposition or a comma.
    static func rest(after cueEnd: Int, in tagged: TaggedText) -> Range<Int>? {
        guard cueEnd + 1 < tagged.tags.count, tagged.tags[cueEnd] == .stop,
            let number = tagged.sentenceIndex(ofToken: cueEnd + 1), case let sentence = tagged.sentences[number],
            sentence.tokens.lowerBound == cueEnd + 1, sentence.block == tagged.sentences[number - 1].block,
            tagged.tags[sentence.tokens.lowerBound].isName || tagged.isCapitalised(sentence.tokens.lowerBound),
            sentence.tokens.count >= 2, sentence.tokens.count <= 24
        else { return nil }
        let second = sentence.tokens.lowerBound + 1
        let tags = sentence.tokens.map { tagged.tags[$0] }
        guard tags[1] == .preposition || tags[1] == .comma || tags[1] == .stop,
            !tags.contains(where: { $0.isVerb }), second < sentence.tokens.upperBound
        else { return nil }
        let end = tags.last == .stop ? sentence.tokens.upperBound - 1 : sentence.tokens.upperBound
        return sentence.tokens.lowerBound..<end
    }

    /// Makes one person of the two halves of a broken name: their mentions stand in one chain under the whole name.
    ///
    /// - Complexity: O(n) in the number of mentions.
    static func join(_ given: Range<Int>, _ rest: Range<Int>, in tagged: TaggedText, _ analysis: inout Analysis) {
        let family = rest.lowerBound..<(rest.firstIndex { !tagged.tags[$0].isName } ?? rest.upperBound)
        guard !family.isEmpty, family.count <= 2 else { return }
        let name = tagged.text[tagged.span(given)] + " " + tagged.text[tagged.span(family)]
        let halves = [given, family].compactMap { half in
            analysis.mentions.firstIndex { $0.span.overlaps(tagged.span(half)) && $0.chain != nil }
        }
        guard let last = halves.last, let target = analysis.mentions[last].chain else { return }
        analysis.chains[target].kind = .person
        if !analysis.chains[target].name.contains(" ") { analysis.chains[target].name = name }
        analysis.mentions[last].kind = .person
        guard halves.count == 2, let old = analysis.mentions[halves[0]].chain, old != target else { return }
        analysis.mentions[halves[0]].chain = target
        analysis.mentions[halves[0]].kind = .person
        analysis.chains[target].mentions = (analysis.chains[target].mentions + [halves[0]]).sorted()
        analysis.chains[old].mentions.removeAll { $0 == halves[0] }
        guard analysis.chains[old].mentions.isEmpty else { return }
        analysis.chains.remove(at: old)
        for index in analysis.mentions.indices {
            if let chain = analysis.mentions[index].chain, chain > old { analysis.mentions[index].chain = chain - 1 }
        }
    }
}
