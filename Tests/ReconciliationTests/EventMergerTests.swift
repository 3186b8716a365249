import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct EventMergerTests {
    private func events(_ texts: [(text: String, words: [String])]) throws -> [Int] {
        let reports = try texts.map { try ReportBuilder($0.text) }
        let mentions = try zip(reports.indices, texts).flatMap { number, text in
            try text.words.map { EventMention(document: number, span: try reports[number].span($0)) }
        }
        return try ReportBuilder.reconciler.get().events(mentions, in: reports.map(\.analysis))
    }

    @Test func oneEventUnderTwoWordsAcrossReports() throws {
        let found = try events([
            ("A quake shook Lima on Monday, and two bridges fell.", ["quake", "fell"]),
            ("Two bridges fell in Lima. The earthquake shook the whole town.", ["fell", "earthquake"]),
        ])
        #expect(found == [0, 1, 1, 0])
    }

    @Test func nothingIsNothing() throws {
        #expect(try ReportBuilder.reconciler.get().events([], in: []).isEmpty)
        #expect(try events([("A quake shook Lima.", ["quake"])]) == [0])
    }

    /// Pairs .9 (0 1), .8 (1 2), -.5 (0 2), all else -1: 0 and 1 join, then 2 has .15 on average; 3 stays alone.
    @Test func groupsJoinByTheirAverage() {
        var likeness = Array(repeating: -1.0, count: 16)
        for (a, b, value) in [(0, 1, 0.9), (1, 2, 0.8), (0, 2, -0.5)] {
            likeness[a * 4 + b] = value
            likeness[b * 4 + a] = value
        }
        #expect(AverageLinkage.groups(4, likeness: likeness, threshold: 0.1) == [0, 0, 0, 1])
        #expect(AverageLinkage.groups(4, likeness: likeness, threshold: 0.2) == [0, 0, 1, 2])
        #expect(AverageLinkage.groups(4, likeness: likeness, threshold: 0.95) == [0, 1, 2, 3])
    }

    @Test func bagsAreComparedByTheirWords() {
        var a = WordBag()
        var b = WordBag()
        a.add(3, 1)
        a.add(1, 2)
        a.add(3, 0.5)
        b.add(1, 2)
        #expect(abs(a.cosine(b) - 4 / (5.0 * 4).squareRoot()) < 1e-12)
        #expect(a.cosine(WordBag()) == 0)
    }

    @Test func theModelHasAWeightForEachFeature() {
        #expect(EventPairModel.weights.count == EventPairFeatures.names.count)
    }
}
