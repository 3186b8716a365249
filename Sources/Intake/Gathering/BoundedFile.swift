#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads files without ever holding more than a limit of one in memory, whatever they claim to be: a plain file is asked
/// for its size first; a pipe, a device or standard input is read until it ends or passes the limit.
enum BoundedFile {
    /// Why a file was not read.
    enum Failure: Error, Equatable {
        case missing
        case folder
        case unreadable(String)
        /// `size` in bytes, nil where it was not asked to tell or goes on after the limit.
        case tooLarge(size: Int?)
    }

    /// The bytes of the file at `path`.
    static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason(errno))
        }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, limit: limit)
    }

    /// The bytes that an open descriptor still gives.
    static func read(descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
        var status = stat()
        var expected = 65_536
        if fstat(descriptor, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { throw .folder }
            if status.st_mode & S_IFMT == S_IFREG {
                guard Int(status.st_size) <= limit else { throw .tooLarge(size: Int(status.st_size)) }
                expected = Int(status.st_size) + 1
            }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let got = chunk.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(reason(errno)) }
            if got == 0 { return bytes }
            guard bytes.count + got <= limit else { throw .tooLarge(size: nil) }
            bytes.append(contentsOf: chunk[..<got])
        }
    }

    /// Whether the plain file at `path` begins with one of `openings`, a byte a scalar.
    static func begins(_ path: String, with openings: [String]) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 16)
        let count = head.withUnsafeMutableBytes { buffer in
            #if canImport(Glibc)
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
        return openings.contains { opening in
            let bytes = opening.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            return count >= bytes.count && head.starts(with: bytes)
        }
    }

    /// Device and number of the file at `path`, links followed: the same for two names of one folder.
    static func identity(of path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(
            device: UInt64(status.st_dev), number: UInt64(status.st_ino), isFolder: status.st_mode & S_IFMT == S_IFDIR)
    }

    /// What `identity(of:)` tells.
    struct Identity: Hashable {
        var device: UInt64
        var number: UInt64
        var isFolder: Bool
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
