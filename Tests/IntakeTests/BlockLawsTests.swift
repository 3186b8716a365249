import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Intake

/// What holds of the blocks of every text.
@Suite struct BlockLawsTests {
    static let texts = [
        "one", "one\n\ntwo", "\n\n  \n a \n", "«quoted»\r\nline\rline\n", "By\n\nBy X\n(AP)\n(AP) -\n—\n–\n- \n()",
        "# \n#\n##\n> \n>\n```\n", "---\ntitle: x\n---\n", "---\n", "a: b\nTitle: x\nDate: 2024-13-45\n",
        String(repeating: "word\n", count: 500), String(repeating: "a", count: 5000),
        "é\n" + String(repeating: "é", count: 3000),
        "Title\n\nTitle\n\ntitleThe text goes on (Photo: AP)\n\n(Photo: AP)", "KYIV –", "KYIV (Reuters) –", "(Reuters)",
        "KYIV (Reuters)", "KYIV (Reuters)\n\nThe bridge fell on Monday, and three people were hurt by it.",
        "Posted: Posted: Posted: 1 2 3 4 5/6/7 8:9 10-11-12 :: ,, --", "😀 😀\n\n😀", "\u{FEFF}\u{A0}\n\u{200B}x",
    ]

    @Test(arguments: texts, [RawItem.Format.plainText, .markdown, .unknown])
    func everyCharacterIsInOneBlock(_ text: String, _ format: RawItem.Format) throws {
        guard let document = Reading.document(text, format) else { return }
        let spans = document.blocks.map(\.span)
        expectLayerLaws(spans, in: document.text)
        var covered = 0
        for span in spans {
            #expect(span.start >= covered, "blocks are disjoint")
            #expect(document.text.trimmed(TextSpan(covered, span.start)).isEmpty, "nothing is thrown away")
            #expect(document.text.trimmed(span) == span && !span.isEmpty, "a block is trimmed and not empty")
            covered = span.end
        }
        #expect(document.text.trimmed(TextSpan(covered, document.text.count)).isEmpty, "nothing is thrown away")
        #expect(Reading.document(text, format)?.blocks == document.blocks, "the same twice")
    }
}
