#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of lines, read once from the beginning and then at any line again.
final class LineFile {
    private let file: UnsafeMutablePointer<FILE>
    private var starts: [Int] = []
    private var end = 0

    /// A line of more bytes is cut there: it is no document.
    private static let longest = 64 << 20

    /// Opens the file at `path`.
    init(_ path: String) throws(CorpusRun.Failure) {
        guard let file = fopen(path, "rb") else { throw .unreadable(path: path) }
        self.file = file
    }

    deinit { fclose(file) }

    /// Lines that were read.
    var count: Int { starts.count }

    /// The next lines, at most `count`.
    func next(_ count: Int) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        while lines.count < count, let line = readLine() { lines.append(line) }
        return lines
    }

    private func readLine() -> [UInt8]? {
        var buffer: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(buffer) }
        let length = getline(&buffer, &capacity, file)
        guard length > 0, let buffer else { return nil }
        starts.append(end)
        end += length
        return UnsafeRawBufferPointer(start: buffer, count: min(length, Self.longest)).map { $0 }
    }

    /// A line that was read before.
    func line(_ number: Int) -> [UInt8] {
        let length = min((number + 1 < starts.count ? starts[number + 1] : end) - starts[number], Self.longest)
        var bytes = [UInt8](repeating: 0, count: length)
        fseeko(file, off_t(starts[number]), SEEK_SET)
        let read = fread(&bytes, 1, length, file)
        return read == length ? bytes : Array(bytes.prefix(read))
    }
}
