import Testing

@testable import Lineage

@Suite struct CandidateCounterTests {
    /// Postings of `documents` documents that share `runs` runs.
    private func postings(documents: Range<UInt32>, runs: Range<UInt64>) -> [CandidateCounter.Posting] {
        runs.flatMap { run in documents.map { CandidateCounter.Posting(hash: run, document: $0) } }
    }

    @Test func fewDocumentsAreSetBesideOneAnother() {
        var counter = CandidateCounter()
        counter.count(postings(documents: 0..<6, runs: 0..<2), areRuns: true)
        #expect(counter.candidates.count == 15)
    }

    @Test func whatManyPrintedTiesAllTogetherAtACostThatGrowsWithTheirNumber() {
        var counter = CandidateCounter()
        counter.count(postings(documents: 0..<400, runs: 0..<3), areRuns: true)
        let candidates = counter.candidates
        #expect(candidates.count < 400 * 10)
        #expect(CandidateCounter.groups(of: candidates, most: 1000) == [Array(0..<400)])
        // The first that printed it stands beside every other.
        #expect((1..<400).allSatisfy { other in candidates.contains { $0.a == 0 && $0.b == UInt32(other) } })
    }

    @Test(arguments: [(61, false), (2_001, true)])
    func whatNearlyAllHaveTellsNothing(_ number: Int, _ areRuns: Bool) {
        var counter = CandidateCounter()
        counter.count(postings(documents: 0..<UInt32(number), runs: 0..<9), areRuns: areRuns)
        #expect(counter.candidates.isEmpty)
    }
}
