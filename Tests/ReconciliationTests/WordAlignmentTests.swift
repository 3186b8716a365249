import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct WordAlignmentTests {
    /// Two directions in which words may point, and whatever is not known in a third.
    private struct Directions: WordEmbedder {
        let width = 16

        func vector(ofWord word: ArraySlice<UInt8>) -> [Float] {
            var vector = [Float](repeating: 0, count: width)
            switch String(decoding: word, as: UTF8.self) {
            case "blaze": vector[0] = 1
            case "inferno": (vector[0], vector[1]) = (0.8, 0.6)
            default: vector[2 + Int(word.first ?? 0) % 14] = 1
            }
            return vector
        }
    }

    private func coverage(
        _ a: String, _ b: String, _ embedder: (any WordEmbedder)?
    ) throws -> (a: Double, b: Double) {
        var drafts = [a, b].map { text in
            Draft(
                proposition: Proposition(
                    document: 0, sentence: 0, tokens: [], core: [], span: TextSpan(0, 0), isHeadline: false),
                statement: Statement(
                    id: "", citation: Citation(DocumentID(hashing: []), TextSpan(0, 0)), reading: text,
                    modality: .asserted, polarity: .positive, chain: [], origin: OriginID(1)),
                features: Features(), ultimateSource: "")
        }
        let alignment = WordAlignment(&drafts, facts: try ReportBuilder.facts.get(), embedder: embedder)
        return alignment.coverage(drafts[0].features, drafts[1].features)
    }

    @Test func theSameWordsCoverOneAnother() throws {
        let found = try coverage("The mill burned", "the MILL burned", nil)
        #expect(found.a > 0.999 && found.b > 0.999)
    }

    @Test func nearWordsCoverInPart() throws {
        let found = try coverage("A blaze", "An inferno", Directions())
        #expect(abs(found.a - 0.8) < 1e-5 && abs(found.b - 0.8) < 1e-5)
        #expect(try coverage("A blaze", "An inferno", nil).a == 0)
    }

    @Test func aShortStatementIsCoveredByALongOne() throws {
        let found = try coverage("The mill burned", "The mill burned while its owner slept upstairs", nil)
        #expect(found.a > 0.999)
        #expect(found.b < 0.8)
    }

    @Test func nothingCoversNothing() throws { #expect(try coverage("", "of the", Directions()) == (0, 0)) }
}
