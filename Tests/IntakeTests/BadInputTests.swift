import NewsModel
import Testing
import TextCore

@testable import Intake

/// What is given but cannot be read, or not as it is: a diagnostic that names the place, and never a crash.
@Suite struct BadInputTests {
    static let prose =
        "The ferry Aurora left the harbour of Bergen on Tuesday evening with 212 people aboard, and lost power."

    static func read(_ bytes: [UInt8], _ format: RawItem.Format = .plainText) -> (Document?, [Diagnostic]) {
        Reading.reader.read(RawItem(name: "given.txt", format: format, bytes: bytes))
    }

    @Test(
        arguments: [
            [], Array("  \n\t\r\n ".utf8), [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0x20, 0x0A],
            Array("\u{A0}\u{200B}".utf8),
        ] as [[UInt8]])
    func emptyIsAnError(_ bytes: [UInt8]) {
        let (document, diagnostics) = Self.read(bytes)
        #expect(document == nil)
        #expect(diagnostics.map(\.code) == ["intake.empty"] && diagnostics[0].severity == .error)
        #expect(diagnostics[0].file == "given.txt" && diagnostics[0].message.contains("given.txt"))
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], Array("PK\u{3}\u{4}".utf8) + [20, 0, 0, 0],
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], Array("GIF89a".utf8),
            (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ ($0 >> 3)) }, [UInt8](repeating: 0, count: 1000),
        ] as [[UInt8]])
    func binaryIsAnError(_ bytes: [UInt8]) {
        let (document, diagnostics) = Self.read(bytes)
        #expect(document == nil)
        #expect(diagnostics.map(\.code) == ["intake.binary"] && diagnostics[0].severity == .error)
    }

    @Test(arguments: [
        ("%PDF-1.7\n", ["intake.damaged", "intake.unsupported"]),
        ("<!DOCTYPE html><html><body></body></html>", ["intake.empty"]),
        ("  <HTML>", ["intake.empty"]), ("<?xml version=\"1.0\"?><rss/>", ["intake.empty"]),
        ("<?xml version=\"1.0\"?><thing/>", ["intake.unsupported"]), ("WARC/1.0\r\n", ["intake.unsupported"]),
    ])
    func otherDocumentsAreToldByTheirBytes(_ text: String, _ codes: [String]) {
        let (document, diagnostics) = Self.read(Array(text.utf8))
        #expect(document == nil && diagnostics.count == 1 && codes.contains(diagnostics[0].code), "\(diagnostics)")
    }

    @Test func aNulIsReplacedAndTold() throws {
        let bytes = Array("One line.\nThe fer".utf8) + [0] + Array("ry sank, \(Self.prose)".utf8)
        let (document, diagnostics) = Self.read(bytes)
        let text = try #require(document?.text)
        #expect(text.string.hasPrefix("One line.\nThe fer\u{FFFD}ry sank"))
        let told = try #require(diagnostics.first { $0.code == "intake.nul" })
        #expect(told.message.contains("line 2, byte 17") && told.severity == .warning)
        #expect(told.span.map { text[$0] } == "\u{FFFD}" && told.document == document?.id)
        #expect(text.scalarOffset(of: text.count) == bytes.count, "scalar offsets stay those of the file")
    }

    @Test func escapeSequencesDoNotReachATerminal() throws {
        let (document, diagnostics) = Self.read(Array("\u{1B}]0;title\u{7}\(Self.prose)".utf8))
        let text = try #require(document?.text)
        #expect(!text.bytes.contains(0x1B) && !text.bytes.contains(0x07))
        #expect(diagnostics.contains { $0.code == "intake.control" && $0.message.contains("2 times") })
    }

    @Test func invalidUTF8IsReplacedAndTold() throws {
        let bytes = Array("Überall — ".utf8) + [0xE2, 0x82] + Array(" and \(Self.prose) ".utf8) + [0xFF]
        let (document, diagnostics) = Self.read(bytes)
        let text = try #require(document?.text)
        #expect(text.string.hasPrefix("Überall — \u{FFFD} and") && text.string.hasSuffix("\u{FFFD}"))
        #expect(
            diagnostics.contains {
                $0.code == "intake.illFormed" && $0.message.contains("2 times, first at line 1, byte 13")
            })
    }

    @Test func everyBrokenByteStringIsRead() {
        var state: UInt64 = 1
        for length in [1, 2, 3, 7, 64, 300] {
            for _ in 0..<200 {
                let bytes = (0..<length).map { _ -> UInt8 in
                    state = StableHash.mix(state)
                    return state % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 20) : UInt8(32 + (state >> 20) % 90)
                }
                let (document, _) = Self.read(bytes, .unknown)
                guard let document else { continue }
                let last = document.rawMap.rawOffset(of: document.text.count)
                #expect(last <= bytes.count, "the way back stays in the file")
            }
        }
    }

    @Test func aLongLineAndManyLinesAreReadInTime() {
        let clock = ContinuousClock()
        let texts = [
            String(repeating: "word ", count: 200_000), String(repeating: "a", count: 1_000_000),
            String(repeating: "One.\n", count: 30_000), String(repeating: "Heading here\n\n", count: 10_000),
            String(repeating: "(", count: 300_000), String(repeating: "> ", count: 30_000),
            String(repeating: "\u{C3}\u{A9}", count: 30_000),
            String(repeating: "Posted: ", count: 50_000), String(repeating: "1/2/", count: 30_000),
            String(repeating: "\n", count: 500_000) + "x",
        ]
        for text in texts {
            let spent = clock.measure { _ = Self.read(Array(text.utf8), .unknown) }
            #expect(spent < .seconds(15), "a debug build reads \(text.prefix(12))… in \(spent)")
        }
    }

    @Test func anotherLanguageIsKeptAndTold() throws {
        let german =
            "Die Fähre Aurora verließ am Dienstagabend mit 212 Menschen an Bord den Hafen von Bergen und verlor eine Stunde später den Antrieb."
        let (document, diagnostics) = Self.read(Array(german.utf8))
        let metadata = try #require(document?.metadata)
        #expect(metadata.language == "de" && !metadata.isReadable)
        #expect(diagnostics.map(\.code) == ["intake.language"] && diagnostics[0].severity == .note)
    }
}
