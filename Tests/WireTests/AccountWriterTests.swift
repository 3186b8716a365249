import Foundation
import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Wire

@Suite struct AccountWriterTests {
    static func parsed(_ accounts: [Account]) throws -> [String: Any] {
        let json = AccountWriter().json(accounts)
        return try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    }

    /// Every object in `value` that has the shape of a citation.
    static func citations(in value: Any) -> [[String: Any]] {
        if let object = value as? [String: Any] {
            let inside = object.values.flatMap { citations(in: $0) }
            return object["exact"] == nil ? inside : [object] + inside
        }
        return (value as? [Any])?.flatMap { citations(in: $0) } ?? []
    }

    @Test func everyCitationIsExactlyTheTextThere() throws {
        let account = try Self.parsed([SampleStory.account()])
        let documents = try #require(account["documents"] as? [[String: Any]])
        var scalars: [String: [Unicode.Scalar]] = [:]
        for document in documents {
            scalars[try #require(document["id"] as? String)] = Array(
                try #require(document["text"] as? String).unicodeScalars)
        }
        let citations = Self.citations(in: account)
        #expect(citations.count > 150)
        for citation in citations {
            let text = try #require(scalars[citation["document"] as? String ?? ""])
            let start = try #require(citation["start"] as? Int)
            let end = try #require(citation["end"] as? Int)
            let exact = try #require(citation["exact"] as? String)
            #expect(Array(exact.unicodeScalars) == Array(text[start..<end]))
        }
    }

    @Test func offsetsCountScalars() throws {
        // 🚢 is one scalar of four bytes and two UTF-16 units; é is written as two scalars; 爆 is one of three bytes.
        let document = Document.make("🚢 cafe\u{301} 爆発 killed 12 people")
        let marked = MarkedText("🚢 cafe\u{301} 爆発 killed ⟦12⟧ people")
        var analysis = Analysis(document: document)
        analysis.quantities = [Quantity(span: marked.spans[0], kind: .count, amount: Amount(exactly: 12))]
        let account = Account(
            story: Story(id: "x", title: ""), brief: [], analyses: [analysis], lineage: Lineage(), ledger: Ledger(),
            world: World(), diagnostics: [])
        let quantities = try #require(try Self.parsed([account])["quantities"] as? [[String: Any]])
        let citation = try #require(quantities[0]["citation"] as? [String: Any])
        #expect(citation["start"] as? Int == 18)
        #expect(citation["end"] as? Int == 20)
        #expect(citation["exact"] as? String == "12")
        #expect(quantities[0]["low"] as? Int == 12)
        #expect(quantities[0]["unit"] is NSNull)
    }

    @Test func whatIsNotKnownIsNull() throws {
        let documents = try #require(try Self.parsed([SampleStory.account()])["documents"] as? [[String: Any]])
        #expect(documents[0]["published"] is NSNull)
        #expect(documents[0]["publishedPrecision"] as? String == "unknown")
        #expect(documents[2]["published"] as? String == "2024-05-15T06:40+02:00")
        #expect(documents[3]["published"] as? String == "2024-05-15")
        #expect(documents[3]["title"] as? String == "🔥 Port Kelmar (爆発): what we know <b>so far</b>")
    }

    @Test func versionsOfAQuotationNameOneAnother() throws {
        let quotations = try #require(try Self.parsed([SampleStory.account()])["quotations"] as? [[String: Any]])
        let governor = quotations.filter { $0["speaker"] as? String == "a1" }
        #expect(governor.count == 3)
        for quotation in governor {
            let others = governor.compactMap { $0["id"] as? String }.filter { $0 != quotation["id"] as? String }
            #expect(quotation["variants"] as? [String] == others)
        }
        let retold = governor.first { $0["text"] as? String == "as if the sea fell on us" }
        #expect(retold?["style"] as? String == "mixed")
    }

    @Test func derivationsNameDocumentsOrOrigins() throws {
        let derivations = try #require(try Self.parsed([SampleStory.account()])["derivations"] as? [[String: Any]])
        let sources = derivations.compactMap { $0["from"] as? String }
        #expect(sources.filter { $0 == "o1" }.count == 3)
        #expect(sources.filter { $0.hasPrefix("sha256:") }.count == 1)
    }

    @Test func severalStoriesStandInOneObject() throws {
        let two = try Self.parsed([SampleStory.account(), SampleStory.account()])
        #expect(two["schema"] as? String == "headwater.accounts/1")
        #expect((two["accounts"] as? [Any])?.count == 2)
        #expect(try Self.parsed([SampleStory.account()])["schema"] as? String == "headwater.account/1")
        #expect((try Self.parsed([])["accounts"] as? [Any])?.isEmpty == true)
    }

    @Test func theSameAccountGivesTheSameBytes() {
        let first = AccountWriter().json([SampleStory.account()])
        #expect(first == AccountWriter().json([SampleStory.account()]))
        #expect(first.last == 0x0A)
    }
}
