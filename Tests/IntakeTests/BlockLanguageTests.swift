import NewsModel
import Testing
import TextCore

@testable import Intake

/// The language of a report, and of paragraphs that are in another.
@Suite struct BlockLanguageTests {
    private static let others = [
        (
            "zh", "渡轮“极光号”星期二晚上载着二百一十二人离开卑尔根港,一小时后失去动力,海岸警卫队说,两艘拖船在午夜之前赶到并把它带回码头。"
        ),
        (
            "uk",
            "Пором «Аврора» вийшов з гавані Бергена у вівторок увечері з 212 пасажирами на борту, повідомила берегова охорона."
        ),
        (
            "de",
            "Die Fähre Aurora lief am Dienstagabend mit 212 Menschen an Bord aus dem Hafen von Bergen aus, teilte die Küstenwache mit."
        ),
        (
            "fr",
            "Le ferry Aurora a quitté le port de Bergen mardi soir avec 212 personnes à bord, ont annoncé les gardes-côtes."
        ),
        (
            "es",
            "El transbordador Aurora zarpó del puerto de Bergen el martes por la noche con 212 personas a bordo, según la guardia costera."
        ),
    ]

    /// The detector does not look at a text that holds what no text should, nor at one that ends within a character, and left
    /// its answer to chance: found by the fuzzer.
    @Test func whatNoTextShouldHoldDoesNotHideTheLanguage() {
        for (tag, paragraph) in Self.others {
            for odd: UInt32 in [0x10FFFE, 0xFDD0, 1, 0x85, 0x7F] {
                let mark = String(String.UnicodeScalarView([Unicode.Scalar(odd)!]))
                #expect(LanguageIdentifier.tag(of: SourceText(mark + paragraph + mark)) == tag, "\(odd)")
            }
            let long = SourceText(String(repeating: paragraph + " ", count: 4_096 / paragraph.utf8.count + 1))
            for start in 0..<4 {
                let block = Block(.paragraph, TextSpan(start, long.count))
                guard long.isScalarBoundary(start) else { continue }
                #expect(LanguageIdentifier.marked([block], long, document: "en").map(\.language) == [tag])
            }
        }
    }

    @Test(arguments: others) func aParagraphInAnotherLanguageSaysSo(_ tag: String, _ paragraph: String) throws {
        let html = PageTests.html(
            "<article><h1>Ferry loses power</h1>\(PageTests.article)<p>\(paragraph)</p></article>")
        let (read, diagnostics) = Reading.reader.read(
            RawItem(name: "page.html", format: .html, bytes: Array(html.utf8)))
        let document = try #require(read)
        #expect(document.metadata.language == "en")
        let marked = document.blocks.filter { $0.language != nil }
        #expect(marked.map(\.language) == [tag] && marked.map { document.text[$0.span] } == [paragraph])
        #expect(!document.isReadable(at: marked[0].span.start) && document.isReadable(at: 0))
        #expect(diagnostics.map(\.code) == ["intake.language"])
    }

    @Test func namesAndShortLinesAreOfTheirReport() {
        let text =
            (PageTests.sentences + [
                "Aurora Borealis II, Kystvakten, Bergenhus festning, Ålesund", "Merci beaucoup, monsieur le président.",
                "^ Hay, Maclagan & Gordon 2008, p. 72.",
                "KYIV (Interfax-Ukraine) – Volodymyr Zelenskyy met Viktor Orbán, Andrzej Duda and Klaus Iohannis in Bucharest.",
            ]).joined(separator: "\n\n")
        let document = Reading.reader.read(RawItem(name: "a.txt", format: .plainText, bytes: Array(text.utf8))).document
        #expect(document?.blocks.allSatisfy { $0.language == nil } == true)
    }

    /// A title of ten words is enough.
    @Test(arguments: [
        ("en", "Ferry with 212 people aboard loses power off Bergen coast"),
        ("de", "Fähre mit 212 Menschen an Bord treibt vor der Küste von Bergen"),
        ("ru", "Паром с двумястами пассажирами потерял ход у берегов Норвегии в среду"),
        ("it", "Un traghetto con 212 persone a bordo resta senza corrente al largo"),
    ])
    func aTitleTellsTheLanguage(_ tag: String, _ title: String) {
        #expect(LanguageIdentifier.tag(of: SourceText(title)) == tag)
    }
}
