import NewsModel
import Testing

@testable import Intake

/// Markdown: marks become kinds, spans stay spans of the source.
@Suite struct MarkdownFormatTests {
    static let report = """
        ---
        title: "Ferry loses power off Bergen"
        author: Jane Doe
        date: 2024-06-18T21:40:00+02:00
        source: The Harbour Gazette
        url: https://example.org/ferry
        ---

        # Ferry loses power *off Bergen*

        BERGEN (Reuters) – The ferry **Aurora** left the harbour of Bergen on Tuesday
        evening with 212 people aboard and lost power an hour later, the
        [coast guard](https://example.org) said.

        ![The ferry at the pier](ferry.jpg)

        The rescue
        ----------

        > Nobody was hurt,
        > and nobody was cold.

        - The engine had been inspected in April, the operator of the ferry said on Tuesday night.
        - Investigators went aboard on Wednesday.

        SEE ALSO: [Minister resigns](https://example.org/minister)

        ***

        ## Related stories

        - Parliament votes down new tax on sugar
        - Champions sign striker for record fee

        ```
        code
        more of it
        ```

        [1]: https://example.org
        """

    @Test func kinds() {
        let expected: [(Block.Kind, String)] = [
            (.boilerplate, "---"), (.boilerplate, "title:"), (.title, "Ferry loses power off Bergen"),
            (.boilerplate, "\""),
            (.byline, "author: Jane Doe"), (.dateline, "date: 2024-06-18T21:40:00+02:00"),
            (.boilerplate, "source: The Harbour Gazette"), (.boilerplate, "url: https://example.org/ferry"),
            (.boilerplate, "---"),
            (.title, "# Ferry loses power *off Bergen*"), (.dateline, "BERGEN (Reuters) –"),
            (.paragraph, "The ferry **Aurora** left"),
            (.caption, "![The ferry at the pier](ferry.jpg)"), (.heading, "The rescue\n-"),
            (.quote, "> Nobody was hurt,\n> and"),
            (.paragraph, "- The engine had"), (.paragraph, "- Investigators"), (.promo, "SEE ALSO"),
            (.boilerplate, "***"),
            (.relatedLink, "## Related stories"), (.relatedLink, "- Parliament"), (.relatedLink, "- Champions"),
            (.boilerplate, "```\ncode"), (.boilerplate, "[1]:"),
        ]
        let blocks = Reading.blocks(Self.report, .markdown)
        #expect(blocks.count == expected.count)
        for (block, (kind, start)) in zip(blocks, expected) { #expect(block.hasPrefix("\(kind.rawValue): \(start)")) }
    }

    @Test func frontMatter() throws {
        let metadata = try #require(Reading.document(Self.report, .markdown)).metadata
        #expect(metadata.title == "Ferry loses power off Bergen" && metadata.byline == "Jane Doe")
        #expect(
            metadata.outlet == "The Harbour Gazette" && metadata.publisher == "Reuters"
                && metadata.datelinePlace == "BERGEN")
        #expect(metadata.url == "https://example.org/ferry")
        let published = try #require(metadata.published)
        #expect(
            published.date.description == "2024-06-18" && published.secondOfDay == 78_000
                && published.zoneMinutes == 120)
        #expect(published.precision == .second)
    }

    @Test func unknownFormatsAreLookedAt() {
        #expect(
            Reading.blocks("# A heading of its own\n\n\(BlockKindTests.lead)", .unknown).first
                == "title: # A heading of its own")
        #expect(
            Reading.document("# Ferry [loses](x) `power`\n\n\(BlockKindTests.lead)", .unknown)?.metadata.title
                == "Ferry loses power")
        #expect(
            Reading.blocks("#1 in the charts\n\n\(BlockKindTests.lead)", .unknown).first?.hasPrefix("title: #1") == true
        )
    }

    @Test(arguments: [
        "---\ntitle: never closed\n", "---\n---\n", "---\n\n---\n\ntext\n", "> \n> \n", "- \n", "```\nnever closed",
        "===\n---\n",
    ])
    func oddMarkdownIsRead(_ text: String) { #expect(!Reading.blocks(text, .markdown).isEmpty) }
}
