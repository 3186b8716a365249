/// The vectors of the first words of a document, for what is asked of them later.
struct WordVectors: Sendable {
    /// Words beyond which none is kept: 25 MB at a width of 384.
    static let most = 16_384

    let width: Int
    private var rows: [Float]
    private var isRead: [Bool]

    init(tokens: Int, width: Int) {
        self.width = width
        let count = min(tokens, Self.most)
        rows = [Float](repeating: 0, count: count * width)
        isRead = [Bool](repeating: false, count: count)
    }

    /// Keeps row `row` of `source` for a token.
    mutating func set(_ token: Int, _ source: Buffer, row: Int) {
        guard isRead.indices.contains(token) else { return }
        isRead[token] = true
        rows.withUnsafeMutableBufferPointer { rows in
            if let base = rows.baseAddress {
                (base + token * width).update(from: source.numbers + row * width, count: width)
            }
        }
    }

    func has(_ token: Int) -> Bool { isRead.indices.contains(token) && isRead[token] }

    /// Copies the vector of a token.
    func copy(_ token: Int, to target: UnsafeMutablePointer<Float>) {
        rows.withUnsafeBufferPointer { rows in
            if let base = rows.baseAddress { target.update(from: base + token * width, count: width) }
        }
    }
}
