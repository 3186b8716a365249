/// The vectors of the first words of a document, for what is asked of them later.
///
/// What layers that multiply in bfloat16 would round away is not kept.
struct WordVectors: Sendable {
    /// Words beyond which none is kept: 25 MB at a width of 384, or half of it.
    static let most = 16_384

    let width: Int
    /// The upper halves of the numbers' bits: bfloat16 where the lower ones are not kept.
    private var upper: [UInt16]
    private var lower: [UInt16]?
    private var isRead: [Bool]

    /// Room for the vectors of `tokens` words.
    ///
    /// - Parameter precision: in what the layers that read them multiply.
    init(tokens: Int, width: Int, precision: Precision) {
        self.width = width
        let count = min(tokens, Self.most)
        upper = [UInt16](repeating: 0, count: count * width)
        lower = precision == .single ? upper : nil
        isRead = [Bool](repeating: false, count: count)
    }

    /// Keeps row `row` of `source` for a token.
    mutating func set(_ token: Int, _ source: Buffer, row: Int) {
        guard isRead.indices.contains(token) else { return }
        isRead[token] = true
        for column in 0..<width {
            let bits = source.numbers[row * width + column].bitPattern
            if lower == nil {
                // To the nearest, of two equally near the even one: as the layers do it themselves.
                upper[token * width + column] = UInt16((bits &+ 0x7FFF &+ (bits >> 16 & 1)) >> 16)
            } else {
                upper[token * width + column] = UInt16(bits >> 16)
                lower?[token * width + column] = UInt16(truncatingIfNeeded: bits)
            }
        }
    }

    func has(_ token: Int) -> Bool { isRead.indices.contains(token) && isRead[token] }

    /// Copies the vector of a token.
    func copy(_ token: Int, to target: UnsafeMutablePointer<Float>) {
        for column in 0..<width {
            let place = token * width + column
            target[column] = Float(bitPattern: UInt32(upper[place]) << 16 | UInt32(lower?[place] ?? 0))
        }
    }
}
