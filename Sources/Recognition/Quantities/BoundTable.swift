package import Lexicons
package import NewsModel
import TextCore

/// Words and signs that bound a number, and words for orders of magnitude.
package struct BoundTable: Sendable {
    private var before = PhraseTable<Amount.Bound>()
    private var after = PhraseTable<Amount.Bound>()
    private var vague = PhraseTable<ClosedRange<Double>>()

    /// Loads `quantity-bounds.tsv` and `vague-amounts.tsv`.
    package init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "quantity-bounds.tsv"
        for (line, row) in try LexiconTable(file, in: resources).rows.enumerated() {
            guard row.count == 3, let bound = Amount.Bound(rawValue: row[1]) else {
                throw .malformed(file: file, line: line + 1)
            }
            let lexemes = Lexemes(SourceText(row[0]))
            let phrase = lexemes.items.indices.map { lexemes.string($0) }.joined(separator: " ")
            if row[2] == "before" { before.insert(phrase, bound) } else { after.insert(phrase, bound) }
        }
        let amounts = "vague-amounts.tsv"
        for (line, row) in try LexiconTable(amounts, in: resources).rows.enumerated() {
            guard row.count == 3, let low = Double(row[1]), let high = Double(row[2]), low <= high else {
                throw .malformed(file: amounts, line: line + 1)
            }
            vague.insert(row[0], low...high)
        }
    }

    /// The longest bound whose words end just before lexeme `end` and start at or after `floor`.
    package func bound(_ lexemes: Lexemes, before end: Int, floor: Int) -> (bound: Amount.Bound, start: Int)? {
        for start in max(floor, end - before.longest)..<max(floor, end) {
            if let found = before.match(lexemes.hashes, at: start), start + found.words == end {
                return (found.value, start)
            }
        }
        return nil
    }

    /// The bound whose words start at lexeme `index`, and where they end.
    package func bound(_ lexemes: Lexemes, after index: Int) -> (bound: Amount.Bound, end: Int)? {
        after.match(lexemes.hashes, at: index).map { ($0.value, index + $0.words) }
    }

    /// The order of magnitude that starts at lexeme `index`, and where its words end.
    package func vague(_ lexemes: Lexemes, at index: Int) -> (range: ClosedRange<Double>, end: Int)? {
        vague.match(lexemes.hashes, at: index).map { ($0.value, index + $0.words) }
    }
}
