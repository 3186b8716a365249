import TextCore

/// The runs of five words of a text that stand outside quotations, as hashes: the field's plain measure of copying.
struct FiveGrams {
    /// Ascending, each once.
    let hashes: [UInt64]

    /// The runs of the first units of a text.
    init(_ text: ComparableText, units: Int) {
        var hashes: Set<UInt64> = []
        for unit in text.units.prefix(units) {
            let words = text.words[unit.words]
            guard words.count >= 5 else { continue }
            for start in words.startIndex...(words.endIndex - 5) {
                let run = words[start..<start + 5]
                if run.contains(where: \.isQuoted) { continue }
                hashes.insert(run.reduce(0) { StableHash.combine($0, UInt64(UInt32(bitPattern: $1.term)) + 1) })
            }
        }
        self.hashes = hashes.sorted()
    }

    /// Share of the runs of the text that has fewer which the other has too.
    ///
    /// - Complexity: O(n + m).
    func containment(in other: FiveGrams) -> Double {
        let fewer = min(hashes.count, other.hashes.count)
        guard fewer > 0 else { return 0 }
        var (i, j, common) = (0, 0, 0)
        while i < hashes.count, j < other.hashes.count {
            if hashes[i] == other.hashes[j] {
                common += 1
                i += 1
                j += 1
            } else if hashes[i] < other.hashes[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(common) / Double(fewer)
    }
}
