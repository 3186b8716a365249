import NewsModel
import Testing
import TextCore

@testable import Intake

/// Which of the titles of a page is its headline.
@Suite struct PageTitleTests {
    /// A page with titles: of the window, OpenGraph's, structured data's, the first heading.
    static func title(
        _ window: String?, _ card: String?, _ data: String?, _ heading: String?, outlet: String = "The Harbour Gazette"
    )
        throws -> String?
    {
        var head = "<meta property=og:site_name content='\(outlet)'>"
        if let window { head += "<title>\(window)</title>" }
        if let card { head += "<meta property=og:title content=\"\(card)\">" }
        if let data {
            head += "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"\(data)\"}</script>"
        }
        let body = (heading.map { "<h1>\($0)</h1>" } ?? "") + PageTests.article
        return try PageTests.read(PageTests.html("<article>\(body)</article>", head: head)).metadata.title
    }

    @Test func whatThePageHandsOnGoesBeforeWhatIsWrittenForSearchEngines() throws {
        #expect(
            try Self.title(
                "Bergen ferry adrift: latest news on Aurora", "Ferry loses power off Bergen",
                "Bergen ferry adrift: latest news on Aurora", "Ferry loses power off Bergen")
                == "Ferry loses power off Bergen")
        #expect(try Self.title(nil, nil, "Ferry loses power off Bergen", nil) == "Ferry loses power off Bergen")
        #expect(
            try Self.title("Ferry loses power off Bergen | The Harbour Gazette", nil, nil, nil)
                == "Ferry loses power off Bergen")
    }

    @Test(arguments: [
        "Ferry loses power off Bergen | The Harbour Gazette", "Ferry loses power off Bergen - The Harbour Gazette",
        "Ferry loses power off Bergen | Sea | The Harbour Gazette", "Ferry loses power off Bergen – HG – 18.06.2024",
        "Ferry loses power off Bergen | The Harbour Gazette | by Kari Nordmann",
    ])
    func whatStandsBehindABarIsCutOff(_ card: String) throws {
        #expect(try Self.title(card, card, nil, "Ferry loses power off Bergen") == "Ferry loses power off Bergen")
    }

    @Test func quotationMarksMakeNoOtherTitle() throws {
        #expect(
            try Self.title(nil, "Ferry's crew 'never afraid' | The Harbour Gazette", nil, "Ferry’s crew ‘never afraid’")
                == "Ferry's crew 'never afraid'")
    }

    @Test func whatTheStructuredHeadlineSaysTooStays() throws {
        let title = "Ferry adrift off Bergen - what we know"
        #expect(try Self.title(title, title, title, "Ferry adrift off Bergen") == title)
    }

    @Test func theSitesOwnTitleIsNoHeadline() throws {
        #expect(
            try Self.title(
                "Ferry loses power off Bergen", "The Harbour Gazette", "Ferry loses power off Bergen",
                "Ferry loses power off Bergen")
                == "Ferry loses power off Bergen")
        #expect(
            try Self.title(
                "Ferry loses power off Bergen", "Your daily paper, since 1871", "Ferry loses power off Bergen",
                "Ferry loses power off Bergen") == "Ferry loses power off Bergen")
    }

    @Test func anEntryOfALiveBlogIsNotItsTitle() throws {
        let document = try PageTests.read(PageTests.html(LiveBlogTests.markup, head: LiveBlogTests.data))
        #expect(document.metadata.title == "Ferry adrift off Bergen: what we know")
    }
}
