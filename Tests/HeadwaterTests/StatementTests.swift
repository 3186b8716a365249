import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing

@testable import Headwater

/// On whose word a statement stands, how firmly it is put, and what is denied: read by the whole pipeline.
@Suite struct StatementTests {
    private static let pipeline = Result { try Pipeline(resources: ResourceDirectory()) }

    private func statements(_ text: String) async throws -> [String] {
        let account = try await Self.pipeline.get().account(of: [.make(text)])
        return account.ledger.claims.flatMap(\.statements).map { statement in
            let chain = statement.chain.dropFirst().map(\.name).joined(separator: " < ")
            return "\(chain) \(statement.modality) \(statement.polarity): \(statement.reading)"
        }
    }

    @Test(arguments: [
        ("Bennett denied the notion that a shakeup is coming.", "Bennett denied negative: a shakeup is coming"),
        ("Ann Ode dismissed any suggestion that the dam had burst.", "Ann Ode denied negative: the dam had burst"),
        ("The mayor rejected the idea that the tax would rise.", "The mayor denied negative: the tax would rise"),
        ("The ministry denied that the dam had burst.", "The ministry denied negative: the dam had burst"),
        ("The ministry confirmed that the dam had burst.", "The ministry reported positive: the dam had burst"),
    ])
    func aNounThatIsDeniedIsNobodysWord(_ text: String, _ expected: String) async throws {
        #expect(try await statements(text) == [expected])
    }

    @Test func toRejectAPlanIsADeed() async throws {
        let told = try await statements("The council rejected the plan to build a dam.")
        #expect(!told.contains { $0.contains("denied") })
    }

    @Test(arguments: [
        // A "would" that was a "will" when it was said, and one that hangs on a condition.
        ("The ministry of Norland said it would close the port in May.", "planned positive"),
        ("The ministry of Norland said it would not close the port in May.", "planned negative"),
        ("The ministry of Norland said it would close the port if the strike went on.", "hypothetical positive"),
        ("The ministry of Norland says it would close the port in May.", "reported positive"),
        ("The ministry of Norland said it would have closed the port in May.", "reported positive"),
        ("“We would close the port in May,” Ida Holm, the mayor, said.", "reported positive"),
        ("The strike is unlikely to close the port of Bergen in May.", "likely negative"),
        ("The strike is likely to close the port of Bergen in May.", "likely positive"),
    ])
    func aCueSaysHowFirmly(_ text: String, _ expected: String) async throws {
        let told = try await statements(text)
        #expect(told.contains { $0.contains(expected) }, "\(told)")
    }

    @Test(arguments: [
        ("The union plans to close the port of Bergen in May.", " planned positive: The union plans to close"),
        ("Ida Holm, the mayor, said that the union plans to close the port in May.", "Ida Holm planned positive"),
    ])
    func whatSomebodyMeansToDoIsToldByWhoeverTellsIt(_ text: String, _ expected: String) async throws {
        let told = try await statements(text)
        #expect(told.contains { $0.hasPrefix(expected) }, "\(told)")
    }

    @Test(arguments: [
        (
            "Citing unnamed officials, Reuters said that the port of Bergen was closed in May.",
            "Reuters < unnamed officials reported positive: the port of Bergen was closed in May"
        ),
        (
            "The port of Bergen was closed in May, Reuters reported on Tuesday, citing two officials.",
            "Reuters < two officials reported positive: The port of Bergen was closed in May"
        ),
    ])
    func whoCitesHandsOnWhereverItStands(_ text: String, _ expected: String) async throws {
        #expect(try await statements(text) == [expected])
    }
}
