import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing

@testable import Headwater

/// What is denied, and on whose word: read by the whole pipeline.
@Suite struct DenialTests {
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
}
