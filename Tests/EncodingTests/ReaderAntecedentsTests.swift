import NewsModel
import Testing

@testable import Encoding

@Suite struct ReaderAntecedentsTests {
    private static func phrase(_ first: Int, _ head: Int, _ last: Int) -> AntecedentQuestion.Phrase {
        AntecedentQuestion.Phrase(first: first, head: head, last: last)
    }

    private static func question(_ token: Int, _ candidates: [AntecedentQuestion.Phrase]) -> AntecedentQuestion {
        AntecedentQuestion(
            mention: phrase(token, token, token),
            candidates: candidates.enumerated().map { number, phrase in
                AntecedentQuestion.Candidate(
                    phrase: phrase, features: SIMD8(UInt8(number % 20), 1, 37, 2, 9, 1, UInt8(number % 6), 3))
            })
    }

    private static func judge(tokens: Int = 60) throws -> any AntecedentJudge {
        let analysis = try NeuralReaderTests.read([NeuralReaderTests.text(tokens, seed: 4)])
        return try #require(analysis.antecedents)
    }

    @Test func sharesAreSharesOfOne() throws {
        let judge = try Self.judge()
        let shares = try #require(
            judge.shares(of: [Self.question(30, (0..<20).map { Self.phrase($0, $0 + 1, $0 + 2) })])[0])
        #expect(shares.count == 20)
        #expect(shares.allSatisfy { $0 > 0 } && shares.reduce(0, +) < 1)
        #expect(Set(shares).count > 10)
    }

    /// What is said of a question does not depend on what is asked beside it: bit for bit.
    @Test func askedTogetherOrAloneIsTheSame() throws {
        let judge = try Self.judge()
        let questions = (10..<50).map { token in
            Self.question(token, (0..<token).map { Self.phrase($0, $0, min($0 + 1, 59)) })
        }
        let together = judge.shares(of: questions)
        for (question, shares) in zip(questions, together) { #expect(judge.shares(of: [question])[0] == shares) }
        #expect(judge.shares(of: questions.reversed()).reversed().map { $0 } == together)
    }

    @Test func whatWasNotReadIsNotAnswered() throws {
        let judge = try Self.judge()
        let ordinary = Self.question(5, [Self.phrase(1, 1, 2)])
        let shares = judge.shares(of: [
            Self.question(5, [Self.phrase(1, 1, 60)]), ordinary, Self.question(99, [Self.phrase(0, 0, 0)]),
            Self.question(4, []),
        ])
        #expect(shares.map { $0 == nil } == [true, false, true, true])
        #expect(judge.shares(of: []).isEmpty)
        #expect(judge.shares(of: [ordinary])[0] == shares[1])
    }

    @Test func wordsKeptAreBounded() throws {
        var vectors = WordVectors(tokens: 100_000, width: 8, precision: .brain)
        let row = Buffer(8)
        vectors.set(WordVectors.most - 1, row, row: 0)
        vectors.set(WordVectors.most, row, row: 0)
        #expect(vectors.has(WordVectors.most - 1) && !vectors.has(WordVectors.most) && !vectors.has(0))
    }

    @Test func wordsAreKeptAsTheLayersReadThem() {
        let row = Buffer(4)
        for (index, bits) in ([0x3F80_8000, 0x3F81_8000, 0xC012_3456, 0x3F80_8001] as [UInt32]).enumerated() {
            row.numbers[index] = Float(bitPattern: bits)
        }
        func kept(_ precision: Precision) -> [UInt32] {
            var vectors = WordVectors(tokens: 2, width: 4, precision: precision)
            vectors.set(1, row, row: 0)
            let copy = Buffer(4)
            vectors.copy(1, to: copy.numbers)
            return (0..<4).map { copy.numbers[$0].bitPattern }
        }
        #expect(kept(.single) == (0..<4).map { row.numbers[$0].bitPattern })
        #expect(kept(.brain) == [0x3F80_0000, 0x3F82_0000, 0xC012_0000, 0x3F81_0000])
    }

    @Test func headsThatDoNotFitAreAnError() throws {
        let bytes = TinyModel.bytes(coreferenceLayer: 9)
        #expect(throws: ReaderFile.Failure.self) {
            try TinyModel.withFile(bytes) { try ReaderModel(ReaderFile(path: $0)) }
        }
        let short = TinyModel.bytes(without: ["coref.1.rank.weight"])
        #expect(throws: ReaderFile.Failure.self) {
            try TinyModel.withFile(short) { try ReaderModel(ReaderFile(path: $0)) }
        }
    }
}
