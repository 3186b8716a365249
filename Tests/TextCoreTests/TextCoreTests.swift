import Foundation
import HeadwaterTestKit
import Testing

@testable import TextCore

@Suite struct SourceTextTests {
    @Test func scalarOffsetsCountScalarsNotBytes() {
        let text = SourceText("«Ünï» 😀 end")
        let end = text.count
        #expect(text.scalarOffset(of: end) == "«Ünï» 😀 end".unicodeScalars.count)
        #expect(text.scalarOffset(of: 0) == 0)
    }

    @Test(arguments: ["", "a", "é", "日本語", String(repeating: "aé日😀", count: 400)])
    func scalarOffsetAndByteOffsetAreInverse(_ string: String) {
        let text = SourceText(string)
        for (number, index) in string.unicodeScalars.indices.enumerated() {
            let byte = string.utf8.distance(from: string.startIndex, to: index)
            #expect(text.scalarOffset(of: byte) == number)
            #expect(text.byteOffset(ofScalar: number) == byte)
        }
        #expect(text.byteOffset(ofScalar: string.unicodeScalars.count) == text.count)
    }

    @Test func illFormedBytesAreRepaired() {
        #expect(SourceText(repairing: [0x61, 0xFF, 0x62]).string == "a\u{FFFD}b")
    }

    @Test func trimmingKeepsTheWords() {
        let text = SourceText("\u{FEFF} \u{A0}word \n")
        #expect(text[text.trimmed(text.span)] == "word")
    }
}

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("“Quoted”", "\"quoted\""), ("Kim’s", "kim's"), ("Łódź", "lodz"), ("São Paulo", "sao paulo"),
        ("naïve—text", "naive-text"), ("soft\u{AD}hyphen", "softhyphen"), ("Việt Nam", "viet nam"),
    ])
    func folds(_ original: String, _ folded: String) {
        #expect(FoldedText.fold(original) == folded)
        #expect(FoldedText.fold(folded) == folded, "folding a fold changes nothing")
    }

    @Test func matchesMapBackToTheOriginal() {
        let text = SourceText("Er sagte «Łódź» laut")
        let folded = FoldedText(text)
        let needle = Array("lodz".utf8)
        let start = (0..<folded.bytes.count).first { folded.bytes[$0...].starts(with: needle) }!
        #expect(text[folded.originalSpan(of: start..<(start + needle.count))] == "Łódź")
    }
}

@Suite struct HashTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func sha256(_ message: String, _ digest: String) {
        #expect(SHA256Digest(of: Array(message.utf8)).hexadecimal == digest)
    }

    @Test func sha256OfAMillionLetters() {
        let digest = SHA256Digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest.hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}

@Suite struct LineIndexTests {
    @Test func allThreeLineEnds() {
        let text = SourceText("a\nb\r\nc\rd")
        #expect(LineIndex(text).lines.map { text[$0] } == ["a", "b", "c", "d"])
    }

    @Test func aFinalLineEndBeginsNoLine() {
        let text = SourceText("a\n\n")
        #expect(LineIndex(text).lines.map { text[$0] } == ["a", ""])
    }
}

@Suite struct AlignmentMapTests {
    @Test func runsMapBack() {
        var map = AlignmentMap()
        map.add(decoded: 5, raw: 8)
        map.add(decoded: 9, raw: 12)
        #expect(map.rawOffset(of: 4) == 4)
        #expect(map.rawOffset(of: 6) == 9)
        #expect(map.rawOffset(of: 10) == 13)
        #expect(map.runs.count == 2, "runs that go on are one run")
    }

    @Test func asciiInUTF16IsOneRun() {
        var map = AlignmentMap()
        for index in 0..<10 { map.add(decoded: index, raw: 2 + index * 2, step: 2) }
        map.add(decoded: 10, raw: 22, step: 0)
        map.add(decoded: 13, raw: 24, step: 2)
        #expect(map.rawOffset(of: 3) == 8)
        #expect(map.rawOffset(of: 12) == 22, "inside a character that one raw sequence gave")
        #expect(map.rawOffset(of: 13) == 24)
        #expect(map.runs.count == 3)
    }
}

@Suite struct MarkedTextTests {
    @Test func marks() {
        let marked = MarkedText("killed ⟦12⟧ people in ⟦São Paulo⟧")
        #expect(marked.text == "killed 12 people in São Paulo")
        #expect(marked.strings == ["12", "São Paulo"])
    }
}

@Suite struct LinePositionTests {
    @Test func linesAndColumnsCountFromOneInScalars() {
        let text = SourceText("«é» one\r\ntwo\n\nfour 😀!")
        let lines = LineIndex(text)
        func position(_ words: String) -> [Int] {
            let range = text.string.range(of: words)
            let byte = text.string.utf8.distance(
                from: text.string.startIndex, to: range?.lowerBound ?? text.string.startIndex)
            let (line, column) = lines.position(of: byte, in: text)
            return [line, column]
        }
        #expect(position("«") == [1, 1])
        #expect(position("one") == [1, 5])
        #expect(position("two") == [2, 1])
        #expect(position("!") == [4, 7])
        let empty = LineIndex(SourceText("")).position(of: 0, in: SourceText(""))
        #expect(empty.line == 1 && empty.column == 1)
    }
}

@Suite struct QuotationMarkTests {
    @Test(arguments: [
        ("nobody was hurt", "“nobody was hurt”"), ("“nobody was\n hurt,”", "“nobody was hurt,”"),
        ("he called it a “friendly visit”", "“he called it a ‘friendly visit’”"),
        ("“yes” and «no»", "“‘yes’ and ‘no’”"), ("", "“”"), ("”", "“’”"),
    ])
    func marksWithinAreUnlikeThoseAround(_ words: String, _ quoted: String) {
        #expect(words.inQuotationMarks == quoted)
    }
}
