import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct ClaimTests {
    @Test func oneThingInOtherWordsIsOneClaim() throws {
        let a = try ReportBuilder("Norway shipped about 300 generators to Ukraine in the spring.", outlet: "A")
            .quantity("about 300", Amount(low: 300, high: 300, bound: .about), thing: "generator")
            .chain("Norway", .geopoliticalEntity, ["Norway"]).chain("Ukraine", .geopoliticalEntity, ["Ukraine"])
        let b = try ReportBuilder("The ministry said Norway had sent Ukraine nearly 310 generators.", outlet: "B")
            .quantity("nearly 310", Amount(low: 0, high: 310, bound: .below), thing: "generator")
            .chain("Norway", .geopoliticalEntity, ["Norway"]).chain("Ukraine", .geopoliticalEntity, ["Ukraine"])
            .attribution(
                "The ministry", .organisation, cue: "said", content: "Norway had sent Ukraine nearly 310 generators")
        let ledger = try ledger([a, b])
        let claim = try #require(ledger.claims.first)
        #expect(claim.documents == 2)
        #expect(claim.origins == 2)
        #expect(claim.status == .corroborated)
        #expect(claim.kind == .figure)
        #expect(ledger.figures.first?.verdict == .compatible)
        let told = try #require(claim.statements.first { $0.chain.count == 2 })
        #expect(told.chain.map(\.name) == ["B", "The ministry"])
        #expect(told.modality == .reported)
    }

    @Test(arguments: [
        ("The army captured the town of Orsk.", "The army did not capture the town of Orsk."),
        ("The minister visited the flooded valley on foot.", "The striking miners blocked the coastal road."),
    ])
    func theseAreTwoClaims(_ a: String, _ b: String) throws {
        let ledger = try ledger([try ReportBuilder(a, outlet: "A"), try ReportBuilder(b, outlet: "B")])
        #expect(ledger.claims.allSatisfy { $0.documents == 1 })
        #expect(ledger.claims.count == 2)
    }

    /// Two at the gate and three in the yard, five in all, are no two against the five of another report; two and six may be.
    @Test(arguments: [("Three", 3.0, 0), ("Six", 6.0, 1)])
    func partsThatAReportAddsUpAreNoConflict(_ word: String, _ number: Double, _ conflicts: Int) throws {
        let text =
            "Two people were killed at the gate. \(word) people were killed in the yard. Five people were killed in all."
        let a = try ReportBuilder(text, outlet: "A")
            .quantity("Two", Amount(exactly: 2), thing: "person").quantity(
                word, Amount(exactly: number), thing: "person"
            )
            .quantity("Five", Amount(exactly: 5), thing: "person")
        let b = try ReportBuilder("Five people were killed at the gate.", outlet: "B")
            .quantity("Five", Amount(exactly: 5), thing: "person")
        let ledger = try ledger([a, b])
        #expect(ledger.figures.count { $0.verdict == .conflicts } == conflicts)
    }

    @Test func whatIsAddedToACountIsAnotherClaim() throws {
        let a = try ReportBuilder("Three firefighters died in the fire at the port.", outlet: "A")
            .quantity("Three", Amount(exactly: 3), thing: "firefighter")
        let b = try ReportBuilder("Three more firefighters died after the fire at the port.", outlet: "B")
            .quantity("Three", Amount(exactly: 3), thing: "firefighter")
        let c = try ReportBuilder("Three firefighters died in the blaze at the port.", outlet: "C")
            .quantity("Three", Amount(exactly: 3), thing: "firefighter")
        #expect(try ledger([a, b]).claims.allSatisfy { $0.documents == 1 })
        #expect(try ledger([a, c]).claims.map(\.documents) == [2])
    }

    @Test func affirmedAndDeniedIsADiscrepancy() throws {
        let ledger = try ledger([
            try ReportBuilder("The army captured the town of Orsk on its own.", outlet: "A"),
            try ReportBuilder("The army did not capture the town of Orsk on its own.", outlet: "B"),
        ])
        #expect(ledger.discrepancies.map(\.kind) == [.polarity])
        #expect(ledger.claims.allSatisfy { $0.status == .disputed })
    }

    @Test func differentActorsAreDifferentClaims() throws {
        let a = try ReportBuilder("Norway closed its embassy in the capital.", outlet: "A")
            .chain("Norway", .geopoliticalEntity, ["Norway"])
        let b = try ReportBuilder("Sweden closed its embassy in the capital.", outlet: "B")
            .chain("Sweden", .geopoliticalEntity, ["Sweden"])
        #expect(try ledger([a, b]).claims.count == 2)
    }

    @Test func conflictingFiguresDisputeEachOther() throws {
        let a = try ReportBuilder("The blast in the mine killed 20 workers.", outlet: "A")
            .quantity("20", Amount(exactly: 20), thing: "worker")
        let b = try ReportBuilder("The blast in the mine killed at least 35 workers.", outlet: "B")
            .quantity("at least 35", Amount(low: 35, high: nil, bound: .atLeast), thing: "worker")
        let ledger = try ledger([a, b])
        #expect(ledger.claims.count == 2)
        #expect(ledger.claims.allSatisfy { $0.status == .disputed })
        #expect(ledger.figures.map(\.verdict) == [.conflicts])
        #expect(ledger.discrepancies.contains { $0.kind == .figure })
    }

    @Test func aTollThatGrowsIsSuperseded() throws {
        let a = try ReportBuilder("The blast killed 20 workers.", outlet: "A", published: CivilDate(2024, 3, 1))
            .quantity("20", Amount(exactly: 20), thing: "worker")
        let b = try ReportBuilder("The blast killed 26 workers.", outlet: "B", published: CivilDate(2024, 3, 2))
            .quantity("26", Amount(exactly: 26), thing: "worker")
        #expect(try ledger([a, b]).figures.map(\.verdict) == [.superseded])
    }

    @Test func theDeadAreNotTheInjured() throws {
        let a = try ReportBuilder("The crash killed 12 people.", outlet: "A")
            .quantity("12", Amount(exactly: 12), thing: "person")
        let b = try ReportBuilder("The crash injured 30 people.", outlet: "B")
            .quantity("30", Amount(exactly: 30), thing: "person")
        let ledger = try ledger([a, b])
        #expect(ledger.figures.allSatisfy { $0.values.count == 1 })
        #expect(ledger.discrepancies.isEmpty)
    }

    @Test func orderOfReportsChangesNothing() throws {
        let texts = [
            "The dam broke at dawn and flooded six villages.", "A dam burst, six villages were flooded at dawn.",
            "Officials closed the coastal road after the flood.",
        ]
        let reports = try texts.enumerated().map { try ReportBuilder($1, outlet: "Outlet \($0)") }
        let forward = try ledger(reports).claims.map(\.text)
        #expect(try ledger(reports.reversed()).claims.map(\.text) == forward)
    }

    @Test func twoAgenciesWithOneSourceAreOneUltimateSource() throws {
        let content = "the reactor in the north was shut down for repairs"
        let reports = try ["A", "B"].map { outlet in
            try ReportBuilder("The Energy Ministry said \(content).", outlet: outlet + " " + outlet)
                .attribution("The Energy Ministry", .organisation, cue: "said", content: content)
        }
        // The texts are the same, so the documents are one: make them differ.
        let other = try ReportBuilder("According to the Energy Ministry, \(content).", outlet: "B")
            .attribution("the Energy Ministry", .organisation, cue: "According to", content: content)
        let claim = try #require(try ledger([reports[0], other]).claims.first)
        #expect(claim.documents == 2)
        #expect(claim.origins == 2)
        #expect(claim.ultimateSources == 1)
        #expect(claim.status == .singleOrigin)
    }
}
