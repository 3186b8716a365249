import TextCore

/// How common words are in English at large (`word-frequencies.tsv`).
public struct WordFrequencies: SharedTable {
    private let hundredths: HashIndex

    /// Loads the table.
    ///
    /// - Throws: where the resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let table = try ByteTable("word-frequencies.tsv", in: resources)
        var hundredths = HashIndex(capacity: table.count)
        try table.forEachRow { fields in
            guard let number = table.number(fields[1]) else { return false }
            hundredths.insert(StableHash.hash(table.bytes[fields[0]]), UInt32(number))
            return true
        }
        self.hundredths = hundredths
    }

    /// Hundredths of the logarithm to base 10 of a folded word's occurrences in a billion words; nil where it is not listed.
    public func hundredths(of word: some Sequence<UInt8>) -> Int? {
        hundredths.newest(StableHash.hash(word)).map(Int.init)
    }
}
