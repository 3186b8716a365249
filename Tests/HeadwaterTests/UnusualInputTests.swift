import Lexicons
import NewsModel
import Testing

@testable import Headwater

/// What an account is of inputs that are no ordinary story: it says what it is and why it is empty.
@Suite struct UnusualInputTests {
    static let fire = """
        Mill burns in Arnsby

        A paper mill in Arnsby burned down on Tuesday, and two workers were taken to hospital, police said.

        The fire began at 3 a.m. in a store of waste paper. "We had no chance," said fire chief Ola Lind.
        """

    static func read(_ texts: [String], oneStory: Bool = false) async throws -> Reading {
        let pipeline = try Pipeline(resources: ResourceDirectory())
        let items = texts.enumerated().map {
            RawItem(name: "\($0).txt", format: .plainText, bytes: Array($1.utf8))
        }
        return await pipeline.read(items, oneStory: oneStory)
    }

    @Test func oneDocumentIsAnAccountInWhichNothingIsCorroborated() async throws {
        let account = try #require(try await Self.read([Self.fire]).accounts.first)
        #expect(account.analyses.count == 1 && !account.ledger.claims.isEmpty)
        #expect(account.ledger.claims.allSatisfy { $0.documents == 1 && $0.status != .corroborated })
        #expect(account.brief.contains { $0.section == .unknown }, "the brief says so")
    }

    @Test func theSameDocumentTwiceIsOneDocumentWithTwoFiles() async throws {
        let reading = try await Self.read([Self.fire, Self.fire])
        let account = try #require(reading.accounts.first)
        #expect(account.analyses.count == 1 && account.analyses[0].document.files == ["0.txt", "1.txt"])
        #expect(reading.diagnostics.contains { $0.code == "intake.duplicate" })
    }

    @Test func aTextWithoutClaimsGivesAnAccountThatSaysSo() async throws {
        let account = try #require(try await Self.read(["Ho hum.\n\nLa la la.\n"]).accounts.first)
        #expect(account.ledger.claims.isEmpty)
        #expect(!account.brief.isEmpty)
    }

    @Test func aLanguageItCannotReadIsKeptAndNotAnalysed() async throws {
        let german =
            "Die Papiermühle in Arnsby ist am Dienstag abgebrannt, wie die Polizei mitteilte. Zwei Arbeiter kamen ins "
            + "Krankenhaus. Das Feuer brach gegen drei Uhr morgens in einem Lager für Altpapier aus."
        let reading = try await Self.read([Self.fire, german], oneStory: true)
        let account = try #require(reading.accounts.first)
        let kept = try #require(account.analyses.first { $0.document.metadata.language == "de" })
        #expect(kept.mentions.isEmpty && kept.quotations.isEmpty)
        #expect(reading.diagnostics.contains { $0.code == "intake.language" })
    }

    @Test func nothingGivesNothing() async throws {
        #expect(try await Self.read([]).accounts.isEmpty)
    }

    @Test(arguments: [
        String(repeating: "Yes. ", count: 20_000), String(repeating: "a", count: 50_000),
        String(repeating: "\"", count: 20_000), String(repeating: "(12 ", count: 10_000),
        String(repeating: "Mr ", count: 10_000), String(repeating: "said X said Y ", count: 5_000),
        "<script>alert(1)</script>\n\n" + fire,
    ])
    func noTextMakesItStop(_ text: String) async throws {
        _ = try await Self.read([text])
    }
}
