public import TextCore

/// Phrases of one or more words with a value each; finds the longest that begins at a word.
///
/// Words are compared folded (``FoldedText``): case, accents, and kinds of quote and dash do not matter.
public struct PhraseTable<Value: Sendable>: Sendable {
    @usableFromInline var index = PhraseIndex()
    @usableFromInline var values: [Value] = []
    /// Words of the longest phrase.
    public private(set) var longest = 0

    /// An empty table.
    public init() {}

    /// Number of phrases.
    public var count: Int { values.count }

    /// Adds a phrase; a phrase added again takes the new value. Words are parted at spaces.
    public mutating func insert(_ phrase: String, _ value: Value) {
        let words = Self.words(of: phrase)
        guard !words.isEmpty else { return }
        let number = index.insert(words, as: values.count)
        if number < values.count { values[number] = value } else { values.append(value) }
        longest = max(longest, words.count)
    }

    /// The value of the longest phrase whose words have the hashes from `start` on, and how many words it has.
    ///
    /// - Parameter words: ``hash(word:)`` of each word, as ``hashes(of:in:)`` gives them.
    @inlinable
    public func match(_ words: [UInt64], at start: Int) -> (value: Value, words: Int)? {
        guard let found = index.match(words, at: start) else { return nil }
        return (values[found.number], found.words)
    }

    /// The value of a phrase given as a string.
    public subscript(phrase: String) -> Value? {
        let words = Self.words(of: phrase)
        guard let found = match(words, at: 0), found.words == words.count else { return nil }
        return found.value
    }

    /// The hash under which a word is kept.
    public static func hash(word: String) -> UInt64 { WordHash.of(word) }

    /// The hashes of the words at `spans`.
    public static func hashes(of spans: [TextSpan], in text: SourceText) -> [UInt64] {
        spans.map { WordHash.of($0, in: text) }
    }

    private static func words(of phrase: String) -> [UInt64] {
        let bytes = Array(phrase.utf8)
        return bytes.indices.split { bytes[$0] == UInt8(ascii: " ") }.map { WordHash.of(bytes, $0) }
    }
}

/// The numbers of phrases by the hashes of their words: the part of a ``PhraseTable`` that does not depend on its values, so
/// that a look-up is the same machine code for all of them.
@usableFromInline
struct PhraseIndex: Sendable {
    /// The number of a phrase under the hash of all its words; every proper beginning is marked, so that a look-up stops as
    /// soon as no phrase can follow.
    private var numbers = HashIndex(capacity: 16)

    /// Adds a phrase under `number`, or tells which number it has already.
    mutating func insert(_ words: [UInt64], as number: Int) -> Int {
        var state: UInt64 = 0
        for word in words {
            state = StableHash.combine(state, word)
            numbers.mark(state)
        }
        if let known = numbers.newest(state) { return Int(known) }
        numbers.insert(state, UInt32(number))
        return number
    }

    /// The number of the longest phrase from `start` on, and how many words it has.
    @usableFromInline
    func match(_ words: [UInt64], at start: Int) -> (number: Int, words: Int)? {
        var best: (Int, Int)?
        var state: UInt64 = 0
        var index = start
        while index < words.count {
            state = StableHash.combine(state, words[index])
            let entry = numbers.entry(state)
            guard entry.isKnown else { break }
            if let number = entry.newest { best = (Int(number), index - start + 1) }
            index += 1
        }
        return best
    }
}
