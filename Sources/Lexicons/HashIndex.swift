/// Numbers by 64-bit hash, several a hash: open addressing over flat arrays, which costs a tenth of a dictionary's time
/// to fill.
struct HashIndex: Sendable {
    private var keys: [UInt64]
    /// One more than the index of the newest link of the slot's chain; 0 for a slot that holds a mark and no number.
    private var heads: [UInt32]
    private var links: [(value: UInt32, next: UInt32)] = []
    private var used = 0

    /// An index with room for `capacity` hashes; it grows as needed.
    init(capacity: Int) {
        var slots = 16
        while slots < capacity * 2 { slots *= 2 }
        keys = [UInt64](repeating: 0, count: slots)
        heads = [UInt32](repeating: 0, count: slots)
        links.reserveCapacity(capacity)
    }

    /// Adds `value` under `hash`.
    mutating func insert(_ hash: UInt64, _ value: UInt32) {
        let slot = claim(hash)
        links.append((value, heads[slot]))
        heads[slot] = UInt32(links.count)
    }

    /// Remembers `hash` without a number.
    mutating func mark(_ hash: UInt64) { _ = claim(hash) }

    /// Whether `hash` was added or marked.
    func contains(_ hash: UInt64) -> Bool { keys[slot(of: Self.key(hash))] != 0 }

    /// The numbers under `hash`, in the order in which they were added; nil where it was neither added nor marked.
    ///
    /// - Complexity: O(1) and the numbers found.
    func values(_ hash: UInt64) -> [UInt32]? {
        let slot = slot(of: Self.key(hash))
        guard keys[slot] != 0 else { return nil }
        var values: [UInt32] = []
        var link = heads[slot]
        while link != 0 {
            values.append(links[Int(link) - 1].value)
            link = links[Int(link) - 1].next
        }
        return values.reversed()
    }

    /// Whether `hash` was added or marked, and the number that was added last under it.
    func entry(_ hash: UInt64) -> (isKnown: Bool, newest: UInt32?) {
        let slot = slot(of: Self.key(hash))
        guard keys[slot] != 0 else { return (false, nil) }
        let link = heads[slot]
        return (true, link == 0 ? nil : links[Int(link) - 1].value)
    }

    /// The number that was added last under `hash`.
    func newest(_ hash: UInt64) -> UInt32? { entry(hash).newest }

    private mutating func claim(_ hash: UInt64) -> Int {
        if used * 2 >= keys.count { grow() }
        let key = Self.key(hash)
        let slot = slot(of: key)
        if keys[slot] == 0 {
            keys[slot] = key
            used += 1
        }
        return slot
    }

    /// Zero marks an empty slot, so no key is zero.
    private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldHeads) = (keys, heads)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        heads = [UInt32](repeating: 0, count: oldKeys.count * 2)
        for (index, key) in oldKeys.enumerated() where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            heads[slot] = oldHeads[index]
        }
    }
}
