import NewsModel
package import TextCore

/// A word, numeral or mark, as the number and phrase scanners see text: finer than a token.
///
/// `24-year-old` is five lexemes, `people's` three, `£3.2bn` three. Letters and digits never share one.
package struct Lexeme: Hashable, Sendable {
    /// What a lexeme is made of.
    package enum Kind: UInt8, Sendable { case word, numeral, mark }

    /// How the letters of a word are cased.
    package enum Shape: UInt8, Sendable { case lower, title, upper, mixed }

    /// Where it stands.
    package let span: TextSpan
    /// What it is made of.
    package let kind: Kind
    /// How its letters are cased; `lower` for what has none.
    package let shape: Shape
    /// Whether white space, or the start of the stretch, lies before it.
    package let isSpaced: Bool
    /// Hash of the folded characters, as in ``PhraseTable``.
    package let hash: UInt64
    /// The first character, plain: curly quotes straight, every dash a hyphen.
    package let mark: UInt8
    /// The value of a numeral, else zero.
    package let numeral: Numeral?
}

/// The lexemes of a stretch of text.
package struct Lexemes: Sendable {
    /// The text.
    package let text: SourceText
    /// The lexemes in order.
    package let items: [Lexeme]
    /// Their hashes, for ``PhraseTable/match(_:at:)``.
    package let hashes: [UInt64]
    /// Their parts of speech in context, where a tagger has given them; a token's stands for all of its lexemes.
    var tags: [WordTag] = []

    /// Reads the lexemes of `span`.
    ///
    /// - Complexity: O(`span.count`).
    package init(_ text: SourceText, in span: TextSpan? = nil) {
        let span = span ?? text.span
        var scanner = LexemeScanner(text: text, end: span.end, index: span.start)
        while scanner.index < span.end { scanner.readOne() }
        self.text = text
        self.items = scanner.items
        self.hashes = scanner.items.map(\.hash)
    }

    /// The lexemes of a sentence with the parts of speech of its tokens.
    func tagged(_ tags: [WordTag], of tokens: ArraySlice<Token>) -> Lexemes {
        var result = self
        result.tags = []
        result.tags.reserveCapacity(items.count)
        var token = tokens.startIndex
        for lexeme in items {
            while token + 1 < tokens.endIndex, tokens[token].span.end <= lexeme.span.start { token += 1 }
            result.tags.append(tags[token - tokens.startIndex])
        }
        return result
    }

    /// Number of lexemes.
    package var count: Int { items.count }

    /// The lexeme at `index`, or nil outside.
    package subscript(index: Int) -> Lexeme? { items.indices.contains(index) ? items[index] : nil }

    /// The stretch of text from the first to the last lexeme of `range`, which is not empty.
    package func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(items[range.lowerBound].span.start, items[range.upperBound - 1].span.end)
    }

    /// The characters of a lexeme.
    package func string(_ index: Int) -> String { text[items[index].span] }

    /// Whether the lexeme at `index` is the mark `mark` (an ASCII character).
    package func isMark(_ index: Int, _ mark: Character) -> Bool {
        guard let lexeme = self[index], lexeme.kind == .mark else { return false }
        return lexeme.mark == mark.asciiValue
    }

    /// Whether the lexeme at `index` is a word with hash `hash`.
    package func isWord(_ index: Int, _ hash: UInt64) -> Bool {
        guard let lexeme = self[index] else { return false }
        return lexeme.kind == .word && lexeme.hash == hash
    }

    /// Whether the lexeme at `index` touches the one before it.
    package func isGlued(_ index: Int) -> Bool { self[index].map { !$0.isSpaced } ?? false }

    /// Index of the first lexeme that starts at or after byte `offset`.
    ///
    /// - Complexity: O(log n).
    package func index(at offset: Int) -> Int {
        items.partitioningIndex { $0.span.start >= offset }
    }
}

/// Reads one lexeme after the other.
private struct LexemeScanner {
    let text: SourceText
    let end: Int
    var index: Int
    var items: [Lexeme] = []
    private var spaced = true

