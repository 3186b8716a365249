package import Lexicons
import TextCore

/// What words around numbers tell of them (`quantity-contexts.tsv`).
package struct ContextWords: Sendable {
    /// The sets that a word may be in.
    package struct Sets: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let change = Sets(rawValue: 1)
        package static let designatorBefore = Sets(rawValue: 2)
        package static let designatorAfter = Sets(rawValue: 4)
        package static let timeUnit = Sets(rawValue: 8)
        package static let month = Sets(rawValue: 16)
        package static let clock = Sets(rawValue: 32)
        package static let comparison = Sets(rawValue: 64)
        package static let person = Sets(rawValue: 128)
        package static let win = Sets(rawValue: 256)
        package static let human = Sets(rawValue: 512)
        package static let level = Sets(rawValue: 1024)
        package static let amount = Sets(rawValue: 2048)
        package static let share = Sets(rawValue: 4096)
        package static let designatorTitle = Sets(rawValue: 8192)
        package static let speech = Sets(rawValue: 16384)
        package static let invariant = Sets(rawValue: 32768)

        static let named: [String: Sets] = [
            "change": .change, "designatorBefore": .designatorBefore, "designatorAfter": .designatorAfter,
            "timeUnit": .timeUnit, "month": .month, "clock": .clock, "comparison": .comparison, "person": .person,
            "win": .win, "human": .human, "level": .level, "amount": .amount, "share": .share,
            "designatorTitle": .designatorTitle, "speech": .speech, "invariant": .invariant,
        ]
    }

    private var sets: [UInt64: Sets] = [:]

    /// Loads them.
    package init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "quantity-contexts.tsv"
        for (line, row) in try LexiconTable(file, in: resources).rows.enumerated() {
            var found: Sets = []
            for name in row.last?.split(separator: "|") ?? [] {
                guard let set = Sets.named[String(name)] else { throw .malformed(file: file, line: line + 1) }
                found.insert(set)
            }
            sets[PhraseTable<Void>.hash(word: row[0])] = found
        }
    }

    /// The sets that the lexeme at `index` is in.
    package func sets(_ lexemes: Lexemes, _ index: Int) -> Sets {
        guard let lexeme = lexemes[index], lexeme.kind == .word else { return [] }
        return sets[lexeme.hash] ?? []
    }
}
