import NewsModel
import Testing
import TextCore

@testable import Intake

/// Header fields and dates: nothing is invented.
@Suite struct MetadataTests {
    /// Found by fuzzing: an offset of 51 hours.
    @Test(arguments: ["2024-06-18T1:30:00+01:3001", "2024-06-18 01:30:00 +9999", "2024-06-18 01:30 GMT+1475"])
    func noZoneIsMoreThanFourteenHoursAway(_ text: String) {
        let time = ClockText.time(text, from: .meta)
        #expect(time?.date.description == "2024-06-18" && abs(time?.zoneMinutes ?? 0) <= 14 * 60 + 59)
    }

    static func published(_ line: String) -> String {
        let text = SourceText(line)
        let date = DateLine(text, text.span)
        guard let time = date.published ?? date.updated else { return "nil" }
        let second = time.secondOfDay.map { " \($0)" } ?? ""
        let zone = time.zoneMinutes.map { " \($0)" } ?? ""
        return "\(date.published == nil ? "updated " : "")\(time.date)\(second)\(zone) \(time.precision)"
    }

    @Test(arguments: [
        ("Published: 12 March 2024 10:14 GMT", "2024-03-12 36840 0 minute"), ("March 12, 2024", "2024-03-12 day"),
        ("Updated 14 March 2024", "updated 2024-03-14 day"), ("Jul 15, 2018 | 11:35 PM", "2018-07-15 84900 minute"),
        ("3:57 pm, July 15, 2018", "2018-07-15 57420 minute"),
        ("Monday, July 16, 2018, 7:24 a.m.", "2018-07-16 26640 minute"),
        ("2024-03-12T10:14:05Z", "2024-03-12 36845 0 second"),
        ("2024-03-12T10:14:05.123+05:30", "2024-03-12 36845 330 second"),
        ("2024-03-12T00:00:00Z", "2024-03-12 day"), ("12 March 2024 00:00", "2024-03-12 day"),
        ("2024/03/12", "2024-03-12 day"),
        ("07/16/2018 05:35 am ET", "2018-07-16 20100 minute"), ("16/07/2018", "2018-07-16 day"),
        ("16.07.2018, 18:05 Uhr", "2018-07-16 65100 minute"),
        ("03/04/2024", "nil"), ("June 18", "nil"), ("Tuesday, June 18", "nil"), ("30 February 2024", "nil"),
        ("Published recently", "nil"),
        ("1st of May 2023", "2023-05-01 day"), ("Sept. 3, 2021 12 p.m. EDT", "2021-09-03 43200 -240 minute"),
        ("July 2018", "nil"),
        ("12:00 am June 1, 2020", "2020-06-01 day"), ("99999999999-99-99", "nil"), ("Posted on 7/15/18", "nil"),
    ])
    func dates(_ line: String, _ expected: String) { #expect(Self.published(line) == expected) }

    @Test func headerFields() throws {
        let text = """
            Title: Ferry loses power off Bergen
            Source: The Harbour Gazette
            Author: Jane Doe
            Date: 2024-06-18
            URL: https://example.org/ferry

            \(BlockKindTests.lead)

            \(BlockKindTests.second)
            """
        let document = try #require(Reading.document(text))
        let metadata = document.metadata
        #expect(metadata.title == "Ferry loses power off Bergen" && metadata.outlet == "The Harbour Gazette")
        #expect(metadata.byline == "Jane Doe" && metadata.url == "https://example.org/ferry")
        #expect(
            metadata.published
                == PublicationTime(date: CivilDate(2024, 6, 18)!, precision: .day, span: metadata.published?.span))
        #expect(metadata.published?.span.map { document.text[$0] } == "2024-06-18")
        let kinds = document.blocks.map(\.kind)
        #expect(
            kinds == [.boilerplate, .title, .boilerplate, .byline, .dateline, .boilerplate, .paragraph, .paragraph])
    }

    @Test func oneSourceLineIsACreditNotAnOutlet() throws {
        let document = try #require(Reading.document(BlockKindTests.tail("Source: Skai")))
        #expect(document.metadata.outlet == nil && document.blocks.last?.kind == .credit)
    }

    @Test(arguments: [
        ("By Jane Doe", "Jane Doe", ""),
        ("By Jane Doe and John Roe, Staff Writer", "Jane Doe and John Roe, Staff Writer", ""),
        ("By Reuters", "Reuters", "Reuters"), ("By The Associated Press", "The Associated Press", "AP"),
        ("by Jane Doe - Jul 15, 2018 2:37 pm", "Jane Doe", ""), ("Written by Jane Doe", "Jane Doe", ""),
        ("By Brian Poe    |   Sunday, 15 July 2018 09:27 PM", "Brian Poe", ""),
        ("Jane Doe and John Roe", "Jane Doe and John Roe", ""),
    ])
    func bylines(_ line: String, _ byline: String, _ publisher: String) throws {
        let metadata = try #require(Reading.document(BlockKindTests.head(line))).metadata
        #expect(metadata.byline == byline && (metadata.publisher ?? "") == publisher)
    }

    @Test func anOutletAfterTheNames() throws {
        let text = BlockKindTests.head("By Jane Doe and John Roe, Harbour Telegraph")
        #expect(try #require(Reading.document(text)).metadata.outlet == "Harbour Telegraph")
    }

    @Test func whatIsNotSaidIsNil() throws {
        let metadata = try #require(Reading.document("Ferry loses power off Bergen\n\n\(BlockKindTests.lead)")).metadata
        #expect(
            metadata.published == nil && metadata.updated == nil && metadata.byline == nil && metadata.outlet == nil)
        #expect(
            metadata.publisher == nil && metadata.url == nil && metadata.datelinePlace == nil
                && metadata.language == "en")
    }
}
