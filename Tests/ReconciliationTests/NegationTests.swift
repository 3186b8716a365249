import NewsModel
import Testing

@testable import Reconciliation

/// What turns a statement round, and what does not.
@Suite struct NegationTests {
    @Test(arguments: [
        ("The dam did not burst in Koyo.", Polarity.negative), ("The dam didn't burst in Koyo.", .negative),
        ("The dam didn’t burst in Koyo.", .negative), ("The dam never burst in Koyo.", .negative),
        ("The dam can’t burst in Koyo.", .negative),
        ("The dam has yet to burst in Koyo.", .negative), ("Ode declined to leave Koyo.", .negative),
        ("The dam burst in Koyo.", .positive),
        ("The dam burst in Koyo not far from Lima.", .positive),
    ])
    func contractionsNegateAsWordsDo(_ text: String, _ polarity: Polarity) throws {
        let claims = try ledger([try ReportBuilder(text, outlet: "A")]).claims
        #expect(claims.first?.statements.first?.polarity == polarity)
    }
}
