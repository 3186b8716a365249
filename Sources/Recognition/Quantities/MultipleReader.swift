import Lexicons
import NewsModel
import TextCore

/// Reads multiples: `output ⟦doubled⟧`, `a ⟦threefold⟧ rise`, `⟦three times⟧ as many`; and occasions: `⟦twice⟧`, `only
/// ⟦once⟧`.
struct MultipleReader: Sendable {
    private let contexts: ContextWords
    private var compared: [UInt64: Double] = [:]
    private var occasions: [UInt64: Double] = [:]
    private var bases: [UInt64: Double] = [:]

    init(resources: ResourceDirectory, contexts: ContextWords) throws(ResourceDirectory.Failure) {
        self.contexts = contexts
        let file = "multiples.tsv"
        for (line, row) in try LexiconTable(file, in: resources).rows.enumerated() {
            guard row.count == 3, let value = Double(row[1]) else { throw .malformed(file: file, line: line + 1) }
            let key = PhraseTable<Void>.hash(word: row[0])
            switch row[2] {
            case "compare": compared[key] = value
            case "base": bases[key] = value
            default: occasions[key] = value
            }
        }
    }

    /// The words that multiply by themselves, in order.
    func multiples(in lexemes: Lexemes) -> [BoundedMeasure] {
        lexemes.items.indices.compactMap { index in
            let lexeme = lexemes.items[index]
            guard lexeme.kind == .word else { return nil }
            let range = index..<(index + 1)
            if let value = compared[lexeme.hash] {
                // "doubled down"
                if lexemes.isWord(index + 1, Self.down) { return nil }
                return made(value, range, range, lexemes, isMultiple: true)
            }
            // "would triple the cap", "to double its output"; not "a double murder".
            if let value = bases[lexeme.hash], let next = lexemes[index + 1], next.kind == .word,
                Self.owners.contains(next.hash)
            {
                return made(value, range, range, lexemes, isMultiple: true)
            }
            guard let value = occasions[lexeme.hash] else { return nil }
            let isMultiple = contexts.sets(lexemes, index + 1).contains(.comparison)
            // "Once" by itself is as often a conjunction or "formerly".
            let isHedged = index > 0 && Self.hedges.contains(lexemes.hashes[index - 1])
            guard value > 1 || isHedged else { return nil }
            var one = made(
                value, (isHedged ? index - 1 : index)..<(index + 1), range, lexemes, isMultiple: isMultiple)
            one.isOccasion = !isMultiple
            return one
        }
    }

    /// Where "times" ends behind a number that it makes a multiple: "three times as many".
    func comparison(after one: BoundedMeasure, _ lexemes: Lexemes) -> Int? {
        if one.unit == nil, one.measures.isEmpty, one.bound == .exact, one.isMultiple { return one.lexemes.upperBound }
        let end = one.lexemes.upperBound
        if lexemes.isMark(end, "-"), lexemes.isWord(end + 1, Self.fold) { return end + 2 }
        guard lexemes.isWord(end, Self.times), contexts.sets(lexemes, end + 1).contains(.comparison) else { return nil }
        return end + 1
    }

    private func made(
        _ value: Double, _ range: Range<Int>, _ number: Range<Int>, _ lexemes: Lexemes, isMultiple: Bool
    ) -> BoundedMeasure {
        BoundedMeasure(
            measures: [], number: lexemes.span(number), unit: nil, lexemes: range, strict: range, low: value,
            high: value, bound: .exact, isMultiple: isMultiple)
    }

    private static let hedges = Set(["only", "just", "least", "than"].map { StableHash.hash($0.utf8) })
    private static let owners = Set(
        ["the", "its", "their", "his", "her", "our", "your", "my"].map { StableHash.hash($0.utf8) })
    private static let down = StableHash.hash("down".utf8)
    private static let times = StableHash.hash("times".utf8)
    private static let fold = StableHash.hash("fold".utf8)
}
