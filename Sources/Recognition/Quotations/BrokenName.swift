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
}
