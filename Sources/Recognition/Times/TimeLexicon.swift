import Lexicons
import TextCore

/// The words of time expressions, by the hash of their folded letters.
struct TimeLexicon: Sendable {
    /// All words; number 0 is the word that is nothing.
    private(set) var words: [TimeWord] = [TimeWord()]
    private var index: [UInt64: Int32] = [:]
    private var phrases = PhraseTable<Int32>()
    /// Words that begin a phrase of several.
    private var openers: Set<UInt64> = []

    /// Loads `time-words.tsv`.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let table = try LexiconTable("time-words.tsv", in: resources)
        guard let phrase = table.column("phrase"), let role = table.column("role"), let value = table.column("value")
        else { throw .malformed(file: table.file, line: 1) }
        var numbers: [String: Int32] = [:]
        for (line, row) in table.rows.enumerated() {
            let number = numbers[row[phrase]] ?? Int32(words.count)
            if numbers[row[phrase]] == nil {
                numbers[row[phrase]] = number
                words.append(TimeWord())
                insert(row[phrase], number)
            }
            guard words[Int(number)].add(role: row[role], value: row[value]) else {
                throw .malformed(file: table.file, line: line + 1)
            }
        }
    }

    private mutating func insert(_ phrase: String, _ number: Int32) {
        let parts = phrase.split(separator: " ")
        if parts.count == 1 {
            index[PhraseTable<Int32>.hash(word: phrase)] = number
        } else {
            phrases.insert(phrase, number)
            openers.insert(PhraseTable<Int32>.hash(word: String(parts[0])))
        }
    }

    /// The number of a single word.
    func number(of hash: UInt64) -> Int32 { index[hash] ?? 0 }

    /// The longest phrase of several words that begins at `start`, and how many words it has.
    func phrase(_ hashes: [UInt64], at start: Int) -> (number: Int32, words: Int)? {
        guard openers.contains(hashes[start]), let found = phrases.match(hashes, at: start) else { return nil }
        return (found.value, found.words)
    }
}
