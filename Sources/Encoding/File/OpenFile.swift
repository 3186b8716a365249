#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of which parts are read when they are asked for: what was not asked for takes no memory, and neither does what was
/// read and let go. (The pages of a mapped file count as the program's own as soon as they are touched.)
final class OpenFile: Sendable {
    /// Bytes of the file when it was opened.
    let count: Int
    private let descriptor: CInt

    /// Opens `path`; nil where it is missing, cannot be read, or is no file.
    init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills `target` with the bytes from `start` on; false where there are not as many, or they cannot be read.
    func read(from start: Int, into target: UnsafeMutableRawBufferPointer) -> Bool {
        guard let base = target.baseAddress else { return true }
        var done = 0
        while done < target.count {
            let read = pread(descriptor, base + done, target.count - done, off_t(start + done))
            if read > 0 {
                done += read
            } else if read == 0 || errno != EINTR {
                return false
            }
        }
        return true
    }

    /// The bytes of `range`; nil where they cannot be read.
    func bytes(_ range: Range<Int>) -> [UInt8]? {
        var isRead = false
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            isRead = read(from: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
            count = isRead ? range.count : 0
        }
        return isRead ? bytes : nil
    }

    /// Calls `body` with the bytes from `start` to the end, a part after the other; false where they cannot be read.
    ///
    /// Every part but the last is a multiple of eight bytes long.
    func forEachPart(from start: Int, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
        // Small enough to stay in the processor's second cache.
        withUnsafeTemporaryAllocation(byteCount: min(1 << 17, count), alignment: 16) { buffer in
            var index = start
            while index < count {
                let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, count - index)])
                guard read(from: index, into: part) else { return false }
                body(UnsafeRawBufferPointer(part))
                index += part.count
            }
            return true
        }
    }
}
