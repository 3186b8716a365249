import Lexicons
import NewsModel
import TextCore

/// Cuts text into tokens as the English Universal Dependencies treebanks do.
///
/// `Putin’s` → Putin ’s · `don't` → do n't · `cannot` → can not · `US-based` → US - based · `pre-war` → pre-war ·
/// `$4.8m` → $ 4.8 m · `U.S.` · `p.m.` · `J. Smith` · `war.The` → war . The · `arsenals..` → arsenals ..
struct Tokenizer: Sendable {
    let abbreviations: WordClasses<Abbreviation>
    let words: WordClasses<CuttingWord>

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        abbreviations = try WordClasses("abbreviations.tsv", in: resources)
        words = try WordClasses("token-words.tsv", in: resources)
    }

    /// The tokens of `span`, in order.
    ///
    /// - Complexity: O(`span.count`).
    func tokens(of bytes: [UInt8], in span: TextSpan) -> [Token] {
        var cutter = TokenCutter(bytes: bytes, limit: span.end, abbreviations: abbreviations, words: words)
        var index = span.start
        while index < span.end {
            let (kind, width) = CharacterClass.at(index, in: bytes)
            guard kind != .space else {
                index += width
                continue
            }
            var end = index + width
            while end < span.end {
                let (next, width) = CharacterClass.at(end, in: bytes)
                if next == .space { break }
                end += width
            }
            cutter.cut(index..<end)
            index = end
        }
        return cutter.tokens
    }
}

/// The state of cutting one text: where it ends, and the tokens so far.
struct TokenCutter {
    let bytes: [UInt8]
    /// Where the block ends; nothing beyond is looked at.
    let limit: Int
    let abbreviations: WordClasses<Abbreviation>
    let words: WordClasses<CuttingWord>
    private(set) var tokens: [Token] = []

    /// Cuts a chunk: a stretch without white space.
    mutating func cut(_ chunk: Range<Int>) {
        var index = chunk.lowerBound
        var mayBeAddress = chunk.count >= 4
        var addresses = 0
        if let end = Emoticon.end(in: bytes, chunk) {
            append(index..<end, .symbol)
            index = end
        }
        while index < chunk.upperBound {
            let (kind, width) = CharacterClass.at(index, in: bytes)
            if mayBeAddress, kind == .letter || kind == .digit {
                mayBeAddress = false
                if let end = Address.end(in: bytes, index..<chunk.upperBound, words: words) {
                    append(index..<end, .symbol)
                    index = end
                    // "<http://a.example><http://b.example>": another may follow, and so on a few times.
                    addresses += 1
                    mayBeAddress = addresses < 8
                    continue
                }
            }
            switch kind {
            case .letter: index = cutWord(from: index, to: chunk.upperBound)
            case .digit: index = cutNumber(from: index, to: chunk.upperBound)
            case .apostrophe: index = cutApostrophe(at: index, width: width, chunk)
            default: index = cutMark(at: index, kind, width: width, to: chunk.upperBound)
            }
        }
    }

    // MARK: Words

    /// A word with the apostrophes, hyphens and full stops that belong to it; gives its end.
    private mutating func cutWord(from start: Int, to end: Int) -> Int {
        var index = start
        var partStart = start
        var isDotted = false
        scan: while index < end {
            let (kind, width) = CharacterClass.at(index, in: bytes)
            let next = index + width
            switch kind {
            case .letter, .digit: break
            case .apostrophe where index > start && isWord(next, before: end): break
            case .dash where width == 1 && isWord(next, before: end) && words.of(bytes, partStart..<index) == .prefix:
                partStart = next
            case .terminator where width == 1 && bytes[index] == UInt8(ascii: ".") && isWord(next, before: end):
                let known = next - start <= 24 && abbreviations.of(bytes, start..<wordEnd(from: next, to: end)) != nil
                guard index - partStart == 1 || known else { break scan }
                partStart = next
                isDotted = true
            case .symbol where joins(at: index, before: end): break
            default: break scan
            }
            index = next
        }
        if index < end, bytes[index] == UInt8(ascii: "."), !isStop(index + 1, before: end),
            keepsFullStop(start..<index, isDotted: isDotted)
        {
            append(start..<(index + 1), .word)
            return index + 1
        }
        let word = start..<index
        if let cut = Clitics.cut(
            word, in: bytes, words: words, after: { previousWord(before: start) },
            before: { nextWord(after: word.upperBound) })
        {
            append(start..<cut, .word)
            append(cut..<index, .word)
        } else {
            append(word, .word)
        }
        return index
    }

