import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Encoding

@Suite struct NeuralReaderTests {
    static let words = ["the", "fire", "broke", "burning", "unable", "a1", "dog", "x", "quiet", "."]

    static func text(_ count: Int, seed: UInt64) -> String {
        var state = seed
        return (0..<count).map { _ in
            state = StableHash.mix(state &+ 1)
            return words[Int(state % UInt64(words.count))]
        }.joined(separator: " ")
    }

    static func read(_ blocks: [String]) throws -> Analysis {
        var analysis = TinyModel.analysis(blocks)
        NeuralReader(model: try TinyModel.model()).annotate(&analysis)
        return analysis
    }

    @Test func everyLayerHoldsTheLaws() throws {
        let analysis = try Self.read((0..<6).map { Self.text(5 + 9 * $0, seed: UInt64($0)) })
        expectLayerLaws(analysis.sentences.map(\.span), in: analysis.text)
        expectLayerLaws(analysis.nameSpans.map(\.span), in: analysis.text)
        expectLayerLaws(analysis.timeSpans.map(\.span), in: analysis.text)
        let syntax = try #require(analysis.syntax)
        #expect(syntax.words.count == analysis.tokens.count)
        var next = 0
        for sentence in analysis.sentences {
            #expect(sentence.tokens.lowerBound == next)
            next = sentence.tokens.upperBound
            #expect(sentence.tokens.filter { syntax.words[$0].head == nil }.count == 1)
            for token in sentence.tokens {
                if let head = syntax.words[token].head { #expect(sentence.tokens.contains(head)) }
            }
        }
        #expect(next == analysis.tokens.count)
    }

    @Test func sentencesDoNotCrossBlocks() throws {
        let analysis = try Self.read(["the fire", "the dog", "x"])
        for sentence in analysis.sentences {
            #expect(analysis.document.blocks[sentence.block].span.contains(sentence.span))
        }
    }

    /// What a window says does not depend on what it is packed with: bit for bit.
    @Test func packingChangesNothing() throws {
        let model = try TinyModel.model()
        let analysis = TinyModel.analysis([Self.text(18, seed: 1), Self.text(11, seed: 2), Self.text(20, seed: 3)])
        let pieces = DocumentPieces(
            analysis.text.bytes, analysis.tokens.map(\.span), tokenizer: model.tokenizer)
        let windows = [pieces.window(0..<5), pieces.window(18..<24), pieces.window(30..<40), pieces.window(3..<10)]
        let alone = windows.map { model.encoder.vectors(of: [$0]) }
        let width = model.shape.width
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 0, 3, 1, 1, 1]] {
            let packed = model.encoder.vectors(of: order.map { windows[$0] })
            var row = 0
            for number in order {
                for index in 0..<(windows[number].pieces.count * width) {
                    #expect(packed.numbers[row * width + index].bitPattern == alone[number].numbers[index].bitPattern)
                }
                row += windows[number].pieces.count
            }
        }
    }

    @Test func theSameTextGivesTheSameReadingOnAnyThread() async throws {
        let model = try TinyModel.model()
        let texts = (0..<8).map { [Self.text(40, seed: UInt64($0 % 2))] }
        let readings = await withTaskGroup(of: (Int, [WordReading]).self) { group in
            for (number, text) in texts.enumerated() {
                group.addTask {
                    var analysis = TinyModel.analysis(text)
                    NeuralReader(model: model).annotate(&analysis)
                    return (number, analysis.syntax?.words ?? [])
                }
            }
            var found = [[WordReading]](repeating: [], count: texts.count)
            for await (number, words) in group { found[number] = words }
            return found
        }
        for number in texts.indices { #expect(readings[number] == readings[number % 2]) }
    }

    /// Blocks of any length are read, each word once.
    @Test(arguments: [1, 2, 23, 24, 25, 60, 500]) func longBlocksAreReadInWindows(_ count: Int) throws {
        let analysis = try Self.read([Self.text(count, seed: 9)])
        #expect(analysis.sentences.map(\.tokens).flatMap { Array($0) } == Array(0..<count))
    }

    @Test func aTokenOfThousandsOfSignsIsRead() throws {
        let analysis = try Self.read([String(repeating: "a.", count: 3000) + " the fire", "the dog"])
        #expect(analysis.syntax?.words.count == 5)
    }

    @Test func wordsHaveVectorsOfUnitLength() throws {
        let reader = NeuralReader(model: try TinyModel.model())
        let vectors = ["fire", "Fire", "dog", "fires"].map { reader.vector(ofWord: Array($0.utf8)[...]) }
        #expect(vectors[0] == vectors[1])
        #expect(vectors[0] != vectors[2])
        for vector in vectors {
            #expect(vector.count == reader.width)
            #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
        }
        #expect(reader.vector(ofWord: []).count == reader.width)
    }
}
