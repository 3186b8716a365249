import Archiving
import TextCore

/// A message of mail or a page saved with all its parts (MHTML): the part that a person reads, and the header.
///
///     multipart/related → multipart/alternative → text/html
struct MailMessage {
    /// The readable part, decoded from its transfer encoding, with the way back to the message's bytes.
    struct Part {
        var bytes: [UInt8]
        var map: AlignmentMap
        var isMarkup: Bool
        var charset: String?
        var location: String?
    }

    let header: MessageHeader
    private(set) var part: Part?

    /// Deepest nesting of parts, and most parts, that are looked at.
    private static let deepest = 12
    private static let mostParts = 500

    /// Whether bytes begin as a message does: header fields that mail has.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var cursor = MessageHeader.Cursor(Array(bytes.prefix(1 << 15)))
        let header = MessageHeader(reading: &cursor)
        let known = [
            "from", "subject", "date", "mime-version", "received", "to", "message-id", "return-path", "content-type",
        ]
        return known.count { header[$0] != nil } >= 3
    }

    init(_ bytes: [UInt8]) {
        var start = 0
        // "From jane@example.org Tue Jun 18" of an mbox.
        if bytes.starts(with: "From ".utf8), let end = bytes.firstIndex(of: 0x0A) { start = end + 1 }
        var cursor = MessageHeader.Cursor(bytes, range: start..<bytes.count)
        header = MessageHeader(reading: &cursor)
        var count = 0
        var plain: Part?
        find(bytes, header, cursor.index..<bytes.count, depth: 0, &count, &plain)
        if part == nil { part = plain }
    }

    private mutating func find(
        _ bytes: [UInt8], _ header: MessageHeader, _ range: Range<Int>, depth: Int, _ count: inout Int,
        _ plain: inout Part?
    ) {
        count += 1
        guard depth < Self.deepest, count < Self.mostParts, part == nil else { return }
        let media = MediaType(header["content-type"] ?? "text/plain")
        if media.name.hasPrefix("multipart/"), let boundary = media["boundary"] {
            for inner in Self.parts(bytes, range, boundary) {
                var cursor = MessageHeader.Cursor(bytes, range: inner)
                let fields = MessageHeader(reading: &cursor)
                find(bytes, fields, cursor.index..<inner.upperBound, depth: depth + 1, &count, &plain)
            }
            return
        }
        guard
            media.name == "text/html" || media.name == "application/xhtml+xml"
                || (media.name == "text/plain" && plain == nil),
            header["content-disposition"]?.lowercased().hasPrefix("attachment") != true
        else { return }
        let (body, map) = TransferCoding.decoded(
            bytes, range, header["content-transfer-encoding"]?.lowercased() ?? "")
        let found = Part(
            bytes: body, map: map, isMarkup: media.name != "text/plain", charset: media.charset,
            location: header["content-location"] ?? header["snapshot-content-location"])
        if found.isMarkup { part = found } else { plain = found }
    }

    /// The stretches between the lines `--boundary`.
    private static func parts(_ bytes: [UInt8], _ range: Range<Int>, _ boundary: String) -> [Range<Int>] {
        let mark = Array(("--" + boundary).utf8)
        var parts: [Range<Int>] = []
        var start: Int?
        var line = range.lowerBound
        while line < range.upperBound, parts.count < mostParts {
            let end = bytes[line..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            if bytes[line..<end].starts(with: mark) {
                if let start { parts.append(start..<max(start, line)) }
                start = min(end + 1, range.upperBound)
                if bytes[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
            }
            line = end + 1
        }
        if let start, start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// A header value with its encoded words decoded (RFC 2047): `=?utf-8?q?caf=C3=A9?=`.
    static func words(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        var wasEncoded = false
        while let open = rest.firstRange(of: "=?") {
            let before = rest[..<open.lowerBound]
            // White space between two encoded words is none.
            if !(wasEncoded && before.allSatisfy(\.isWhitespace)) { result += before }
            let parts = rest[open.upperBound...].split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[1].count == 1, let close = parts[2].firstRange(of: "?=") else {
                result += "=?"
                rest = rest[open.upperBound...]
                wasEncoded = false
                continue
            }
            let source = Array(parts[2][..<close.lowerBound].utf8).map {
                $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0
            }
            let coding = parts[1].lowercased() == "b" ? "base64" : "quoted-printable"
            let bytes = TransferCoding.decoded(source, 0..<source.count, coding).bytes
            let label = parts[0].prefix { $0 != "*" }.lowercased()
            result += String(decoding: CharsetDecoder.decode(bytes, label: label).bytes, as: UTF8.self)
            rest = parts[2][close.upperBound...]
            wasEncoded = true
        }
        return result + rest
    }
}
