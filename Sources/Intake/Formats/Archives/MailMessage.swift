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
        let (body, map) = Self.decoded(bytes, range, header["content-transfer-encoding"]?.lowercased() ?? "")
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

    private static func decoded(_ bytes: [UInt8], _ range: Range<Int>, _ encoding: String) -> ([UInt8], AlignmentMap) {
        var result: [UInt8] = []
        var map = AlignmentMap()
        switch encoding {
        case "quoted-printable":
            var index = range.lowerBound
            while index < range.upperBound {
                let byte = bytes[index]
                if byte == UInt8(ascii: "="), index + 1 < range.upperBound {
                    if bytes[index + 1] == 0x0A {
                        index += 2
                        continue
                    }
                    if bytes[index + 1] == 0x0D {
                        index += index + 2 < range.upperBound && bytes[index + 2] == 0x0A ? 3 : 2
                        continue
                    }
                    if index + 2 < range.upperBound,
                        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
                    {
                        map.add(decoded: result.count, raw: index, step: 0)
                        result.append(value)
                        index += 3
                        continue
                    }
                }
                map.add(decoded: result.count, raw: index)
                result.append(byte)
                index += 1
            }
        case "base64":
            var bits: UInt32 = 0
            var filled = 0
            for index in range {
                guard let value = sextet(bytes[index]) else { continue }
                bits = bits << 6 | value
                filled += 6
                if filled >= 8 {
                    filled -= 8
                    map.add(decoded: result.count, raw: index)
                    result.append(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
                }
            }
        default:
            map.add(decoded: 0, raw: range.lowerBound)
            result = Array(bytes[range])
        }
        return (result, map)
    }

    private static func sextet(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61) + 26
        case 0x30...0x39: UInt32(byte - 0x30) + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }

    /// A header value with its encoded words decoded (RFC 2047): `=?utf-8?q?caf=C3=A9?=`.
    static func words(_ text: String) -> String {
        guard text.contains("=?") else { return text }
        var result = ""
        var wasEncoded = false
        for (number, piece) in text.components(apartAt: "=?").enumerated() {
            guard number > 0 else {
                result += piece
                continue
            }
            let parts = piece.components(apartAt: "?")
            guard parts.count >= 4, parts[3].hasPrefix("=") else {
                result += "=?" + piece
                continue
            }
            let source = Array(parts[2].utf8).map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
            let bytes = decoded(source, 0..<source.count, parts[1].lowercased() == "b" ? "base64" : "quoted-printable")
                .0
            let plain = CharsetDecoder.decode(bytes, label: parts[0].lowercased()).bytes
            if wasEncoded, result.last == " " { result.removeLast() }
            result += String(decoding: plain, as: UTF8.self)
            let rest = String(parts[3].dropFirst()) + parts.dropFirst(4).map { "?" + $0 }.joined()
            result += rest
            wasEncoded = rest.allSatisfy(\.isWhitespace)
        }
        return result
    }
}
