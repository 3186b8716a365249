import Archiving
import NewsModel
import TextCore

/// The items of a file that holds many: a web archive, articles line by line, or one compressed document.
struct ArchiveItems {
    private let path: String
    private let stream: ByteStream
    private let limit: Int
    private let linesByName: Bool

    /// The items of `stream`, which was opened at `path`.
    init(_ stream: ByteStream, path: String, limit: Int, holdsLines: Bool) {
        self.stream = stream
        self.path = path
        self.limit = limit
        linesByName = holdsLines
    }

    /// Gives every item to `deliver`, and what was wrong to `tell`: code, severity, message. Holds one item at a time.
    func forEach(_ deliver: (RawItem) -> Void, _ tell: (String, Diagnostic.Severity, String) -> Void) {
        let shown = path == "-" ? "standard input" : path
        guard stream.peek() != nil else {
            tell(
                stream.trouble == nil ? "empty" : "damaged", .error,
                stream.trouble == nil ? "\(shown) is empty" : "\(shown) is gzip data that cannot be decompressed")
            return
        }
        if WARCReader.isArchive(stream) {
            records(shown, deliver, tell)
        } else if linesByName || path.hasSuffix(".jsonl.gz") || path.hasSuffix(".ndjson.gz") {
            lines(shown, deliver, tell)
        } else {
            whole(shown, deliver, tell)
        }
    }

    private func records(
        _ shown: String, _ deliver: (RawItem) -> Void, _ tell: (String, Diagnostic.Severity, String) -> Void
    ) {
        var reader = WARCReader(stream, limit: limit)
        var count = 0
        while let record = reader.next({ tell("record", .warning, "record \($0) of \(shown) \($1)") }) {
            count += 1
            deliver(
                RawItem(
                    name: "\(path)#\(record.number)", format: record.type.format, bytes: record.body,
                    address: record.address, charset: record.type.charset,
                    retrieved: record.date))
        }
        if count == 0 {
            let passed = reader.passed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let told = passed.isEmpty ? "" : "; its records: " + passed.joined(separator: ", ")
            // An archive of a later fetch may say no more than that nothing has changed.
            let severity: Diagnostic.Severity = reader.passed["revisit"] == nil ? .error : .note
            tell("empty", severity, "\(shown) is a web archive without any document\(told)")
        }
    }

    private func lines(
        _ shown: String, _ deliver: (RawItem) -> Void, _ tell: (String, Diagnostic.Severity, String) -> Void
    ) {
        var number = 0
        while let line = stream.line(limit: limit + 1) {
            number += 1
            if line.allSatisfy(ASCII.isSpace) { continue }
            if line.count > limit {
                tell(
                    "tooLarge", .error, "line \(number) of \(shown) was not read: it is longer than one document may be"
                )
                continue
            }
            deliver(RawItem(name: "\(path)#\(number)", format: .json, bytes: line))
        }
        trouble(shown, tell)
    }

    private func whole(
        _ shown: String, _ deliver: (RawItem) -> Void, _ tell: (String, Diagnostic.Severity, String) -> Void
    ) {
        let bytes = stream.bytes(.max, limit: limit + 1)
        guard bytes.count <= limit else {
            tell(
                "tooLarge", .error,
                "\(shown) was not read: it is larger than \(ByteCount.text(limit)) when decompressed")
            return
        }
        var format = RawItem.Format.unknown
        if path.hasSuffix(".gz"), case .read(let inner) = FileNames.verdict(String(path.dropLast(3))) { format = inner }
        deliver(RawItem(name: path, format: format, bytes: bytes))
        trouble(shown, tell)
    }

    private func trouble(_ shown: String, _ tell: (String, Diagnostic.Severity, String) -> Void) {
        switch stream.trouble {
        case .cut: tell("cut", .warning, "\(shown) is cut: the gzip data ends too early; what there is was read")
        case .damaged: tell("damaged", .warning, "\(shown) holds damaged gzip data; what could be read was read")
        default: break
        }
    }
}
