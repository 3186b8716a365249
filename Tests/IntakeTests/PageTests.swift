import NewsModel
import Testing
import TextCore

@testable import Intake

/// Saved pages: what is the report, what is the page, what it says of itself.
@Suite struct PageTests {
    static let sentences = [
        "The ferry Aurora left the harbour of Bergen on Tuesday evening with 212 people aboard, and lost power an hour later.",
        "Two tugs reached her before midnight, the coast guard said, and brought her back to the quay without anybody hurt.",
        "The owner, a company of the city, said that the engines had been looked over in March and that nothing was found.",
    ]

    static func html(_ body: String, head: String = "") -> String {
        "<!doctype html><html lang=en><head><meta charset=utf-8>\(head)</head><body>\(body)</body></html>"
    }

    static let article = sentences.map { "<p>\($0)</p>" }.joined(separator: "\n")

    static func read(_ html: String, address: String? = nil) throws -> Document {
        let item = RawItem(name: "page.html", format: .html, bytes: Array(html.utf8), address: address)
        return try #require(Reading.reader.read(item).document)
    }

    static func kinds(_ document: Document) -> [String] {
        document.blocks.map { "\($0.kind.rawValue): \(document.text[$0.span].prefix(24))" }
    }

    @Test func theReportIsTakenOutOfThePage() throws {
        let document = try Self.read(
            Self.html(
                """
                <nav><ul><li><a href=/>Home</a><li><a href=/world>World news and more of it</a></ul></nav>
                <div class="cookie-banner"><p>We value your privacy, and so do our 812 partners, who would like to know you.</p></div>
                <article><h1>Ferry loses power off Bergen</h1><p class="standfirst">Two tugs brought the Aurora home after an hour adrift.</p>
                <div class="byline">By Kari Nordmann</div>\(Self.article)
                <figure><img src=x><figcaption>The Aurora at the quay. Photo: Ola Nordmann</figcaption></figure>
                <blockquote><p>“We were never afraid,” said a passenger.</p></blockquote>
                <div class="related-articles"><h3><a href=/b>Another ferry runs aground</a></h3><p>It happened in May near the islands.</p></div>
                <p>The inquiry begins on Monday, and the company said that it would help.</p></article>
                <section class="comments"><p>First! I was aboard and it was cold, let me tell you all about it now.</p></section>
                <footer><p>Copyright 2024 The Harbour Gazette. All rights reserved. Terms of use.</p></footer>
                """,
                head:
                    "<title>Ferry loses power off Bergen | The Harbour Gazette</title><meta property=og:site_name content='The Harbour Gazette'>"
            ))
        let text = document.text.string
        for sentence in Self.sentences { #expect(text.contains(sentence)) }
        for junk in ["privacy", "First!", "Copyright", "Home"] { #expect(!text.contains(junk), "\(junk)") }
        let kinds = Self.kinds(document)
        #expect(kinds.first == "title: Ferry loses power off Be")
        #expect(kinds.contains("standfirst: Two tugs brought the Aur") && kinds.contains("byline: By Kari Nordmann"))
        #expect(kinds.contains { $0.hasPrefix("caption: The Aurora") || $0.hasPrefix("credit: ") })
        #expect(kinds.contains { $0.hasPrefix("quote: ") } && kinds.contains { $0.hasPrefix("relatedLink: Another") })
        #expect(
            document.metadata.title == "Ferry loses power off Bergen"
                && document.metadata.outlet == "The Harbour Gazette")
        #expect(document.metadata.authors == ["Kari Nordmann"])
    }

    @Test func everyCharacterOfAParagraphLeadsBackToItsPlace() throws {
        let html = Self.html("<main><h1>Ferry loses power off Bergen</h1>\(Self.article)</main>")
        let document = try Self.read(html)
        let bytes = Array(html.utf8)
        for block in document.blocks where block.kind == .paragraph {
            for offset in block.span.range {
                #expect(bytes[document.rawMap.rawOffset(of: offset)] == document.text.bytes[offset])
            }
        }
        #expect(document.blocks.count { $0.kind == .paragraph } == 3)
    }

    /// A headline that only structured data gives is cited in the file, not in the mended text: found by the fuzzer.
    @Test func aHeadlineOfStructuredDataLeadsBackThroughWhatWasMended() throws {
        let data = #"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry adrift"}</script>"#
        let html = Self.html(Self.article, head: "<!-- \(String(repeating: "\0", count: 90)) -->" + data)
        let document = try Self.read(html)
        let title = try #require(document.blocks.first { $0.kind == .title })
        #expect(document.text[title.span] == "Ferry adrift")
        let place = document.rawMap.rawOffset(of: title.span.start)
        #expect(Array(html.utf8)[place...].prefix(12).elementsEqual("Ferry adrift".utf8))
    }

    @Test func aHeadlineBesideMarkupInJSONLeadsBackThroughWhatWasMended() throws {
        let note = String(repeating: "\u{7F}", count: 9)
        let text = "<p>It drifted for hours.</p><p>Two tugs came.</p>"
        let json = #"{"note": "\#(note)", "title": "Ferry adrift", "text": "\#(text)"}"#
        let document = try #require(Reading.document(json, .json))
        let title = try #require(document.blocks.first { $0.kind == .title })
        #expect(document.text[title.span] == "Ferry adrift")
        let place = document.rawMap.rawOffset(of: title.span.start)
        #expect(Array(json.utf8)[place...].prefix(12).elementsEqual("Ferry adrift".utf8))
    }

    @Test func structuredDataGoesBeforeMetaElements() throws {
        let data = """
            {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Gazette"},
            {"@type": "NewsArticle", "headline": "Ferry &amp; tugs", "datePublished": "2024-06-18T21:30:00+02:00",
             "dateModified": "2024-06-19", "author": [{"@type": "Person", "name": "Kari Nordmann"}, {"@id": "#ola"}],
             "publisher": {"name": "Harbour Media"}, "isBasedOn": "https://example.org/wire", "articleSection": "Sea"},
            {"@id": "#ola", "@type": "Person", "name": "Ola Nordmann"},]}
            """
        let head = """
            <script type="application/ld+json">\(data)</script><meta property="article:published_time" content="2020-01-01">
            <meta property="og:site_name" content="Gazette"><link rel=canonical href="/a/1">
            """
        let metadata = try Self.read(Self.html(Self.article, head: head), address: "https://example.org/a/1?x=2")
            .metadata
        #expect(metadata.title == "Ferry & tugs" && metadata.authors == ["Kari Nordmann", "Ola Nordmann"])
        #expect(
            metadata.published?.description == "2024-06-18T21:30+02:00"
                || metadata.published?.description == "2024-06-18T21:30:00+02:00")
        #expect(metadata.published?.source == .structuredData && metadata.updated?.precision == .day)
        #expect(metadata.outlet == "Gazette" && metadata.publisher == "Harbour Media" && metadata.section == "Sea")
        #expect(metadata.url == "https://example.org/a/1" && metadata.basedOn == ["https://example.org/wire"])
    }

