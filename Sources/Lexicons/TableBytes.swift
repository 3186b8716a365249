import TextCore

/// The bytes of a tab-separated resource file and where its rows begin: for large tables, of which few rows are ever
/// read. ``LexiconTable`` is for small ones.
struct TableBytes: Sendable {
    let bytes: [UInt8]
    /// Offsets of the first byte of each row.
    let rows: [UInt32]
    let columns: [String]

    /// Reads `file` of `directory`.
    ///
    /// - Throws: ``ResourceDirectory/Failure`` where it is missing or a row is short.
    init(_ file: String, in directory: ResourceDirectory) throws(ResourceDirectory.Failure) {
        try self.init(file, bytes: directory.bytes(file))
    }

    /// Finds the rows of the table in `bytes`.
    init(_ file: String, bytes: [UInt8]) throws(ResourceDirectory.Failure) {
        var rows: [UInt32] = []
        var columns: [String] = []
        var index = 0
        var line = 0
        while index < bytes.count {
            line += 1
            var end = index
            var tabs = 0
            while end < bytes.count, bytes[end] != 0x0A {
                if bytes[end] == 0x09 { tabs += 1 }
                end += 1
            }
            if end > index, bytes[index] != UInt8(ascii: "#") {
                if columns.isEmpty {
                    columns = bytes[index..<end].split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
                } else {
                    guard tabs + 1 == columns.count else { throw .malformed(file: file, line: line) }
                    rows.append(UInt32(index))
                }
            }
            index = end + 1
        }
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
    }

    /// Where the field in column `column` of the row that begins at `start` stands.
    ///
    /// - Complexity: O(length of the row).
    func field(_ column: Int, ofRowAt start: Int) -> Range<Int> {
        var index = start
        var left = column
        while index < bytes.count, bytes[index] != 0x0A, left > 0 {
            if bytes[index] == 0x09 { left -= 1 }
            index += 1
        }
        var end = index
        while end < bytes.count, bytes[end] != 0x09, bytes[end] != 0x0A { end += 1 }
        return index..<end
    }

    /// All fields of the row that begins at `start`.
    func fields(ofRowAt start: Int) -> [String] {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
