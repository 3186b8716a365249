import NewsModel
import TextCore

/// Questions about the tokens of one block and the white space between them.
struct TokenView {
    let tokens: [Token]
    let range: Range<Int>
    let bytes: [UInt8]

    /// Whether white space stands before the token.
    func hasGap(before index: Int) -> Bool {
        index > range.lowerBound && tokens[index - 1].span.end < tokens[index].span.start
    }

    /// Whether the token is the first of a line, and not of the block.
    func beginsLine(_ index: Int) -> Bool { lineEnds(before: index, atLeast: 1) }

    /// Whether an empty line stands before the token.
    func isBlankLine(before index: Int) -> Bool { lineEnds(before: index, atLeast: 2) }

    private func lineEnds(before index: Int, atLeast wanted: Int) -> Bool {
        guard hasGap(before: index) else { return false }
        var found = 0
        for place in tokens[index - 1].span.end..<tokens[index].span.start
        where bytes[place] == 0x0A || bytes[place] == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A) {
            found += 1
            if found == wanted { return true }
        }
        return false
    }

    /// Whether the token closes a quotation or bracket right after the token before it.
    func closes(_ index: Int) -> Bool {
        let token = tokens[index]
        guard !hasGap(before: index) else { return false }
        if closesBracket(index) { return true }
        guard token.kind == .quoteMark else { return false }
        let scalar = UTF8Scanner.scalar(in: bytes, at: token.span.start).scalar
        switch scalar {
        case "”", "’", "»", "›", "“", "«": break
        case "\"", "'": break
        default: return false
        }
        // A mark that touches the next word opens what follows, unless something else already parts them.
        guard index + 1 < range.upperBound, !hasGap(before: index + 1) else { return true }
        return tokens[index + 1].kind != .word && tokens[index + 1].kind != .number || scalar == "”" || scalar == "’"
    }

    /// Whether the token is a closing bracket.
    func closesBracket(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .punctuation && CharacterClass.at(token.span.start, in: bytes).kind == .closer
    }

    /// Whether the token is a mark that goes on with the sentence: a comma, a colon, another full stop.
    func isContinuingMark(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .punctuation, let first = byte(index) else { return false }
        if first == UInt8(ascii: ",") || first == UInt8(ascii: ";") || first == UInt8(ascii: ":") { return true }
        return !hasGap(before: index) && CharacterClass.at(token.span.start, in: bytes).kind == .terminator
    }

    /// The first word or number from `index` on, past opening marks, dashes and symbols.
    func firstWord(from index: Int) -> Int? {
        var index = index
        let end = min(range.upperBound, index + 4)
        while index < end {
            if tokens[index].kind == .word || tokens[index].kind == .number { return index }
            index += 1
        }
        return nil
    }

    /// Whether the token is a bullet.
    func isBullet(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind != .word, token.span.count >= 2, token.span.count <= 3 else { return false }
        return ["•", "●", "▪", "■", "⁃", "◦", "‣", "►", "▶", "·"].contains(
            UTF8Scanner.scalar(in: bytes, at: token.span.start).scalar)
    }

    /// Whether the token begins an item of a list: a bullet, or a number with a full stop or bracket.
    func isListMarker(_ index: Int) -> Bool {
        if isBullet(index) { return true }
        if let byte = byte(index), tokens[index].span.count == 1, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-")
        {
            return hasGap(before: index + 1 < range.upperBound ? index + 1 : index)
        }
        return isListNumber(index) && index + 1 < range.upperBound && !hasGap(before: index + 1)
    }

    /// Whether the token is a number of one to three digits, as list numbers are.
    func isListNumber(_ index: Int) -> Bool { tokens[index].kind == .number && tokens[index].span.count <= 3 }

    /// Whether the tokens of `range`, which a full stop follows, number an item: `1`, `• 9`, `a`.
    func isListLead(_ range: Range<Int>) -> Bool {
        guard let last = range.last, range.count <= 2, range.count == 1 || isBullet(range.lowerBound) else {
            return false
        }
        if isListNumber(last) { return true }
        let span = tokens[last].span
        return span.count == 1 && ASCII.isLower(bytes[span.start])
    }

    /// Whether the token is the pronoun that always has a capital.
    func isI(_ index: Int) -> Bool {
        tokens[index].span.count == 1 && bytes[tokens[index].span.start] == UInt8(ascii: "I")
    }

    /// Stops of one character each with spaces between, from `index` on: `. . .`; nil for fewer than three.
    func spacedStops(from index: Int) -> Range<Int>? {
        func isStop(_ index: Int) -> Bool {
            let span = tokens[index].span
            return span.count == 1 && bytes[span.start] == UInt8(ascii: ".")
        }
        guard isStop(index) else { return nil }
        var end = index + 1
        while end < range.upperBound, isStop(end), hasGap(before: end) { end += 1 }
        return end - index >= 3 ? index..<end : nil
    }

    /// Where the mark of a note ends that begins at the token: `left.[4] Then`, `left. [4] Then`.
    func noteMarkEnd(_ index: Int) -> Int? {
        guard index + 2 < range.upperBound, bytes[tokens[index].span.start] == UInt8(ascii: "["),
            tokens[index + 1].kind == .number, bytes[tokens[index + 2].span.start] == UInt8(ascii: "]"),
            !hasGap(before: index + 1), !hasGap(before: index + 2)
        else { return nil }
        return index + 3
    }

    /// Whether the token is a capitalised word that is not the first of its sentence.
    func isName(_ index: Int, notFirst start: Int) -> Bool {
        index > start && (tokens[index].shape == .title || tokens[index].shape == .mixed)
    }

    private func byte(_ index: Int) -> UInt8? {
        tokens[index].span.isEmpty ? nil : bytes[tokens[index].span.start]
    }
}
