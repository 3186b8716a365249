import NewsModel
import Testing
import TextCore

@testable import Intake

/// Live blogs: every entry has its own time, and none is taken for the page's report.
@Suite struct LiveBlogTests {
    static let entries = [
        (
            "2024-06-18T21:30:00+02:00", "Tugs on their way",
            "Two tugs left the quay of Bergen at half past nine, the coast guard said in a post."
        ),
        (
            "2024-06-18T20:45:00+02:00", "Ferry adrift",
            "The ferry Aurora has lost power and drifts to the south, a passenger told this paper by phone."
        ),
        (
            "2024-06-18T20:10:00+02:00", "Aurora leaves",
            "The Aurora left the harbour with 212 people aboard, ten minutes late because of the fog."
        ),
    ]

    static let markup =
        "<main><h1>Ferry adrift off Bergen: what we know</h1><p>Follow the rescue of the ferry Aurora here as it goes on tonight.</p><div>"
        + entries.map { "<article><time datetime=\"\($0)\">20:45</time><h2>\($1)</h2><p>\($2)</p></article>" }.joined()
        + "</div></main>"

    static let data = """
        <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry adrift off Bergen: what we know",
        "datePublished":"2024-06-18T20:00:00+02:00","liveBlogUpdate":[\(
            entries.map { "{\"@type\":\"BlogPosting\",\"headline\":\"\($1)\",\"datePublished\":\"\($0)\",\"articleBody\":\"\($2)\"}" }
                .joined(separator: ","))]}</script>
        """

    static func times(_ document: Document) -> [String] {
        document.blocks.filter { $0.kind == .paragraph }.map {
            ($0.published?.description ?? "none") + " " + document.text[$0.span].prefix(12)
        }
    }

    static let expected = [
        "none Follow the r", "2024-06-18T21:30:00+02:00 Two tugs lef", "2024-06-18T20:45:00+02:00 The ferry Au",
        "2024-06-18T20:10:00+02:00 The Aurora l",
    ]

    @Test func theMarkupDatesItsEntries() throws {
        let document = try PageTests.read(PageTests.html(Self.markup))
        #expect(Self.times(document) == Self.expected)
        #expect(document.blocks.count { $0.kind == .dateline } == 3)
        #expect(document.blocks.filter { $0.kind == .heading }.allSatisfy { $0.published != nil })
    }

    @Test func structuredDataDatesWhatTheMarkupDoesNot() throws {
        let plain = Self.markup.replacing("<time datetime=", with: "<span title=").replacing("</time>", with: "</span>")
        let document = try PageTests.read(PageTests.html(plain, head: Self.data))
        #expect(Self.times(document) == Self.expected)
        #expect(document.metadata.title == "Ferry adrift off Bergen: what we know", "not an entry's")
        #expect(document.metadata.published?.description == "2024-06-18T20:00:00+02:00")
    }

    @Test func anOrdinaryReportHasNoEntries() throws {
        let document = try PageTests.read(
            PageTests.html(
                "<article><h1>Ferry loses power off Bergen</h1><time datetime=2024-06-18>18 June</time>\(PageTests.article)</article>"
            ))
        #expect(document.blocks.allSatisfy { $0.published == nil })
    }
}
