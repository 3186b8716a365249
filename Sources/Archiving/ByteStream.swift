#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes of a file, one after the other and never all at once; those of a gzip file decompressed.
///
/// A class for the open file that it holds; used by one task at a time.
package final class ByteStream {
    /// What was wrong with the data, where something was: reading goes as far as it can.
    package private(set) var trouble: Inflater.Trouble?
    /// How many bytes were given so far.
    package private(set) var offset = 0
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private let inflater: Inflater?
    private var compressed: [UInt8] = []
    private var compressedStart = 0
    private var buffer: [UInt8] = []
    private var start = 0
    private var isEnded = false

    private static let chunk = 1 << 17

    /// The bytes of the file at `path`; nil where it cannot be opened.
    package convenience init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        self.init(descriptor: descriptor, owns: true)
    }

    /// The bytes that `descriptor` still gives.
    package init(descriptor: Int32, owns: Bool) {
        self.descriptor = descriptor
        ownsDescriptor = owns
        let head = Self.read(descriptor, Self.chunk)
        if head.starts(with: [0x1F, 0x8B]) {
            inflater = Inflater()
            compressed = head
        } else {
            inflater = nil
            buffer = head
        }
        isEnded = head.isEmpty
    }

    deinit { if ownsDescriptor { close(descriptor) } }

    private static func read(_ descriptor: Int32, _ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while true {
                #if canImport(Glibc)
                    let got = Glibc.read(descriptor, buffer.baseAddress, count)
                #else
                    let got = Darwin.read(descriptor, buffer.baseAddress, count)
                #endif
                if got < 0, errno == EINTR { continue }
                initialized = max(0, got)
                return
            }
        }
    }

    /// Sees to it that there is something to give; false at the end.
    private func fill() -> Bool {
        while start == buffer.count {
            guard !isEnded else { return false }
            guard let inflater else {
                buffer = Self.read(descriptor, Self.chunk)
                start = 0
                isEnded = buffer.isEmpty
                continue
            }
            if compressedStart == compressed.count {
                compressed = Self.read(descriptor, Self.chunk)
                compressedStart = 0
                if compressed.isEmpty {
                    isEnded = true
                    if !inflater.isAtStart { trouble = .cut }
                    return false
                }
            }
            let step = inflater.step(compressed[compressedStart...], room: Self.chunk)
            compressedStart += step.taken
            buffer = step.output
            start = 0
            if step.damaged {
                trouble = .damaged
                skipToNextStream()
            }
        }
        return true
    }

    /// After damage: on to the next gzip header, if one comes.
    private func skipToNextStream() {
        inflater?.reset()
        while true {
            let rest = compressed[compressedStart...]
            if rest.count >= 3,
                let place = rest.indices.dropLast(2).dropFirst().first(where: {
                    rest[$0] == 0x1F && rest[$0 + 1] == 0x8B && rest[$0 + 2] == 8
                })
            {
                compressedStart = place
                return
            }
            compressed = Array(rest.suffix(2)) + Self.read(descriptor, Self.chunk)
            compressedStart = 0
            if compressed.count <= 2 {
                isEnded = true
                return
            }
        }
    }

    /// The next byte without taking it; nil at the end.
    package func peek() -> UInt8? { fill() ? buffer[start] : nil }

    /// Whether the next bytes are those of `prefix`: sure at the beginning of the data only.
    package func starts(with prefix: String) -> Bool { fill() && buffer[start...].starts(with: prefix.utf8) }

    /// The next line without its end; nil at the end of the data. What is longer than `limit` is cut.
    package func line(limit: Int = 1 << 16) -> [UInt8]? {
        var line: [UInt8] = []
        guard fill() else { return nil }
        while fill() {
            let stop = buffer[start...].firstIndex(of: 0x0A)
            let end = stop ?? buffer.count
            if line.count < limit { line += buffer[start..<end].prefix(limit - line.count) }
            offset += end - start + (stop == nil ? 0 : 1)
            start = stop.map { $0 + 1 } ?? end
            if stop != nil { break }
        }
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    /// The next `count` bytes, or as many as there are; of them at most `limit` are kept.
    package func bytes(_ count: Int, limit: Int) -> [UInt8] {
        var result: [UInt8] = []
        var left = count
        result.reserveCapacity(min(count, limit, 1 << 20))
        while left > 0, fill() {
            let take = min(left, buffer.count - start)
            if result.count < limit { result += buffer[start..<(start + take)].prefix(limit - result.count) }
            start += take
            offset += take
            left -= take
        }
        return result
    }
}
