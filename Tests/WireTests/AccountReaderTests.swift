import Foundation
import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Wire

@Suite struct AccountReaderTests {
    static let json = AccountWriter().json([SampleStory.account()])

    @Test(arguments: ["sample", "hostile", "large", "empty", "two", "none"])
    func whatIsReadIsWrittenAgainAlike(name: String) throws {
        let accounts =
            switch name {
            case "sample": [SampleStory.account()]
            case "hostile": [SampleStory.hostile()]
            case "large": [SampleStory.large(reports: 20, claims: 60)]
            case "empty": [SampleStory.empty()]
            case "two": [SampleStory.account(), SampleStory.hostile()]
            default: [] as [Account]
            }
        let written = AccountWriter().json(accounts)
        let again = AccountWriter().json(try AccountReader().accounts(written))
        #expect(String(decoding: again, as: UTF8.self) == String(decoding: written, as: UTF8.self))
    }

    @Test(
        arguments: [
            (#""exact":"17""#, #""exact":"71""#, "other words stand"),
            (#""verdict":"conflicts""#, #""verdict":"x""#, "'x'"),
            (#""origin":"o1""#, #""origin":"origin one""#, "no origin id"),
            (#""start":0,"#, #""start":-1,"#, "does not lie"),
            (#""documents":4"#, #""documents":"four""#, "another type"),
            (#""brief":"#, #""brev":"#, "'brief' is missing"),
            (#""id":"sha256:"#, #""id":"sha257:"#, "no document id"),
            (#""published":"2024-05-15""#, #""published":"2024-13-15""#, "no time"),
            ("headwater.account/1", "headwater.account/9", "headwater.account/9"),
        ])
    func damageIsTold(original: String, damage: String, told: String) throws {
        let text = String(decoding: Self.json, as: UTF8.self)
        let range = try #require(text.range(of: original))
        let damaged = Array(text.replacingCharacters(in: range, with: damage).utf8)
        do {
            _ = try AccountReader().accounts(damaged)
            Issue.record("\(damage) should not be read")
        } catch {
            #expect(error.description.contains(told), "\(error)")
        }
    }

    @Test(arguments: ["", "{", "[]", "null", "{\"schema\":1}", String(repeating: "[", count: 100_000)])
    func whatIsNoAccountIsTold(text: String) {
        #expect(throws: AccountReader.Failure.self) { try AccountReader().accounts(Array(text.utf8)) }
    }

    @Test(
        arguments: [
            ("2024-06", .month), ("2024", .year), ("2024-06-18", .day), ("2024-06-18T09:30+02:00", .minute),
            ("2024-06-18T09:30:05Z", .second), ("2024-06-18T09:30-05:30", .minute), ("2024-06-18T09:30", .minute),
        ] as [(String, PublicationTime.Precision)])
    func timesComeBack(iso: String, precision: PublicationTime.Precision) {
        #expect(PublicationTime(iso: iso, precision: precision)?.description == iso)
    }
}
