/// A small tab-separated resource file as strings; ``ByteTable`` is for large ones.
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
        let table = try ByteTable(file, bytes: bytes)
        var rows: [[String]] = []
        rows.reserveCapacity(table.count)
        try table.forEachRow { fields in
            rows.append(fields.map(table.string))
            return true
        }
        (self.file, self.columns, self.rows) = (file, table.columns, rows)
    }

    /// Index of the column `name`.
    public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}
