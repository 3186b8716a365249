import NewsModel

/// The model: tokeniser, encoder and heads of one file. Immutable; any number of threads may read with it.
final class ReaderModel: Sendable {
    let shape: ReaderShape
    let labels: ReaderLabels
    let tokenizer: WordPieceTokenizer
    let encoder: Encoder
    let heads: ReaderHeads
    let backend: any MatrixBackend
    let spans: [String: SpanDecoder]
    let coreference: CoreferenceHeads?

    /// Loads a file.
    ///
    /// - Throws: ``ReaderFile/Failure`` where it cannot be used.
    init(_ file: ReaderFile, backend: any MatrixBackend = OneDNN()) throws(ReaderFile.Failure) {
        shape = try ReaderShape(file)
        labels = try ReaderLabels(file)
        self.backend = backend
        guard let tokenizer = WordPieceTokenizer(vocabulary: try file.bytes("vocabulary")),
            tokenizer.vocabulary.count == shape.vocabulary
        else {
            throw .damaged(path: file.path, reason: "its vocabulary")
        }
        self.tokenizer = tokenizer
        let loader = LayerLoader(file, backend: backend)
        encoder = try Encoder(loader, shape: shape)
        heads = try ReaderHeads(loader, shape: shape, labels: labels)
        var spans: [String: SpanDecoder] = [:]
        for name in ["name", "time", "event", "role"] where heads.tags[name] != nil {
            guard let decoder = SpanDecoder(labels: labels.sets[name] ?? []) else {
                throw .damaged(path: file.path, reason: "the labels \(name)")
            }
            spans[name] = decoder
        }
        self.spans = spans
        coreference = try CoreferenceHeads(loader, shape: shape)
    }

    /// The vectors of all pieces of some windows, and the scores of all linear heads for their words.
    struct Group {
        let windows: [ReaderWindow]
        let hidden: Buffer
        /// The vectors of all pieces that coreference reads; nil where the model has no such head.
        let early: Buffer?
        let scores: Buffer
        /// For each window, the row of its first piece and of its first word.
        let starts: [(piece: Int, word: Int)]
    }

    /// Runs the encoder and the linear heads.
    func run(_ windows: [ReaderWindow]) -> Group {
        let (hidden, early) = encoder.vectors(of: windows, keeping: coreference?.layer)
        var starts: [(piece: Int, word: Int)] = []
        var piece = 0
        var word = 0
        for window in windows {
            starts.append((piece, word))
            piece += window.pieces.count
            word += window.tokens.count
        }
        let width = shape.width
        let block = backend.blockRows
        let words = Buffer((word + block - 1) / block * block * width)
        for (window, start) in zip(windows, starts) {
            for (index, first) in window.first.dropLast().enumerated() {
                (words.numbers + (start.word + index) * width)
                    .update(from: hidden.numbers + (start.piece + Int(first)) * width, count: width)
            }
        }
        return Group(
            windows: windows, hidden: hidden, early: early, scores: heads.scores(of: words, rows: word), starts: starts)
    }
}
