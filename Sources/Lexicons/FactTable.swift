/// A large table of facts about words: the first column is the word, the others are read when they are asked for.
///
/// Words are found folded (``WordHash``). Of a word that stands twice, the first row counts.
public struct FactTable: Sendable {
    private let table: ByteTable
    private let index: HashIndex

    /// Reads `file` of `directory`; ``ResourceDirectory/facts(_:)`` reads it once for all.
    ///
    /// - Throws: ``ResourceDirectory/Failure`` where it is missing or a row is short.
    init(_ file: String, in directory: ResourceDirectory) throws(ResourceDirectory.Failure) {
        table = try ByteTable(file, in: directory)
        var index = HashIndex(capacity: table.count)
        for row in 0..<table.count {
            index.insertFirst(WordHash.of(table.bytes, table.field(0, of: row)), UInt32(row))
        }
        self.index = index
    }

    /// Number of rows.
    public var count: Int { table.count }

    /// Index of the column `name`.
    public func column(_ name: String) -> Int? { table.column(name) }

    /// The row of the word with `hash`, to be handed to ``bytes(_:of:)`` and ``number(_:of:)``.
    public func row(_ hash: UInt64) -> Row? { index.newest(hash).map(Row.init) }

    /// Whether the word with `hash` has a row.
    public func contains(_ hash: UInt64) -> Bool { index.contains(hash) }

    /// The bytes of the field in `column` of a row.
    public func bytes(_ column: Int, of row: Row) -> ArraySlice<UInt8> {
        table.bytes[table.field(column, of: Int(row.number))]
    }

    /// The field in `column` of a row as a whole number; 0 where it is none.
    public func number(_ column: Int, of row: Row) -> Int {
        table.number(table.field(column, of: Int(row.number))) ?? 0
    }

    /// A row of a table.
    public struct Row: Hashable, Sendable {
        let number: UInt32
    }
}
