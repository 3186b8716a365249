import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct DateSolverTests {
    private func visit(_ text: String, _ outlet: String, _ time: String, _ value: String) throws -> ReportBuilder {
        try ReportBuilder(text, outlet: outlet).time(time, value)
            .chain("Marta Lind", .person, ["Lind"]).chain("Peru", .geopoliticalEntity, ["Peru"])
    }

    /// 2003 + 14 is 2017, and 16 May 2017 is a Tuesday.
    @Test func fourReportsGiveTheDayThatNoneGives() throws {
        let reports = [
            try visit("Lind will visit Peru on May 16.", "A", "May 16", "XXXX-05-16"),
            try visit("Lind travels to Peru next Tuesday.", "B", "next Tuesday", "XXXX-WXX-2"),
            try visit("It is the first visit by Lind to Peru in 14 years.", "C", "14 years", "P14Y"),
            try visit("Lind visited Peru only once, in 2003.", "D", "2003", "2003"),
        ]
        let solved = try ledger(reports).solvedTimes
        #expect(Set(solved.map(\.value)) == ["2017-05-16"])
        #expect(solved.count == 2)
        let how = try #require(solved.first?.how)
        #expect(how.contains("2003 + 14 = 2017"))
        #expect(how.contains("is a Tuesday"))
        #expect(solved.allSatisfy { $0.citations.count >= 3 })
    }

    @Test func aDateOfPublicationGivesTheYear() throws {
        let a = try visit("Lind will visit Peru on May 16.", "A", "May 16", "XXXX-05-16")
        let b = try ReportBuilder("Lima prepares.", outlet: "B", published: CivilDate(2017, 5, 12))
        #expect(try ledger([a, b]).solvedTimes.map(\.value) == ["2017-05-16"])
    }

    @Test func withoutEvidenceNothingIsInvented() throws {
        let a = try visit("Lind will visit Peru on May 16.", "A", "May 16", "XXXX-05-16")
        let b = try visit("Lind travels to Peru next Tuesday.", "B", "next Tuesday", "XXXX-WXX-2")
        #expect(try ledger([a, b]).solvedTimes.isEmpty)
    }

    @Test func oneEventOnTwoDaysIsADiscrepancy() throws {
        func day(_ day: Int) -> DateRange { DateRange(start: CivilDate(2017, 5, day), end: CivilDate(2017, 5, day)) }
        let a = try ReportBuilder("The Koyo dam burst on May 16 after weeks of rain.", outlet: "A")
            .time("May 16", "2017-05-16", range: day(16))
        let b = try ReportBuilder("On May 17, after weeks of rain, the Koyo dam burst.", outlet: "B")
            .time("May 17", "2017-05-17", range: day(17))
        let c = try ReportBuilder("On May 17 the army opened two roads.", outlet: "C")
            .time("May 17", "2017-05-17", range: day(17))
        #expect(try ledger([a, b]).discrepancies.map(\.kind) == [.date])
        #expect(try ledger([a, c]).discrepancies.isEmpty)
    }

    @Test func aWeekdayThatDoesNotFitIsADiscrepancy() throws {
        let a = try visit("Lind will visit Peru on May 16.", "A", "May 16", "XXXX-05-16")
        let b = try visit("Lind travels to Peru on Friday.", "B", "Friday", "XXXX-WXX-5")
        let c = try ReportBuilder("Lima prepares.", outlet: "C", published: CivilDate(2017, 5, 12))
        #expect(try ledger([a, b, c]).discrepancies.map(\.kind) == [.date])
    }
}

@Suite struct ReportCalendarTests {
    private func dam(_ day: String, _ value: String) throws -> ReportBuilder {
        try ReportBuilder("\(day)\nThe dam burst on Tuesday.", outlet: "A", kinds: [.dateline, .paragraph])
            .time(day, value).time("Tuesday", "XXXX-WXX-2")
    }

    private func record(_ words: String, _ outlet: String, _ time: String, _ value: String) throws -> ReportBuilder {
        try ReportBuilder("It is the worst accident in the valley \(words).", outlet: outlet).time(time, value)
    }

    /// 2011 + 13 is 2024, and 14 May 2024 is a Tuesday.
    @Test func aRecordGivesTheYearOfADateline() throws {
        let reports = [
            try dam("May 14", "XXXX-05-14"), try record("in 13 years", "B", "13 years", "P13Y"),
            try record("since the slide of 2011", "C", "2011", "2011"),
        ]
        let solved = try ledger(reports).solvedTimes
        #expect(solved.map(\.value) == ["2024-05-14", "2024-05-14"])
        #expect(solved.allSatisfy { $0.how.contains("2011 + 13 = 2024") && $0.citations.count >= 3 })
    }

    /// A weekday that is told of in the past lies before the dateline, one to come after it.
    @Test func weekdaysLieWhereTheSentencePutsThem() throws {
        let reports = [
            try ReportBuilder(
                "May 15\nThe dam burst on Tuesday. The road will open on Friday.", outlet: "A",
                kinds: [.dateline, .paragraph]
            ).time("May 15", "XXXX-05-15").time("Tuesday", "XXXX-WXX-2").time("Friday", "XXXX-WXX-5"),
            try record("in 13 years", "B", "13 years", "P13Y"), try record("since 2011", "C", "2011", "2011"),
        ]
        #expect(try ledger(reports).solvedTimes.map(\.value) == ["2024-05-15", "2024-05-14", "2024-05-17"])
    }

