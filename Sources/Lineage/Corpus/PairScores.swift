/// Scores of pairs of documents: open addressing over flat arrays, since a corpus has tens of millions of such pairs and
/// a dictionary spends most of its time hashing them.
struct PairScores: Sendable {
    /// A pair, the first document in the upper half; 0, which is no pair, where a slot is free.
    private var keys = [UInt64](repeating: 0, count: 1 << 10)
    private var scores = [UInt32](repeating: 0, count: 1 << 10)
    private var used = 0

    /// Adds to the score of two documents, `a` before `b`.
    mutating func add(_ score: UInt32, _ a: UInt32, _ b: UInt32) {
        let key = UInt64(a) << 32 | UInt64(b)
        let slot = slot(of: key)
        if keys[slot] == 0 {
            keys[slot] = key
            used += 1
        }
        scores[slot] &+= score
        if used * 2 > keys.count { grow() }
    }

    /// The pairs whose score is at least `least`, in no order.
    func pairs(from least: UInt32) -> [(a: UInt32, b: UInt32, score: UInt32)] {
        var found: [(a: UInt32, b: UInt32, score: UInt32)] = []
        for (key, score) in zip(keys, scores) where key != 0 && score >= least {
            found.append((UInt32(key >> 32), UInt32(truncatingIfNeeded: key), score))
        }
        return found
    }

    /// Where a pair stands, or the free slot that it would take.
    private func slot(of key: UInt64) -> Int {
        // Fibonacci hashing: the upper bits of the product are spread evenly.
        let bits = UInt64(keys.count.trailingZeroBitCount)
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldScores) = (keys, scores)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        scores = [UInt32](repeating: 0, count: oldScores.count * 2)
        for (key, score) in zip(oldKeys, oldScores) where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            scores[slot] = score
        }
    }
}
