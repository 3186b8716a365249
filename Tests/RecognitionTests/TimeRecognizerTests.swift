import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing
import TextCore

@testable import Recognition

/// A marked text, when it was written, and what each mark is.
struct TimeCase: Sendable, CustomTestStringConvertible {
    var marked: String
    var values: [String]
    var written: CivilDate?

    init(_ marked: String, _ values: String..., written: CivilDate? = CivilDate(2024, 6, 17)) {
        self.marked = marked
        self.values = values
        self.written = written
    }

    var testDescription: String { marked }
}

private let recognizer = Result { try TimeRecognizer(resources: ResourceDirectory()) }

func times(_ text: String, written: CivilDate?) throws -> [TimeExpression] {
    var metadata = DocumentMetadata()
    metadata.published = written.map { PublicationTime(date: $0, precision: .day) }
    var analysis = Analysis(document: Document.make(text, metadata: metadata))
    try recognizer.get().annotate(&analysis)
    return analysis.times
}

@Suite struct TimeRecognizerTests {
    static let dates = [
        TimeCase("Talks began on ⟦18 June 2024⟧.", "2024-06-18"),
        TimeCase("Talks began on ⟦June 18, 2024⟧, he said.", "2024-06-18"),
        TimeCase("Talks began on ⟦2024-06-18⟧.", "2024-06-18"),
        TimeCase("Talks began on ⟦18/06/2024⟧.", "2024-06-18"),
        TimeCase("It will open on ⟦Tuesday, June 18⟧.", "2024-06-18"),
        TimeCase("It will open on ⟦Tuesday 18 June⟧.", "2024-06-18"),
        TimeCase("on ⟦the 18th of June⟧", "2024-06-18"),
        TimeCase("on ⟦June 18th⟧", "2024-06-18"),
        TimeCase("on ⟦June 18⟧ and ⟦19⟧ and will then leave", "2024-06-18", "2024-06-19"),
        TimeCase("on ⟦18⟧ and ⟦19 June⟧", "2024-06-18", "2024-06-19"),
        TimeCase("on ⟦18-19 June⟧", "2024-06-18/2024-06-19"),
        TimeCase("It rained in ⟦June-July⟧ there.", "2024-06/2024-07"),
        TimeCase("It fell in ⟦mid-June⟧.", "2024-06"),
        TimeCase("It fell in ⟦early 2023⟧.", "2023"),
        TimeCase("It fell in ⟦late September⟧.", "2023-09"),
        TimeCase("It fell in ⟦September 2023⟧.", "2023-09"),
        TimeCase("in ⟦the 1990s⟧", "199"),
        TimeCase("only once – in ⟦2000⟧", "2000"),
        TimeCase("in ⟦the 19th century⟧", "18"),
        TimeCase("sales in ⟦Q3 2022⟧ rose", "2022-Q3"),
        TimeCase("in ⟦the third quarter⟧, profits fell", "2023-Q3"),
        TimeCase("It fell ⟦last fall⟧.", "2023-FA"),
        TimeCase("in ⟦summer 2022⟧", "2022-SU"),
        TimeCase("In ⟦the winter⟧, they showed it.", "2023-WI"),
        TimeCase("He met her ⟦last Friday⟧.", "2024-06-14"),
        TimeCase("He will meet her ⟦next Monday⟧.", "2024-06-24"),
        TimeCase("He met her on ⟦Tuesday⟧.", "2024-06-11"),
        TimeCase("He will meet her on ⟦Tuesday⟧.", "2024-06-18"),
        TimeCase("⟦Today⟧ he met her; ⟦yesterday⟧ he did not.", "2024-06-17", "2024-06-16"),
        TimeCase("⟦this week⟧ and ⟦last month⟧", "2024-W25", "2024-05"),
        TimeCase("in ⟦September 2023⟧. ⟦A couple of months later⟧ they launched it.", "2023-09", "2023-11"),
        TimeCase("It opened ⟦three years ago⟧.", "2021"),
        TimeCase("since ⟦the beginning of the year⟧", "2024"),
        TimeCase("It sank ⟦earlier this year⟧.", "2024"),
        TimeCase("It was seen ⟦recently⟧.", "PAST_REF"),
    ]