    /// Whether the full stop after `word` belongs to it.
    private func keepsFullStop(_ word: Range<Int>, isDotted: Bool) -> Bool {
        let next = skippingSpace(from: word.upperBound + 1)
        if let kind = abbreviations.of(bytes, word) {
            // "dates etc." at the end of a sentence, as the treebank cuts it.
            if kind == .closing { return next < limit && !beginsUpper(next) }
            return kind != .number || next < limit && ASCII.isDigit(bytes[next])
        }
        if isDotted { return word.count <= 12 && bytes[word.upperBound - 2] == UInt8(ascii: ".") }
        guard word.count == 1, ASCII.isUpper(bytes[word.lowerBound]) else { return false }
        guard next < limit, ASCII.isUpper(bytes[next]) else { return false }
        if bytes[word.lowerBound] == UInt8(ascii: "I"), tokens.last?.shape != .title { return false }
        return words.of(bytes, next..<wordEnd(from: next, to: limit)) != .starter
    }

    // MARK: Numbers

    /// A number with what belongs to it: `1,000` · `4.8` · `10:30` · `18/06/2024` · `5th` · `1990s` · `555-0142`.
    private mutating func cutNumber(from start: Int, to end: Int) -> Int {
        var index = digitsEnd(from: start, to: end)
        var group = start
        var groups = 1
        while index + 1 < end, isDigit(index + 1, before: end) {
            let next = digitsEnd(from: index + 1, to: end)
            let length = next - index - 1
            let joins =
                switch bytes[index] {
                case UInt8(ascii: ","): length == 3
                case UInt8(ascii: "."), UInt8(ascii: ":"): true
                case UInt8(ascii: "/"): groups > 1 || index - group > 1 || length > 1
                case UInt8(ascii: "-"):
                    groups > 1 || index - group == 3 && length == 4
                        || isStop(next, before: end, UInt8(ascii: "-")) && isDigit(next + 1, before: end)
                default: false
                }
            guard joins else { break }
            if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "-") {
                groups += 1
                group = index + 1
            }
            index = next
        }
        let suffix = wordEnd(from: index, to: end)
        guard suffix > index, words.of(bytes, index..<suffix) != .unit else {
            append(start..<index, .number)
            return index
        }
        let isWhole = !isStop(suffix, before: end, UInt8(ascii: "'"))
        append(start..<suffix, isWhole && Self.ordinalEndings.contains(Array(bytes[index..<suffix])) ? .number : .word)
        return suffix
    }

    private static let ordinalEndings: Set<[UInt8]> = [
        Array("st".utf8), Array("nd".utf8), Array("rd".utf8), Array("th".utf8), Array("s".utf8),
    ]

    // MARK: Marks

    /// An apostrophe that follows no letter: of an elision (`'em`, `’90s`), of a clitic after a mark (`”’s`), or a
    /// quotation mark.
    private mutating func cutApostrophe(at index: Int, width: Int, _ chunk: Range<Int>) -> Int {
        let next = index + width
        let end = wordEnd(from: next, to: chunk.upperBound)
        if end > next {
            let isClitic = index > chunk.lowerBound && Clitics.isClitic(index..<end, in: bytes)
            let isDecade = isDigit(next, before: end) && end - next == 3 && bytes[end - 1] == UInt8(ascii: "s")
            if isClitic || isDecade || words.of(bytes, next..<end) == .elision {
                append(index..<end, .word)
                return end
            }
        }
        // '' and ’’ are double marks.
        let isDoubled =
            next + width <= chunk.upperBound && bytes[next..<(next + width)].elementsEqual(bytes[index..<next])
        append(index..<(isDoubled ? next + width : next), .quoteMark)
        return isDoubled ? next + width : next
    }

    /// A mark, or a run of marks that is read as one: `...`, `?!`, `--`, `===`.
    private mutating func cutMark(at index: Int, _ kind: CharacterClass, width: Int, to limit: Int) -> Int {
        var end = index + width
        let byte = bytes[index]
        switch kind {
        case .terminator where width == 1: end = terminatorsEnd(from: index, to: limit)
        case .symbol where (byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#")) && isLetter(end, before: limit):
            end = handleEnd(from: end, to: limit)
        case .dash where width == 1, .symbol where width == 1:
            while end < limit, bytes[end] == byte { end += 1 }
        case .quote where isSingleOpening(index, to: limit) && end + 3 <= limit && isSingle(end, to: limit):
            end += 3
        case .emoji:
            end = Emoticon.clusterEnd(in: bytes, from: index, before: limit)
        default: break
        }
        if byte == UInt8(ascii: "$"), let last = tokens.last, last.span.end == index, last.shape == .upper,
            last.span.count <= 3
        {
            tokens.removeLast()
            append(last.span.start..<end, .symbol)
            return end
        }
        append(index..<end, kind == .quote ? .quoteMark : kind == .symbol || kind == .emoji ? .symbol : .punctuation)
        return end
    }

    /// End of the marks that are read as one: `...`, `?!`, `.?`, `!!.`; an ellipsis stays alone, as in `...` `?`.
    private func terminatorsEnd(from start: Int, to limit: Int) -> Int {
        func isMark(_ index: Int) -> Bool { index < limit && CharacterClass.of(bytes[index]) == .terminator }
        var end = start + 1
        if isStop(start, before: limit), isStop(end, before: limit) {
            while isStop(end, before: limit) { end += 1 }
            return end
        }
        while isMark(end), !isStop(end, before: limit) { end += 1 }
        if !isStop(start, before: limit), isStop(end, before: limit), !isMark(end + 1) { end += 1 }
        return end
    }

    // MARK: Looking

    /// Whether a sign holds the letters on both sides together, as in `AT&T` and `snake_case`.
    private func joins(at index: Int, before end: Int) -> Bool {
        guard isWord(index + 1, before: end) else { return false }
        switch bytes[index] {
        case UInt8(ascii: "_"), UInt8(ascii: "@"): return true
        case UInt8(ascii: "&"): return ASCII.isLetter(bytes[index + 1])
        default: return false
        }
    }

    private func beginsUpper(_ index: Int) -> Bool {
        bytes[index] < 0x80
            ? ASCII.isUpper(bytes[index])
            : UTF8Scanner.scalar(in: bytes, at: index).scalar.properties.isUppercase
    }

    /// Whether ‘ or ’ stands at `index`.
    private func isSingle(_ index: Int, to end: Int) -> Bool {
        index + 3 <= end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0x99
    }

    private func isSingleOpening(_ index: Int, to end: Int) -> Bool {
        isSingle(index, to: end) && bytes[index + 2] == 0x98
    }

    /// The word before `start` with nothing but a space between.
    private func previousWord(before start: Int) -> Range<Int>? {
        guard let last = tokens.last, last.kind == .word, last.span.end + 1 == start,
            bytes[last.span.end] == UInt8(ascii: " ")
        else { return nil }
        return last.span.range
    }

    /// The word after `end` with nothing but a space between and white space behind it.
    private func nextWord(after end: Int) -> Range<Int>? {
        guard end + 1 < limit, bytes[end] == UInt8(ascii: " ") else { return nil }
        let last = wordEnd(from: end + 1, to: min(limit, end + 16))
        guard last > end + 1, last >= limit || CharacterClass.at(last, in: bytes).kind == .space else { return nil }
        return end + 1..<last
    }

    private func isStop(_ index: Int, before end: Int, _ byte: UInt8 = UInt8(ascii: ".")) -> Bool {
        index < end && bytes[index] == byte
    }

    private func isDigit(_ index: Int, before end: Int) -> Bool { index < end && ASCII.isDigit(bytes[index]) }

    private func isLetter(_ index: Int, before end: Int) -> Bool {
        index < end && CharacterClass.at(index, in: bytes).kind == .letter
    }

    private func isWord(_ index: Int, before end: Int) -> Bool {
        guard index < end else { return false }
        let kind = CharacterClass.at(index, in: bytes).kind
        return kind == .letter || kind == .digit
    }

    private func digitsEnd(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            let (kind, width) = CharacterClass.at(index, in: bytes)
            guard kind == .digit else { break }
            index += width
        }
        return index
    }

    /// End of the run of letters and digits from `start` on.
    private func wordEnd(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            let (kind, width) = CharacterClass.at(index, in: bytes)
            guard kind == .letter || kind == .digit else { break }
            index += width
        }
        return index
    }

    private func handleEnd(from start: Int, to end: Int) -> Int {
        var index = wordEnd(from: start, to: end)
        while index < end, bytes[index] == UInt8(ascii: "_") { index = wordEnd(from: index + 1, to: end) }
        return index
    }

    private func skippingSpace(from start: Int) -> Int {
        var index = start
        while index < limit {
            let (kind, width) = CharacterClass.at(index, in: bytes)
            guard kind == .space else { break }
            index += width
        }
        return index
    }

    /// Adds a token; more than 65,535 bytes are cut between characters.
    private mutating func append(_ range: Range<Int>, _ kind: Token.Kind) {
        var start = range.lowerBound
        while range.upperBound - start > Int(UInt16.max) {
            var end = start + Int(UInt16.max)
            while UTF8.isContinuation(bytes[end]) { end -= 1 }
            tokens.append(token(start..<end, kind))
            start = end
        }
        if start < range.upperBound { tokens.append(token(start..<range.upperBound, kind)) }
    }

    private func token(_ range: Range<Int>, _ kind: Token.Kind) -> Token {
        Token(span: TextSpan(range), kind: kind, shape: kind == .word ? LetterCase.shape(of: range, in: bytes) : .none)
    }
}
