import NewsModel
import Testing
import TextCore

@testable import Intake

/// Feeds, JSON, messages, and one report that was given in several ways.
@Suite struct FeedTests {
    static func documents(_ text: String, _ name: String = "given") -> [Document] {
        Reading.reader.documents(of: RawItem(name: name, bytes: Array(text.utf8))).documents
    }

    static let body = PageTests.sentences.map { "<p>\($0)</p>" }.joined()

    @Test func anRSSFeedGivesItsReportsWithTheirSource() throws {
        let documents = Self.documents(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>News of all papers</title><link>https://all.example</link><language>en</language>
            <item><title>Ferry &amp;amp; tugs</title><link>https://gazette.example/a</link><dc:creator>Kari Nordmann</dc:creator>
            <pubDate>Tue, 18 Jun 2024 09:30:00 +0200</pubDate><source url="https://gazette.example/feed">The Harbour Gazette</source>
            <description>Short.</description><content:encoded><![CDATA[\(Self.body)]]></content:encoded></item>
            <item><title>Second</title><description>&lt;p&gt;Only this is told of it &amp;amp; no more.&lt;/p&gt;</description></item>
            </channel></rss>
            """)
        #expect(documents.count == 2)
        let first = try #require(documents.first)
        #expect(first.metadata.title == "Ferry & tugs" && first.metadata.authors == ["Kari Nordmann"])
        #expect(first.metadata.outlet == "The Harbour Gazette" && first.metadata.transport == "News of all papers")
        #expect(
            first.metadata.published?.description == "2024-06-18T09:30:00+02:00"
                && first.metadata.url == "https://gazette.example/a")
        #expect(first.blocks.count { $0.kind == .paragraph } == 3 && first.blocks.first?.kind == .title)
        #expect(documents[1].text.string.contains("Only this is told of it & no more."))
        #expect(documents[0].id != documents[1].id && documents[1].files == ["given#2"])
    }

    /// Found by fuzzing: an entry of nothing but a blank title gave a document without text.
    @Test(arguments: [" ", "\u{A0}", "\u{2003}\u{2003}", "\\n"])
    func anEntryWithABlankTitleAndNoTextGivesNoDocument(_ title: String) {
        let documents = Self.documents(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","title":"\(title)"},
            {"id":"2","title":"\(title)","content_html":"<p> </p>"},{"id":"3","title":"\(title)","content_html":"<p>Words.</p>"}]}
            """)
        #expect(documents.map(\.text.string) == ["Words."])
        #expect(documents.allSatisfy { $0.blocks.allSatisfy { !$0.span.isEmpty } })
    }

    @Test func anAtomFeedGivesItsMarkupAsItStands() throws {
        let document = try #require(
            Self.documents(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title type="html">A &lt;b&gt;ferry&lt;/b&gt;</title>
                <link rel="alternate" href="https://gazette.example/a"/><author><name>Kari Nordmann</name></author>
                <published>2024-06-18T09:30:00Z</published><updated>2024-06-19T00:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(Self.body)</div></content></entry></feed>
                """
            ).first)
        #expect(document.metadata.title == "A ferry" && document.metadata.outlet == "Gazette")
        #expect(document.metadata.updated?.precision == .day && document.blocks.count { $0.kind == .paragraph } == 3)
    }

    @Test(arguments: [
        #"{"title": "Ferry loses power", "author": "Kari Nordmann; Ola Nordmann", "hostname": "gazette.example", "date": "2024-06-18", "text": "TEXT", "source": "https://gazette.example/a"}"#,
        #"{"title": "Ferry loses power", "authors": ["Kari Nordmann", "Ola Nordmann"], "date_publish": "2024-06-18 00:00:00", "maintext": "TEXT", "url": "https://gazette.example/a", "source_domain": "gazette.example"}"#,
        #"{"uri": "https://gazette.example/a", "headline": "Ferry loses power", "byline": "Kari Nordmann and Ola Nordmann", "versioncreated": "2024-06-18", "body_text": "TEXT", "provider": "gazette.example"}"#,
        #"{"title": "Ferry loses power", "authors": ["Kari Nordmann", "Ola Nordmann"], "published": "2024-06-18", "outlet": "gazette.example", "url": "https://gazette.example/a", "body": "TEXT"}"#,
    ])
    func articlesOfOtherProgramsAreRead(_ json: String) throws {
        let text = PageTests.sentences.joined(separator: #"\n\n"#)
        let document = try #require(Self.documents(json.split(separator: "TEXT").joined(separator: text)).first)
        let metadata = document.metadata
        #expect(metadata.title == "Ferry loses power" && metadata.authors == ["Kari Nordmann", "Ola Nordmann"])
        #expect(metadata.published?.description == "2024-06-18" && metadata.outlet == "gazette.example")
        #expect(metadata.url == "https://gazette.example/a")
        #expect(document.blocks.count { $0.kind == .paragraph } == 3 && document.blocks.first?.kind == .title)
    }

    @Test func aMessageGivesThePartThatPeopleRead() throws {
        let document = try #require(
            Self.documents(
                """
                From: =?utf-8?q?The_Harbour_Gazette?= <news@gazette.example>
                To: reader@example.org
                Subject: =?utf-8?b?RmVycnkgbG9zZXMgcG93ZXI=?=
                Date: Tue, 18 Jun 2024 09:30:00 +0200
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="xyz"

                --xyz
                Content-Type: text/plain; charset=utf-8

                Plain.
                --xyz
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <html><body><h1>Ferry loses power</h1>\(Self.body)<p>The caf=C3=A9 of the quay was open a=
                ll night, people said of it.</p></body></html>
                --xyz--
                """
            ).first)
        #expect(document.metadata.title == "Ferry loses power" && document.metadata.outlet == "The Harbour Gazette")
        #expect(
            document.text.string.contains("The café of the quay was open all night")
                && document.metadata.published?.source == .header)
    }

    @Test func oneReportGivenInSeveralWaysIsOne() {
        let page = PageTests.html(
            "<article><h1>Ferry loses power</h1>\(PageTests.article)</article>",
            head:
                "<link rel=canonical href='https://gazette.example/a'><meta property=og:site_name content='The Harbour Gazette'>"
        )
        let feed = """
            <rss><channel><title>The Harbour Gazette</title><item><title>Ferry loses power</title>
            <link>http://www.gazette.example/a/?utm_source=rss</link><description>\(PageTests.sentences[0])</description></item></channel></rss>
            """
        let copy = "Ferry loses power\n\n" + PageTests.sentences.joined(separator: "\n\n")
        let elsewhere = page.split(separator: "gazette.example").joined(separator: "other.example")
        let given =
            Self.documents(page, "page.html") + Self.documents(feed, "feed.xml") + Self.documents(copy, "copy.txt")
            + Self.documents(elsewhere, "other.html")
        #expect(given.count == 4)
        let (joined, diagnostics) = DocumentJoiner.joined(given)
        #expect(joined.map(\.files) == [["copy.txt", "feed.xml#1", "page.html"], ["other.html"]])
        #expect(diagnostics.map(\.code) == ["intake.sameDocument", "intake.sameDocument"])
    }
}
