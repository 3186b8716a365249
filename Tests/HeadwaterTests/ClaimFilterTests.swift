import HeadwaterTestKit
import NewsModel
import Testing

@testable import Headwater

@Suite struct ClaimFilterTests {
    @Test func keepsWhatFitsOneValueOfEachList() {
        let account = SampleStory.account()
        #expect(ClaimFilter().filtered(account).ledger.claims == account.ledger.claims)
        var filter = ClaimFilter()
        filter.statuses = [.disputed, .corroborated]
        let kept = filter.filtered(account).ledger.claims
        #expect(kept == account.ledger.claims.filter { $0.status != .singleOrigin } && !kept.isEmpty)
        filter.kinds = [.figure]
        #expect(filter.filtered(account).ledger.claims.allSatisfy { $0.kind == .figure && $0.status != .singleOrigin })
    }

    @Test func anOriginIsNamedByLetterIdOrAPartOfItsName() throws {
        let account = SampleStory.account()
        let origin = try #require(account.lineage.origins.first { $0.name == "Coastal Wire" })
        let filter = ClaimFilter()
        for name in [origin.id.letters.lowercased(), origin.id.description, "coastal", "Coastal Wire"] {
            #expect(filter.origins(named: name, in: account) == [origin.id], "\(name)")
        }
        #expect(filter.origins(named: "no such origin", in: account).isEmpty)
        var one = ClaimFilter()
        one.origins = ["coastal wire"]
        let kept = one.filtered(account).ledger.claims
        #expect(kept.allSatisfy { $0.statements.contains { $0.origin == origin.id } })
        #expect(kept.count < account.ledger.claims.count)
    }
}