    @Test(arguments: [
        ("<meta property='article:published_time' content='2024-06-18T00:00:00Z'>", "2024-06-18", "openGraph"),
        ("<meta name=pubdate content='Tue, 18 Jun 2024 09:30:00 GMT'>", "2024-06-18T09:30:00Z", "meta"),
        ("<meta name=date content=20240618>", "2024-06-18", "meta"),
    ])
    func timesSayHowPreciseTheyAreAndWhereTheyWereFound(_ head: String, _ time: String, _ source: String) throws {
        let published = try Self.read(Self.html(Self.article, head: head)).metadata.published
        #expect(published?.description == time && published?.source.rawValue == source)
    }

    @Test func theAddressGivesTheDayWhereNothingElseDoes() throws {
        let metadata = try Self.read(Self.html(Self.article), address: "https://example.org/2024/06/18/ferry").metadata
        #expect(metadata.published?.description == "2024-06-18" && metadata.published?.source == .address)
        #expect(metadata.outlet == "example.org")
    }

    @Test func aDeclaredCharacterSetIsBelievedUnlessTheBytesSayOtherwise() throws {
        let page = "<html><meta charset=windows-1251><body>" + Self.article
        let greeting: [UInt8] =
            Array("<p>".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] + Array(" to all of you on this day.</p>".utf8)
        let document = try #require(
            Reading.reader.read(RawItem(name: "p.html", bytes: Array(page.utf8) + greeting)).document)
        #expect(document.text.string.contains("Привет to all"))
        let wrong = try Self.read(
            "<html><meta charset=iso-8859-1><body>\(Self.article)<p>The café of the quay was open all night, people said.</p>"
        )
        #expect(wrong.text.string.contains("café"))
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 100_000) + article,
        "<html>" + String(repeating: "<p class=x>a", count: 50_000),
        "<html><script>" + String(repeating: "x", count: 1 << 20),
        "<html><body>" + String(repeating: "&amp;", count: 100_000),
        "<html><table>" + String(repeating: "<tr><td><table>", count: 20_000),
        "<html><script type=application/ld+json>" + String(repeating: "[", count: 100_000) + "</script>" + article,
    ])
    func hostilePagesEndInTime(_ html: String) {
        _ = Reading.reader.documents(of: RawItem(name: "p.html", format: .html, bytes: Array(html.utf8)))
    }
}
