import Foundation
import Testing

@testable import Encoding

/// Against the reference (Hugging Face tokenizers 0.23). The words here were written for it; `Scripts/reference-pieces.py`
/// writes a million of them, and every character, for the last test.
@Suite struct WordPieceTokenizerTests {
    static let pieces = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##a", "b", "##b", "un", "##able", "aff", "##ord", "-", ".", "'", "#",
        "ku", "##he", "istanbul", "东", "京", "ᄒ", "##ᅡ", "##ᆫ", "x", "##x", "ab", "é", "##1", "1", "—", "ss", "ß",
    ]

    static func cut(_ word: String) throws -> [String] {
        let tokenizer = try #require(WordPieceTokenizer(vocabulary: Array(pieces.joined(separator: "\n").utf8)))
        return tokenizer.pieces(of: Array(word.utf8)[...]).map { pieces[Int($0)] }
    }

    @Test(arguments: [
        ("unaffordable", ["[UNK]"]), ("Unable", ["un", "##able"]), ("AFFORD", ["aff", "##ord"]),
        ("Kühe", ["ku", "##he"]),
        ("Ku\u{308}he", ["ku", "##he"]), ("İstanbul", ["istanbul"]), ("东京", ["东", "京"]), ("a东b", ["a", "东", "b"]),
        ("한", ["ᄒ", "##ᅡ", "##ᆫ"]), ("a-b", ["a", "-", "b"]), ("a\u{0}b", ["ab"]), ("a\u{200B}b", ["ab"]),
        ("a\u{A0}b", ["a", "b"]), ("ab\u{FFFD}", ["ab"]), ("#a", ["#", "a"]), ("##a", ["#", "#", "a"]), ("ß", ["ß"]),
        ("a—b", ["a", "—", "b"]), ("\u{7F}", ["[UNK]"]), ("", ["[UNK]"]), ("🙂", ["[UNK]"]), ("a1", ["a", "##1"]),
        ("[CLS]", ["[UNK]", "[UNK]", "[UNK]"]), ("\u{37E}", ["[UNK]"]), ("\u{2028}", ["[UNK]"]),
    ])
    func cutsAsTheReferenceDoes(_ word: String, _ expected: [String]) throws {
        #expect(try Self.cut(word) == expected)
    }

    @Test func wordsOfMoreThanAHundredLettersAreUnknown() throws {
        #expect(try Self.cut(String(repeating: "a", count: 100)).count == 100)
        #expect(try Self.cut(String(repeating: "a", count: 101)) == ["[UNK]"])
        #expect(try Self.cut(String(repeating: "x", count: 50_000)) == ["[UNK]"])
        #expect(try Self.cut("a." + String(repeating: "x", count: 101)) == ["a", ".", "[UNK]"])
    }

    @Test(arguments: [
        ("word", WordShape.lower), ("Word", .title), ("WORD", .upper), ("A", .title), ("wOrd", .mixed),
        ("McKay", .mixed),
        ("1990s", .lower), ("1,000", .digits), ("...", .punctuation), ("东京", .mixed), ("é", .lower), ("Élan", .title),
        ("", .punctuation), ("'s", .lower), ("U.S.", .upper),
    ])
    func shapes(_ word: String, _ shape: WordShape) {
        #expect(WordShape(Array(word.utf8)[...]) == shape)
    }

    static let reference = ProcessInfo.processInfo.environment["HEADWATER_PIECES"]

    @Test(.enabled(if: reference != nil, "Scripts/reference-pieces.py DATA OUT, then HEADWATER_PIECES=OUT"))
    func cutsAMillionWordsAsTheReferenceDoes() throws {
        let folder = URL(filePath: try #require(Self.reference))
        let vocabulary = try Data(contentsOf: folder.appending(path: "vocabulary.txt"))
        let tokenizer = try #require(WordPieceTokenizer(vocabulary: Array(vocabulary)))
        let words = Array(try Data(contentsOf: folder.appending(path: "words.bin")))
            .split(separator: 0xFF, omittingEmptySubsequences: false)
        let expected = try String(contentsOf: folder.appending(path: "pieces.txt"), encoding: .utf8)
            .split(separator: "\n")
        #expect(words.count == expected.count)
        var wrong: [String] = []
        for (word, pieces) in zip(words, expected)
        where tokenizer.pieces(of: word).map(String.init).joined(separator: " ") != pieces {
            wrong.append(String(decoding: word, as: UTF8.self))
        }
        #expect(wrong.isEmpty, "\(wrong.count) words are cut otherwise, \(wrong.prefix(5))")
    }
}
