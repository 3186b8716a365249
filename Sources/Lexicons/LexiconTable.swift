/// A tab-separated resource file: `#` lines are comments, the first other line names the columns.
public struct LexiconTable: Sendable {
    /// File name, for messages.
    public let file: String
    /// Column names.
    public let columns: [String]
    /// The rows, each with as many fields as there are columns.
    public let rows: [[String]]

    /// Reads `file` of `directory`.
    ///
    /// - Throws: ``ResourceDirectory/Failure`` where it is missing or a row is short.
    public init(_ file: String, in directory: ResourceDirectory) throws(ResourceDirectory.Failure) {
        try self.init(file, bytes: directory.bytes(file))
    }

    /// Reads the table in `bytes`; a short row is an error that names its line.
    public init(_ file: String, bytes: [UInt8]) throws(ResourceDirectory.Failure) {
        var columns: [String] = []
        var rows: [[String]] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            if columns.isEmpty {
                columns = fields
            } else {
                guard fields.count == columns.count else { throw .malformed(file: file, line: number + 1) }
                rows.append(fields)
            }
        }
        self.file = file
        self.columns = columns
        self.rows = rows
    }

    /// Index of the column `name`.
    public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}
