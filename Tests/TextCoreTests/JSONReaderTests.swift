import Testing
import TextCore

/// JSON with bounded depth, strict and lenient.
@Suite struct JSONReaderTests {
    static func read(_ text: String, isLenient: Bool = false) throws(JSONFailure) -> JSONValue {
        try JSONReader.value(Array(text.utf8), isLenient: isLenient)
    }

    @Test func valuesAreRead() throws {
        let value = try Self.read(#" {"a": [1, -2.5e3, true, null], "b": {"c": "d\n\u00e9\ud83d\ude00\/"}} "#)
        #expect(value["a"]?.elements?.count == 4 && value["a"]?.elements?[1].text == "-2.5e3")
        #expect(value["b"]?["c"]?.string == "d\né😀/" && value["x"] == nil)
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\"}", "tru", "\"a", "[1] 2", "{\"a\":1,}", "\"a\nb\"", "nul", "-", "[1 2]"])
    func whatIsNoJSONIsRefused(_ text: String) {
        #expect(throws: JSONFailure.self) { try Self.read(text) }
    }

    @Test(arguments: ["[1,]", "[1] ;", "{\"a\":1,}", "\"a\nb\""])
    func whatPagesWriteInItsPlaceIsBorne(_ text: String) {
        #expect(throws: Never.self) { try Self.read(text, isLenient: true) }
    }

    @Test func nestingIsBounded() {
        #expect(throws: JSONFailure.self) { try Self.read(String(repeating: "[", count: 1_000_000)) }
    }

    @Test func stringsKeepTheirPlaces() throws {
        let bytes = Array(#"{"t": "a\u00e9b\nc"}"#.utf8)
        let span = try #require(try JSONReader.value(bytes)["t"]?.span)
        let (text, map) = JSONReader.text(bytes, span)
        #expect(String(decoding: text, as: UTF8.self) == "aéb\nc")
        #expect(bytes[map.rawOffset(of: 0)] == UInt8(ascii: "a") && bytes[map.rawOffset(of: 1)] == UInt8(ascii: "\\"))
        #expect(bytes[map.rawOffset(of: 3)] == UInt8(ascii: "b") && bytes[map.rawOffset(of: 5)] == UInt8(ascii: "c"))
    }
}
