import Foundation
import Lexicons
import NewsModel
import Testing
import TextCore

@testable import Headwater
@testable import Intake

/// Holds the account of the five reports against what a careful reader finds in them.
@Suite(.enabled(if: FiveReports.areThere, "the five reports are not beside this checkout"))
struct FiveReportsLedgerTests {
    private func file(_ citation: Citation, _ account: Account) -> String {
        let document = account.analyses.first { $0.document.id == citation.document }?.document
        return String((document?.files.first ?? "").split(separator: "/").last?.prefix(3) ?? "")
    }

    private func words(_ account: Account, _ citations: [Citation]) -> [String] {
        citations.map { account.exact($0) ?? "" }
    }

    /// The claim that tells of a figure whose words stand there.
    private func claims(_ account: Account, _ words: String) -> [Claim] {
        account.ledger.claims.filter { $0.statements.contains { (account.exact($0.citation) ?? "").contains(words) } }
    }

    @Test func aboutFiveMillionShellsStandOnFiveReports() async throws {
        let account = try await FiveReports.account()
        let figure = try #require(
            account.ledger.figures.first { $0.values.contains { account.exact($0.citation) == "nearly five million" } })
        #expect(figure.verdict == .compatible)
        let said = Set(figure.values.map { account.exact($0.citation) ?? "" })
        #expect(
            said.isSuperset(of: ["5 million", "4.8 million", "nearly five million", "between two and five million"]))
        let claim = try #require(claims(account, "nearly five million").first)
        #expect(claim.documents == 5)
        #expect(claim.origins == 3)
        #expect(claim.status == .corroborated)
    }

    @Test func theSumThatDoesNotAddUpIsShown() async throws {
        let account = try await FiveReports.account()
        let found = account.ledger.discrepancies.filter { $0.kind == .arithmetic }
        let sum = try #require(found.first { words(account, $0.citations).contains("4.8 million") })
        #expect(sum.explanation.contains("14.4 to 19.2 billion"))
        #expect(words(account, sum.citations).contains { $0.contains("billion") })
    }

    @Test func theDayIsSolvedWithItsSteps() async throws {
        let account = try await FiveReports.account()
        let solved = account.ledger.solvedTimes
        func value(_ expression: String) -> [SolvedTime] {
            solved.filter { time in
                let analysis = account.analyses.first { $0.document.id == time.document }
                return analysis.map { $0.text[$0.times[time.time].span] == expression } ?? false
            }
        }
        let day = try #require(value("June 18").first)
        #expect(day.value == "2024-06-18")
        #expect(day.how.contains("24 years") && day.how.contains("2000 + 24 = 2024"))
        #expect(value("Tuesday").allSatisfy { $0.value == "2024-06-18" } && !value("Tuesday").isEmpty)
        #expect(value("next Tuesday").map(\.value) == ["2024-06-18"])
        #expect(value("19").allSatisfy { $0.value == "2024-06-19" })
        #expect(!solved.contains { $0.value.hasPrefix("2001") })
    }

    @Test func theComradeIsOneUtteranceInTwoWordings() async throws {
        let account = try await FiveReports.account()
        #expect(
            account.ledger.discrepancies.contains { discrepancy in
                let said = words(account, discrepancy.citations).joined()
                return discrepancy.kind == .wording && said.contains("co-belligerent")
                    && said.contains("comrade in arms")
            })
    }

    @Test func calibreAndNumberOfAttacksAreRead() async throws {
        let account = try await FiveReports.account()
        let quantities = account.analyses.flatMap { analysis in analysis.quantities.map { (analysis.text[$0.span], $0) }
        }
        #expect(quantities.contains { $0.0.contains("152 mm") && $0.1.unit == "mm" && $0.1.amount.high == 152 })
        #expect(quantities.contains { $0.0 == "at least 20" && $0.1.amount.bound == .atLeast && $0.1.amount.low == 20 })
    }

    @Test(arguments: ["volunteers", "workers", "technolog"])
    func whatMayBeGivenIsNoMoreThanPossible(_ word: String) async throws {
        let account = try await FiveReports.account()
        let open: Set<Modality> = [.possible, .likely, .hypothetical, .planned]
        let statements = account.ledger.claims.flatMap(\.statements).filter { statement in
            let text = account.exact(statement.citation) ?? ""
            return text.contains(word) && (text.contains("could ") || text.contains("may be seeking"))
        }
        #expect(!statements.isEmpty)
        #expect(statements.allSatisfy { open.contains($0.modality) })
    }

    @Test func theVisitsAreTwo() async throws {
        let account = try await FiveReports.account()
        let claim = try #require(claims(account, "only once").first)
        #expect(Set(claim.statements.map { file($0.citation, account) }).isSuperset(of: ["000", "004"]))
        let visits = account.world.events.filter { event in
            event.participants.contains { id in
                account.world.actors.contains { $0.id == id && $0.name.contains("Putin") }
            }
        }
        #expect(visits.contains { $0.start == "2000" })
        #expect(visits.contains { $0.start == "2024-06-18" })
        #expect(account.world.events.contains { $0.start == "2023-09" })
        // What the reports tell of each stands there, and nowhere else.
        func starts(_ words: String) -> [String?] {
            let told = Set(claims(account, words).map(\.id))
            return account.world.events.filter { !told.isDisjoint(with: $0.claims) }.map(\.start)
        }
        #expect(starts("Putin had welcomed his self-described new friend") == ["2023-09"])
        #expect(starts("last fall, Putin hosted") == ["2023-09"])
        #expect(starts("will be welcomed on a grand scale") == ["2024-06-18"])
        #expect(starts("will be well received") == ["2024-06-18"])
        // The raid on Azov: told four times, never beside the visit to Yakutia's place.
        let raid = try #require(
            account.world.events.first { event in
                claims(account, "lit up the sky over Azov").contains { event.claims.contains($0.id) }
            })
        #expect(["Azov", "Sea of Azov"].contains(account.world.places.first { $0.id == raid.place }?.name))
        for words in ["The target of the raid", "is behind the attack", "hit Russian fuel depots"] {
            #expect(claims(account, words).contains { raid.claims.contains($0.id) })
        }
    }

    @Test func theKimsAreTwoAndEachIsOne() async throws {
        let account = try await FiveReports.account()
        let kims = account.world.actors.filter { $0.kind == .person && $0.name.hasPrefix("Kim") }
        #expect(kims.count == 2)
        #expect(kims[0].names.contains("Kim Jong-un") && kims[0].names.contains("Kim Jong Un"))
        #expect(kims[1].names.contains { $0.hasSuffix("Il") })
    }

    @Test func goodsGoBothWays() async throws {
        let account = try await FiveReports.account()
        func named(_ id: String) -> String { account.world.actors.first { $0.id == id }?.name ?? "" }
        func exchanges(_ from: String, _ to: String) -> [Exchange] {
            account.world.exchanges.filter { named($0.from).contains(from) && named($0.to).contains(to) }
        }
        let east = exchanges("North Korea", "Russia")
        #expect(east.contains { $0.thing.contains("shell") && ($0.status == .claimed || $0.status == .done) })
        #expect(east.contains { $0.thing.contains("missile") })
        #expect(east.contains { $0.thing.contains("workers") && ($0.status == .possible || $0.status == .sought) })
        let west = exchanges("Russia", "North Korea")
        #expect(west.contains { $0.thing.contains("technolog") })
        #expect(west.contains { $0.thing.contains("food") })
        #expect(exchanges("Putin", "Kim").contains { $0.thing.contains("limousine") })
    }

    @Test func placesAreWhereThingsAre() async throws {
        let places = try await FiveReports.account().world.places.map(\.name)
        #expect(places.contains("Hanoi") && places.contains("Pyongyang"))
        #expect(!places.contains("Moscow"))
    }

    @Test func theShellsComeFromTheMinistryThroughBloombergAndTheBBC() async throws {
        let account = try await FiveReports.account()
        let claim = try #require(claims(account, "nearly five million").first)
        let chains = claim.statements.map { $0.chain.map(\.name) }
        #expect(
            chains.contains { names in
                let places = ["BBC", "Bloomberg", "South Korea"].map { name in names.firstIndex { $0.contains(name) } }
                guard let bbc = places[0], let bloomberg = places[1], let ministry = places[2] else { return false }
                return bbc < bloomberg && bloomberg < ministry
            })
    }
}
