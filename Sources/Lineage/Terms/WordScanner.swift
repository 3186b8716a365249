import TextCore

/// A word as it stands in a text, folded: `North-Korea's` gives `north` and `korea`, `5,000` gives `5000`.
struct ScannedWord {
    /// The folded letters or digits.
    var letters: [UInt8]
    /// Where it stands.
    var span: TextSpan
    /// Whether it begins with a capital letter.
    var isCapitalized: Bool
    /// Whether it begins with a digit.
    var isNumber: Bool { letters.first.map(ASCII.isDigit) ?? false }
}

/// Parts a stretch of text into words for comparison. Hyphens part words, possessive endings are dropped, separators
/// of thousands are taken out: two spellings of one thing should give the same words.
enum WordScanner {
    /// The words of `span`.
    ///
    /// - Complexity: O(`span.count`).
    static func words(of text: SourceText, in span: TextSpan) -> [ScannedWord] {
        let folded = FoldedText(text, in: span)
        var words: [ScannedWord] = []
        each(of: folded.bytes) { letters, place in
            let place = folded.originalSpan(of: place)
            words.append(
                ScannedWord(letters: Array(letters), span: place, isCapitalized: isCapital(text.bytes, at: place.start))
            )
        }
        return words
    }

    /// The hashes of the words of `span`: those of their letters.
    static func hashes(of text: SourceText, in span: TextSpan) -> [UInt64] {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(span.count / 5)
        each(of: FoldedText(text, in: span).bytes) { letters, _ in hashes.append(StableHash.hash(letters)) }
        return hashes
    }

    /// Calls `body` with the letters of each word of folded bytes and where they stand there.
    @inline(__always)
    private static func each(of bytes: [UInt8], _ body: (ArraySlice<UInt8>, Range<Int>) -> Void) {
        var index = 0
        while index < bytes.count {
            guard ASCII.isWord(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            let isNumber = ASCII.isDigit(bytes[index])
            index = isNumber ? numberEnd(bytes, from: index) : wordEnd(bytes, from: index)
            let letters = isNumber ? digits(bytes[start..<index]) : plain(bytes[start..<index])
            if !letters.isEmpty { body(letters, start..<index) }
        }
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func wordEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if ASCII.isWord(bytes[index]) {
                index += 1
            } else if bytes[index] == apostrophe, index + 1 < bytes.count, ASCII.isLetter(bytes[index + 1]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "."), index - start == 1 || isDottedLetters(bytes, start, index),
                index + 1 < bytes.count, ASCII.isLetter(bytes[index + 1]),
                index + 2 == bytes.count || !ASCII.isWord(bytes[index + 2])
            {
                index += 1  // "U.S." is one word, "us" apart from the pronoun "us" by its dot
            } else {
                break
            }
        }
        return index
    }

    /// Whether `bytes[start..<end]` is single letters parted by dots ("u.s").
    private static func isDottedLetters(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        end - start >= 3 && end - start < 12 && bytes[end - 2] == UInt8(ascii: ".")
    }

    private static func numberEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if ASCII.isDigit(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count,
                ASCII.isDigit(bytes[index + 1])
            {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private static func digits(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        number.contains(UInt8(ascii: ",")) ? number.filter { $0 != UInt8(ascii: ",") }[...] : number
    }

    /// A word without possessive ending, and without apostrophes ("don't" is "dont"). Dots stay.
    private static func plain(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard word.contains(apostrophe) else { return word }
        let possessive = word.count > 2 && word.suffix(2).elementsEqual([apostrophe, UInt8(ascii: "s")])
        return (possessive ? word.dropLast(2) : word).filter { $0 != apostrophe }[...]
    }

    private static func isCapital(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        if bytes[index] < 0x80 { return ASCII.isUpper(bytes[index]) }
        return UTF8Scanner.scalar(in: bytes, at: index).scalar.properties.isUppercase
    }
}
