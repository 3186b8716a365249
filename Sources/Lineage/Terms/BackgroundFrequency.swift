import Lexicons
import TextCore

/// How common words are in English at large.
struct BackgroundFrequency: Sendable {
    private let zipf: [UInt64: Float]
    /// The Zipf value of a word that the table does not have: rarer than any that it has.
    static let rarest: Float = 2.4

    /// Loads the table.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "word-frequencies.tsv"
        let table = try LexiconTable(file, in: resources)
        var zipf: [UInt64: Float] = [:]
        zipf.reserveCapacity(table.rows.count)
        for (number, row) in table.rows.enumerated() {
            guard row.count >= 2, let hundredths = Float(row[1]) else { throw .malformed(file: file, line: number + 5) }
            zipf[StableHash.hash(row[0].utf8)] = hundredths / 100
        }
        self.zipf = zipf
    }

    /// Logarithm to base 10 of the occurrences of a folded word in a billion words.
    func zipf(of word: [UInt8]) -> Float { zipf[StableHash.hash(word)] ?? Self.rarest }

    /// Whether the table has the word.
    func knows(_ word: [UInt8]) -> Bool { zipf[StableHash.hash(word)] != nil }
}
