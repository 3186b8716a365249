import TextCore

/// The senses of English words: `word-senses.tsv`, a row for each part of speech of a lemma.
struct WordSenses: SharedTable {
    /// The table: lemma, part of speech, senses, the verbs that it is made from.
    let table: ByteTable
    private let rows: HashIndex

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        table = try ByteTable("word-senses.tsv", in: resources)
        var rows = HashIndex(capacity: table.count)
        for row in 0..<table.count {
            rows.insert(StableHash.hash(table.bytes[table.field(0, of: row)]), UInt32(row))
        }
        self.rows = rows
    }

    /// Whether the lemma with `hash` has a sense.
    func contains(_ hash: UInt64) -> Bool { rows.contains(hash) }

    /// The rows of the lemma with `hash`, in their order.
    func rows(_ hash: UInt64) -> [Int] { (rows.values(hash) ?? []).map(Int.init) }
}