    @Test func withoutAYearADatelineStaysAsItIs() throws {
        #expect(try ledger([try dam("May 14", "XXXX-05-14")]).solvedTimes.isEmpty)
        let other = try ReportBuilder("It is the largest harvest in the valley since 2011.", outlet: "C").time(
            "2011", "2011")
        let reports = [try dam("May 14", "XXXX-05-14"), try record("in 13 years", "B", "13 years", "P13Y"), other]
        #expect(try ledger(reports).solvedTimes.isEmpty)
    }
}

@Suite struct PeriodSolverTests {
    /// Four reports of a visit on 16 May 2017, a Tuesday, as ``DateSolverTests`` has them, and one that looks back or ahead.
    private func values(_ text: String, _ time: String, _ value: String) throws -> [String] {
        func visit(_ text: String, _ outlet: String, _ time: String, _ value: String) throws -> ReportBuilder {
            try ReportBuilder(text, outlet: outlet).time(time, value)
                .chain("Marta Lind", .person, ["Lind"]).chain("Peru", .geopoliticalEntity, ["Peru"])
        }
        let reports = [
            try visit("Lind will visit Peru on May 16.", "A", "May 16", "XXXX-05-16"),
            try visit("Lind travels to Peru next Tuesday.", "B", "next Tuesday", "XXXX-WXX-2"),
            try visit("It is the first visit by Lind to Peru in 14 years.", "C", "14 years", "P14Y"),
            try visit("Lind visited Peru only once, in 2003.", "D", "2003", "2003"),
            try ReportBuilder(text, outlet: "E").time(time, value),
        ]
        let all = try ledger(reports).solvedTimes
        return all.filter { $0.document == reports[4].analysis.document.id }.map(\.value)
    }

    @Test(arguments: [
        ("The dam was built last fall.", "last fall", "XXXX-FA", "2016-FA"),
        ("The dam was built last year.", "last year", "XXXX", "2016"),
        ("The dam was built early last year.", "early last year", "XXXX", "2016"),
        ("The dam was built last February.", "last February", "XXXX-02", "2017-02"),
        ("The dam was built last November.", "last November", "XXXX-11", "2016-11"),
        ("The dam was built last winter.", "last winter", "XXXX-WI", "2016-WI"),
        ("The dam was built last summer.", "last summer", "XXXX-SU", "2016-SU"),
        // In May "last May" and "last spring" are those of the year before.
        ("The dam was built last spring.", "last spring", "XXXX-SP", "2016-SP"),
        ("The dam was built last May.", "last May", "XXXX-05", "2016-05"),
        ("The dam will be built next fall.", "next fall", "XXXX-FA", "2017-FA"),
        ("The dam will be built next year.", "next year", "XXXX", "2018"),
        ("The dam will be built next March.", "next March", "XXXX-03", "2018-03"),
    ])
    func periodsFollowFromWhenTheStoryWasWritten(_ text: String, _ time: String, _ value: String, _ expected: String)
        throws
    {
        #expect(try values(text, time, value) == [expected])
    }

    /// April ended only weeks ago, the summer begins in weeks; "the winter" and "March" name no year.
    @Test(arguments: [
        ("The dam was built last April.", "last April", "XXXX-04"),
        ("The dam will be built next summer.", "next summer", "XXXX-SU"),
        ("The dam froze in the winter.", "the winter", "XXXX-WI"),
        ("The dam was built in March.", "March", "XXXX-03"),
    ])
    func whatIsNotClearStaysOpen(_ text: String, _ time: String, _ value: String) throws {
        #expect(try values(text, time, value).isEmpty)
    }

    @Test func oneReportAloneSaysNothing() throws {
        let report = try ReportBuilder("The dam was built last fall.", outlet: "E").time("last fall", "XXXX-FA")
        #expect(try ledger([report]).solvedTimes.isEmpty)
    }
}

@Suite struct PartialTimeTests {
    @Test(arguments: [
        ("XXXX-06-18", [PartialTime.dayOfYear(month: 6, day: 18)]), ("XXXX-WXX-2", [.weekday(2)]),
        ("2000", [.year(2000, month: nil)]),
        ("P24Y", [.years(24)]), ("2023-09", [.year(2023, month: 9)]), ("XXXX-02-31", []), ("PRESENT_REF", []),
        ("XXXX-06-18/XXXX-06-19", [.dayOfYear(month: 6, day: 18), .dayOfYear(month: 6, day: 19)]), ("", []), ("-", []),
    ])
    func parts(_ value: String, _ expected: [PartialTime]) { #expect(PartialTime.parts(of: value) == expected) }

    @Test(
        arguments: [
            ("Three days after the Feb. 10 announcement the mill closed.", "Three days", "P3D", "2016-02-13"),
            ("The debate came 2 weeks before the vote on Feb. 10 in Lima.", "2 weeks", "P2W", "2016-01-27"),
            ("By Feb. 10, 10 days after the first vote, Lind was winning.", "10 days", "P10D", "2016-02-10"),
            ("Lind waited three days after the talks, and left on Feb. 10 for Lima.", "three days", "P3D", nil),
            ("The strike lasted three days and ended on Feb. 10 in Lima.", "three days", "P3D", nil),
        ] as [(String, String, String, String?)])
    func aDistanceFromADayOfItsSentence(_ text: String, _ words: String, _ value: String, _ wanted: String?) throws {
        let day = DateRange(start: CivilDate(2016, 2, 10), end: CivilDate(2016, 2, 10))
        let report = try ReportBuilder(text, outlet: "A").time(words, value)
            .time("Feb. 10", "2016-02-10", range: day)
        #expect(try ledger([report]).solvedTimes.first?.value == wanted)
    }
}
