import TextCore

/// A stretch of consecutive tokens as the encoder sees it: word pieces between an opening and a closing one.
struct ReaderWindow: Sendable {
    /// The tokens, as a range of indices into the document's.
    let tokens: Range<Int>
    /// Numbers of the pieces.
    let pieces: [Int32]
    /// The shape of each piece's word.
    let shapes: [UInt8]
    /// For each token, the place of its first piece; then the place of the closing piece.
    let first: [Int32]
}

/// The pieces of all tokens of a document, in one array.
struct DocumentPieces {
    private let vocabulary: PieceVocabulary
    private var pieces: [Int32] = []
    private var starts: [UInt32] = [0]
    private var shapes: [UInt8] = []

    /// Pieces of one token beyond which nothing is looked at: a token of thousands of signs is no word.
    private static let mostPieces = 48

    /// Cuts the words at `spans`.
    ///
    /// - Complexity: O(length of the text).
    init(_ bytes: [UInt8], _ spans: some Collection<TextSpan>, tokenizer: WordPieceTokenizer) {
        vocabulary = tokenizer.vocabulary
        starts.reserveCapacity(spans.count + 1)
        shapes.reserveCapacity(spans.count)
        for span in spans {
            // A word's first letters say all that is used of it.
            var end = min(span.end, span.start + 2048)
            while end < span.end, UTF8.isContinuation(bytes[end]) { end += 1 }
            let word = bytes[span.start..<end]
            pieces.append(contentsOf: tokenizer.pieces(of: word).prefix(Self.mostPieces))
            starts.append(UInt32(pieces.count))
            shapes.append(WordShape(word).rawValue)
        }
    }

    /// Number of pieces of a token.
    func count(_ token: Int) -> Int { Int(starts[token + 1] - starts[token]) }

    /// The window of the tokens of `range`.
    func window(_ range: Range<Int>) -> ReaderWindow {
        let count = Int(starts[range.upperBound] - starts[range.lowerBound]) + 2
        var window = [vocabulary.opening]
        var windowShapes = [WordShape.none.rawValue]
        var first: [Int32] = []
        window.reserveCapacity(count)
        windowShapes.reserveCapacity(count)
        first.reserveCapacity(range.count + 1)
        for token in range {
            first.append(Int32(window.count))
            window.append(contentsOf: pieces[Int(starts[token])..<Int(starts[token + 1])])
            windowShapes.append(shapes[token])
            for _ in 1..<max(1, self.count(token)) { windowShapes.append(WordShape.continued.rawValue) }
        }
        first.append(Int32(window.count))
        window.append(vocabulary.closing)
        windowShapes.append(WordShape.none.rawValue)
        return ReaderWindow(tokens: range, pieces: window, shapes: windowShapes, first: first)
    }
}
