public import TextCore

/// Phrases of one or more words with a value each; finds the longest that begins at a word.
///
/// Words are compared folded (``FoldedText``): case, accents, and kinds of quote and dash do not matter.
public struct PhraseTable<Value: Sendable>: Sendable {
    private var values: [UInt64: Value] = [:]
    /// Hashes of every proper prefix, so that a look-up stops as soon as no phrase can follow.
    private var prefixes: Set<UInt64> = []
    /// Words of the longest phrase.
    public private(set) var longest = 0

    /// An empty table.
    public init() {}

    /// Number of phrases.
    public var count: Int { values.count }

    /// Adds a phrase; a phrase added again takes the new value. Words are parted at spaces.
    public mutating func insert(_ phrase: String, _ value: Value) {
        let words = phrase.split(separator: " ").map { Self.hash(word: String($0)) }
        guard !words.isEmpty else { return }
        var state: UInt64 = 0
        for (index, word) in words.enumerated() {
            state = StableHash.combine(state, word)
            if index + 1 < words.count { prefixes.insert(state) }
        }
        values[state] = value
        longest = max(longest, words.count)
    }

    /// The value of the longest phrase whose words have the hashes from `start` on, and how many words it has.
    ///
    /// - Parameter words: ``hash(word:)`` of each word, as ``hashes(of:in:)`` gives them.
    public func match(_ words: [UInt64], at start: Int) -> (value: Value, words: Int)? {
        var best: (Value, Int)?
        var state: UInt64 = 0
        var index = start
        while index < words.count {
            state = StableHash.combine(state, words[index])
            if let value = values[state] { best = (value, index - start + 1) }
            guard prefixes.contains(state) else { break }
            index += 1
        }
        return best
    }

    /// The value of a phrase given as a string.
    public subscript(phrase: String) -> Value? {
        let words = phrase.split(separator: " ").map { Self.hash(word: String($0)) }
        guard let found = match(words, at: 0), found.words == words.count else { return nil }
        return found.value
    }

    /// The hash under which a word is kept.
    public static func hash(word: String) -> UInt64 { StableHash.hash(FoldedText(SourceText(word)).bytes) }

    /// The hashes of the words at `spans`.
    public static func hashes(of spans: [TextSpan], in text: SourceText) -> [UInt64] {
        spans.map { StableHash.hash(FoldedText(text, in: $0).bytes) }
    }
}
