import Testing

@testable import NewsModel

@Suite struct CivilDateTests {
    @Test func knownWeekdays() throws {
        #expect(try #require(CivilDate(2024, 6, 18)).weekday == 2)
        #expect(try #require(CivilDate(1970, 1, 1)).weekday == 4)
        #expect(try #require(CivilDate(2000, 2, 29)).weekday == 2)
    }

    @Test func dayNumbersGoThereAndBack() {
        for number in stride(from: -800_000, through: 800_000, by: 997) {
            #expect(CivilDate(dayNumber: number).dayNumber == number)
        }
    }

    @Test func theCalendarHasNoSuchDay() {
        #expect(CivilDate(2023, 2, 29) == nil)
        #expect(CivilDate(2024, 13, 1) == nil)
    }

    @Test func addingMonthsKeepsToTheMonth() throws {
        let date = try #require(CivilDate(2024, 1, 31))
        #expect(date.adding(months: 1).description == "2024-02-29")
        #expect(date.adding(months: -2).description == "2023-11-30")
    }
}

@Suite struct AmountTests {
    @Test func nearlyAndBetweenOverlap() {
        let nearly = Amount(low: 0, high: 5_000_000, bound: .below).plausible
        #expect(nearly.contains(4_800_000))
        #expect(nearly.overlaps(Amount(low: 2_000_000, high: 5_000_000, bound: .between).plausible))
    }

    @Test func twentyIsNotAtLeastThirtyFive() {
        let twenty = Amount(exactly: 20).plausible
        #expect(!twenty.overlaps(Amount(low: 35, high: nil, bound: .atLeast).plausible))
    }
}
