/// Numbers by 64-bit hash, several a hash: open addressing over a flat array, which costs a tenth of a dictionary's time
/// to fill.
public struct HashIndex: Sendable {
    /// A place for a hash. Together, so that a look-up touches memory once.
    private struct Slot {
        /// The hash, or 0 where the slot is free.
        var key: UInt64 = 0
        /// One more than the number that was added last; 0 for a slot that holds a mark and no number.
        var newest: UInt32 = 0
        /// One more than the index of the first link to the numbers before it; 0 where there is none.
        var older: UInt32 = 0
    }

    private var slots: [Slot]
    /// The numbers that others followed.
    private var links: [(value: UInt32, older: UInt32)] = []
    private var used = 0

    /// An index with room for `capacity` hashes; it grows as needed.
    public init(capacity: Int) {
        var count = 16
        while count < capacity * 2 { count *= 2 }
        slots = [Slot](repeating: Slot(), count: count)
    }

    /// Adds `value` under `hash`.
    public mutating func insert(_ hash: UInt64, _ value: UInt32) {
        let slot = claim(hash)
        if slots[slot].newest != 0 {
            links.append((slots[slot].newest - 1, slots[slot].older))
            slots[slot].older = UInt32(links.count)
        }
        slots[slot].newest = value + 1
    }

    /// Adds `value` under `hash` where nothing is there yet.
    public mutating func insertFirst(_ hash: UInt64, _ value: UInt32) {
        let slot = claim(hash)
        if slots[slot].newest == 0 { slots[slot].newest = value + 1 }
    }

    /// Remembers `hash` without a number.
    mutating func mark(_ hash: UInt64) { _ = claim(hash) }

    /// Whether `hash` was added or marked.
    public func contains(_ hash: UInt64) -> Bool { slots[place(of: Self.key(hash))].key != 0 }

    /// The numbers under `hash`, in the order in which they were added; nil where it was neither added nor marked.
    ///
    /// - Complexity: O(1) and the numbers found.
    func values(_ hash: UInt64) -> [UInt32]? {
        let slot = slots[place(of: Self.key(hash))]
        guard slot.key != 0 else { return nil }
        guard slot.newest != 0 else { return [] }
        var values = [slot.newest - 1]
        var link = slot.older
        while link != 0 {
            values.append(links[Int(link) - 1].value)
            link = links[Int(link) - 1].older
        }
        return values.reversed()
    }

    /// Whether `hash` was added or marked, and the number that was added last under it.
    func entry(_ hash: UInt64) -> (isKnown: Bool, newest: UInt32?) {
        let slot = slots[place(of: Self.key(hash))]
        return (slot.key != 0, slot.newest == 0 ? nil : slot.newest - 1)
    }

    /// The number that was added last under `hash`.
    public func newest(_ hash: UInt64) -> UInt32? { entry(hash).newest }

    private mutating func claim(_ hash: UInt64) -> Int {
        if used * 2 >= slots.count { grow() }
        let key = Self.key(hash)
        let place = place(of: key)
        if slots[place].key == 0 {
            slots[place].key = key
            used += 1
        }
        return place
    }

    /// Zero marks an empty slot, so no key is zero.
    private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: key) & mask
        while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
    }
}
