import TextCore

/// Header fields of a message: HTTP, WARC, mail. Names in lower case; a folded line goes on with the one before.
package struct MessageHeader: Sendable {
    package private(set) var fields: [(name: String, value: String)] = []

    /// Most fields of a header.
    private static let most = 1_000

    /// Lines of bytes that are in memory.
    package struct Cursor {
        package let bytes: [UInt8]
        package private(set) var index: Int
        package let end: Int

        package init(_ bytes: [UInt8], range: Range<Int>? = nil) {
            self.bytes = bytes
            index = range?.lowerBound ?? 0
            end = range?.upperBound ?? bytes.count
        }

        /// The next line without its end; nil at the end.
        package mutating func line() -> String? {
            guard index < end else { return nil }
            let stop = bytes[index..<end].firstIndex(of: 0x0A) ?? end
            var last = stop
            if last > index, bytes[last - 1] == 0x0D { last -= 1 }
            defer { index = min(stop + 1, end) }
            return String(decoding: bytes[index..<last], as: UTF8.self)
        }
    }

    /// Reads up to the empty line.
    package init(reading stream: ByteStream) {
        while let line = stream.line(), !line.isEmpty { add(String(decoding: line, as: UTF8.self)) }
    }

    /// Reads up to the empty line.
    package init(reading cursor: inout Cursor) {
        while let line = cursor.line(), !line.isEmpty { add(line) }
    }

    private mutating func add(_ line: String) {
        if line.first == " " || line.first == "\t" {
            guard let last = fields.indices.last, fields[last].value.utf8.count < 1 << 16 else { return }
            fields[last].value += " " + line.oneLine
            return
        }
        guard fields.count < Self.most, let colon = line.firstIndex(of: ":") else { return }
        fields.append((line[..<colon].lowercased(), line[line.index(after: colon)...].oneLine))
    }

    /// The first value of `name` (in lower case).
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}
