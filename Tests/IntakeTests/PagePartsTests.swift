import NewsModel
import Testing
import TextCore

@testable import Intake

/// What of a page is its report's, where only its place tells.
@Suite struct PagePartsTests {
    static func kinds(_ body: String, head: String = "") throws -> [String] {
        PageTests.kinds(try PageTests.read(PageTests.html(body, head: head)))
    }

    @Test func whatFollowsTheElementOfTheTextIsThePages() throws {
        let kinds = try Self.kinds(
            """
            <article><h1>Ferry loses power off Bergen</h1><div class="copy">\(PageTests.article)</div>
            <div class="x7"><h3>Two weeks for nothing</h3><p>Read the paper on paper, and see what you think of it. It ends by itself.</p></div>
            <ul class="y8"><li>Permalink</li><li>Print this page</li></ul></article>
            """)
        #expect(kinds.count == 4, "\(kinds)")
    }

    @Test func theTextMayGoOnInAnElementOfTheSameKind() throws {
        let kinds = try Self.kinds(
            """
            <article><h1>Ferry loses power off Bergen</h1><div class="copy">\(PageTests.article)\(PageTests.article)</div><div class="ad"></div>
            <div class="copy"><p>The inquiry begins on Monday, and the company said that it would help.</p></div></article>
            """)
        #expect(kinds.last == "paragraph: The inquiry begins on Mo", "\(kinds)")
    }

    @Test func aLineThatStandsWithAPictureAloneIsItsCaption() throws {
        let kinds = try Self.kinds(
            """
            <article><h1>Ferry loses power off Bergen</h1>\(PageTests.article)
            <div class="pic"><a href=/p><img src=x></a><p>The Aurora at the quay of Bergen in May</p></div>
            <p>The inquiry begins on Monday, and the company said that it would help.</p></article>
            """)
        #expect(kinds.contains("caption: The Aurora at the quay o"), "\(kinds)")
    }

    @Test func aLineWithANameOfItsOwnIsALabel() throws {
        let five = PageTests.article + "<p>Nobody was hurt, it said.</p><p>The sea was calm all night.</p>"
        let kinds = try Self.kinds(
            """
            <article><h1>Ferry loses power off Bergen</h1>\(five)<p class="agencies">HG/kn</p>
            <p>The inquiry begins on Monday, and the company said that it would help.</p></article>
            """)
        #expect(kinds.contains("boilerplate: HG/kn"), "\(kinds)")
    }

    @Test func wordsThatAreOnlyReadAloudAreLeftOut() throws {
        let document = try PageTests.read(
            PageTests.html(
                "<article>\(PageTests.article)<p>The report, <span class=\"visually-hidden\">opens a new tab</span>filed on Monday, was short.</p></article>"
            ))
        #expect(document.text.string.hasSuffix("The report, filed on Monday, was short."))
    }

    @Test func headingsAboveWhatCannotBeShownStay() throws {
        let box =
            "<div class=\"social-placeholder\"><h3>Not available</h3><p>Your settings keep us from showing this.</p></div>"
        let kinds = try Self.kinds(
            """
            <article><h1>Ferry loses power off Bergen</h1>\(PageTests.article)<h2>1. The engines are thirty years old</h2>\(box)
            <h2>2. The tugs came from Stavanger</h2>\(box)</article>
            """)
        #expect(kinds.count { $0.hasPrefix("heading: ") } == 2, "\(kinds)")
    }

    @Test func aHeadingOverLinksIsThePages() throws {
        let kinds = try Self.kinds(
            """
            <article><h1>Ferry loses power off Bergen</h1>\(PageTests.article)<h2>More of the sea</h2>
            <ul><li><a href=/1>Another ferry runs aground near the islands</a><li><a href=/2>Tugs for sale in Bergen this week</a></ul>
            </article>
            """)
        #expect(!kinds.contains { $0.hasPrefix("heading: ") }, "\(kinds)")
    }

    @Test func thePlaceAndTheAgencyBeforeTheFirstSentenceAreMetadata() throws {
        let lead = "<p>BERGEN (Reuters) - \(PageTests.sentences[0])</p>"
        let metadata = try PageTests.read(PageTests.html("<article>\(lead)\(PageTests.article)</article>")).metadata
        #expect(metadata.datelinePlace == "BERGEN" && metadata.publisher == "Reuters")
    }

    @Test func aBreakAfterWholeSentencesEndsAParagraphThatIsNone() throws {
        let sentences = PageTests.sentences
        let kinds = try Self.kinds(
            "<article><h1>Ferry loses power off Bergen</h1><div>\(sentences.joined(separator: "<br>"))</div></article>")
        #expect(kinds.count { $0.hasPrefix("paragraph: ") } == 3, "\(kinds)")
        // Within a paragraph's own element, and within a sentence, it is a break of a line.
        let verse = "<p>\(sentences.joined(separator: "<br>"))</p><div>\(sentences[0].dropLast(2))<br>and went on</div>"
        let whole = try Self.kinds("<article><h1>Ferry loses power off Bergen</h1>\(verse)</article>")
        #expect(whole.count { $0.hasPrefix("paragraph: ") } == 2, "\(whole)")
    }

    @Test func listsOfArticlesAreNoneOfTheReport() throws {
        let teaser =
            "<li><header><a href=/x>Another ferry runs aground</a></header><p>It happened in May near the islands, and it was cold.</p></li>"
        for name in ["list-articles", "article-list", "articleList"] {
            let kinds = try Self.kinds(
                "<article><h1>Ferry loses power off Bergen</h1>\(PageTests.article)</article><ol class=\(name)>\(teaser)</ol>"
            )
            #expect(kinds.count { $0.hasPrefix("paragraph: ") } == 3, "\(name): \(kinds)")
        }
        let asked = "<p>Got a story? Get in touch with our news team at news@gazette.example.</p>"
        let kinds = try Self.kinds(
            "<article><h1>Ferry loses power off Bergen</h1>\(PageTests.article)\(asked)</article>")
        #expect(kinds.contains { $0.hasPrefix("promo: Got a story") }, "\(kinds)")
    }
}
