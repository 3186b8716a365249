import NewsModel
import TextCore

/// How much running text stands within an element of a page, told in constant time.
struct ProseSums {
    private let outline: PageOutline
    /// Bytes of running text up to each unit.
    private var sums: [Int]

    /// Sums the stretches of the kinds that count as running text.
    ///
    /// - Complexity: O(n) in the units.
    init(_ pieces: [PageTyper.Piece], _ outline: PageOutline, counting isCounted: (Block.Kind) -> Bool) {
        self.outline = outline
        sums = [Int](repeating: 0, count: outline.units.count + 1)
        for piece in pieces where isCounted(piece.kind) {
            sums[piece.unit + 1] = outline.units[piece.unit].span.count
        }
        for index in sums.indices.dropFirst() { sums[index] += sums[index - 1] }
    }

    /// Bytes of running text within a node.
    func count(_ node: Int, _ tree: MarkupTree) -> Int {
        let range = outline.units(within: node, of: tree)
        return sums[range.upperBound] - sums[range.lowerBound]
    }
}
