import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Lineage

/// Sentences that only their meaning makes alike. The vectors are made by hand: sentences of one number mean the same.
@Suite struct MeaningTests {
    private static let wire = """
        The lighthouse keeper of Skarholm, Agnete Lorentzen, found the seal pups on the northern beach shortly after dawn on Monday.
        She carried eleven of them to the boathouse in a wheelbarrow and called the veterinarian in Brattvik.
        Fishermen blame the trawlers.
        Nobody has counted so many strandings on the island since records began in 1931.
        """
    private static let rewrite = """
        The lighthouse keeper of Skarholm, Agnete Lorentzen, found the seal pups on the northern beach shortly after dawn on Monday.
        She carried eleven of them to the boathouse in a wheelbarrow and called the veterinarian in Brattvik.
        Large nets are at fault, crews say.
        Nobody has counted so many strandings on the island since records began in 1931.
        """
    private static let stranger = """
        Parliament in Lisbon put off its vote on the budget for schools again.
        Large nets are at fault, crews say.
        """

    private static func report(_ text: String, meanings: [Int]) throws -> Analysis {
        var report = try StoryBuilder.report(text)
        var vectors = SentenceVectors(width: 8, sentences: report.sentences.count)
        for (sentence, meaning) in meanings.enumerated() {
            vectors.set((0..<8).map { $0 == meaning ? Float(1) : 0 }, forSentence: sentence)
        }
        report.sentenceVectors = vectors
        return report
    }

    private static func pairs(_ lineage: Lineage, _ first: Analysis, _ second: Analysis) -> [[String]] {
        lineage.passages.map { passage in
            [passage.a, passage.b].sorted { one, _ in one.document == first.document.id }.map { citation in
                (citation.document == first.document.id ? first : second).text[citation.span]
            }
        }
    }

    @Test func whatWasRewordedStandsBesideWhatItWasMadeFrom() throws {
        let (wire, rewrite) = (
            try Self.report(Self.wire, meanings: [0, 1, 2, 3]), try Self.report(Self.rewrite, meanings: [0, 1, 2, 3])
        )
        let found = Self.pairs(try StoryBuilder.lineage([wire, rewrite]), wire, rewrite)
        #expect(found.count == 4)
        #expect(found.contains(["Fishermen blame the trawlers.", "Large nets are at fault, crews say."]))
    }

    @Test func whatMeansAnotherThingDoesNot() throws {
        let (wire, rewrite) = (
            try Self.report(Self.wire, meanings: [0, 1, 2, 3]), try Self.report(Self.rewrite, meanings: [0, 1, 5, 3])
        )
        let found = Self.pairs(try StoryBuilder.lineage([wire, rewrite]), wire, rewrite)
        #expect(found.count == 3)
    }

    @Test func thatTwoReportersTellOneFactDerivesNeither() throws {
        let (wire, stranger) = (
            try Self.report(Self.wire, meanings: [0, 1, 2, 3]), try Self.report(Self.stranger, meanings: [4, 2])
        )
        let lineage = try StoryBuilder.lineage([wire, stranger])
        #expect(lineage.passages.isEmpty && lineage.derivations.isEmpty)
    }
}
