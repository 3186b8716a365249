import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct ArithmeticTests {
    private func found(_ report: ReportBuilder) throws -> [Discrepancy] {
        try ledger([report]).discrepancies.filter { $0.kind == .arithmetic }
    }

    private func tractors(total: String, _ value: Double) throws -> ReportBuilder {
        try ReportBuilder("Kenya ordered 200 tractors at $50,000 each. The deal is worth \(total).")
            .quantity("200", Amount(exactly: 200), thing: "tractor")
            .quantity("$50,000", .money, Amount(exactly: 50_000), unit: "USD")
            .quantity(total, .money, Amount(exactly: value), unit: "USD")
    }

    @Test func priceTimesCountMustMakeTheTotal() throws {
        let wrong = try found(try tractors(total: "$2 million", 2e6))
        #expect(wrong.count == 1)
        #expect(wrong.first?.explanation.contains("10 million") == true)
        #expect(try found(try tractors(total: "$10 million", 1e7)).isEmpty)
        #expect(try found(try tractors(total: "nearly $11 million", 1.1e7)).isEmpty)
    }

    @Test func anotherThingsPriceSaysNothing() throws {
        let report = try ReportBuilder(
            "Kenya ordered 200 tractors. Each ticket costs $50. The deal is worth $2 million."
        )
        .quantity("200", Amount(exactly: 200), thing: "tractor")
        .quantity("$50", .money, Amount(exactly: 50), unit: "USD")
        .quantity("$2 million", .money, Amount(exactly: 2e6), unit: "USD")
        #expect(try found(report).isEmpty)
    }

    @Test(arguments: [("50%", 50.0, true), ("30%", 30.0, false), ("31%", 31.0, false)])
    func partOfAWhole(_ words: String, _ percent: Double, _ isWrong: Bool) throws {
        let report = try ReportBuilder("The plant dismissed 120 of the 400 workers (\(words)).")
            .quantity("120", Amount(exactly: 120), thing: "worker")
            .quantity("400", Amount(exactly: 400), thing: "worker")
            .quantity(words, .percent, Amount(exactly: percent), unit: "%")
        #expect(try found(report).isEmpty != isWrong)
    }

    @Test(arguments: [("seven", 7.0, true), ("eight", 8.0, false)])
    func partsOfATotal(_ words: String, _ men: Double, _ isWrong: Bool) throws {
        let report = try ReportBuilder("The flood killed 12 people (\(words) men and four women).")
            .quantity("12", Amount(exactly: 12), thing: "person")
            .quantity(words, Amount(exactly: men), thing: "man")
            .quantity("four", Amount(exactly: 4), thing: "woman")
        #expect(try found(report).isEmpty != isWrong)
    }

    @Test func partsThatAreOnlySomeAreNoSum() throws {
        let report = try ReportBuilder("The flood killed 12 people, including seven men and four women.")
            .quantity("12", Amount(exactly: 12), thing: "person")
            .quantity("seven", Amount(exactly: 7), thing: "man")
            .quantity("four", Amount(exactly: 4), thing: "woman")
        #expect(try found(report).isEmpty)
    }

    @Test(arguments: [
        ("Sales rose 50% from $100 million to $120 million.", true),
        ("Sales rose 20% from $100 million to $120 million.", false),
        ("Sales fell 50% to $120 million from $100 million.", true),
        ("Sales went from $100 million to $120 million, an increase of 50%.", true),
        ("Sales went from $100 million to $120 million, up 21%.", false),
        ("Sales were 50% higher than in May, when they went from $100 million to $120 million and more.", false),
    ])
    func changeInPercent(_ text: String, _ isWrong: Bool) throws {
        var report = try ReportBuilder(text)
            .quantity("$100 million", .money, Amount(exactly: 1e8), unit: "USD")
            .quantity("$120 million", .money, Amount(exactly: 1.2e8), unit: "USD")
        for (words, value) in [("50%", 50.0), ("20%", 20), ("21%", 21)] where text.contains(words) {
            report = try report.quantity(words, .percent, Amount(exactly: value), unit: "%")
        }
        #expect(try found(report).isEmpty != isWrong)
    }
}
