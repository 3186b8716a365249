import TextCore

/// Header fields of a message: HTTP, WARC, mail. Names in lower case; a folded line goes on with the one before.
struct MessageHeader {
    private(set) var fields: [(name: String, value: String)] = []

    /// Most fields of a header.
    private static let most = 1_000

    /// Lines of bytes that are in memory.
    struct Cursor {
        let bytes: [UInt8]
        private(set) var index: Int
        let end: Int

        init(_ bytes: [UInt8], range: Range<Int>? = nil) {
            self.bytes = bytes
            index = range?.lowerBound ?? 0
            end = range?.upperBound ?? bytes.count
        }

        /// The next line without its end; nil at the end.
        mutating func line() -> String? {
            guard index < end else { return nil }
            let stop = bytes[index..<end].firstIndex(of: 0x0A) ?? end
            var last = stop
            if last > index, bytes[last - 1] == 0x0D { last -= 1 }
            defer { index = min(stop + 1, end) }
            return String(decoding: bytes[index..<last], as: UTF8.self)
        }
    }

    /// Reads up to the empty line.
    init(reading stream: ByteStream) {
        while let line = stream.line(), !line.isEmpty { add(String(decoding: line, as: UTF8.self)) }
    }

    /// Reads up to the empty line.
    init(reading cursor: inout Cursor) {
        while let line = cursor.line(), !line.isEmpty { add(line) }
    }

    private mutating func add(_ line: String) {
        if line.first == " " || line.first == "\t" {
            guard let last = fields.indices.last, fields[last].value.utf8.count < 1 << 16 else { return }
            fields[last].value += " " + PageFacts.line(line)
            return
        }
        guard fields.count < Self.most, let colon = line.firstIndex(of: ":") else { return }
        fields.append((line[..<colon].lowercased(), PageFacts.line(String(line[line.index(after: colon)...]))))
    }

    /// The first value of `name` (in lower case).
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// A media type: `text/html; charset=utf-8`.
struct MediaType {
    /// Type and subtype in lower case.
    var name: String
    private var parameters: [String: String] = [:]

    init(_ text: String) {
        let parts = text.components(apartAt: ";")
        name = PageFacts.line(parts[0]).lowercased()
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            var value = PageFacts.line(String(part[part.index(after: equals)...]))
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            parameters[PageFacts.line(String(part[..<equals])).lowercased()] = value
        }
    }

    /// A parameter by its name in lower case.
    subscript(parameter: String) -> String? { parameters[parameter] }
    /// The character set, in lower case.
    var charset: String? { parameters["charset"]?.lowercased() }
    /// Whether it may be a report: HTML, plain text, XML, JSON, PDF.
    var isDocument: Bool {
        ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"].contains(name)
            || name.hasSuffix("xml")
            || name.hasSuffix("json")
    }
}

/// The body of an answer of HTTP.
enum HTTPBody {
    /// A chunked body put together; one that is said to be chunked and is not stays as it is.
    static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let stop = bytes[index..<min(bytes.count, index + 64)].firstIndex(of: 0x0A) else { break }
            let digits = bytes[index..<stop].prefix { ASCII.isDigit($0) || ($0 | 0x20) &- 0x61 < 6 }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else { break }
            if size == 0 { return result }
            let end = min(bytes.count, stop + 1 + min(size, bytes.count))
            result += bytes[(stop + 1)..<end]
            index = end
            while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
        }
        return result.isEmpty ? bytes : result
    }

    /// A body decompressed: gzip, zlib, or deflate without a header.
    static func inflated(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8], trouble: Inflater.Trouble?) {
        let plain = Inflater.inflate(bytes, limit: limit)
        guard plain.trouble == .damaged, plain.bytes.isEmpty else { return plain }
        return Inflater.inflate(bytes, isRaw: true, limit: limit)
    }
}
