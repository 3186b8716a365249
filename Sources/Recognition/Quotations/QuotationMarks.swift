import NewsModel
import TextCore

/// A stretch of tokens between quotation marks, or one block's part of it.
struct MarkedStretch {
    /// Token of the opening mark; nil where it is missing.
    var opening: Int?
    /// Token of the closing mark; nil where it is missing, or where the next block goes on.
    var closing: Int?
    /// The tokens between the marks.
    var content: Range<Int>
    var marks: Quotation.Marks
    /// Whether the next block opens with the same mark and goes on.
    var isContinued = false
    /// Whether it stands in another stretch.
    var isNested = false

    /// The tokens from mark to mark.
    var tokens: Range<Int> { (opening ?? content.lowerBound)..<(closing.map { $0 + 1 } ?? content.upperBound) }

    /// The last token of the words, past the closing marks of what is quoted within them: the comma of `… ‘it fell,’”`.
    func last(in tagged: TaggedText) -> Int? { content.last { tagged.tokens[$0].kind != .quoteMark } }
}

/// Pairs quotation marks: “…”, "…", «…», »…«, „…“, ‘…’, '…', nested, unbalanced, and going on over paragraphs.
///
/// A stretch never leaves its block. One that is opened and not closed goes on in the next block where that opens with
/// the same mark; else it ends with its block, or with its sentence where it began in the middle of one.
struct QuotationMarks {
    private let tagged: TaggedText
    private var stretches: [MarkedStretch] = []
    private var open: [(token: Int, marks: Quotation.Marks, isReversed: Bool)] = []
    private var firstOfBlock = 0
    /// Deeper nesting than this is no speech; bounds the work of hostile texts.
    private static let deepest = 8

    /// The stretches of a text in the order of their first token.
    ///
    /// - Complexity: O(n log n) in the number of tokens.
    static func stretches(in tagged: TaggedText) -> [MarkedStretch] {
        var reader = QuotationMarks(tagged: tagged)
        var sentence = 0
        while sentence < tagged.sentences.count {
            let block = tagged.sentences[sentence].block
            let first = sentence
            while sentence < tagged.sentences.count, tagged.sentences[sentence].block == block { sentence += 1 }
            reader.read(sentences: first..<sentence)
        }
        var found = reader.stretches.sorted {
            ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
        }
        var end = 0
        for index in found.indices {
            found[index].isNested = found[index].tokens.lowerBound < end
            end = max(end, found[index].tokens.upperBound)
        }
        return found
    }

    private init(tagged: TaggedText) { self.tagged = tagged }

    private mutating func read(sentences: Range<Int>) {
        let range =
            tagged.sentences[sentences.lowerBound].tokens
            .lowerBound..<tagged.sentences[sentences.upperBound - 1].tokens.upperBound
        open = []
        firstOfBlock = stretches.count
        let singles = SingleMarks(tagged, range)
        for index in range where tagged.tokens[index].kind == .quoteMark { mark(index, in: range, singles) }
        endOpen(range, sentences)
    }

    private mutating func mark(_ index: Int, in range: Range<Int>, _ singles: SingleMarks) {
        let gapBefore = index == range.lowerBound || tagged.hasGap(before: index) || opens(after: index - 1)
        let gapAfter = index + 1 == range.upperBound || tagged.hasGap(after: index)
        switch tagged.first(index) {
        case "“":
            if open.last?.marks == .lowHigh {
                close(index, .lowHigh)
            } else if gapAfter, !gapBefore, isOpen(.curly) {
                close(index, .curly)
            } else {
                begin(index, .curly)
            }
        case "”":
            if isOpen(.curly) {
                close(index, .curly)
            } else if isOpen(.lowHigh) {
                close(index, .lowHigh)
            } else if isOpen(.straight) {
                close(index, .straight)
            } else if gapBefore, !gapAfter {
                begin(index, .curly, isReversed: true)
            } else {
                closeWithoutOpening(index, .curly, range)
            }
        case "„", "‟": begin(index, .lowHigh)
        case "«", "‹":
            if open.last(where: { $0.marks == .guillemets })?.isReversed == true {
                close(index, .guillemets)
            } else {
                begin(index, .guillemets)
            }
        case "»", "›":
            if let last = open.last(where: { $0.marks == .guillemets }), !last.isReversed {
                close(index, .guillemets)
            } else if gapBefore, !gapAfter {
                begin(index, .guillemets, isReversed: true)
            }
        case "\"", "`", "'":
            guard tagged.first(index) == "\"" || tagged.tokens[index].span.count == 2 else { fallthrough }
            straight(index, gapBefore: gapBefore, gapAfter: gapAfter, range)
        default: single(index, singles)
        }
    }

    private mutating func straight(_ index: Int, gapBefore: Bool, gapAfter: Bool, _ range: Range<Int>) {
        let isMeasure = !gapBefore && tagged.tags[index - 1] == .number
        if isOpen(.straight) {
            if gapBefore, !gapAfter {
                // Opened again before it was closed: the first was never closed.
                open.removeAll { $0.marks == .straight }
                begin(index, .straight)
            } else {
                close(index, .straight)
            }
        } else if isOpen(.curly), !gapBefore {
            close(index, .curly)
        } else if !gapAfter && gapBefore || gapAfter && gapBefore {
            begin(index, .straight)
        } else if gapAfter, !isMeasure {
            closeWithoutOpening(index, .straight, range)
        } else if !gapAfter, !gapBefore, !isMeasure {
            begin(index, .straight)
        }
    }

