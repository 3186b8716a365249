#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A web archive that is being written: `NAME.warc.gz`, a gzip stream a record, so that what is there can be read whenever
/// the program stops. Never over a file that is there.
///
/// A class for the open file that it holds; used by one task at a time.
package final class ArchiveFile {
    /// Why nothing could be written.
    package struct Failure: Error, CustomStringConvertible {
        /// The file.
        package let path: String
        /// What the system says.
        package let reason: String
        package var description: String { "\(path) cannot be written: \(reason)" }
    }

    /// Where it is.
    package let path: String
    private let descriptor: Int32

    /// A new file in `folder`, called `name`, or `name-2`, `name-3`, … where there is one already.
    package init(folder: String, name: String) throws(Failure) {
        let stem = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        var number = 1
        while true {
            let candidate = number == 1 ? "\(stem).warc.gz" : "\(stem)-\(number).warc.gz"
            let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
            if opened >= 0 {
                descriptor = opened
                path = candidate
                return
            }
            guard errno == EEXIST, number < 10_000 else {
                throw Failure(path: candidate, reason: String(cString: strerror(errno)))
            }
            number += 1
        }
    }

    deinit { close(descriptor) }

    /// Writes records at the end.
    package func append(_ records: [WARCRecord]) throws(Failure) {
        for record in records {
            guard let bytes = Gzip.compressed(record.bytes) else {
                throw Failure(path: path, reason: "a record is too large")
            }
            try write(bytes)
        }
    }

    private func write(_ bytes: [UInt8]) throws(Failure) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #else
                    Darwin.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #endif
            }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
            offset += written
        }
    }
}
