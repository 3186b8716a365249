import Foundation
import Testing

@testable import TextCore

@Suite struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func commasStandBetweenValuesOnly() {
        let json = written {
            $0.object {
                $0.member("a", [1, 2]) { $0.number($1) }
                $0.member("b", [Int]()) { $0.number($1) }
                $0.key("c")
                $0.object { _ in }
                $0.member("d", nil as String?)
                $0.member("e", true)
            }
        }
        #expect(json == #"{"a":[1,2],"b":[],"c":{},"d":null,"e":true}"#)
    }

    @Test func stringsAreEscaped() {
        let json = written { $0.string("\"\\/\u{8}\u{9}\n\u{C}\r\u{0}\u{1F}\u{7F}\u{2027}\u{2028}\u{2029}\u{202A}é🚢<") }
        #expect(
            json == #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}\u{2027}" + #"\u2028\u2029"# + "\u{202A}é🚢<\"")
    }

    @Test func noTextCanEndAScriptElement() {
        var writer = JSONWriter(forMarkup: true)
        writer.string("</script><!--<script>")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #""\u003c/script>\u003c!--\u003cscript>""#)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (4_800_000, "4800000"), (0.97, "0.97"), (1e21, "1e+21"), (-2.5, "-2.5"),
        (.infinity, "null"), (.nan, "null"), (2.5e-300, "2.5e-300"),
    ])
    func numbers(value: Double, json: String) {
        #expect(written { $0.number(value) } == json)
    }

    @Test func everyScalarComesBack() throws {
        var text = ""
        for value in (0 as UInt32)...0x2FFF {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        text += "\u{FFFD}\u{10FFFF}"
        let json = written { $0.array { $0.string(text) } }
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String])
        #expect(Array(read[0].utf8) == Array(text.utf8))
    }
}
