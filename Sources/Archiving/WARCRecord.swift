import TextCore

/// A record of WARC 1.1 (ISO 28500:2017), to be written.
package struct WARCRecord: Sendable {
    /// What a record is.
    package enum Kind: String, Sendable { case warcinfo, request, response, revisit }

    /// What it is.
    package let kind: Kind
    /// When it was made: `2026-11-26T12:00:00Z`.
    package let date: String
    /// The address that it is about; nil for what a file says of itself.
    package let address: String?
    /// Fields beside those that every record has, in their order.
    package let fields: [(name: String, value: String)]
    /// The block: an answer or request of HTTP with its header, or what a file says of itself.
    package let block: [UInt8]
    /// The record's own name: made of what it holds, for the same record has the same name on every run.
    package let id: String

    /// A record.
    package init(
        _ kind: Kind, date: String, address: String?, fields: [(name: String, value: String)], block: [UInt8]
    ) {
        self.kind = kind
        self.date = date
        self.address = address
        self.fields = fields
        self.block = block
        let digest = Self.digest(block)
        id = Self.name(SHA256Digest(of: Array("\(kind.rawValue) \(date) \(address ?? "") \(digest)".utf8)))
    }

    /// How digests are written: the algorithm and the digits in base 16.
    package static func digest(_ bytes: [UInt8]) -> String { "sha256:" + SHA256Digest(of: bytes).hexadecimal }

    /// A UUID of version 8 (RFC 9562) that holds the first bits of a digest.
    private static func name(_ digest: SHA256Digest) -> String {
        var digits = Array(digest.hexadecimal.utf8.prefix(32))
        digits[12] = UInt8(ascii: "8")
        digits[16] = UInt8(ascii: "8")
        let text = String(decoding: digits, as: UTF8.self)
        var parts: [Substring] = []
        var rest = text[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "<urn:uuid:\(parts.joined(separator: "-"))>"
    }

    /// The record as bytes. Line ends within values become spaces: no field can begin another.
    package var bytes: [UInt8] {
        var lines = [("WARC-Type", kind.rawValue), ("WARC-Record-ID", id), ("WARC-Date", date)]
        if let address { lines.append(("WARC-Target-URI", address)) }
        lines += fields.map { ($0.name, $0.value) }
        lines.append(("WARC-Block-Digest", Self.digest(block)))
        lines.append(("Content-Length", String(block.count)))
        var text = "WARC/1.1\r\n"
        for (name, value) in lines {
            text += "\(name): \(String(value.map { $0.isNewline ? " " : $0 }))\r\n"
        }
        return Array(text.utf8) + [0x0D, 0x0A] + block + [0x0D, 0x0A, 0x0D, 0x0A]
    }
}
