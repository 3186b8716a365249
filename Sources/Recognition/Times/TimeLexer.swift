import NewsModel
import TextCore

/// Cuts a stretch of text into tokens. Digits and letters are parted even without a space ("Oct2", "7pm", "1990s");
/// phrases of the lexicon are one token.
struct TimeLexer {
    private let bytes: [UInt8]
    private let end: Int
    private let lexicon: TimeLexicon
    private var index: Int
    private var tokens: [TimeToken] = []
    private var hashes: [UInt64] = []

    /// The tokens of `span` of `text`, and one of kind `end` after them.
    ///
    /// - Complexity: O(`span.count`).
    static func tokens(of text: SourceText, in span: TextSpan, lexicon: TimeLexicon) -> [TimeToken] {
        var lexer = TimeLexer(bytes: text.bytes, span: span, lexicon: lexicon)
        lexer.cut()
        return lexer.joinPhrases()
    }

    private init(bytes: [UInt8], span: TextSpan, lexicon: TimeLexicon) {
        self.bytes = bytes
        self.end = span.end
        self.lexicon = lexicon
        self.index = span.start
        tokens.reserveCapacity(span.count / 5 + 2)
        hashes.reserveCapacity(span.count / 5 + 2)
    }

    private mutating func cut() {
        var glued = false
        while index < end {
            let byte = bytes[index]
            if ASCII.isSpace(byte) {
                index += 1
                glued = false
                continue
            }
            if ASCII.isDigit(byte) {
                number(glued)
            } else if ASCII.isLetter(byte) {
                word(glued)
            } else if byte >= 0x80 {
                if !beyondASCII(&glued) { continue }
            } else {
                mark(byte, glued)
            }
            glued = true
        }
    }

    private mutating func add(_ token: TimeToken, hash: UInt64) {
        tokens.append(token)
        hashes.append(hash)
    }

    /// Digits, with thousands separators ("1,984") or a decimal part ("4.8", but not of "21.04.2016").
    private mutating func number(_ glued: Bool) {
        let start = index
        var token = TimeToken(span: TextSpan(start, start), kind: .number, glued: glued)
        digits(into: &token.value, count: &token.digits)
        while index + 3 < end, bytes[index] == 0x2C, token.digits <= 9, isGroup(at: index + 1) {
            var (group, count) = (0, 0)
            index += 1
            digits(into: &group, count: &count)
            token.value = token.value &* 1000 &+ group
            token.digits += 3
            token.isGrouped = true
        }
        if index + 1 < end, bytes[index] == 0x2E, ASCII.isDigit(bytes[index + 1]), !continuesDottedDate(start) {
            index += 1
            var value = 0
            digits(into: &value, count: &token.fractionDigits)
            token.fraction = value
        }
        token.span = TextSpan(start, index)
        if isMoney(before: start) || isShare(at: index) { token.isAmount = true }
        add(token, hash: 0)
    }

    private mutating func digits(into value: inout Int, count: inout Int) {
        while index < end, ASCII.isDigit(bytes[index]) {
            if count < 9 { value = value * 10 + Int(bytes[index] - 0x30) }
            count += 1
            index += 1
        }
    }

    private func isGroup(at start: Int) -> Bool {
        start + 3 <= end && bytes[start..<(start + 3)].allSatisfy(ASCII.isDigit)
            && (start + 3 == end || !ASCII.isDigit(bytes[start + 3]))
    }

    /// Whether the digits that begin at `start` and end here are part of "21.04.2016".
    private func continuesDottedDate(_ start: Int) -> Bool {
        if start >= 2, bytes[start - 1] == 0x2E, ASCII.isDigit(bytes[start - 2]) { return true }
        var ahead = index + 1
        while ahead < end, ahead < index + 6, ASCII.isDigit(bytes[ahead]) { ahead += 1 }
        return ahead + 1 < end && bytes[ahead] == 0x2E && ASCII.isDigit(bytes[ahead + 1])
    }

    private func isMoney(before start: Int) -> Bool {
        guard start > 0 else { return false }
        let previous = bytes[start - 1] == 0x20 && start > 1 ? bytes[start - 2] : bytes[start - 1]
        if previous == UInt8(ascii: "$") || bytes[start - 1] == UInt8(ascii: "#") { return true }
        // The last bytes of €, £ and ¥.
        return start >= 3 && Array(bytes[(start - 3)..<start]) == [0xE2, 0x82, 0xAC]
            || start >= 2 && bytes[start - 2] == 0xC2 && (bytes[start - 1] == 0xA3 || bytes[start - 1] == 0xA5)
    }

    private func isShare(at index: Int) -> Bool {
        guard index < end else { return false }
        return bytes[index] == UInt8(ascii: "%")
            || index + 1 < end && bytes[index] == 0x20 && bytes[index + 1] == UInt8(ascii: "%")
    }

