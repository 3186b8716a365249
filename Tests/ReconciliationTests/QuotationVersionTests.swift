import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct QuotationVersionTests {
    private func report(_ words: String, _ outlet: String) throws -> ReportBuilder {
        try ReportBuilder("Ana Ruiz called the club her “\(words)” on the pitch.", outlet: outlet)
            .quotation(words, speaker: "Ana Ruiz").chain("Ana Ruiz", .person, ["Ana Ruiz"])
    }

    @Test func otherWordsForOneUtterance() throws {
        let ledger = try ledger([
            try report("unbreakable brothers in arms", "A"), try report("indestructible comrades", "B"),
        ])
        #expect(ledger.quotationVersions.map(\.members.count) == [2])
        #expect(ledger.discrepancies.contains { $0.kind == .wording })
    }

    @Test func theSameWordsAreNoDiscrepancy() throws {
        let ledger = try ledger([try report("second family", "A"), try report("second family", "B")])
        #expect(ledger.quotationVersions.map(\.members.count) == [2])
        #expect(!ledger.discrepancies.contains { $0.kind == .wording })
    }

    @Test func otherUtterancesStayApart() throws {
        let ledger = try ledger([try report("second family", "A"), try report("worst nightmare", "B")])
        #expect(ledger.quotationVersions.isEmpty)
    }
}
