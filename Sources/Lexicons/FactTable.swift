/// A large table of facts about words: the first column is the word, the others are read when they are asked for.
///
/// Words are found folded (``WordHash``). Of a word that stands twice, the first row counts.
public struct FactTable: Sendable {
    private let table: TableBytes
    private let index: HashIndex

    /// Reads `file` of `directory`.
    ///
    /// - Throws: ``ResourceDirectory/Failure`` where it is missing or a row is short.
    public init(_ file: String, in directory: ResourceDirectory) throws(ResourceDirectory.Failure) {
        table = try TableBytes(file, in: directory)
        var index = HashIndex(capacity: table.rows.count)
        for row in table.rows {
            let hash = WordHash.of(table.bytes, table.field(0, ofRowAt: Int(row)))
            if !index.contains(hash) { index.insert(hash, row) }
        }
        self.index = index
    }

    /// Number of rows.
    public var count: Int { table.rows.count }

    /// Index of the column `name`.
    public func column(_ name: String) -> Int? { table.columns.firstIndex(of: name) }

    /// The row of the word with `hash`, to be handed to ``bytes(_:of:)`` and ``number(_:of:)``.
    public func row(_ hash: UInt64) -> Row? { index.newest(hash).map(Row.init) }

    /// Whether the word with `hash` has a row.
    public func contains(_ hash: UInt64) -> Bool { index.contains(hash) }

    /// The bytes of the field in `column` of a row.
    public func bytes(_ column: Int, of row: Row) -> ArraySlice<UInt8> {
        table.bytes[table.field(column, ofRowAt: Int(row.start))]
    }

    /// The field in `column` of a row as a whole number; 0 where it is none.
    public func number(_ column: Int, of row: Row) -> Int {
        var value = 0
        for byte in bytes(column, of: row) {
            guard byte &- 0x30 < 10, value < 1 << 40 else { return 0 }
            value = value * 10 + Int(byte &- 0x30)
        }
        return value
    }

    /// A row of a table.
    public struct Row: Hashable, Sendable {
        let start: UInt32
    }
}
