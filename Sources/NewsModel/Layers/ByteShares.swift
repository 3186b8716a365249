/// A table of probabilities, a byte each.
struct ByteShares: Sendable {
    private let columns: Int
    private var bytes: [UInt8]

    /// A table of noughts.
    init(rows: Int, columns: Int) {
        self.columns = columns
        bytes = [UInt8](repeating: 0, count: rows * columns)
    }

    /// The probability at a place, from 0 to 1.
    subscript(row: Int, column: Int) -> Float { Float(bytes[row * columns + column]) / 255 }

    /// Sets a row.
    ///
    /// - Precondition: as many shares as columns.
    mutating func set(_ row: Int, _ shares: [Float]) {
        precondition(shares.count == columns, "a share for every column")
        for (column, share) in shares.enumerated() {
            bytes[row * columns + column] = UInt8(max(0, min(255, (share * 255).rounded())))
        }
    }
}
