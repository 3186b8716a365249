import Testing

@testable import Lexicons

@Suite struct ByteTableTests {
    static func table(_ text: String) throws -> ByteTable { try ByteTable("words.tsv", bytes: Array(text.utf8)) }

    @Test func rowsStandWhereTheBytesSay() throws {
        let table = try Self.table("# words\nword\tcount\ttags\n\nship\t12\tn v\nsent\t\tv")
        #expect(table.columns == ["word", "count", "tags"])
        #expect(table.count == 2)
        #expect(table.strings(ofRow: 0) == ["ship", "12", "n v"])
        #expect(table.strings(ofRow: 1) == ["sent", "", "v"])
        var seen: [[String]] = []
        try table.forEachRow { fields in
            seen.append(fields.map(table.string))
            return true
        }
        #expect(seen == (0..<table.count).map(table.strings))
        #expect((0..<3).map { table.string(table.field($0, of: 1)) } == ["sent", "", "v"])
    }

    @Test func numbersAndWordsAreReadInPlace() throws {
        let table = try Self.table("word\tcount\ttags\nship\t12\tn v\n")
        let (count, tags) = (table.field(1, of: 0), table.field(2, of: 0))
        #expect(table.number(count) == 12)
        #expect(table.number(tags) == nil && table.number(0..<0) == nil)
        let first = table.word(from: tags.lowerBound, in: tags)
        let second = table.word(from: first.upperBound + 1, in: tags)
        #expect([first, second].map(table.string) == ["n", "v"])
        #expect(table.word(from: second.upperBound + 1, in: tags).isEmpty)
    }

    @Test func aDamagedRowNamesItsLine() throws {
        #expect(throws: ResourceDirectory.Failure.malformed(file: "words.tsv", line: 3)) {
            try Self.table("word\tcount\nship\t12\nsent\n")
        }
        let table = try Self.table("# words\nword\tcount\nship\t12\nsent\tmany\n")
        #expect(throws: ResourceDirectory.Failure.malformed(file: "words.tsv", line: 4)) {
            try table.forEachRow { table.number($0[1]) != nil }
        }
    }
}
