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

    /// How alike sentence `a` is to sentence `b` of another document, from -1 to 1; nil where one has no vector.
    public func similarity(_ a: Int, to other: SentenceVectors, _ b: Int) -> Float? {
        guard let a = vector(ofSentence: a), let b = other.vector(ofSentence: b), a.count == b.count else { return nil }
        return a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                var sums = SIMD8<Float>.zero
                var place = 0
                while place + 8 <= a.count {
                    let (x, y) = (UnsafeRawPointer(a.baseAddress! + place), UnsafeRawPointer(b.baseAddress! + place))
                    sums += x.loadUnaligned(as: SIMD8<Float>.self) * y.loadUnaligned(as: SIMD8<Float>.self)
                    place += 8
                }
                return (place..<a.count).reduce(sums.sum()) { $0 + a[$1] * b[$1] }
            }
        }
    }
}
