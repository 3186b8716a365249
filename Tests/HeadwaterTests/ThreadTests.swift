import Foundation
import HeadwaterTestKit
import NewsModel
import Testing

@testable import Headwater

/// Threads of what sides say and do to one another, in our own sentences and in reports of the data.
@Suite struct ThreadTests {
    /// The moves of all threads: "Norway REQUEST Chad", an arrow before those that answer.
    static func moves(_ texts: [String]) async throws -> [String] {
        let account = try await WorldTests.account(texts)
        let names = Dictionary(uniqueKeysWithValues: account.world.actors.map { ($0.id, $0.name) })
        return account.world.threads.flatMap(\.steps).map { step in
            let towards = step.towards.flatMap { names[$0] } ?? "-"
            return "\(step.answers == nil ? "" : "> ")\(names[step.actor] ?? "?") \(step.kind) \(towards)"
        }
    }

    @Test(arguments: [
        (
            "Norway on Monday demanded that Chad hand over the two sailors. Chad rejected Norway's demand on Tuesday.",
            ["Norway REQUEST Chad", "> Chad REJECT Norway"]
        ),
        (
            "Georgia accused Bulgaria of poisoning the river near the border. Bulgaria denied the accusation.",
            ["Georgia ACCUSE Bulgaria", "> Bulgaria REJECT -"]
        ),
        (
            "Brazil warned Peru that it would close the border over the timber trade. In response, Peru threatened Brazil with tariffs on timber.",
            ["Brazil THREATEN Peru", "> Peru THREATEN Brazil"]
        ),
        (
            "Finland offered Estonia two icebreakers for the winter. Estonia accepted the offer from Finland on Friday.",
            ["Finland AGREE Estonia", "> Estonia AGREE Finland"]
        ),
        (
            "Kenya urged Uganda to release the fishermen held on the lake. Uganda dismissed the appeal from Kenya, saying the fishermen had crossed the lake border.",
            ["Kenya REQUEST Uganda", "> Uganda REJECT Kenya"]
        ),
        (
            "Greece criticised Albania over the arrest of a mayor. Albania condemned the criticism from Greece and said the arrest was lawful.",
            ["Greece ACCUSE Albania", "> Albania ACCUSE Greece"]
        ),
        (
            "Chile called on Bolivia to reopen the railway. Bolivia refused Chile's request to reopen the railway.",
            ["Chile REQUEST Bolivia", "> Bolivia REJECT Chile"]
        ),
        (
            "Turkey expelled two diplomats from Cyprus over the gas field. Cyprus retaliated against Turkey over the gas field.",
            ["Turkey SANCTION Cyprus", "> Cyprus SANCTION Turkey"]
        ),
        (
            "Poland invited Latvia to join the canal project. Latvia declined the invitation from Poland.",
            ["Poland AGREE Latvia", "> Latvia REJECT Poland"]
        ),
        (
            "Japan demanded an apology from Canada over the seized trawler. Canada apologised to Japan for the seized trawler on Sunday.",
            ["Japan REQUEST Canada", "> Canada CONCEDE Japan"]
        ),
    ])
    func aMoveAndItsAnswer(_ text: String, _ expected: [String]) async throws {
        #expect(try await Self.moves([text]) == expected)
    }

    @Test func anAnswerIsAnsweredInTurn() async throws {
        let text = """
            Norway demanded that Chad hand over the two sailors. Chad rejected Norway's demand, calling the sailors spies. \
            Norway condemned the rejection by Chad and said the sailors were no spies.
            """
        let moves = try await Self.moves([text])
        #expect(moves == ["Norway REQUEST Chad", "> Chad REJECT Norway", "> Norway ACCUSE Chad"])
    }

    @Test func theSidesOfOneThreadMayStandInTwoReports() async throws {
        let moves = try await Self.moves([
            "Georgia accused Bulgaria of poisoning the river near the border. Farmers lost their sheep.",
            "Bulgaria denied Georgia's accusation that it was poisoning the river. Experts will take samples.",
        ])
        #expect(moves.contains { $0.hasPrefix("> Bulgaria REJECT") }, "\(moves)")
    }

    @Test(arguments: [
        // One side alone, and a third that has nothing to do with it.
        "Norway demanded that Chad hand over the sailors. Peru rejected a budget on Friday.",
        // Both sides, and nothing that the two have in common.
        "Norway criticised Chad over the whaling ban. Chad praised Norway for its choirs.",
        // What is not done.
        "Norway demanded that Chad hand over the sailors. Chad could reject the demand from Norway.",
        "Georgia did not accuse Bulgaria of anything. Bulgaria denied nothing.",
    ])
    func noThread(_ text: String) async throws {
        #expect(try await Self.moves([text]).isEmpty)
    }
}
