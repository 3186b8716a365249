import HeadwaterTestKit
import Lexicons
import NewsModel
import Segmentation
import Testing
import TextCore

@testable import Recognition

@Suite struct NameMergerTests {
    /// A name as a model would give it.
    private struct Given {
        var words: String
        var kind: Mention.Kind
        var confidence: Float = 0.99
    }

    /// The names found in `text`, with their kinds, where a model gave `given` and held all else for no name.
    private func names(_ text: String, _ given: [Given]) throws -> [String] {
        var analysis = Analysis(document: .make(text))
        try Segmenter(resources: ResourceDirectory()).annotate(&analysis)
        var readings = NameReadings(tokens: analysis.tokens.count)
        var past = 0
        for name in given {
            let words = name.words.split(separator: " ").map(String.init)
            let tokens = analysis.tokens.map { analysis.text[$0.span] }
            let first = try #require(
                tokens.indices.first {
                    $0 >= past && $0 + words.count <= tokens.count && Array(tokens[$0..<($0 + words.count)]) == words
                })
            let range = first..<(first + words.count)
            past = range.upperBound
            let span = analysis.tokens[range.lowerBound].span.union(analysis.tokens[range.upperBound - 1].span)
            analysis.nameSpans.append(
                NameSpan(tokens: range, span: span, kind: name.kind, confidence: name.confidence))
            for token in range {
                let isFirst = token == range.lowerBound
                readings.set(
                    token, begins: isFirst ? name.confidence : 0, continues: isFirst ? 0 : name.confidence,
                    kinds: NameReadings.kinds.map { $0 == name.kind ? name.confidence : 0 })
            }
        }
        analysis.nameReadings = readings
        try NameRecognizer(resources: ResourceDirectory()).annotate(&analysis)
        return analysis.mentions.map { "\(analysis.text[$0.name]): \($0.kind.rawValue)" }
    }

    @Test func whatOnlyTheModelFindsIsANameWhereItIsSure() throws {
        #expect(try names("He met Qorvat there.", [Given(words: "Qorvat", kind: .person)]) == ["Qorvat: person"])
        #expect(try names("He met Qorvat there.", [Given(words: "Qorvat", kind: .person, confidence: 0.6)]) == [])
        #expect(try names("He used Qorvat there.", [Given(words: "Qorvat", kind: .product)]) == [])
    }

    @Test func theGazetteerOutweighsTheModel() throws {
        #expect(
            try names("They flew to Warsaw.", [Given(words: "Warsaw", kind: .organisation)]) == [
                "Warsaw: geopoliticalEntity"
            ])
        #expect(try names("They flew to Warsaw.", []) == ["Warsaw: geopoliticalEntity"])
    }

    @Test func theModelOutweighsFirstNames() throws {
        #expect(
            try names("They ate at Wendy there.", [Given(words: "Wendy", kind: .organisation)]) == [
                "Wendy: organisation"
            ])
    }

    @Test func aNameIsOfOneKindInADocument() throws {
        // The model is given for each naming in turn.
        let given = [
            Given(words: "Zorka", kind: .facility, confidence: 0.9), Given(words: "Zorka", kind: .organisation),
            Given(words: "Zorka", kind: .organisation),
        ]
        #expect(
            try names("They met at Zorka. It sued Zorka. Then Zorka lost.", given) == [
                "Zorka: organisation", "Zorka: organisation", "Zorka: organisation",
            ])
    }

    @Test func partsThatBelongTogetherAreOneName() throws {
        let given = [Given(words: "Zorka", kind: .organisation), Given(words: "Blau", kind: .organisation)]
        #expect(try names("He works for Zorka-Blau now.", given) == ["Zorka-Blau: organisation"])
    }

    @Test func readingsAreKeptInSteps() {
        var readings = NameReadings(tokens: 2)
        readings.set(1, begins: 0.5, continues: 0.25, kinds: [0.75, 0, 0, 0, 0, 0, 0, 0])
        #expect(abs(readings.begins(1) - 0.5) < 0.01 && abs(readings.continues(1) - 0.25) < 0.01)
        #expect(abs(readings.share(ofKind: 0, 1) - 0.75) < 0.01 && readings.begins(0) == 0)
    }
}
