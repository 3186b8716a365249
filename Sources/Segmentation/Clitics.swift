import TextCore

/// Words that English writes together: `don't` → do n't · `Putin’s` → Putin ’s · `we'll` → we 'll · `cannot` → can not;
/// without the apostrophe too: `dont` → do nt · `I cant` → I ca nt · `its a shame` → it s, not `its shame`.
enum Clitics {
    /// Where the word parts; nil where nothing is written together.
    ///
    /// - Parameters:
    ///   - previous: the token before it, where one stands on the same line.
    ///   - next: the word after it, where white space parts them.
    static func cut(
        _ word: Range<Int>, in bytes: [UInt8], words: WordClasses<CuttingWord>, after previous: () -> Range<Int>?,
        before next: () -> Range<Int>?
    ) -> Int? {
        if let cut = cutWithApostrophe(word, bytes) { return cut }
        guard (2...8).contains(word.count), mayBeWrittenTogether(bytes[word.upperBound - 1]) else { return nil }
        switch words.of(bytes, word) {
        case .contraction: return cutWithout(word, bytes)
        case .subjectContraction:
            // "I cant", not "religious cant"; "she wont", not "as is her wont".
            let isAfterSubject = previous().map { subjects.contains(lowercased($0, bytes)) } ?? false
            return isAfterSubject ? cutWithout(word, bytes) : nil
        default:
            // "its a shame", not "its shame".
            guard word.count == 3, lowercased(word, bytes).elementsEqual("its".utf8), let next = next(),
                predicates.contains(lowercased(next, bytes))
            else { return nil }
            return word.upperBound - 1
        }
    }

    /// Whether `range` is an apostrophe and a clitic: `'s`, `’ll`.
    static func isClitic(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard let width = apostropheWidth(at: range.lowerBound, bytes) else { return false }
        return endings.contains(lowercased(range.lowerBound + width..<range.upperBound, bytes))
    }

    private static func cutWithApostrophe(_ word: Range<Int>, _ bytes: [UInt8]) -> Int? {
        // The longest clitic has two letters, so the apostrophe is near the end.
        var index = word.upperBound - 1
        while index > word.lowerBound, index >= word.upperBound - 5 {
            if let width = apostropheWidth(at: index, bytes), index + width < word.upperBound {
                let ending = lowercased(index + width..<word.upperBound, bytes)
                if ending == [UInt8(ascii: "t")], bytes[index - 1] | 0x20 == UInt8(ascii: "n") {
                    return index - 1 > word.lowerBound ? index - 1 : nil
                }
                return endings.contains(ending) ? index : nil
            }
            index -= 1
        }
        return nil
    }

    /// Where a word without an apostrophe parts: before `nt`, `ll`, `ve`, `re`, before a last `s`, `m` or `d`, else after
    /// its first verb: `can not`, `gon na`.
    private static func cutWithout(_ word: Range<Int>, _ bytes: [UInt8]) -> Int {
        let ending = bytes[(word.upperBound - 2)..<word.upperBound].map(ASCII.lowercased)
        switch String(decoding: ending, as: UTF8.self) {
        case "nt", "ll", "ve", "re", "na", "ta": return word.upperBound - 2
        case "ot": return word.upperBound - 3
        default: return word.upperBound - 1
        }
    }

    private static func mayBeWrittenTogether(_ last: UInt8) -> Bool {
        switch last | 0x20 {
        case UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "e"), UInt8(ascii: "l"),
            UInt8(ascii: "a"):
            true
        default: false
        }
    }

    /// Width of the apostrophe at `index`, nil where there is none.
    private static func apostropheWidth(at index: Int, _ bytes: [UInt8]) -> Int? {
        if bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "`") { return 1 }
        guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 else {
            return nil
        }
        return 3
    }

    private static func lowercased(_ range: Range<Int>, _ bytes: [UInt8]) -> [UInt8] {
        range.count > 8 ? [] : bytes[range].map(ASCII.lowercased)
    }

    private static let endings = Set(["s", "m", "d", "re", "ve", "ll"].map { Array($0.utf8) })

    private static let subjects = Set(
        ["i", "you", "u", "he", "she", "it", "we", "they", "who", "that"].map { Array($0.utf8) })
    /// Words after which "its" is "it is": articles, "not", adverbs and prepositions that begin no noun phrase.
    private static let predicates = Set(
        [
            "a", "an", "the", "not", "been", "really", "just", "also", "nothing", "in", "on", "for", "from", "as",
            "like",
            "simply", "so", "too", "about", "because", "going", "now",
        ].map { Array($0.utf8) })
}
