import TextCore

/// From byte offsets to the UTF-16 offsets that JavaScript counts in: the one place where they are made.
struct UTF16Offsets {
    private let text: SourceText
    /// UTF-16 units before byte `i * stride`.
    private let unitsBefore: [Int]
    private static let stride = 256

    /// - Complexity: O(n).
    init(_ text: SourceText) {
        self.text = text
        var table: [Int] = []
        var units = 0
        for (index, byte) in text.bytes.enumerated() {
            if index % Self.stride == 0 { table.append(units) }
            units += Self.units(byte)
        }
        unitsBefore = table
    }

    /// UTF-16 units before byte `offset`.
    ///
    /// - Complexity: O(1): at most 256 bytes are counted.
    func offset(_ offset: Int) -> Int {
        guard offset > 0, !unitsBefore.isEmpty else { return 0 }
        let slot = min(offset / Self.stride, unitsBefore.count - 1)
        return text.bytes[(slot * Self.stride)..<offset].reduce(unitsBefore[slot]) { $0 + Self.units($1) }
    }

    /// A scalar of four UTF-8 bytes is two units, any other is one; both are counted at the first byte.
    private static func units(_ byte: UInt8) -> Int {
        UTF8.isContinuation(byte) ? 0 : byte >= 0xF0 ? 2 : 1
    }
}