    private mutating func single(_ index: Int, _ singles: SingleMarks) {
        if isOpen(.single) {
            if singles.closes(index) { close(index, .single) }
        } else if singles.opens(index) {
            begin(index, .single)
        }
    }

    private mutating func begin(_ index: Int, _ marks: Quotation.Marks, isReversed: Bool = false) {
        if open.count == Self.deepest { open.removeFirst() }
        open.append((index, marks, isReversed))
    }

    private func isOpen(_ marks: Quotation.Marks) -> Bool { open.contains { $0.marks == marks } }

    /// Whether a token lets a quotation begin right after it without a space: a bracket, a dash, another mark.
    private func opens(after index: Int) -> Bool {
        switch tagged.tags[index] {
        case .opening, .colon: true
        case .quote: open.last?.token == index
        default: false
        }
    }

    /// Closes the innermost stretch with `marks`; what was opened within it and not closed is dropped.
    private mutating func close(_ index: Int, _ marks: Quotation.Marks) {
        while let last = open.popLast() {
            guard last.marks == marks else { continue }
            if last.token + 1 < index {
                stretches.append(
                    MarkedStretch(opening: last.token, closing: index, content: last.token + 1..<index, marks: marks))
            }
            return
        }
    }

    /// A closing mark that nothing opened: what the block has before it, if that is speech cut off at its head.
    private mutating func closeWithoutOpening(_ index: Int, _ marks: Quotation.Marks, _ range: Range<Int>) {
        guard open.isEmpty, index > range.lowerBound + 1, stretches.count == firstOfBlock,
            tagged.tags[index - 1] == .comma || tagged.tags[index - 1] == .stop
        else { return }
        stretches.append(
            MarkedStretch(opening: nil, closing: index, content: range.lowerBound..<index, marks: marks))
    }

    /// Ends what is still open at the end of a block.
    private mutating func endOpen(_ range: Range<Int>, _ sentences: Range<Int>) {
        for (depth, entry) in open.enumerated() where depth == 0 {
            guard entry.token + 1 < range.upperBound else { continue }
            if nextBlockOpens(with: entry.token, after: sentences.upperBound) {
                stretches.append(
                    MarkedStretch(
                        opening: entry.token, closing: nil, content: entry.token + 1..<range.upperBound,
                        marks: entry.marks, isContinued: true))
                continue
            }
            var end = range.upperBound
            if entry.token > range.lowerBound,
                let sentence = sentences.first(where: { tagged.sentences[$0].tokens.contains(entry.token) }),
                tagged.sentences[sentence].tokens.lowerBound != entry.token
            {
                end = tagged.sentences[sentence].tokens.upperBound
            }
            // A stray mark at the end of a sentence opens nothing.
            guard entry.token + 1 < end else { continue }
            stretches.append(
                MarkedStretch(opening: entry.token, closing: nil, content: entry.token + 1..<end, marks: entry.marks))
        }
        open = []
    }

    private func nextBlockOpens(with token: Int, after sentence: Int) -> Bool {
        guard sentence < tagged.sentences.count else { return false }
        let next = tagged.sentences[sentence]
        guard tagged.blocks[next.block].kind.isProse else { return false }
        let first = next.tokens.lowerBound
        return tagged.tokens[first].kind == .quoteMark && tagged.first(first) == tagged.first(token)
    }
}

/// Which single marks of a block open and close quotations, and which are apostrophes.
private struct SingleMarks {
    private let tagged: TaggedText
    private let range: Range<Int>
    /// The single marks that could close, in order.
    private let closers: [Int]

    init(_ tagged: TaggedText, _ range: Range<Int>) {
        self.tagged = tagged
        self.range = range
        closers = range.filter { index in
            tagged.tokens[index].kind == .quoteMark && ["’", "'", "‘"].contains(tagged.first(index))
                && tagged.first(index) != "‘" && index > range.lowerBound && !tagged.hasGap(before: index)
        }
    }

    /// Whether a mark opens: nothing stands right before it, a word right after it, and something can close it.
    func opens(_ index: Int) -> Bool {
        guard index + 1 < range.upperBound, !tagged.hasGap(after: index) else { return false }
        let isFree =
            index == range.lowerBound || tagged.hasGap(before: index) || tagged.tags[index - 1] == .quote
            || tagged.tags[index - 1] == .opening || tagged.tags[index - 1] == .colon
        guard isFree, tagged.first(index) != "’" || tagged.tokens[index + 1].kind == .word else { return false }
        return nextCloser(after: index + 1) != nil
    }

    /// Whether a mark closes and is not the apostrophe of a plural (`the leaders’ plan`).
    func closes(_ index: Int) -> Bool {
        guard tagged.first(index) != "‘", index > range.lowerBound, !tagged.hasGap(before: index) else { return false }
        let mayBePossessive =
            tagged.tags[index - 1].isNoun && index + 1 < range.upperBound && tagged.hasGap(after: index)
            && tagged.tokens[index + 1].kind == .word && tagged.tokens[index + 1].shape == .lower
            && tagged.text.bytes[tagged.tokens[index].span.start - 1] | 0x20 == UInt8(ascii: "s")
        guard mayBePossessive, let next = nextCloser(after: index) else { return true }
        return tagged.tags[next - 1].isNoun
    }

    private func nextCloser(after index: Int) -> Int? {
        let low = closers.partitioningIndex { $0 > index }
        return low < closers.count ? closers[low] : nil
    }
}
