import Foundation
import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing
import TextCore

@testable import Reporting

@Suite struct PageReportTests {
    static func assets() throws -> PageAssets {
        let resources = try ResourceDirectory()
        return try PageAssets { file throws(ResourceDirectory.Failure) in try resources.bytes(file) }
    }

    static func page(_ accounts: [Account]) throws -> String {
        String(decoding: PageReport(assets: try assets()).render(accounts), as: UTF8.self)
    }

    static func data(_ accounts: [Account]) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(PageData(accounts).json)) as? [[String: Any]])
    }

    /// Every place (report, start, end) in `value`; a chain holds the numbers of its links.
    static func places(in value: Any) -> [[Int]] {
        if let numbers = value as? [Int], numbers.count == 3 { return [numbers] }
        if let object = value as? [String: Any] {
            return object.filter { $0.key != "chain" }.values.flatMap { places(in: $0) }
        }
        return (value as? [Any])?.flatMap { places(in: $0) } ?? []
    }

    @Test func everyPlaceIsInUTF16() throws {
        let story = try #require(try Self.data([SampleStory.account()]).first)
        let reports = try #require(story["reports"] as? [[String: Any]])
        let claims = try #require(story["claims"] as? [[String: Any]])
        let last = try #require(claims.last?["statements"] as? [[String: Any]])
        let place = try #require(last[0]["at"] as? [Int])
        let text = try #require(reports[place[0]]["text"] as? String) as NSString
        let words = text.substring(with: NSRange(location: place[1], length: place[2] - place[1]))
        #expect(words == "The city of Kelmar (人口 80,000) declared three days of mourning")
        for found in Self.places(in: claims) + Self.places(in: [story["links"], story["quotations"]]) {
            let length = (reports[found[0]]["text"] as? String)?.utf16.count ?? 0
            #expect(0 <= found[1] && found[1] < found[2] && found[2] <= length)
        }
    }

    @Test func nothingOfADocumentIsMarkup() throws {
        let page = try Self.page([SampleStory.hostile(), SampleStory.hostile()])
        func count(_ needle: String) -> Int { page.components(separatedBy: needle).count - 1 }
        #expect(count("<script") == 2, "the data and the script")
        #expect(count("</script") == 2)
        #expect(count("<img") == 0)
        #expect(count("<svg") == 0)
        #expect(count("<!--") == 0)
        #expect(count("</noscript") == 1)
    }

    @Test func thePolicyAllowsOnlyItsOwn() throws {
        let page = try Self.page([SampleStory.account()])
        let assets = try Self.assets()
        let hash = Base64.encoded(SHA256Digest(of: Array(assets.script.utf8)).bytes)
        #expect(page.contains("script-src 'sha256-\(hash)'"))
        #expect(page.contains("default-src 'none'"))
        #expect(!page.contains("unsafe-"))
        #expect(!assets.script.contains("</script"))
        #expect(!assets.style.contains("</style"))
    }

    @Test func theScriptMakesNoMarkupOfTexts() throws {
        let script = try Self.assets().script
        for call in [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(", "XMLHttp",
        ] {
            #expect(!script.contains(call), "\(call)")
        }
    }

    @Test func theSameAccountsGiveTheSamePage() throws {
        #expect(try Self.page([SampleStory.account()]) == Self.page([SampleStory.account()]))
    }

    @Test func aMissingAssetIsTold() {
        struct Missing: Error, Equatable { let file: String }
        #expect(throws: Missing(file: "page/base.css")) {
            try PageAssets { file throws(Missing) in throw Missing(file: file) }
        }
    }
}

@Suite struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ])
    func vectorsOfTheStandard(text: String, encoded: String) {
        #expect(Base64.encoded(Array(text.utf8)) == encoded)
    }

    @Test func aHashAsPoliciesWriteIt() {
        #expect(
            Base64.encoded(SHA256Digest(of: Array("abc".utf8)).bytes) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    }
}

@Suite struct UTF16OffsetsTests {
    @Test func everyOffsetIsThatOfTheString() {
        let text = String(repeating: "aé爆🚢e\u{301} ", count: 60)
        let offsets = UTF16Offsets(SourceText(text))
        for index in text.unicodeScalars.indices {
            let bytes = text.utf8.distance(from: text.startIndex, to: index)
            let units = text.utf16.distance(from: text.startIndex, to: index)
            #expect(offsets.offset(bytes) == units)
        }
        #expect(offsets.offset(text.utf8.count) == text.utf16.count)
        #expect(UTF16Offsets(SourceText("")).offset(0) == 0)
    }
}
