import Foundation
import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing
import TextCore
import Wire

@testable import Headwater
@testable import Intake

/// What holds for every account: citations are verbatim, the same input gives the same bytes, the order of the files
/// changes nothing but the order of the documents.
@Suite struct AccountLawsTests {
    static let items = ItemGatherer().gather([HarbourFireTests.example.appending(path: "reports").path]).items

    static func json(_ items: [RawItem]) async throws -> [UInt8] {
        let pipeline = try Pipeline(resources: ResourceDirectory())
        return AccountWriter().json(await pipeline.read(items, oneStory: true).accounts)
    }

    static let first = Task { try await json(items) }

    static func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func everyCitationIsVerbatim() async throws {
        let account = try Self.object(try await Self.first.value)
        var texts: [String: [Unicode.Scalar]] = [:]
        for document in try #require(account["documents"] as? [[String: Any]]) {
            let id = try #require(document["id"] as? String)
            texts[id] = Array(try #require(document["text"] as? String).unicodeScalars)
        }
        var seen = 0
        func visit(_ value: Any) throws {
            if let list = value as? [Any] { for item in list { try visit(item) } }
            guard let object = value as? [String: Any] else { return }
            if let exact = object["exact"] as? String, let id = object["document"] as? String,
                let start = object["start"] as? Int, let end = object["end"] as? Int
            {
                let text = try #require(texts[id])
                try #require(0 <= start && start < end && end <= text.count)
                #expect(Array(exact.unicodeScalars) == Array(text[start..<end]))
                seen += 1
            }
            for (_, item) in object { try visit(item) }
        }
        try visit(account)
        #expect(seen > 500, "the example story has many citations")
    }

    @Test func twoRunsGiveTheSameBytes() async throws {
        let first = try await Self.first.value
        let second = try await Self.json(Self.items)
        #expect(first == second)
    }

    @Test func theOrderOfTheFilesChangesOnlyTheOrderOfTheDocuments() async throws {
        let other = Array(Self.items[3...] + Self.items[..<3].reversed())
        var first = try Self.object(try await Self.first.value)
        var second = try Self.object(try await Self.json(other))
        func names(_ account: [String: Any]) -> [String] {
            (account["documents"] as? [[String: Any]] ?? []).compactMap { $0["file"] as? String }
        }
        #expect(names(first) != names(second) && names(first).sorted() == names(second).sorted())
        first["documents"] = nil
        second["documents"] = nil
        for key in Set(first.keys).union(second.keys).sorted() {
            let a = first[key].map { NSArray(object: $0) }
            let b = second[key].map { NSArray(object: $0) }
            #expect(a == b, "\(key)")
        }
    }

    @Test func everyLayerIsSortedAndInBounds() async throws {
        for analysis in try #require(try await HarbourFireTests.reading.value.accounts.first).analyses {
            let text = analysis.text
            expectLayerLaws(analysis.sentences.map(\.span), in: text)
            expectLayerLaws(analysis.tokens.map(\.span), in: text)
            expectLayerLaws(analysis.mentions.map(\.span), in: text)
            expectLayerLaws(analysis.times.map(\.span), in: text)
            expectLayerLaws(analysis.quantities.map(\.span), in: text)
            expectLayerLaws(analysis.quotations.map(\.span), in: text)
            expectLayerLaws(analysis.credits.map(\.span), in: text)
        }
    }
}
