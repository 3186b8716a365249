import Testing

@testable import Evaluation

@Suite struct CalibrationTests {
    /// Worked out by hand: errors .1², .1², .4², .6² of four items; bins .9 (two, both true), .6 (one true, one not).
    @Test func handWorkedScores() throws {
        let found = Calibration.measurements([(0.9, true), (0.9, true), (0.6, true), (0.6, false)], "four")
        func value(_ measure: String) throws -> Double { try #require(found.first { $0.measure == measure }).value }
        #expect(abs(try value("Brier score") - (0.01 + 0.01 + 0.16 + 0.36) / 4) < 1e-12)
        #expect(abs(try value("Brier score, share alone") - 0.1875) < 1e-12)
        #expect(abs(try value("expected calibration error") - (0.2 + 0.2) / 4) < 1e-12)
        #expect(try value("true where .9 to 1 is said") == 1)
        #expect(try value("true where .6 to .7 is said") == 0.5)
        #expect(found.count == 5)
    }

    @Test func nothingIsMeasuredOnNothing() { #expect(Calibration.measurements([], "none").isEmpty) }
}

@Suite struct HeldOutTests {
    /// Each part is judged by what the others teach: a part whose scores lie elsewhere is judged wrongly, and must be.
    @Test func aPartDoesNotTeachItself() {
        let low: [(score: Double, isTrue: Bool)] = [(0.1, false), (0.2, true)]
        let high: [(score: Double, isTrue: Bool)] = [(0.7, false), (0.9, true)]
        #expect(RankingScore.heldOutAccuracy([high, high]) == 1)
        #expect(RankingScore.heldOutAccuracy([low, high, high, high]) == 7.0 / 8)
        #expect(RankingScore.heldOutAccuracy([]) == 0)
    }

    /// The threshold lies halfway between the scores that it parts.
    @Test func theThresholdLiesBetween() {
        let others: [(score: Double, isTrue: Bool)] = [(0.2, false), (0.6, true)]
        let calls = RankingScore.heldOutCalls([[(0.39, true), (0.41, true)], others])
        #expect(calls.prefix(2).map(\.isCalled) == [false, true])
    }
}
