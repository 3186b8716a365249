import NewsModel
import Testing
import TextCore

@testable import Intake

/// Character sets, mojibake, and the way back to the raw bytes.
@Suite struct DecodingTests {
    static func decode(_ bytes: [UInt8]) -> DecodedText { TextMender.mend(CharsetDecoder.decode(bytes)) }
    static func string(_ bytes: [UInt8]) -> String { String(decoding: decode(bytes).bytes, as: UTF8.self) }

    static func utf16(_ string: String, littleEndian: Bool, mark: Bool) -> [UInt8] {
        (mark ? [0xFEFF] : [] + Array("".utf16)).flatMap { Self.bytes($0, littleEndian) }
            + string.utf16.flatMap { Self.bytes($0, littleEndian) }
    }

    static func bytes(_ unit: UInt16, _ littleEndian: Bool) -> [UInt8] {
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return littleEndian ? [low, high] : [high, low]
    }

    @Test(arguments: [true, false], [true, false])
    func utf16(_ littleEndian: Bool, _ mark: Bool) {
        let text = "The ferry's café — “two” words, 😀 and more."
        let decoded = Self.decode(Self.utf16(text, littleEndian: littleEndian, mark: mark))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.repairs.map(\.kind) == [.charset])
        let start = mark ? 2 : 0
        #expect(decoded.map.rawOffset(of: 4) == start + 8)
        let dash = Array(text.utf8).firstIndex(of: 0xE2) ?? 0
        #expect(decoded.map.rawOffset(of: dash) == start + 2 * Array(text.utf16).firstIndex(of: 0x2014)!)
        #expect(decoded.map.rawOffset(of: decoded.bytes.count - 1) == start + 2 * (text.utf16.count - 1))
    }

    @Test func aLoneSurrogateAndAnOddByteAreReplaced() {
        let decoded = Self.decode([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x63])
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}")
        #expect(decoded.repairs.contains { $0.kind == .illFormed && $0.count == 2 })
    }

    @Test func windows1252IsDetected() {
        let bytes: [UInt8] =
            Array("It".utf8) + [0x92] + Array("s a caf".utf8) + [0xE9, 0x20, 0x96, 0x20, 0x93, 0x80, 0x94]
        let decoded = Self.decode(bytes)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "It’s a café – “€”")
        #expect(decoded.repairs.map(\.kind) == [.charset] && decoded.repairs[0].detail == "Windows-1252")
        #expect(decoded.map.rawOffset(of: Array("It’s a caf".utf8).count) == 10)
        #expect(decoded.map.rawOffset(of: Array("It’s".utf8).count - 1) == 3)
    }

    @Test func aByteOrderMarkIsNoText() {
        let decoded = Self.decode([0xEF, 0xBB, 0xBF] + Array("Text".utf8))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "Text" && decoded.repairs.isEmpty)
        #expect(decoded.map.rawOffset(of: 0) == 3)
    }

    @Test func lineEndsStayAsTheyAre() { #expect(Self.string(Array("a\r\nb\rc\n".utf8)) == "a\r\nb\rc\n") }

    @Test func aStrayWindowsQuoteAmongUTF8IsOne() {
        #expect(
            Self.string(Array("naïve and “curly” but it".utf8) + [0x92] + Array("s".utf8))
                == "naïve and “curly” but it’s")
    }

    @Test(arguments: [
        ("Itâ€™s a cafÃ©", "It’s a café"), ("â€œTwoâ€\u{9D} words", "“Two” words"), ("Â£5 and â‚¬6", "£5 and €6"),
        ("ZÃ¼rich â€“ MÃ¼nchen", "Zürich – München"), ("ðŸ˜€ smile", "😀 smile"),
        ("donâ€™t, wonâ€™t, Å\u{81}Ã³dÅº", "don’t, won’t, Łódź"),
    ])
    func mojibakeIsMended(_ given: String, _ meant: String) {
        let decoded = Self.decode(Array(given.utf8))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == meant)
        #expect(decoded.repairs.contains { $0.kind == .mojibake })
    }

    @Test(arguments: ["CAFÉ» said", "São Tomé", "“IRMÔ she said", "Ångström", "20 °C", "Â", "naïve café", "Ä‡ alone"])
    func whatIsNotCertainStays(_ text: String) { #expect(Self.string(Array(text.utf8)) == text) }

    @Test func mendedTextMapsBack() {
        let given = Array("Itâ€™s a cafÃ© now".utf8)
        let decoded = Self.decode(given)
        for word in ["Its", "s a", "caf", "now"] {
            let needle = Array(word.utf8)
            guard
                let place = (0...(decoded.bytes.count - needle.count)).first(where: {
                    decoded.bytes[$0...].starts(with: needle)
                })
            else { continue }
            let raw = decoded.map.rawOffset(of: place)
            #expect(given[raw...].starts(with: needle), "\(word) is where the map says")
        }
        #expect(decoded.map.rawOffset(of: decoded.bytes.count - 3) == given.count - 3)
    }
}
