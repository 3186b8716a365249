import NewsModel
import Testing

@testable import Reconciliation

@Suite struct IntervalCalculusTests {
    static let nearlyFive = Amount(low: 0, high: 5e6, bound: .below)
    static let twoToFive = Amount(low: 2e6, high: 5e6, bound: .between)

    @Test(arguments: [
        (Amount(exactly: 20), Amount(exactly: 20), FigureComparison.Verdict.same),
        (Amount(exactly: 20), Amount(low: 35, high: nil, bound: .atLeast), .conflicts),
        (nearlyFive, Amount(exactly: 4.8e6), .refines),
        (nearlyFive, twoToFive, .compatible),
        (Amount(exactly: 5e6), Amount(exactly: 4.8e6), .refines),
        (Amount(exactly: 4.9e6), Amount(exactly: 4.8e6), .conflicts),
        (Amount(exactly: 20), Amount(exactly: 23), .conflicts),
        (Amount(exactly: 17), Amount(low: 12, high: nil, bound: .moreThan), .refines),
        (Amount(exactly: 1200), Amount(exactly: 1180), .refines),
        (Amount(exactly: 40), Amount(low: 20, high: 99, bound: .vague), .refines),
    ])
    func verdict(_ a: Amount, _ b: Amount, _ expected: FigureComparison.Verdict) {
        #expect(IntervalCalculus.verdict(a, b) == expected)
        #expect(IntervalCalculus.verdict(b, a) == expected, "a verdict has no direction")
    }

    @Test(arguments: [
        (14.4e9, 19.2e9, "14.4 to 19.2 billion"), (1e9, 1e9, "1 billion"), (1250, 4000, "1,250 to 4,000"),
        (0.5e6, 2e9, "500,000 to 2 billion"), (12.05, 12.05, "12.05"),
    ])
    func text(_ low: Double, _ high: Double, _ expected: String) { #expect(FigureText.range(low...high) == expected) }
}

@Suite struct UnitConversionTests {
    @Test func metricIsExactAndCurrenciesAreNot() throws {
        let units = try UnitConversion(resources: ReportBuilder.resources.get())
        #expect(units.factor(from: "km", to: "m") == 1000)
        #expect(units.factor(from: "mm", to: "km").map { abs($0 - 1e-6) < 1e-12 } == true)
        #expect(units.factor(from: "USD", to: "EUR") == nil)
        #expect(units.factor(from: "kg", to: "m") == nil)
        #expect(units.factor(from: "USD", to: "USD") == 1)
    }
}