    static let others = [
        TimeCase("at ⟦10:30 p.m. EST⟧", "2024-06-17T22:30-05:00"),
        TimeCase("at ⟦10:30 p.m. ET⟧", "2024-06-17T22:30-04:00"),
        TimeCase("at ⟦22:00 GMT on Sunday⟧", "2024-06-16T22:00Z"),
        TimeCase("the first in ⟦24 years⟧", "P24Y"),
        TimeCase("after ⟦months⟧ of talks", "PXM"),
        TimeCase("a ⟦two-day⟧ visit", "P2D"),
        TimeCase("over ⟦the past decade⟧", "P10Y"),
        TimeCase("They meet ⟦every Monday⟧.", "XXXX-WXX-1"),
        TimeCase("They meet ⟦twice a week⟧.", "P1W"),
        TimeCase("They meet ⟦annually⟧.", "P1Y"),
        TimeCase("⟦from October 2022 to May 2023⟧", "2022-10/2023-05"),
        TimeCase("⟦between 1998 and 2003⟧", "1998/2003"),
        TimeCase("the war of ⟦2013-15⟧", "2013/2015"),
    ]

    static let notTimes = [
        "a second chance", "they may leave", "the march on the capital", "a 24-year-old woman", "He is 24 years old.",
        "the fall of the city", "Theresa May said so", "2000 people fled", "1,984 people", "the sun rose",
        "he sat down",
        "April Jones sang", "won 4:3", "a Boeing 787", "24/7", "$1990", "three quarters of voters", "in his 30s",
    ]

    @Test(arguments: dates) func findsDates(_ example: TimeCase) throws { try check(example) }

    @Test(arguments: others) func findsTimesLengthsSetsAndRanges(_ example: TimeCase) throws { try check(example) }

    @Test(arguments: notTimes) func findsNothing(_ text: String) throws {
        #expect(try times(text, written: CivilDate(2024, 6, 17)).isEmpty)
    }

    @Test func withoutADateNothingIsInvented() throws {
        for (text, value) in [
            ("on June 18", "XXXX-06-18"), ("on Tuesday", "XXXX-WXX-2"), ("last fall", "XXXX-FA"),
            ("in June", "XXXX-06"),
        ] {
            let found = try times(text, written: nil)
            #expect(found.map(\.value) == [value])
            #expect(found.first?.resolution == .partial)
            #expect(found.first?.range == nil)
        }
    }

    @Test func anUndatedWeekdayTellsTheYearsThatFit() throws {
        let how = try times("on Tuesday, June 18", written: nil).first?.how ?? ""
        #expect(how.contains("2013, 2019, 2024"))
    }

    @Test func prepositionsOpenRanges() throws {
        let since = try times("since October 2023", written: nil).first
        #expect(since?.range == DateRange(start: CivilDate(2023, 10, 1), end: nil))
        #expect(since?.modifier == "ON_OR_AFTER")
        let until = try times("until March 2024", written: nil).first
        #expect(until?.range == DateRange(start: nil, end: CivilDate(2024, 3, 31)))
    }

    @Test func layerLawsHold() throws {
        let text = "On 18 and 19 June – “Tuesday” – ½ hour, ’90s, 10:30 p.m.; год 2024. 2024-06-18T10:00 «May 5»"
        let found = try times(text, written: CivilDate(2024, 6, 17))
        expectLayerLaws(found.map(\.span), in: SourceText(text))
        #expect(try times(text, written: CivilDate(2024, 6, 17)) == found)
    }

    @Test(arguments: ["1 ", "2024-", "Monday and ", "a year ", "from 1 to ", "18, ", "the ", "x", "T1:"])
    func hostileInputTakesLinearTime(_ piece: String) throws {
        _ = try times(String(repeating: piece, count: 20_000), written: CivilDate(2024, 6, 17))
    }

    private func check(_ example: TimeCase) throws {
        let marked = MarkedText(example.marked)
        let found = try times(marked.text, written: example.written)
        let source = SourceText(marked.text)
        #expect(found.map { source[$0.span] } == marked.strings)
        #expect(found.map(\.value) == example.values)
    }
}
