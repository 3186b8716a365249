import HeadwaterTestKit
import NewsModel
import Testing

@testable import Corrections

@Suite struct CorrectionApplierTests {
    static func corrected(_ changes: [Correction.Change]) -> (account: Account, told: [String?]) {
        var account = SampleStory.account()
        let all = changes.enumerated().map { Correction($1, reason: "because", line: $0 + 1) }
        let told = Corrections(all).apply(to: &account)
        return (account, told)
    }

    @Test func actorsBecomeOne() {
        let (account, told) = Self.corrected([.same(["port authority", "Agrimar"])])
        #expect(told == ["2 actors are one, port authority"])
        #expect(account.world.actors.map(\.id) == ["a1", "a2", "a3", "a4", "a5"])
        let merged = account.world.actors[3]
        #expect(merged.names == ["port authority", "Port officials", "Agrimar"])
        #expect(account.world.exchanges[0].to == "a4", "what named the one names the other")
    }

    @Test func anActorIsSplit() {
        let (account, told) = Self.corrected([.different(["Irena Vasko", "the regional governor"])])
        #expect(told.first??.contains("told apart") == true)
        #expect(account.world.actors.last?.names == ["the regional governor"])
        #expect(account.world.actors.last?.mentions.count == 2)
        #expect(account.world.actors[0].mentions.count == 3)
    }

    @Test func aNameIsChangedEverywhere() {
        let (account, told) = Self.corrected([.rename("coastal  wire", to: "Coastal Wire Service")])
        #expect(told.first??.contains("changed") == true)
        #expect(account.lineage.origins[0].name == "Coastal Wire Service")
        #expect(account.ledger.claims[0].statements[0].chain.last?.name == "Coastal Wire Service")
    }

    @Test func aRejectedClaimTakesWithItWhatStoodOnIt() {
        let (account, told) = Self.corrected([.reject("17 bodies had been found"), .reject("c2")])
        #expect(told == ["1 statement left out", "1 claim left out"])
        #expect(!account.ledger.claims.contains { $0.id == "c2" })
        #expect(account.ledger.claims.first { $0.id == "c5" }?.documents == 1)
        let left = Set(account.ledger.claims.flatMap { $0.statements.map(\.id) })
        for figure in account.ledger.figures { #expect(figure.values.allSatisfy { left.contains($0.statement) }) }
    }

    @Test func aRejectedStepTakesItsThreadWithItAndIsTold() {
        let (account, told) = Self.corrected([.reject("she had written to the port authority on 4 March")])
        #expect(told.first??.contains("1 thread") == true, "\(told)")
        #expect(account.world.threads.isEmpty)
    }

    @Test func aReportIsPutOnAnotherOrigin() {
        let (account, told) = Self.corrected([.origin(report: "herald.txt", source: "Coastal Wire")])
        #expect(told.first??.contains("counted anew") == true)
        #expect(account.ledger.claims[0].origins == 1)
        #expect(account.lineage.origins.map(\.id.number).contains(1))
        let herald = account.analyses[2].document.id
        #expect(account.lineage.stretches[herald]?.allSatisfy { $0.origin == OriginID(1) } == true)
        #expect(account.lineage.derivations.filter { $0.document == herald }.count == 1)
    }

    @Test func aReportThatIsNoOriginHandsOnItsOwn() {
        let (account, _) = Self.corrected([.origin(report: "herald.txt", source: "The Daily Ledger")])
        #expect(account.lineage.origins.allSatisfy { $0.id.number <= 3 }, "no origin is invented")
        #expect(account.ledger.claims[0].origins == 1)
        let ledger = account.analyses[1].document.id
        let edges = account.lineage.derivations.filter { $0.document == account.analyses[2].document.id }
        #expect(edges.map(\.from) == [.document(ledger)])
    }

    @Test func claimsBecomeOneAndAreSplit() {
        let (account, told) = Self.corrected([.same(["c4", "c5"]), .different(["c1", "s2"])])
        #expect(told[0] == "2 claims are one, c4")
        #expect(account.ledger.claims.first { $0.id == "c4" }?.documents == 4)
        #expect(told[1] == "c1 and c10 are told apart")
        #expect(account.ledger.claims.last?.statements.map(\.id) == ["s2"])
    }

    @Test func whatMatchesNothingIsSaid() {
        let corrections = Corrections([
            Correction(.reject("nobody said this"), reason: "x", line: 7),
            Correction(.same(["Agrimar", "no such name"]), reason: "x", line: 9),
        ])
        var account = SampleStory.account()
        let told = corrections.diagnostics([corrections.apply(to: &account)], file: "corrections.yaml")
        #expect(told.map(\.code) == ["corrections.unmatched", "corrections.unmatched"])
        #expect(told[0].message.contains("line 7 matches nothing: “nobody said this” is rejected"))
        #expect(told[0].file == "corrections.yaml")
    }

    @Test func noFindingIsLeftWithoutACitation() {
        let (account, _) = Self.corrected([
            .reject("c1"), .reject("c3"), .same(["Dmitri Lazar", "Mara Petrov"]),
            .origin(report: "meridian.txt", source: "o2"),
        ])
        #expect(account.ledger.claims.allSatisfy { !$0.statements.isEmpty })
        #expect(account.ledger.figures.allSatisfy { !$0.values.isEmpty })
        let known = Set(account.lineage.origins.map(\.id))
        for stretch in account.lineage.stretches.values.joined() { #expect(known.contains(stretch.origin)) }
    }
}
