import NewsModel
import TextCore

/// Cuts a document into strips that the encoder reads, window after window.
///
/// A strip is as many whole blocks as fit into a window, or one long block. Where a window ends within a block, the
/// sentence that its end cuts is read again at the beginning of the next: windows overlap by a sentence, and what is
/// kept of a sentence always comes from a window that holds all of it.
struct ReadingPlan {
    /// Tokens that are read one after the other.
    struct Strip {
        var tokens: Range<Int>
        /// The next token to read.
        var cursor: Int
        /// Whether the sentence at the cursor did not fit into an ordinary window.
        var isLong = false
    }

    /// What may end after a token.
    enum End: UInt8 {
        /// Nothing, as the rules have it.
        case nothing
        /// Nothing, whatever the model thinks: no white space follows, or the mark of a note.
        case never
        case sentence, block
    }

    /// What ends after each token, as blocks and the rules of segmentation have it.
    let ends: [End]
    let strips: [Strip]
    private let pieces: DocumentPieces
    private let window: Int
    /// Word pieces of the longest window: what training saw.
    private let longest: Int

    init(_ analysis: Analysis, pieces: DocumentPieces, window: Int, longest: Int) {
        self.pieces = pieces
        self.window = window - 2
        self.longest = max(window, longest) - 2
        var ends = [End](repeating: .nothing, count: analysis.tokens.count)
        var blocks: [Range<Int>] = []
        var last: Int?
        for sentence in analysis.sentences where !sentence.tokens.isEmpty {
            ends[sentence.tokens.upperBound - 1] = .sentence
            guard analysis.document.blocks[sentence.block].kind != .boilerplate else { continue }
            if sentence.block == last, let index = blocks.indices.last {
                blocks[index] = blocks[index].lowerBound..<sentence.tokens.upperBound
            } else {
                blocks.append(sentence.tokens)
            }
            last = sentence.block
        }
        for token in ends.indices where ends[token] == .nothing && Self.isTied(token, analysis) { ends[token] = .never }
        for block in blocks { ends[block.upperBound - 1] = .block }
        self.ends = ends
        strips = Self.strips(blocks, pieces: pieces, room: self.window)
    }

    /// Whether a token is tied to the next one: no white space is between, unless a word follows a stop (`war.The next`); or
    /// the mark of a note follows (`left. [4] Then`).
    private static func isTied(_ token: Int, _ analysis: Analysis) -> Bool {
        let tokens = analysis.tokens
        guard token + 1 < tokens.count else { return false }
        let bytes = analysis.text.bytes
        func byte(_ index: Int) -> UInt8 { bytes[tokens[index].span.start] }
        let next = tokens[token + 1]
        if tokens[token].span.end == next.span.start {
            let isStop =
                tokens[token].kind == .punctuation
                && (byte(token) == 0x2E || byte(token) == 0x21 || byte(token) == 0x3F)
            return !(isStop && next.kind == .word)
        }
        return token + 3 < tokens.count && byte(token + 1) == UInt8(ascii: "[") && tokens[token + 2].kind == .number
            && byte(token + 3) == UInt8(ascii: "]") && tokens[token + 2].span.end == tokens[token + 3].span.start
    }

    private static func strips(_ blocks: [Range<Int>], pieces: DocumentPieces, room: Int) -> [Strip] {
        var strips: [Strip] = []
        var size = 0
        for block in blocks {
            var length = 0
            for token in block {
                length += pieces.count(token)
                if length > room { break }
            }
            if let last = strips.indices.last, size + length <= room, strips[last].tokens.upperBound == block.lowerBound
            {
                strips[last].tokens = strips[last].tokens.lowerBound..<block.upperBound
                size += length
            } else {
                strips.append(Strip(tokens: block, cursor: block.lowerBound))
                size = length
            }
        }
        return strips
    }

    /// The tokens of the strip's next window.
    ///
    /// - Complexity: O(window).
    func next(_ strip: Strip) -> Range<Int> {
        let room = strip.isLong ? longest : window
        var size = 0
        var end = strip.cursor
        var lastEnd: Int?
        while end < strip.tokens.upperBound {
            let length = pieces.count(end)
            if size + length > room, end > strip.cursor { break }
            size += length
            end += 1
            if ends[end - 1] == .sentence || ends[end - 1] == .block, size * 2 > room { lastEnd = end }
        }
        if end < strip.tokens.upperBound, let lastEnd { end = lastEnd }
        return strip.cursor..<end
    }

    /// The window of the tokens of `range`.
    func window(_ range: Range<Int>) -> ReaderWindow { pieces.window(range) }
}
