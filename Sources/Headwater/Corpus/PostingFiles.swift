import FoundationEssentials
import Lineage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Fingerprints on disk, parted by hash: each part fits in memory when the whole does not.
final class PostingFiles {
    /// What a posting is of.
    enum Kind: String, CaseIterable { case runs, terms }

    /// Parts of each kind.
    static let parts = 64
    /// Bytes of a part that are held back before they are written.
    private static let held = 1 << 18
    private static let width = 12

    private let folder: String
    private var waiting: [[UInt8]] = Array(repeating: [], count: 2 * parts)

    /// Empty files in `folder`.
    init(folder: String) {
        self.folder = folder
        for kind in Kind.allCases {
            for part in 0..<Self.parts { remove(Self.path(kind, part, folder)) }
        }
    }

    /// Adds a document's fingerprint.
    func add(_ fingerprint: CorpusFingerprint, document: UInt32) throws(CorpusRun.Failure) {
        for (kind, hashes) in [fingerprint.runs, fingerprint.terms].enumerated() {
            for hash in hashes {
                let part = kind * Self.parts + Int(hash >> 58)
                withUnsafeBytes(of: hash.littleEndian) { waiting[part] += $0 }
                withUnsafeBytes(of: document.littleEndian) { waiting[part] += $0 }
                if waiting[part].count >= Self.held { try flush(part) }
            }
        }
    }

    /// Writes what was held back.
    func finish() throws(CorpusRun.Failure) { for part in waiting.indices { try flush(part) } }

    private func flush(_ part: Int) throws(CorpusRun.Failure) {
        if waiting[part].isEmpty { return }
        let kind = Kind.allCases[part / Self.parts]
        _ = try AppendedFile.append(waiting[part], to: Self.path(kind, part % Self.parts, folder))
        waiting[part].removeAll(keepingCapacity: true)
    }

    private static func path(_ kind: Kind, _ part: Int, _ folder: String) -> String {
        "\(folder)/\(kind.rawValue)-\(part)"
    }

    /// The postings of a part.
    static func read(
        _ kind: Kind, _ part: Int, folder: String
    ) throws(CorpusRun.Failure) -> [CandidateCounter.Posting] {
        guard let bytes = FileManager.default.contents(atPath: path(kind, part, folder)) else { return [] }
        return bytes.withUnsafeBytes { buffer in
            stride(from: 0, to: buffer.count - width + 1, by: width).map { offset in
                CandidateCounter.Posting(
                    hash: UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
                    document: UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt32.self)))
            }
        }
    }
}

/// Files that only grow, or are cut back.
enum AppendedFile {
    /// Adds bytes and gives the new size.
    static func append(_ bytes: [UInt8], to path: String) throws(CorpusRun.Failure) -> UInt64 {
        guard let file = fopen(path, "ab") else { throw .unwritable(path: path) }
        let written = bytes.isEmpty ? 0 : fwrite(bytes, 1, bytes.count, file)
        fseeko(file, 0, SEEK_END)
        let size = ftello(file)
        guard fclose(file) == 0, written == bytes.count, size >= 0 else { throw .unwritable(path: path) }
        return UInt64(size)
    }

    /// Cuts a file back, or makes an empty one.
    static func truncate(_ path: String, to size: UInt64) throws(CorpusRun.Failure) {
        guard let file = fopen(path, "ab") else { throw .unwritable(path: path) }
        let status = ftruncate(fileno(file), off_t(size))
        guard fclose(file) == 0, status == 0 else { throw .unwritable(path: path) }
    }
}
