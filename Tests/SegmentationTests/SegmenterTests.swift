import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing
import TextCore

@testable import Segmentation

/// The analysis of `text`, a paragraph a line.
func segmented(_ text: String) throws -> Analysis {
    var analysis = Analysis(document: .make(text))
    try Segmenter(resources: ResourceDirectory()).annotate(&analysis)
    return analysis
}

func sentences(_ text: String) throws -> [String] {
    let analysis = try segmented(text)
    return analysis.sentences.map { analysis.text[$0.span] }
}

func tokens(_ text: String) throws -> [String] {
    let analysis = try segmented(text)
    return analysis.tokens.map { analysis.text[$0.span] }
}

@Suite struct SegmenterTests {
    private static let samples = [
        "", "   ", ".", "“", "A", "The mayor said: “We left. We came back.” Nobody listened…",
        "Costs rose 4.8% to $1,000 (see https://a.example/b?c=d.) :-) 👩‍👩‍👧‍👦🇺🇦 naïve façade «да» Привет. Мир!",
        "\u{FEFF}zero\u{200B}width\u{A0}space\u{0}nul", "...!!!???---===", "'''''\"\"\"", "a.b.c.d.e.f",
        "1.2.3.4-5-6/7",
    ]

    @Test(arguments: samples) func layersHoldTheLaws(_ text: String) throws {
        let analysis = try segmented(text)
        expectLayerLaws(analysis.tokens.map(\.span), in: analysis.text)
        expectLayerLaws(analysis.sentences.map(\.span), in: analysis.text)
        var next = 0
        for sentence in analysis.sentences {
            #expect(sentence.tokens.lowerBound == next, "every token is in one sentence")
            #expect(!sentence.tokens.isEmpty)
            #expect(sentence.span.start == analysis.tokens[sentence.tokens.lowerBound].span.start)
            #expect(sentence.span.end == analysis.tokens[sentence.tokens.upperBound - 1].span.end)
            #expect(analysis.document.blocks[sentence.block].span.contains(sentence.span))
            next = sentence.tokens.upperBound
        }
        #expect(next == analysis.tokens.count)
    }

    @Test(arguments: samples) func everyCharacterButSpaceIsInAToken(_ text: String) throws {
        let analysis = try segmented(text)
        var covered = Set<Int>()
        for token in analysis.tokens { covered.formUnion(token.span.range) }
        for block in analysis.document.blocks {
            for offset in block.span.range where !covered.contains(offset) {
                guard analysis.text.isScalarBoundary(offset) else { continue }
                #expect(CharacterClass.at(offset, in: analysis.text.bytes).kind == .space)
            }
        }
    }

    @Test func otherTextAroundChangesNothing() throws {
        let paragraph = "Mr. Ode of the U.S. Navy didn't reply. “Why?” she asked."
        let alone = try sentences(paragraph)
        let among = try sentences("Something first. And more\n\(paragraph)\nSomething last.")
        #expect(Array(among[2..<(2 + alone.count)]) == alone)
    }

    @Test func aHugeTokenIsCut() throws {
        let analysis = try segmented(String(repeating: "é", count: 40_000))
        #expect(analysis.tokens.count == 2)
        expectLayerLaws(analysis.tokens.map(\.span), in: analysis.text)
        #expect(analysis.tokens.last?.span.end == 80_000)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["a", "a.", "A. ", ".", "“", "1-", "x ", "Go. ", "a'", "\n", "• ", "((", "a@"])
    func longInputIsReadInLinearTime(_ unit: String) throws {
        let text = SourceText(String(repeating: unit, count: 300_000 / unit.utf8.count))
        var analysis = Analysis(
            document: Document(
                id: DocumentID(hashing: []), files: [], text: text, blocks: [Block(.paragraph, text.span)]))
        try Segmenter(resources: ResourceDirectory()).annotate(&analysis)
        #expect(analysis.tokens.count <= text.count)
    }
}
