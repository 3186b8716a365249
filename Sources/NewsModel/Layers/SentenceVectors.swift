/// Vectors of the meaning of sentences: of unit length, so that a product of two says how alike they are.
public struct SentenceVectors: Sendable {
    /// Numbers of a vector.
    public let width: Int
    private var rows: [Float] = []
    /// For each sentence, the number of its row; -1 where it has none.
    private var places: [Int32]

    /// No vectors yet, for `sentences` sentences.
    public init(width: Int, sentences: Int) {
        self.width = width
        places = [Int32](repeating: -1, count: sentences)
    }

    /// Gives sentence `index` its vector.
    public mutating func set(_ vector: some Collection<Float>, forSentence index: Int) {
        precondition(vector.count == width, "a vector is as wide as all others")
        places[index] = Int32(rows.count / max(width, 1))
        rows.append(contentsOf: vector)
    }

    /// The vector of sentence `index`; nil where it is too short to have one.
    public func vector(ofSentence index: Int) -> ArraySlice<Float>? {
        guard places.indices.contains(index), places[index] >= 0 else { return nil }
        let start = Int(places[index]) * width
        return rows[start..<(start + width)]
    }

    /// How alike two sentences are, from -1 to 1; nil where one has no vector.
    public func similarity(_ a: Int, _ b: Int) -> Float? {
        guard let a = vector(ofSentence: a), let b = vector(ofSentence: b) else { return nil }
        return zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
