import Foundation
import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing

@testable import Headwater
@testable import Intake

/// Holds the account of the example story against what its author says of it, piece by piece.
@Suite struct HarbourFireTests {
    static let example = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Examples/harbour-fire")

    static let gold: Result<Gold, any Error> = Result { try Gold.read(example) }
    static let checks = (try? gold.get().checks) ?? []

    /// One reading serves all checks.
    static let reading = Task { () throws -> Reading in
        let pipeline = try Pipeline(resources: ResourceDirectory())
        let (items, _) = ItemGatherer().gather([example.appending(path: "reports").path])
        return await pipeline.read(items)
    }

    @Test func theGoldIsReadAndItsWordsStandInTheReports() async throws {
        let gold = try Self.gold.get()
        let account = GoldAccount(account: try #require(try await Self.reading.value.accounts.first))
        #expect(Self.checks.count > 150)
        #expect(Set(Self.checks.map(\.id)).count == Self.checks.count, "every check has a name of its own")
        let quoted =
            gold.blocks.map { ($0.file, $0.exact) } + gold.claims.flatMap { $0.statements.map { ($0.file, $0.exact) } }
            + gold.figures.flatMap { $0.values.map { ($0.file, $0.exact) } }
            + gold.quantities.map { ($0.file, $0.exact) }
            + gold.discrepancies.flatMap { $0.sides.map { ($0.file, $0.exact) } }
            + gold.quotations.map { ($0.file, $0.exact) }
            + gold.credits.map { ($0.file, $0.within) } + gold.times.map { ($0.file, $0.exact) }
        for (file, exact) in quoted { #expect(!account.spans(file, exact).isEmpty, "\(file): \(exact)") }
        let known = Set(Self.checks.map(\.id))
        for gap in gold.knownGaps { #expect(known.contains(gap.id) && !gap.reason.isEmpty, "\(gap.id)") }
    }

    @Test func theReportsAreOneStory() async throws {
        let reading = try await Self.reading.value
        #expect(reading.accounts.count == 1 && reading.accounts.first?.analyses.count == 8)
        #expect(!reading.diagnostics.contains { $0.severity == .error })
    }

    @Test(arguments: checks) func piece(_ check: GoldCheck) async throws {
        let account = GoldAccount(account: try #require(try await Self.reading.value.accounts.first))
        let difference = check.difference(account)
        let gaps = try Self.gold.get().knownGaps
        if let gap = gaps.first(where: { $0.id == check.id }) {
            withKnownIssue(Comment(rawValue: gap.reason)) { #expect(difference == nil) }
        } else {
            #expect(difference == nil, "\(check.id)")
        }
    }
}
