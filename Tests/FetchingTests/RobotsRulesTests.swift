import Testing

@testable import Fetching

/// What RFC 9309 says of robots.txt, with its own examples.
@Suite struct RobotsRulesTests {
    private static func allows(_ text: String, _ target: String, as product: String = "Headwater") -> Bool {
        RobotsRules(Array(text.utf8), product: product).allows(target)
    }

    @Test func theGroupThatNamesTheProgramCounts() {
        let text = """
            User-Agent: *
            Disallow: /

            User-agent: OtherBot
            user-agent: HEADWATER/0.1
            Disallow: /inner # not this
            Unknown: line
            Sitemap: https://news.example/sitemap.xml

            User-agent: headwater
            Allow: /inner/press
            """
        #expect(Self.allows(text, "/page") && !Self.allows(text, "/inner/x") && Self.allows(text, "/inner/press/1"))
        #expect(!Self.allows(text, "/page", as: "FooBot"))
        #expect(Self.allows(text, "/robots.txt", as: "FooBot"))
    }

    /// Section 5.2: the longest match.
    @Test func theLongestRuleWins() {
        let text = """
            User-Agent: *
            Allow: /example/page/
            Disallow: /example/page/disallowed.gif
            """
        #expect(Self.allows(text, "/example/page/x") && !Self.allows(text, "/example/page/disallowed.gif"))
        #expect(Self.allows("User-agent: *\nDisallow: /a\nAllow: /a", "/a"))
    }

    /// Section 5.1 and 2.2.3: stars and ends.
    @Test func signs() {
        let text = """
            User-Agent: *
            Disallow: *.gif$
            Disallow: /example/
            Allow: /publications/
            Disallow: /a*/b*c$
            """
        // The path of the rule that allows is longer than the one of the rule that forbids.
        #expect(Self.allows(text, "/publications/x.gif"))
        #expect(!Self.allows(text, "/x.gif") && Self.allows(text, "/x.gif?1") && Self.allows(text, "/x.gift"))
        #expect(!Self.allows(text, "/an/bc") && !Self.allows(text, "/a/bxcxc") && Self.allows(text, "/a/bcd"))
        #expect(!Self.allows("User-agent: *\nDisallow: /*?print", "/x/y?print=1"))
        #expect(Self.allows("User-agent: *\nDisallow: /$", "/x") && !Self.allows("User-agent: *\nDisallow: /$", "/"))
    }

    /// Section 2.2.2: one path written in two ways.
    @Test func escapesAreOneWay() {
        #expect(!Self.allows("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84"))
        #expect(!Self.allows("User-agent: *\nDisallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84"))
        #expect(!Self.allows("User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz"))
        #expect(!Self.allows("User-agent: *\nDisallow: /path/file-with-a-%2A.html", "/path/file-with-a-*.html"))
        #expect(Self.allows("User-agent: *\nDisallow: /path/file-with-a-%2A.html", "/path/file-with-a-b.html"))
    }

    @Test func oddFilesAllow() {
        for text in [
            "", "<html>Not found</html>", "User-agent: *\nDisallow:", "Disallow: /",
            "\u{FEFF}User-agent: x\r\rDisallow: /",
        ] {
            #expect(Self.allows(text, "/page"), "\(text)")
        }
        #expect(!Self.allows("\u{FEFF}User-agent: *\rDisallow: /", "/page"))
        #expect(RobotsRules(Array("User-agent: *\nCrawl-delay: 2.5\n".utf8), product: "Headwater").delay == 2.5)
        #expect(
            RobotsRules(Array("User-agent: *\nCrawl-delay: nan\nCrawl-delay: -1".utf8), product: "Headwater").delay
                == nil)
    }
}
