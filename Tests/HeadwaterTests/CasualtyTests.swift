import HeadwaterTestKit
import Lexicons
import NewsModel
import Reconciliation
import Testing

@testable import Headwater

/// How many people a report says were killed and injured: read by the whole pipeline.
@Suite struct CasualtyTests {
    private static let pipeline = Result { try Pipeline(resources: ResourceDirectory()) }
    private static let reader = Result { try CasualtyReader(resources: ResourceDirectory()) }

    @Test(
        arguments: [
            ("Five people were shot in Norport on Sunday, one of them fatally, police said.", 1, 4),
            ("Mother, 2 children found dead in Norport", 3, nil),
            ("Ida Holm, mother of two, found dead in Norport", 1, nil),
            (
                "The fire in Norport was put out. The woman and her three children were taken to a hospital with burns.",
                nil, 4
            ),
            ("Three of the men were injured in Norport and another was taken to hospital.", nil, 4),
            ("A 13-year-old was shot three times in Norport on Sunday, police said.", nil, 1),
            ("The council of Norport voted for 12 new buses on Sunday.", nil, nil),
        ] as [(String, Int?, Int?)])
    func numbers(_ text: String, _ killed: Int?, _ injured: Int?) async throws {
        let account = try await Self.pipeline.get().account(of: [.make(text)])
        let casualties = try Self.reader.get().read(try #require(account.analyses.first))
        #expect(casualties.killed?.number == killed && casualties.injured?.number == injured, "\(casualties)")
    }
}
