package import Lexicons
import TextCore

/// The part a word plays in a number.
package struct NumberWord: Hashable, Sendable {
    /// The parts, as `number-words.tsv` names them.
    package enum Role: String, Sendable {
        case zero, small, tens, hundred, hundreds, scale, scales, dozen
        case ordinal, ordinalTens, ordinalHundred, ordinalScale
        case parts, partsTens, partsHundred, partsScale, half, halves, quarter, quarters
        case article, and, point, minus, over, out, `in`, of
    }

    /// The part.
    package let role: Role
    /// Its value, where it has one.
    package let value: Double
}

/// When letters after a numeral scale it.
package struct NumberSuffix: Hashable, Sendable {
    /// The conditions, as `number-suffixes.tsv` names them.
    package enum Condition: String, Sendable { case always, glued, money }

    /// What the numeral is multiplied by.
    package let value: Double
    /// When it is.
    package let condition: Condition
}

/// The words that numbers are made of.
package struct NumberWords: Sendable {
    private var roles: [UInt64: NumberWord] = [:]
    private var suffixes: [UInt64: [(text: String, suffix: NumberSuffix)]] = [:]

    /// Loads them.
    package init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let words = "number-words.tsv"
        for (line, row) in try LexiconTable(words, in: resources).rows.enumerated() {
            guard row.count == 3, let role = NumberWord.Role(rawValue: row[1]), let value = Double(row[2]) else {
                throw .malformed(file: words, line: line + 1)
            }
            roles[PhraseTable<Void>.hash(word: row[0])] = NumberWord(role: role, value: value)
        }
        let letters = "number-suffixes.tsv"
        for (line, row) in try LexiconTable(letters, in: resources).rows.enumerated() {
            guard row.count == 3, let value = Double(row[1]), let when = NumberSuffix.Condition(rawValue: row[2])
            else { throw .malformed(file: letters, line: line + 1) }
            suffixes[PhraseTable<Void>.hash(word: row[0]), default: []]
                .append((row[0], NumberSuffix(value: value, condition: when)))
        }
    }

    /// The part that the lexeme at `index` plays, if any.
    package func word(_ lexemes: Lexemes, _ index: Int) -> NumberWord? {
        guard let lexeme = lexemes[index], lexeme.kind == .word else { return nil }
        return roles[lexeme.hash]
    }

    /// What the letters at `index`, with their case, do to a numeral before them.
    package func suffix(_ lexemes: Lexemes, _ index: Int) -> NumberSuffix? {
        guard let lexeme = lexemes[index], lexeme.kind == .word, let found = suffixes[lexeme.hash] else { return nil }
        let text = lexemes.string(index)
        return found.first { $0.text == text }?.suffix
    }
}
