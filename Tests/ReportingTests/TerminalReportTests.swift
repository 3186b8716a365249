import HeadwaterTestKit
import NewsModel
import Testing

@testable import Reporting

@Suite struct TerminalReportTests {
    @Test(arguments: [40, 60, 80, 100, 200], [false, true])
    func noLineIsWiderThanTheTerminal(width: Int, isFull: Bool) {
        let text = TerminalReport(width: width, isFull: isFull).render(SampleStory.account())
        for line in text.split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
        }
    }

    @Test func theShortFormFitsAScreen() {
        let text = TerminalReport(width: 100).render(SampleStory.account())
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 54)
    }

    @Test func colourComesOnlyWhenAskedFor() {
        let account = SampleStory.account()
        #expect(!TerminalReport().render(account).utf8.contains(0x1B))
        #expect(TerminalReport(usesColor: true).render(account).utf8.contains(0x1B))
    }

    @Test func whatTheReportsSayIsThere() {
        let text = TerminalReport(width: 100).render(SampleStory.account())
        #expect(text.contains("4 reports · 3 origins"))
        #expect(text.contains("◌ Coastal Wire"))
        #expect(text.contains("not credited"))
        #expect(text.contains("at least 12"))
        #expect(text.contains("2,800 t [3]"), "a report has the number that it has in the tree of origins")
        #expect(!text.contains(".txt"), "no file where an outlet is known")
    }

    @Test func allOfItSaysMore() {
        let account = SampleStory.account()
        let short = TerminalReport(width: 100).render(account)
        let full = TerminalReport(width: 100, isFull: true).render(account)
        for claim in account.ledger.claims { #expect(full.contains(" \(claim.id) ")) }
        #expect(full.contains("TIMELINE") && !short.contains("TIMELINE"))
        #expect(full.contains("(Coastal Wire) ← Irena Vasko"), "a link that only the lineage tells of is in brackets")
    }

    @Test func aDocumentCannotCommandTheTerminal() {
        var account = SampleStory.account()
        account.story.title = "Red \u{1B}[31malert\u{7}\u{9B}2J \u{202E}evil\rover"
        let text = TerminalReport().render(account)
        #expect(text.hasPrefix("Red [31malert2J evil over\n"))
    }

    @Test func anEmptyAccountIsSaidToBeEmpty() {
        let account = Account(
            story: Story(id: "x", title: ""), brief: [], analyses: [Analysis(document: .make("Hello."))],
            lineage: Lineage(), ledger: Ledger(), world: World(), diagnostics: [])
        let text = TerminalReport().render(account)
        #expect(text.contains("none was found"))
        #expect(text.contains("1 report ·"))
    }
}

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("abc", 3), ("爆発", 4), ("e\u{301}", 1), ("🚢", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("한국", 4), ("ｆ", 2), ("—", 1),
    ])
    func widths(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func wrappingBreaksAtSpacesAndInsideLongWords() {
        #expect(TerminalText.wrapped("one two three four", width: 9) == ["one two", "three", "four"])
        #expect(TerminalText.wrapped("aaaaaaaaaaaaaaaaaaaa b", width: 8) == ["aaaaaaaa", "aaaaaaaa", "aaaa b"])
        #expect(TerminalText.wrapped("爆発爆発爆発", width: 8) == ["爆発爆発", "爆発"])
        #expect(TerminalText.wrapped("", width: 8) == [""])
    }

    @Test func cuttingKeepsTheWidth() {
        #expect(TerminalText.cut("abcdef", to: 6) == "abcdef")
        #expect(TerminalText.cut("abcdefg", to: 6) == "abcde…")
        #expect(TerminalText.cut("爆発爆発", to: 6) == "爆発…")
    }
}

@Suite struct AmountTextTests {
    @Test(
        arguments: [
            (Amount(exactly: 12), nil, "12"), (Amount(low: 12, high: nil, bound: .atLeast), nil, "at least 12"),
            (Amount(low: 0, high: 5_000_000, bound: .below), nil, "nearly 5 million"),
            (Amount(low: 2e6, high: 5e6, bound: .between), nil, "2 to 5 million"),
            (Amount(exactly: 4_812_345), nil, "4,812,345"), (Amount(exactly: 4.8e6), nil, "4.8 million"),
            (Amount(low: 3000, high: 3000, bound: .about), "t", "about 3,000 t"),
            (Amount(low: 0, high: 4e7, bound: .upTo), "USD", "up to 40 million USD"),
            (Amount(exactly: 4), "%", "4 %"), (Amount(exactly: -1.25), nil, "-1.25"),
            (Amount(low: nil, high: nil, bound: .vague), nil, "an unknown number"),
            (Amount(exactly: .infinity), nil, "∞"), (Amount(exactly: 1.0 / 3), nil, "1/3"),
            (Amount(exactly: 0.25), nil, "0.25"), (Amount(exactly: 1e300), nil, "1e+300"),
        ] as [(Amount, String?, String)])
    func words(amount: Amount, unit: String?, words: String) {
        #expect(AmountText.words(amount, unit: unit) == words)
    }
}
