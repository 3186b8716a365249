import HeadwaterTestKit
import NewsModel
import Segmentation
import Testing

@testable import Recognition

@Suite struct WordTaggerTests {
    private func tags(_ text: String) throws -> [WordTag] {
        var analysis = Analysis(document: .make(text))
        try SpeechReaders.segmenter.get().annotate(&analysis)
        return try SpeechReaders.tagger.get().tags(of: analysis)
    }

    @Test func aSimpleSentence() throws {
        #expect(
            try tags("The mayor has quietly said that she won't leave Rome.") == [
                .determiner, .noun, .presentThird, .adverb, .participle, .preposition, .pronoun, .modal, .adverb, .verb,
                .name, .stop,
            ])
    }

    @Test func aNameNeverSeenIsAName() throws {
        #expect(try tags("“Yes,” said Qzorvine.")[5] == .name)
    }

    @Test func marksAndCurrency() throws {
        #expect(try tags("“$5”") == [.quote, .currency, .number, .quote])
    }
}
