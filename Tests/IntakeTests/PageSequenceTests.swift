import NewsModel
import Testing
import TextCore

@testable import Intake

/// Reports that were set on several pages.
@Suite struct PageSequenceTests {
    private static func page(
        _ number: Int, _ address: String, head: String = "", title: String = "Ferry loses power off Bergen",
        body: String? = nil
    ) throws -> Document {
        let text = body ?? PageTests.sentences[number - 1]
        let html = PageTests.html(
            "<article><h1>\(title)</h1><p>By Ida Holm</p><p>\(text)</p></article>",
            head: "<title>\(title)</title>" + head)
        let item = RawItem(name: "\(number).html", format: .html, bytes: Array(html.utf8), address: address)
        return try #require(Reading.reader.read(item).document)
    }

    private static let base = "https://gazette.example/news/ferry"

    @Test(arguments: ["?page=", "/page/", "/", "?utm_source=x&p=", "/seite-"])
    func pagesInAnyOrderAreOneReport(mark: String) throws {
        let pages = try (1...3).map { try Self.page($0, $0 == 1 ? Self.base : "\(Self.base)\(mark)\($0)") }
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
            let (joined, diagnostics) = DocumentJoiner.joined(order.map { pages[$0] })
            #expect(joined.count == 1 && diagnostics.map(\.code) == ["intake.pages"], "\(joined.map(\.files))")
            let report = joined[0]
            #expect(report.files == ["1.html", "2.html", "3.html"] && report.metadata.url == Self.base)
            let paragraphs = report.blocks.filter { $0.kind == .paragraph }.map { report.text[$0.span] }
            #expect(paragraphs == PageTests.sentences)
            #expect(report.blocks.count { $0.kind == .title } == 1 && report.blocks.count { $0.kind == .byline } == 1)
        }
    }

    @Test func offsetsLeadBackIntoTheFilesOneAfterAnother() throws {
        let pages = try [Self.page(1, Self.base), Self.page(2, Self.base + "?page=2")]
        let report = try #require(DocumentJoiner.joined(pages).documents.first)
        let place = try #require(report.text.string.utf8.firstRange(of: "Two tugs".utf8)).lowerBound
        let offset = report.text.string.utf8.distance(from: report.text.string.startIndex, to: place)
        let before =
            PageTests.html(
                "<article><h1>Ferry loses power off Bergen</h1><p>By Ida Holm</p><p>",
                head: "<title>Ferry loses power off Bergen</title>"
            ).utf8.count - "</body></html>".utf8.count
        #expect(report.rawMap.rawOffset(of: offset) == pages[0].rawCount + before)
        #expect(report.rawCount == pages[0].rawCount + pages[1].rawCount)
    }

    /// One address is given for all pages: their links to each other number them.
    @Test func linksToTheNeighboursNumberPages() throws {
        func canonical(_ links: String) -> String { "<link rel=canonical href='\(Self.base)'>\(links)" }
        let pages = try [
            Self.page(1, Self.base, head: canonical("<link rel=next href='\(Self.base)-2.html'>")),
            Self.page(
                2, Self.base, head: canonical("<link rel=prev href='\(Self.base)'><link rel=next href='?page=3'>")),
        ]
        #expect(pages[1].metadata.page == PagePosition(report: "gazette.example/news/ferry", number: 2))
        #expect(pages[0].metadata.page?.number == nil)  // "-2.html" is not a page of "/ferry" but of "/ferry.html"
        #expect(DocumentJoiner.joined(pages).documents.count == 1)
    }

    @Test func theNextReportIsNoNextPage() throws {
        let one = try Self.page(1, Self.base, head: "<link rel=next href='https://gazette.example/news/bridge'>")
        let other = try Self.page(
            2, "https://gazette.example/news/bridge", head: "<link rel=prev href='\(Self.base)'>",
            title: "Bridge to close")
        #expect(one.metadata.page == nil && other.metadata.page == nil)
        #expect(DocumentJoiner.joined([one, other]).documents.count == 2)
    }

    @Test func numbersThatAreNoPagesJoinNothing() throws {
        for (address, title) in [
            (Self.base + "-2", "Ferry loses power off Bergen"),  // a second report under the same title
            (Self.base + "?page=2", "Bridge closes to lorries for the winter"),
            (Self.base + "/2024", "Ferry loses power off Bergen"),
            (Self.base + "?page=3", "Ferry loses power off Bergen"),
        ] {
            let pages = try [Self.page(1, Self.base), Self.page(2, address, title: title)]
            #expect(DocumentJoiner.joined(pages).documents.count == 2, "\(address)")
        }
    }

    @Test(arguments: [
        ("gazette.example/news/ferry?page=2", "gazette.example/news/ferry", 2),
        ("gazette.example/news/ferry?id=7&p=3", "gazette.example/news/ferry?id=7", 3),
        ("gazette.example/news/ferry/page/4", "gazette.example/news/ferry", 4),
        ("gazette.example/news/ferry-page-2.html", "gazette.example/news/ferry.html", 2),
        ("gazette.example/news/ferry,2.html", "gazette.example/news/ferry.html", 2),
        ("gazette.example/news/ferry/12", "gazette.example/news/ferry", 12),
    ])
    func addressesTellPages(key: String, report: String, number: Int) {
        #expect(PageAddress.position(key)?.position == PagePosition(report: report, number: number))
    }

    @Test(arguments: [
        "gazette.example/2", "gazette.example?p=2", "gazette.example/news/ferry/2024", "gazette.example/news/ferry/1",
        "gazette.example/news/boeing-737", "gazette.example/news/ferry?page=200", "gazette.example/news/ferry", "", "/",
        "2",
    ])
    func otherNumbersAreNoPages(key: String) { #expect(PageAddress.position(key) == nil) }
}
