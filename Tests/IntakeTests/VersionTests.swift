import NewsModel
import Testing
import TextCore

@testable import Intake

/// One report under several addresses, and a report that was changed.
@Suite struct VersionTests {
    private static let address = "https://gazette.example/news/ferry"

    private static func page(
        _ sentences: [String], name: String, canonical: String? = address, updated: String? = nil,
        address: String? = nil, retrieved: String? = nil, title: String = "Ferry loses power"
    ) throws -> Document {
        let head =
            (canonical.map { "<link rel=canonical href='\($0)'>" } ?? "")
            + (updated.map { "<meta property='article:modified_time' content='\($0)'>" } ?? "")
        let body = "<article><h1>\(title)</h1>\(sentences.map { "<p>\($0)</p>" }.joined(separator: "\n"))</article>"
        let item = RawItem(
            name: name, format: .html, bytes: Array(PageTests.html(body, head: head).utf8), address: address,
            retrieved: retrieved)
        return try #require(Reading.reader.read(item).document)
    }

    private static let edited = PageTests.sentences.map { $0.split(separator: "212").joined(separator: "240") }

    @Test func aSilentEditIsAVersion() throws {
        let old = try Self.page(PageTests.sentences, name: "a.html")
        let new = try Self.page(Self.edited, name: "b.html")
        for given in [[old, new], [new, old]] {
            let (joined, diagnostics) = DocumentJoiner.joined(given)
            #expect(joined.count == 1 && joined[0].id == new.id && joined[0].files == ["b.html"])
            let version = try #require(joined[0].versions.first)
            #expect(version.id == old.id && version.files == ["a.html"] && version.removed == [PageTests.sentences[0]])
            #expect(version.added.map { new.text[$0] } == [Self.edited[0]])
            #expect(diagnostics.map(\.code) == ["intake.version"])
        }
    }

    @Test func theTimeOfTheFetchOrTheChangeSaysWhichIsLater() throws {
        let longer =
            PageTests.sentences + ["Nobody was hurt, and the inquiry begins on Monday, the minister of transport said."]
        let first = try Self.page(longer, name: "z.html", retrieved: "2026-11-25T12:00:00Z")
        let second = try Self.page(PageTests.sentences, name: "a.html", retrieved: "2026-11-26T12:00:00Z")
        let fetched = DocumentJoiner.joined([second, first]).documents
        #expect(fetched.count == 1 && fetched[0].id == second.id)
        #expect(
            fetched[0].versions.map(\.removed) == [[longer[3]]] && fetched[0].versions[0].retrieved == first.retrieved)

        let early = try Self.page(PageTests.sentences, name: "z.html", updated: "2024-06-18T09:30:00Z")
        let late = try Self.page(longer, name: "a.html", updated: "2024-06-18T11:00:00Z")
        let changed = DocumentJoiner.joined([late, early]).documents
        #expect(changed.count == 1 && changed[0].id == late.id)
        #expect(changed[0].versions.map(\.time?.description) == ["2024-06-18T09:30:00Z"])
    }

    @Test func threeTextsAreInTheirOrder() throws {
        let texts = try [(0, "212"), (1, "240"), (2, "251")].map { day, count in
            try Self.page(
                PageTests.sentences.map { $0.split(separator: "212").joined(separator: count) },
                name: "crawl.warc#\(9 + day)")
        }
        let joined = DocumentJoiner.joined([texts[1], texts[2], texts[0]]).documents
        #expect(joined.map(\.id) == [texts[2].id] && joined[0].versions.map(\.id) == [texts[0].id, texts[1].id])
    }

    @Test func twoWaysOfGivingOneTextAreNoVersions() throws {
        let page = try Self.page(PageTests.sentences, name: "page.html", updated: "2024-06-18T09:30:00Z")
        let mobile = try Self.page(
            PageTests.sentences, name: "amp.html", canonical: nil,
            address: "https://amp.gazette.example/news/ferry?amp=1")
        let printed = try Self.page(
            PageTests.sentences, name: "print.html", canonical: nil, address: Self.address + "?view=print",
            retrieved: "2026-11-26T12:00:00Z")
        let cached = try Self.page(
            PageTests.sentences, name: "cache.html", canonical: nil,
            address: "https://www.google.com/amp/s/gazette.example/news/ferry/amp")
        let feed = FeedTests.documents(
            """
            <rss><channel><title>The Harbour Gazette</title><item><title>Ferry loses power</title><link>\(Self.address)</link>
            <pubDate>Tue, 18 Jun 2024 08:00:00 GMT</pubDate><description>\(PageTests.sentences[0])</description></item></channel></rss>
            """, "feed.xml")
        let (joined, diagnostics) = DocumentJoiner.joined([page, mobile, printed, cached] + feed)
        #expect(joined.count == 1 && joined[0].versions.isEmpty && joined[0].files.count == 5, "\(joined.map(\.files))")
        #expect(diagnostics.allSatisfy { $0.code == "intake.sameDocument" })
        #expect(cached.metadata.url == "https://gazette.example/news/ferry/amp")
    }

    @Test func whatHasNothingInCommonIsNoVersion() throws {
        let other = [
            "The council of the city voted on Monday evening to close the old bridge to lorries from the first of August on.",
            "Residents had asked for it since a crack was found in March, and three engineers told the council to go further.",
        ]
        let joined = DocumentJoiner.joined([
            try Self.page(PageTests.sentences, name: "a.html"),
            try Self.page(other, name: "b.html", title: "Bridge to close"),
        ]).documents
        #expect(joined.count == 2)
    }

    @Test(arguments: [
        ("https://web.archive.org/web/20240618093000/https://gazette.example/a", "https://gazette.example/a"),
        ("https://web.archive.org/web/20240618093000id_/http://gazette.example/a?b", "http://gazette.example/a?b"),
        ("https://gazette-example.cdn.ampproject.org/c/s/gazette.example/a/amp", "https://gazette.example/a/amp"),
        ("https://www.google.co.uk/amp/gazette.example/a", "http://gazette.example/a"),
        ("https://www.bing.com/amp/s/gazette.example/a", "https://gazette.example/a"),
        ("https://www.google.com/search?q=a", "https://www.google.com/search?q=a"),
        ("https://gazette.example/web/2024/https://x.example/", "https://gazette.example/web/2024/https://x.example/"),
        ("https://web.archive.org/about", "https://web.archive.org/about"),
    ])
    func cachesAndArchivesAreLookedThrough(_ address: String, _ expected: String) {
        #expect(WebAddress.original(address) == expected)
    }

    @Test func oneKeyForThePagesOfOneReport() {
        let key = WebAddress.key("https://gazette.example/news/ferry")
        for other in [
            "http://www.gazette.example/news/ferry/", "https://m.gazette.example/news/ferry?utm_source=x",
            "https://gazette.example/amp/news/ferry",
            "https://gazette.example/news/ferry/print", "https://gazette.example/print/news/ferry",
            "https://gazette.example/news/ferry?format=print#top",
        ] {
            #expect(WebAddress.key(other) == key, "\(other)")
        }
        for other in [
            "https://gazette.example/news/ferry-2", "https://gazette.example/news/ferry?id=2",
            "https://other.example/news/ferry",
        ] {
            #expect(WebAddress.key(other) != key, "\(other)")
        }
    }
}
