import HeadwaterTestKit
import NewsModel
import Testing

@testable import Reporting

@Suite struct MarkdownReportTests {
    let text = MarkdownReport().render(SampleStory.account())

    @Test func everyFootnoteIsDefinedOnce() {
        let lines = text.split(separator: "\n")
        let defined = lines.filter { $0.hasPrefix("[^") }.compactMap { $0.split(separator: "]").first }
        #expect(Set(defined).count == defined.count)
        #expect(defined.count > 20)
        for line in lines where !line.hasPrefix("[^") {
            for part in line.split(separator: "[").dropFirst() where part.hasPrefix("^") {
                #expect(defined.contains("[" + part.prefix { $0 != "]" }))
            }
        }
    }

    @Test func aFootnoteGivesReportFileOffsetsAndWords() {
        #expect(
            text.contains(
                "Northern Herald, herald.txt, characters 332–360: “2,800 tonnes of wheat burned”"))
    }

    @Test func everyBriefSentenceIsThere() {
        for section in BriefItem.Section.allCases { #expect(text.contains("## " + Wording.heading(section))) }
        #expect(text.contains("- No report says what set off the explosion.\n"))
    }

    @Test func markupOfAReportIsShown() {
        #expect(text.contains(#"what we know \<b\>so far\</b\>"#))
        let hostile = "- a\n# b | `c` [x](javascript:1) &lt;"
        #expect(Markdown.escaped(hostile) == ##"\- a \# b \| \`c\` \[x\](javascript:1) \&lt;"##)
    }
}
