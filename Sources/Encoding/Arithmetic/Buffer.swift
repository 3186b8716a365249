/// Numbers on the heap, aligned for vector units; freed with their owner.
final class Buffer {
    let numbers: UnsafeMutablePointer<Float>
    let count: Int

    /// Room for `count` numbers: zeros, or anything where all that is read of it is `filled` before.
    init(_ count: Int, filled: Bool = false) {
        self.count = count
        let bytes = max(count, 16) * MemoryLayout<Float>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        numbers = raw.bindMemory(to: Float.self, capacity: max(count, 16))
        if !filled { numbers.initialize(repeating: 0, count: max(count, 16)) }
    }

    deinit { UnsafeMutableRawPointer(numbers).deallocate() }
}
