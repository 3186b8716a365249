import NewsModel
import TextCore

/// Reads WARC 0.17 to 1.1 and ARC 1 files, plain or gzip, record by record: memory holds one record at a time.
///
/// A broken record is told and passed over: the next one begins where `WARC/` begins a line.
package struct WARCReader {
    /// A record that holds a document.
    package struct Record {
        /// Number in the file, from 1.
        package var number: Int
        package var address: String?
        package var type: MediaType
        package var body: [UInt8]
        /// When it was fetched, as the archive says.
        package var date: String?
    }

    private let stream: ByteStream
    /// Most bytes of a record that are kept.
    private let limit: Int
    /// Records met so far.
    package private(set) var number = 0
    private var waiting: [UInt8]?
    /// What was passed over because it is no document, and how often: "request", "image/png", "status 404".
    package private(set) var passed: [String: Int] = [:]

    package init(_ stream: ByteStream, limit: Int) {
        self.stream = stream
        self.limit = limit
    }

    /// Whether a file begins as one does.
    package static func isArchive(_ stream: ByteStream) -> Bool {
        stream.starts(with: "WARC/") || stream.starts(with: "filedesc://")
    }

    /// The next record with a document; nil at the end. `report` is told what was wrong, in words that follow "record 3".
    package mutating func next(_ report: (Int, String) -> Void) -> Record? {
        while let line = waiting ?? stream.line() {
            waiting = nil
            if line.isEmpty { continue }
            if line.starts(with: "WARC/".utf8) {
                number += 1
                if let record = record(report) { return record }
            } else if let header = ARCHeader(line) {
                number += 1
                if let record = record(header, report) { return record }
            } else {
                report(number, "is followed by what is no record; it was passed over")
                skipToRecord()
            }
        }
        switch stream.trouble {
        case .cut: report(number, "is cut: the gzip data ends within it")
        case .damaged: report(number, "is followed by damaged gzip data")
        default: break
        }
        return nil
    }

    private mutating func skipToRecord() {
        while let line = stream.line() {
            if line.starts(with: "WARC/".utf8) || ARCHeader(line) != nil {
                waiting = line
                return
            }
        }
    }

    private mutating func record(_ report: (Int, String) -> Void) -> Record? {
        let fields = MessageHeader(reading: stream)
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
            report(number, "gives no length; it was passed over")
            skipToRecord()
            return nil
        }
        let type = fields["warc-type"]?.lowercased() ?? ""
        guard ["response", "resource", "conversion"].contains(type) else {
            _ = stream.bytes(length, limit: 0)
            return pass(type.isEmpty ? "no type" : type)
        }
        let before = stream.offset
        let bytes = stream.bytes(length, limit: limit)
        if stream.offset - before < length {
            report(number, "is cut: \(stream.offset - before) of \(length) bytes are there")
        }
        if length > limit { report(number, "is larger than one document may be; the rest of it was left out") }
        if let reason = fields["warc-truncated"], length <= limit {
            report(number, "was not fetched whole (\(Self.plain(reason)))")
        }
        let address = fields["warc-target-uri"].map {
            $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
        }
        let media = fields["content-type"] ?? ""
        if type == "response", media.lowercased().hasPrefix("application/http") || bytes.starts(with: "HTTP/".utf8) {
            return dated(response(bytes, address, report), fields["warc-date"])
        }
        // What a program says of itself ("metadata://…") is no document.
        guard type != "resource" || address.map({ $0.hasPrefix("http") || $0.hasPrefix("file") }) ?? true else {
            return pass("resource")
        }
        return dated(document(bytes, MediaType(media), address), fields["warc-date"])
    }

    private func dated(_ record: Record?, _ date: String?) -> Record? {
        var record = record
        if let date, date.utf8.count <= 40 { record?.date = date }
        return record
    }

    private mutating func record(_ header: ARCHeader, _ report: (Int, String) -> Void) -> Record? {
        let before = stream.offset
        let bytes = stream.bytes(header.length, limit: limit)
        if stream.offset - before < header.length { report(number, "is cut") }
        guard header.address.hasPrefix("http") else { return nil }
        return bytes.starts(with: "HTTP/".utf8)
            ? response(bytes, header.address, report) : document(bytes, MediaType(header.type), header.address)
    }

    /// Notes a record that is no document.
    private mutating func pass(_ what: String) -> Record? {
        let name = Self.plain(what)
        if passed.count < 100 || passed[name] != nil { passed[name, default: 0] += 1 }
        return nil
    }

    /// What a file says of itself, for a terminal: short and without control characters.
    private static func plain(_ text: String) -> String {
        String(text.prefix(60).filter { $0.isASCII && ($0.isLetter || $0.isNumber || "/+-. ".contains($0)) })
    }

    /// The body of an answer of HTTP, its chunks and compression undone.
    private mutating func response(_ bytes: [UInt8], _ address: String?, _ report: (Int, String) -> Void) -> Record? {
        var cursor = MessageHeader.Cursor(bytes)
        guard let status = cursor.line() else { return nil }
        let words = status.split(separator: " ")
        guard words.count >= 2, words[1].hasPrefix("2") else {
            return pass("status \(words.count >= 2 ? String(words[1].prefix(3)) : "unknown")")
        }
        let fields = MessageHeader(reading: &cursor)
        var body = Array(bytes[cursor.index...])
        if fields["transfer-encoding"]?.lowercased().contains("chunked") == true { body = HTTPBody.unchunked(body) }
        switch fields["content-encoding"]?.lowercased() {
        case "gzip", "x-gzip", "deflate":
            let plain = HTTPBody.inflated(body, limit: limit)
            if plain.trouble != nil, plain.bytes.isEmpty { break }
            if plain.trouble == .cut || plain.trouble == .damaged {
                report(number, "holds compressed data that breaks off")
            }
            body = plain.bytes
        case "br", "zstd":
            report(
                number,
                "is compressed in a way that is not read (\(fields["content-encoding"] ?? "")); it was passed over")
            return nil
        default: break
        }
        return document(body, MediaType(fields["content-type"] ?? ""), address)
    }

    private mutating func document(_ body: [UInt8], _ media: MediaType, _ address: String?) -> Record? {
        guard !body.isEmpty else { return pass("empty") }
        guard media.isDocument || media.name.isEmpty else { return pass(media.name) }
        return Record(number: number, address: address, type: media, body: body)
    }
}

/// The line that heads a record of an ARC file: `http://example.org/ 192.0.2.1 20240618093000 text/html 4096`.
struct ARCHeader {
    var address: String
    var type: String
    var length: Int

    init?(_ line: [UInt8]) {
        let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard words.count >= 5, let length = Int(words[words.count - 1]), length >= 0, words[0].contains("://"),
            words[words.count - 3].allSatisfy(\.isNumber)
        else { return nil }
        // An address with spaces in it takes several words.
        address = words[..<(words.count - 4)].joined(separator: " ")
        type = words[words.count - 2]
        self.length = length
    }
}
