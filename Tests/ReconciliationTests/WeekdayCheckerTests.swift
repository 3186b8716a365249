import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct WeekdayCheckerTests {
    private static let june = CivilDate(2024, 6, 20)

    private func found(_ text: String, times: [String] = [], published: CivilDate? = nil) throws -> [Discrepancy] {
        var report = try ReportBuilder(text, published: published)
        for words in times { report = try report.time(words, "XXXX") }
        let analyses = [report.analysis]
        return WeekdayChecker(analyses: analyses, outlets: OutletNames(analyses)).find()
    }

    @Test(arguments: [
        "Monday, 14 May 2024", "Monday, May 14, 2024", "Mon, 14 May 2024", "Monday, May 14th, 2024",
        "Wednesday 14 May 2024",
    ])
    func aWeekdayThatIsNotThatDays(_ words: String) throws {
        let wrong = try found("The warehouse burned on \(words) in the evening.", times: [words])
        #expect(wrong.count == 1)
        #expect(wrong.first?.explanation.contains("2024-05-14 is a Tuesday") == true)
    }

    @Test(arguments: ["Tuesday, 14 May 2024", "Tuesday, May 14, 2024", "14 May 2024", "Monday", "Monday, 14 May"])
    func agreesOrDoesNotSay(_ words: String) throws {
        #expect(try found("The warehouse burned on \(words) in the evening.", times: [words]).isEmpty)
    }

    @Test func theYearOfPublicationServesWhereTheDayIsNear() throws {
        let words = "Monday, June 18"
        let wrong = try found("They met on \(words).", times: [words], published: Self.june)
        #expect(wrong.first?.explanation == "2024-06-18 is a Tuesday; published on 2024-06-20.")
        #expect(try found("They met on Monday, January 8.", times: ["Monday, January 8"], published: Self.june).isEmpty)
    }

    @Test func twoExpressionsOfOneDay() throws {
        let wrong = try found("They met on Monday (14 May 2024).", times: ["Monday", "14 May 2024"])
        #expect(wrong.count == 1)
    }

    @Test(arguments: [
        "The bridge opens on 31 June.", "The bridge opens on June 31, the mayor said.", "Closed since February 30.",
        "He was born on 29 February 2023.", "Open until November 31 at noon.",
    ])
    func theCalendarHasNoSuchDay(_ text: String) throws {
        #expect(try found(text).count == 1)
    }

    @Test(arguments: [
        "In April 31 people died.", "He was born on 29 February 2024.", "He was born on 29 February.",
        "By June 31 of them had left.", "She, 31, June and her sister left.", "The bridge opens on 30 June.",
    ])
    func noDayIsMeantOrTheCalendarHasIt(_ text: String) throws {
        #expect(try found(text).isEmpty)
    }
}
