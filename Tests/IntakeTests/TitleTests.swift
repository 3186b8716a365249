import NewsModel
import Testing

@testable import Intake

/// The headline and what stands around it.
@Suite struct TitleTests {
    static let text = "\(BlockKindTests.lead)\n\n\(BlockKindTests.second)\n\n\(BlockKindTests.third)\n"

    static func titles(_ text: String) -> [String] {
        Reading.blocks(text).filter { $0.hasPrefix("title: ") }.map { String($0.dropFirst(7)) }
    }

    @Test(arguments: [
        "Ferry loses power off Bergen", "Ferry Loses Power Off Bergen With 212 Aboard",
        "“Nobody told us anything”: a night on the ferry",
        "Coast guard: 212 rescued from ferry near Bergen", "Why did the ferry lose power?",
        "FERRY LOSES POWER OFF BERGEN",
        "Ferry drifts off Bergen. “The lights went out”", "Rescue boats reach drifting ferry – and nobody was hurt",
        "212 people rescued from ferry",
        "The Aurora lost power: what we know of the ferry and the night off Bergen so far",
    ])
    func theFirstLine(_ title: String) {
        #expect(Self.titles("\(title)\n\n\(Self.text)") == [title])
        #expect(Self.titles("\(title)\n\(BlockKindTests.lead)\n\(BlockKindTests.second)\n") == [title])
        #expect(Reading.document("\(title)\n\n\(Self.text)")?.metadata.title == title)
    }

    @Test func aTitleThatIsRepeatedAndGluedToTheText() {
        let title = "Ferry praises crew’s calm in night off Bergen"
        let blocks = Reading.blocks(
            "\(title)\n\n\(title)\n\n\(title.lowercased())\(BlockKindTests.lead)\n\n\(Self.text)")
        #expect(
            blocks[0...3] == [
                "title: \(title)", "title: \(title)", "title: \(title.lowercased())",
                "paragraph: \(BlockKindTests.lead)",
            ])
    }

    @Test func wordsThatGoOnAreNotGlued() {
        let lead =
            "Ferry loses power off Bergen harbour on its way to Stavanger, and 212 people wait on deck for the boats of the coast guard."
        #expect(
            Self.titles("Ferry loses power off Bergen\n\n\(lead)\n\n\(Self.text)") == ["Ferry loses power off Bergen"])
    }

    @Test func aTitleBeforeTheLabelOfADate() throws {
        let document = try #require(
            Reading.document("Five hurt in ferry fire Posted: Monday, March 31, 2014 3:13 PM EDT\n\n\(Self.text)"))
        #expect(document.metadata.title == "Five hurt in ferry fire")
        #expect(document.metadata.published?.secondOfDay == 15 * 3600 + 13 * 60)
        #expect(document.metadata.published?.zoneMinutes == -240)
    }

    @Test(arguments: [
        ("Italy 24 Press News", "outlet"), ("The Daily Example Times", "outlet"), ("Example.com", "outlet"),
        ("BBC News", "outlet"),
        ("Yahoo News", "transport"), ("MSN", "transport"), ("Bergen Post", "outlet"), ("Harbour Radio 24", "outlet"),
        ("THE HARBOUR GAZETTE", "outlet"), ("North Sea Channel", "outlet"),
    ])
    func anOutletAboveTheTitle(_ name: String, _ field: String) throws {
        let document = try #require(Reading.document("\(name)\n\nFerry loses power off Bergen\n\n\(Self.text)"))
        #expect((field == "outlet" ? document.metadata.outlet : document.metadata.transport) == name)
        #expect(document.metadata.title == "Ferry loses power off Bergen")
        #expect(document.blocks.first?.kind == .boilerplate)
    }

    @Test func anOutletAfterABar() throws {
        let document = try #require(Reading.document("Ferry loses power off Bergen | Bergen Herald\n\n\(Self.text)"))
        #expect(
            document.metadata.title == "Ferry loses power off Bergen" && document.metadata.outlet == "Bergen Herald")
    }

    @Test(arguments: ["", "\n\n"])
    func aTextWithoutATitleHasNone(_ gap: String) {
        #expect(Self.titles(gap + Self.text).isEmpty)
        #expect(Reading.document(gap + Self.text)?.metadata.title == nil)
    }
}
