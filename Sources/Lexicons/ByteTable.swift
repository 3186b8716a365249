import TextCore

/// The bytes of a tab-separated resource file and where its rows begin: `#` lines are comments, the first other line names
/// the columns. For tables whose fields need never be strings; ``LexiconTable`` is for small ones.
public struct ByteTable: Sendable {
    /// File name, for messages.
    public let file: String
    /// Column names.
    public let columns: [String]
    /// The bytes of the file.
    public let bytes: [UInt8]
    /// Offsets of the first byte of each row.
    let rows: [UInt32]

    /// Reads `file` of `directory`.
    ///
    /// - Throws: ``ResourceDirectory/Failure`` where it is missing or a row is short.
    public init(_ file: String, in directory: ResourceDirectory) throws(ResourceDirectory.Failure) {
        try self.init(file, bytes: directory.bytes(file))
    }

    /// Finds the rows of the table in `bytes`; a short row is an error that names its line.
    ///
    /// - Complexity: O(n).
    init(_ file: String, bytes: [UInt8]) throws(ResourceDirectory.Failure) {
        var columns: [String] = []
        var rows: [UInt32] = []
        var index = 0
        var line = 0
        while index < bytes.count {
            line += 1
            let start = index
            var tabs = 0
            while index < bytes.count, bytes[index] != 0x0A {
                if bytes[index] == 0x09 { tabs += 1 }
                index += 1
            }
            if index > start, bytes[start] != UInt8(ascii: "#") {
                if columns.isEmpty {
                    columns = bytes[start..<index].split(separator: 0x09, omittingEmptySubsequences: false)
                        .map { String(decoding: $0, as: UTF8.self) }
                } else {
                    guard tabs + 1 == columns.count else { throw .malformed(file: file, line: line) }
                    rows.append(UInt32(start))
                }
            }
            index += 1
        }
        (self.file, self.columns, self.bytes, self.rows) = (file, columns, bytes, rows)
    }

    /// Number of rows.
    public var count: Int { rows.count }

    /// Index of the column `name`.
    public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// Where the field in `column` of row `number` stands.
    ///
    /// - Complexity: O(length of the row).
    public func field(_ column: Int, of number: Int) -> Range<Int> { field(column, ofRowAt: Int(rows[number])) }

    /// Where the field in `column` of the row that begins at `start` stands.
    func field(_ column: Int, ofRowAt start: Int) -> Range<Int> {
        var index = start
        var left = column
        while left > 0 {
            if bytes[index] == 0x09 { left -= 1 }
            index += 1
        }
        return index..<fieldEnd(from: index)
    }

    /// Calls `body` with where the fields of each row stand, one row after the other.
    ///
    /// - Throws: ``ResourceDirectory/Failure/malformed(file:line:)`` for the row at which `body` gives false.
    /// - Complexity: O(n).
    public func forEachRow(_ body: ([Range<Int>]) -> Bool) throws(ResourceDirectory.Failure) {
        var fields = [Range<Int>](repeating: 0..<0, count: columns.count)
        for row in rows {
            var start = Int(row)
            for column in columns.indices {
                fields[column] = start..<fieldEnd(from: start)
                start = fields[column].upperBound + 1
            }
            guard body(fields) else { throw .malformed(file: file, line: line(ofRowAt: Int(row))) }
        }
    }

    /// The whole number that the digits at `range` write; nil where they write none of at most eighteen.
    public func number(_ range: Range<Int>) -> Int? {
        guard 1...18 ~= range.count else { return nil }
        var value = 0
        for index in range {
            guard ASCII.isDigit(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] & 0x0F)
        }
        return value
    }

    /// Where the word of `field` that begins at `start` stands: up to a space or the end; empty past the end.
    public func word(from start: Int, in field: Range<Int>) -> Range<Int> {
        var end = min(start, field.upperBound)
        while end < field.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
        return min(start, end)..<end
    }

    /// The words of `field`, which spaces part.
    public func words(_ field: Range<Int>) -> [ArraySlice<UInt8>] { bytes[field].split(separator: UInt8(ascii: " ")) }

    /// All fields of row `number` as strings.
    public func strings(ofRow number: Int) -> [String] {
        var start = Int(rows[number])
        return columns.map { _ in
            let field = start..<fieldEnd(from: start)
            start = field.upperBound + 1
            return string(field)
        }
    }

    /// The text at `range`.
    public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func fieldEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x09, bytes[end] != 0x0A { end += 1 }
        return end
    }

    private func line(ofRowAt start: Int) -> Int { 1 + bytes[..<start].count { $0 == 0x0A } }
}
