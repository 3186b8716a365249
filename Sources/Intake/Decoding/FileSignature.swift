/// What bytes are by their first ones, where that is no text.
enum FileSignature {
    /// Name of the format, for a message, and whether a later format of this room could read it.
    struct Kind: Equatable {
        var name: String
        var isDocument: Bool
    }

    /// The format of `bytes` where it is not plain text, or nil.
    static func kind(of bytes: [UInt8]) -> Kind? {
        for (signature, name, isDocument) in signatures where bytes.starts(with: signature) {
            return Kind(name: name, isDocument: isDocument)
        }
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, start < 512, bytes[start] == 0x20 || bytes[start] &- 0x09 < 5 { start += 1 }
        let head = bytes[min(start, bytes.count)...].prefix(64).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        for (opening, name) in markup where head.starts(with: opening.utf8) {
            return Kind(name: name, isDocument: true)
        }
        return nil
    }

    /// Whether so much of the beginning is control characters that it cannot be text in a character set of one byte.
    static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(65_536)
        var controls = 0
        for byte in sample where byte < 0x20 && byte &- 0x09 >= 5 && byte != 0x1B { controls += 1 }
        return controls * 50 > sample.count
    }

    private static let signatures: [([UInt8], String, Bool)] = [
        (Array("%PDF-".utf8), "PDF", true),
        ([0x1F, 0x8B], "gzip", true),
        (Array("PK\u{3}\u{4}".utf8), "a zip archive", false),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image", false),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", false),
        (Array("GIF8".utf8), "a GIF image", false),
        ([0x7F, 0x45, 0x4C, 0x46], "an ELF program", false),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file", false),
        (Array("{\\rtf".utf8), "RTF", false),
        (Array("WARC/".utf8), "WARC", true),
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32 text", false),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32 text", false),
    ]

    private static let markup = [
        ("<!doctype html", "HTML"), ("<html", "HTML"), ("<?xml", "XML"), ("<rss", "RSS"), ("<feed", "Atom"),
    ]
}