    /// Letters, with an apostrophe inside ("o'clock") but not "'s".
    private mutating func word(_ glued: Bool) {
        let start = index
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        var uppers = 0
        var isASCII = true
        while index < end {
            let byte = bytes[index]
            if ASCII.isLetter(byte) {
                if ASCII.isUpper(byte) { uppers += 1 }
                state = (state ^ UInt64(ASCII.lowercased(byte))) &* 0x0000_0100_0000_01b3
                index += 1
            } else if byte >= 0x80, !isMark(at: index) {
                isASCII = false
                index += 1
            } else if let width = apostrophe(at: index), index + width < end, ASCII.isLetter(bytes[index + width]),
                !isPossessive(at: index + width)
            {
                state = (state ^ 0x27) &* 0x0000_0100_0000_01b3
                index += width
            } else {
                break
            }
        }
        let hash = isASCII ? StableHash.mix(state) : 0
        let shape: TimeToken.Shape =
            !ASCII.isUpper(bytes[start]) ? .lower : uppers > 1 && uppers == index - start ? .upper : .title
        var token = TimeToken(span: TextSpan(start, index), kind: .word, shape: shape, glued: glued)
        token.endsInS = bytes[index - 1] == UInt8(ascii: "s")
        token.endsInED =
            index - start > 3 && bytes[index - 1] == UInt8(ascii: "d") && bytes[index - 2] == UInt8(ascii: "e")
        token.word = isASCII ? lexicon.number(of: hash) : 0
        token.roles = lexicon.words[Int(token.word)].roles
        add(token, hash: hash)
    }

    /// Width of the apostrophe at `index`, straight or curly.
    private func apostrophe(at index: Int) -> Int? {
        if bytes[index] == 0x27 { return 1 }
        guard index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return nil }
        return bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98 ? 3 : nil
    }

    private func isPossessive(at index: Int) -> Bool {
        (bytes[index] | 0x20) == UInt8(ascii: "s") && (index + 1 >= end || !ASCII.isLetter(bytes[index + 1]))
    }

    /// Whether a byte beyond ASCII begins punctuation or space (U+0080 to U+00BF, U+2000 to U+2BFF, U+3000 to U+303F).
    private func isMark(at index: Int) -> Bool {
        bytes[index] == 0xC2 || bytes[index] == 0xE2
            || (bytes[index] == 0xE3 && index + 1 < end && bytes[index + 1] == 0x80)
    }

    /// Reads a character beyond ASCII; false where it was a space.
    private mutating func beyondASCII(_ glued: inout Bool) -> Bool {
        guard isMark(at: index) else {
            word(glued)
            return true
        }
        if let width = apostrophe(at: index) {
            apostropheMark(width, glued)
            return true
        }
        let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: index)
        if scalar.properties.isWhitespace || scalar.value == 0x200B {
            index += width
            glued = false
            return false
        }
        var token = TimeToken(span: TextSpan(index, index + width), kind: .other, glued: glued)
        if (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212 { token.kind = .dash }
        if scalar.value == 0xBD {
            token.kind = .number
            token.fraction = 5
            token.fractionDigits = 1
        }
        index += width
        add(token, hash: token.kind == .dash ? Self.hyphen : 0)
        return true
    }

    private mutating func mark(_ byte: UInt8, _ glued: Bool) {
        if byte == 0x27 { return apostropheMark(1, glued) }
        let kind: TimeToken.Kind =
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "~"): .dash
            case UInt8(ascii: "/"): .slash
            case UInt8(ascii: ":"): .colon
            case UInt8(ascii: "."): .dot
            case UInt8(ascii: ","): .comma
            case UInt8(ascii: "("): .open
            case UInt8(ascii: ")"): .close
            default: .other
            }
        add(
            TimeToken(span: TextSpan(index, index + 1), kind: kind, glued: glued),
            hash: StableHash.hash(CollectionOfOne(byte)))
        index += 1
    }

    /// An apostrophe by itself, or with the s of a possessive.
    private mutating func apostropheMark(_ width: Int, _ glued: Bool) {
        let possessive = index + width < end && glued && isPossessive(at: index + width)
        let span = TextSpan(index, index + width + (possessive ? 1 : 0))
        var token = TimeToken(span: span, kind: possessive ? .word : .apostrophe, glued: glued)
        if possessive { token.roles = [.possessive] }
        add(token, hash: possessive ? Self.possessive : Self.apostrophe)
        index = span.end
    }

    private static let hyphen = StableHash.hash("-".utf8)
    private static let apostrophe = StableHash.hash("'".utf8)
    private static let possessive = StableHash.hash("'s".utf8)

    /// Makes one token of each phrase of the lexicon, and closes the list.
    private func joinPhrases() -> [TimeToken] {
        var joined: [TimeToken] = []
        joined.reserveCapacity(tokens.count + 1)
        var index = 0
        while index < tokens.count {
            var token = tokens[index]
            if token.kind == .word, let phrase = lexicon.phrase(hashes, at: index) {
                token.span = TextSpan(token.span.start, tokens[index + phrase.words - 1].span.end)
                token.word = phrase.number
                token.roles = lexicon.words[Int(phrase.number)].roles
                index += phrase.words
            } else {
                index += 1
            }
            joined.append(token)
        }
        joined.append(TimeToken(span: TextSpan(end, end), kind: .end, glued: false))
        return joined
    }
}
