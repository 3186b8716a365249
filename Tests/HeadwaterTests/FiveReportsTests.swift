import Foundation
import Lexicons
import NewsModel
import Testing
import TextCore

@testable import Headwater
@testable import Intake

/// Who has it from whom among the five reports.
@Suite(.enabled(if: FiveReports.areThere, "the five reports are not beside this checkout"))
struct FiveReportsTests {
    private func id(_ number: String, _ account: Account) throws -> DocumentID {
        try #require(
            account.analyses.first { $0.document.files.contains { $0.contains("/\(number)_") } }?.document.id)
    }

    @Test func theyAreOneStory() async throws {
        let reading = try await FiveReports.reading.value
        #expect(reading.accounts.count == 1 && reading.accounts.first?.analyses.count == 5)
    }

    @Test func threeHaveTheirTextFromTheBBCWhichOneDoesNotSay() async throws {
        let account = try await FiveReports.account()
        let three = try ["001", "002", "003"].map { try id($0, account) }
        let origin = try #require(account.lineage.origins.first { Set($0.documents) == Set(three) })
        #expect(origin.kind == .credited && origin.name == "BBC")
        let credited = account.lineage.derivations.filter { $0.from == .origin(origin.id) }
            .reduce(into: [DocumentID: Bool]()) { $0[$1.document] = $1.credited }
        #expect(credited == [three[0]: true, three[1]: false, three[2]: true])
    }

    @Test func twoAreIndependentOfItAndOfEachOther() async throws {
        let account = try await FiveReports.account()
        for number in ["000", "004"] {
            let own = try id(number, account)
            let origins = account.lineage.origins.filter { $0.documents.contains(own) }
            #expect(origins.count == 1 && origins.first?.documents == [own] && origins.first?.kind == .observed)
        }
        #expect(account.lineage.origins.count == 3)
    }

    /// Words of sentences that the passages must cover, and the reports that have them.
    @Test(arguments: [
        ("Markov", ["001", "002", "003"]), ("security of suppl", ["001", "003"]), ("disdain", ["001", "002", "003"]),
    ])
    func passagesCover(_ words: String, _ numbers: [String]) async throws {
        let account = try await FiveReports.account()
        for number in numbers {
            let own = try id(number, account)
            let text = try #require(account.analyses.first { $0.document.id == own }).text
            let covered = account.lineage.passages.flatMap { [$0.a, $0.b] }.contains {
                $0.document == own && text[$0.span].contains(words)
            }
            #expect(covered, "\(number): \(words)")
        }
    }
}
