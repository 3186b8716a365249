import Lexicons

/// How common words are in English at large.
struct BackgroundFrequency: Sendable {
    private let frequencies: WordFrequencies
    /// The Zipf value of a word that the table does not have: rarer than any that it has.
    static let rarest: Float = 2.4

    /// Loads the table.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        frequencies = try resources.shared(WordFrequencies.self)
    }

    /// Logarithm to base 10 of the occurrences of a folded word in a billion words.
    func zipf(of word: [UInt8]) -> Float { frequencies.hundredths(of: word).map { Float($0) / 100 } ?? Self.rarest }

    /// Whether the table has the word.
    func knows(_ word: [UInt8]) -> Bool { frequencies.hundredths(of: word) != nil }
}
