import Testing

@testable import Evaluation

/// The example of Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions", with its figures.
@Suite struct ChainScoreTests {
    private static let gold: [Set<Int>] = [[1, 2, 3], [4, 5, 6, 7]]
    private static let found: [Set<Int>] = [[1, 2], [3, 4], [6, 7, 8, 9]]

    private func score(_ found: [Set<Int>], _ gold: [Set<Int>]) -> ChainScore {
        var score = ChainScore()
        score.add(found: found, gold: gold)
        return score
    }

    private func expect(_ value: Double, _ expected: Double) { #expect(abs(value - expected) < 1e-9, "\(value)") }

    @Test func publishedExample() {
        let score = score(Self.found, Self.gold)
        expect(score.muc.recall, 2.0 / 5)
        expect(score.muc.precision, 2.0 / 5)
        expect(score.bCubed.recall, (4.0 / 3 + 1.0 / 3 + 1.0 / 4 + 1) / 7)
        expect(score.bCubed.precision, (2 + 0.5 + 0.5 + 1) / 8)
        expect(score.ceaf.recall, (0.8 + 0.5) / 2)
        expect(score.ceaf.precision, (0.8 + 0.5) / 3)
        expect(score.mean, (score.muc.f1 + score.bCubed.f1 + score.ceaf.f1) / 3)
        #expect(score.mentions == 7)
    }

    @Test func whatIsTheSameIsOne() {
        let score = score(Self.gold, Self.gold)
        expect(score.mean, 1)
    }

    @Test func singleMentionsDoNotCount() {
        let score = score(Self.found + [[20], [21]], Self.gold + [[22]])
        expect(score.mean, self.score(Self.found, Self.gold).mean)
    }

    /// Gold {a b} {c}, found {a} {b c}, by hand: MUC 0; B³ 2/3 and 2/3 (a ½·1, b ½·½, c 1·½); CEAF-e pairs {a b}–{a} (2/3)
    /// and {c}–{b c} (2/3): 4/3 of 2 both ways.
    @Test func singleMentionsCountWhereAsked() {
        var score = ChainScore(countsAlone: true)
        score.add(found: ChainScore.chains(["1", "2", "2"]), gold: ChainScore.chains(["x", "x", "y"]))
        expect(score.muc.f1, 0)
        expect(score.bCubed.recall, (0.5 + 0.5 + 1) / 3)
        expect(score.bCubed.precision, (1 + 0.5 + 0.5) / 3)
        expect(score.ceaf.f1, 2.0 / 3)
        expect(score.mean, (0 + 2.0 / 3 + 2.0 / 3) / 3)
        #expect(score.mentions == 3)
    }

    /// Gold {a b c} {d e} {f}, found {a b} {c d e} {f}: MUC 2 of 3 links both ways; B³ recall (4/3 + 1/3 + 2 + 1)/6,
    /// precision (2 + 1/3 + 4/3 + 1)/6; CEAF-e .8 + .8 + 1 of 3.
    @Test func threeChains() {
        var score = ChainScore(countsAlone: true)
        score.add(
            found: ChainScore.chains(["1", "1", "2", "2", "2", "3"]),
            gold: ChainScore.chains(["x", "x", "x", "y", "y", "z"]))
        expect(score.muc.f1, 2.0 / 3)
        expect(score.bCubed.recall, (4.0 / 3 + 1.0 / 3 + 2 + 1) / 6)
        expect(score.bCubed.precision, (2 + 1.0 / 3 + 4.0 / 3 + 1) / 6)
        expect(score.ceaf.f1, 2.6 / 3)
    }

    @Test func nothingFoundIsZero() {
        expect(score([], Self.gold).mean, 0)
        expect(score([], []).mean, 0)
    }

    private static let weights: [[[Double]]] = [[[1, 2], [2, 1]], [[3, 2, 2]], [[5, 4], [4, 1], [3, 0]], []]

    @Test(arguments: zip(weights, [4.0, 3, 8, 0]))
    func assignments(_ weights: [[Double]], _ best: Double) { expect(Assignment.best(weights), best) }
}
