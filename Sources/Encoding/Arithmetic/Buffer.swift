/// Numbers on the heap, aligned for vector units, zero at first; freed with their owner.
final class Buffer {
    let numbers: UnsafeMutablePointer<Float>
    let count: Int

    init(_ count: Int) {
        self.count = count
        let bytes = max(count, 16) * MemoryLayout<Float>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        numbers = raw.initializeMemory(as: Float.self, repeating: 0, count: max(count, 16))
    }

    deinit { UnsafeMutableRawPointer(numbers).deallocate() }
}
