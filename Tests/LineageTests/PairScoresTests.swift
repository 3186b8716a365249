import Testing

@testable import Lineage

@Suite struct PairScoresTests {
    /// The same as a dictionary gives, through several growths.
    @Test func scoresAddUp() {
        var scores = PairScores()
        var expected: [UInt64: UInt32] = [:]
        var state: UInt64 = 1
        for _ in 0..<40_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let a = UInt32(state >> 33) % 120
            let b = a + 1 + UInt32(state >> 50) % 120
            scores.add(3, a, b)
            expected[UInt64(a) << 32 | UInt64(b), default: 0] += 3
        }
        let found = scores.pairs(from: 9)
        #expect(found.count == expected.values.count { $0 >= 9 })
        #expect(found.allSatisfy { expected[UInt64($0.a) << 32 | UInt64($0.b)] == $0.score })
    }

    @Test func anEmptyOneHasNoPairs() { #expect(PairScores().pairs(from: 0).isEmpty) }
}
