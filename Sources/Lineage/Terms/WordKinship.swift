import TextCore

/// Which different words may say the same: one name in two transliterations.
struct WordKinship {
    private let stems: [[UInt8]]

    /// The kinship among the terms of a vocabulary.
    init(_ vocabulary: Vocabulary) { stems = vocabulary.entries.map(\.stem) }

    /// The share of its weight that one word keeps when it is matched with the other; nil where they are not kin.
    func share(_ a: Term, _ b: Term) -> Float? {
        Self.looksAlike(stems[Int(a)], stems[Int(b)]) ? 0.8 : nil
    }

    /// Whether two words begin alike and share most pairs of neighbouring letters ("biletski", "beletski").
    static func looksAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count >= 5, b.count >= 5, a.count < 24, b.count < 24, a[0] == b[0], abs(a.count - b.count) <= 2,
            ASCII.isLetter(a[0])
        else { return false }
        var rest = zip(b, b.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }
        var common = 0
        for pair in zip(a, a.dropFirst()).map({ UInt16($0) << 8 | UInt16($1) }) {
            if let index = rest.firstIndex(of: pair) {
                rest.swapAt(index, rest.count - 1)
                rest.removeLast()
                common += 1
            }
        }
        return Double(2 * common) / Double(a.count + b.count - 2) >= 0.72
    }
}
