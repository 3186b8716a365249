import TextCore

/// Words that English writes together: `don't` → do n't · `Putin’s` → Putin ’s · `we'll` → we 'll · `cannot` → can not.
enum Clitics {
    /// The parts of a word, one where nothing is written together.
    static func parts(of word: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        if let cut = cutWithApostrophe(word, bytes) ?? cutWithout(word, bytes) {
            return [word.lowerBound..<cut, cut..<word.upperBound]
        }
        return [word]
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

    private static func cutWithout(_ word: Range<Int>, _ bytes: [UInt8]) -> Int? {
        guard word.count == 5 || word.count == 6 else { return nil }
        return written[lowercased(word, bytes)].map { word.lowerBound + $0 }
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
        range.count > 6 ? [] : bytes[range].map(ASCII.lowercased)
    }

    private static let endings = Set(["s", "m", "d", "re", "ve", "ll"].map { Array($0.utf8) })

    /// Words without an apostrophe, with the length of their first part.
    private static let written = Dictionary(
        uniqueKeysWithValues: [("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3)].map { (Array($0.0.utf8), $0.1) }
    )
}