    init(text: SourceText, end: Int, index: Int) {
        self.text = text
        self.end = end
        self.index = index
    }

    mutating func readOne() {
        let byte = text.bytes[index]
        if ASCII.isSpace(byte) {
            index += 1
            spaced = true
        } else if ASCII.isLetter(byte) {
            if startsAddress() { readAddress() } else { readWord() }
        } else if ASCII.isDigit(byte) || (byte == UInt8(ascii: ".") && startsDecimal()) {
            readNumeral()
        } else if byte < 0x80 {
            append(.mark, TextSpan(index, index + 1), hash: StableHash.hash(CollectionOfOne(byte)), mark: byte)
        } else {
            readWide()
        }
    }

    /// `.08`, but not the `.1` of `192.168.1`, nor a full stop before a number.
    private func startsDecimal() -> Bool {
        guard index + 1 < end, ASCII.isDigit(text.bytes[index + 1]) else { return false }
        return index == 0 || !(ASCII.isWord(text.bytes[index - 1]) || text.bytes[index - 1] == UInt8(ascii: "."))
    }

    /// Whether a web address starts here: nothing in it counts.
    private func startsAddress() -> Bool {
        guard spaced, index + 8 <= end else { return false }
        let head = text.bytes[index..<(index + 8)]
        return head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8) || head.starts(with: "www.".utf8)
    }

    private mutating func readAddress() {
        let start = index
        var past = start
        while past < end, !ASCII.isSpace(text.bytes[past]) { past += 1 }
        append(.mark, TextSpan(start, past), hash: 0)
    }

    private mutating func readWord() {
        let start = index
        var upper = 0
        var letters = 0
        var isASCII = true
        while index < end {
            let byte = text.bytes[index]
            if byte < 0x80 {
                guard ASCII.isLetter(byte) else { break }
                if ASCII.isUpper(byte) { upper += 1 }
                index += 1
            } else {
                let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, at: index)
                guard scalar.isWordPart else { break }
                if scalar.properties.isUppercase { upper += 1 }
                isASCII = false
                index += width
            }
            letters += 1
        }
        let span = TextSpan(start, index)
        let hash =
            isASCII
            ? StableHash.hash(text.bytes[span.range].lazy.map(ASCII.lowercased))
            : StableHash.hash(FoldedText(text, in: span).bytes)
        append(.word, span, shape: shape(start: start, upper: upper, letters: letters), hash: hash)
    }

    private func shape(start: Int, upper: Int, letters: Int) -> Lexeme.Shape {
        if upper == 0 { return .lower }
        if upper == letters { return letters == 1 ? .title : .upper }
        let first = UTF8Scanner.scalar(in: text.bytes, at: start).scalar
        return upper == 1 && first.properties.isUppercase ? .title : .mixed
    }

    private mutating func readNumeral() {
        let numeral = Numeral.read(text.bytes, at: index, end: end)
        let span = TextSpan(index, numeral.end)
        append(.numeral, span, hash: StableHash.hash(text.bytes[span.range]), numeral: numeral)
    }

    private mutating func readWide() {
        let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, at: index)
        let span = TextSpan(index, index + width)
        if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format {
            index = span.end
            spaced = true
        } else if Numeral.vulgarFraction(scalar) != nil {
            readNumeral()
        } else if scalar.isWordPart {
            readWord()
        } else {
            let folded = Fold.utf8(scalar)
            append(.mark, span, hash: StableHash.hash(folded), mark: folded.count == 1 ? folded[0] : 0)
        }
    }

    private mutating func append(
        _ kind: Lexeme.Kind, _ span: TextSpan, shape: Lexeme.Shape = .lower, hash: UInt64, mark: UInt8 = 0,
        numeral: Numeral? = nil
    ) {
        items.append(
            Lexeme(
                span: span, kind: kind, shape: shape, isSpaced: spaced, hash: hash, mark: mark, numeral: numeral))
        index = span.end
        spaced = false
    }
}

extension Unicode.Scalar {
    /// A letter, or a mark that stands on one.
    fileprivate var isWordPart: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark:
            true
        default: false
        }
    }
}
