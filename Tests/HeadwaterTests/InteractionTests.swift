import HeadwaterTestKit
import Lexicons
import NewsModel
import Reconciliation
import Testing
import TextCore

@testable import Headwater

/// Who does what to whom, read by the whole pipeline.
@Suite struct InteractionTests {
    private static let annotators = Result { try Analyzer.annotators(resources: ResourceDirectory()) }
    private static let reconciler = Result { try Reconciler(resources: ResourceDirectory(), embedder: nil) }

    private func told(_ text: String) throws -> String? {
        var analysis = Analysis(document: .make(text))
        for annotator in try Self.annotators.get() { annotator.annotate(&analysis) }
        return try Self.reconciler.get().interactions(in: analysis).first.map { found in
            let (from, to) = (found.sources.map { analysis.text[$0] }, found.targets.map { analysis.text[$0] })
            return "\(from.joined(separator: "+")) \(found.kind.rawValue) \(to.joined(separator: "+"))"
        }
    }

    @Test(arguments: [
        ("Norway suspended aid to Chad on Monday.", "Norway SANCTION Chad"),
        ("Norway said it will give Chad a loan.", "Norway AGREE Chad"),
        ("Norway said that Chad must release the sailors.", "Norway DEMAND Chad"),
        ("Peru has rejected a Chilean proposal.", "Peru REJECT Chilean proposal"),
        ("Two Peruvian sailors were arrested by Chile.", "Chile COERCE Peruvian sailors"),
        ("Norway and Peru held talks in Geneva, officials said.", "Norway+Peru CONSULT "),
        ("Chilean farmers threatened to block Peru's border.", "Chilean farmers THREATEN Peru"),
    ])
    func deeds(_ text: String, _ expected: String) throws {
        let found = try told(text) ?? "nothing"
        #expect(found.hasPrefix(expected), "\(found)")
    }

    @Test(arguments: ["The weather in Peru was fine.", "Norway is a country."])
    func noDeed(_ text: String) throws { #expect(try told(text) == nil) }

    @Test func theTypesAreThoseOfPlover() {
        #expect(Set(Interaction.Kind.allCases.map(\.type)).count == 16)
        #expect(Interaction.Kind.demand.type == "REQUEST")
    }
}
