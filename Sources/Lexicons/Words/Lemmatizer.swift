import TextCore

/// The dictionary form of English words: `ships` → `ship`, `sent` → `send`, `armies` → `army`.
///
/// Without knowing the part of speech: irregular forms by table, regular ones by ending, checked against the words that
/// WordNet lists (the method of WordNet's Morphy). A word that no rule explains is its own lemma.
public struct Lemmatizer: Sendable {
    private var irregular: [UInt64: String] = [:]
    private let known: WordSenses

    /// Loads the tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        known = try resources.shared(WordSenses.self)
        for row in try LexiconTable("word-lemmas.tsv", in: resources).rows where irregular[Self.key(row[0])] == nil {
            irregular[Self.key(row[0])] = row[2]
        }
    }

    /// The lemma of a folded word (``FoldedText``).
    public func lemma(of word: String) -> String {
        if let lemma = irregular[Self.key(word)] { return lemma }
        let bytes = Array(word.utf8)
        // "news", "series", "goods" are words of their own; "wounded" and "meeting" go with wound and meet.
        if bytes.last == UInt8(ascii: "s"), isKnown(word) { return word }
        for (ending, replacement) in Self.endings where bytes.count > ending.count + 1 {
            guard bytes.suffix(ending.count).elementsEqual(ending) else { continue }
            let stem = Array(bytes.dropLast(ending.count))
            for candidate in Self.candidates(stem, replacement) where known.contains(StableHash.hash(candidate)) {
                return String(decoding: candidate, as: UTF8.self)
            }
        }
        return word
    }

    /// Whether the word is in the dictionary as it stands.
    public func isKnown(_ word: String) -> Bool { known.contains(Self.key(word)) }

    /// What a stem may look like before its ending: as it is, with an e, with its doubled consonant made single.
    private static func candidates(_ stem: [UInt8], _ replacement: [[UInt8]]) -> [[UInt8]] {
        var result = replacement.map { stem + $0 }
        if stem.count > 2, stem[stem.count - 1] == stem[stem.count - 2], replacement.count > 1 {
            result.append(Array(stem.dropLast()))
        }
        return result
    }

    private static func key(_ word: String) -> UInt64 { StableHash.hash(word.utf8) }

    /// Endings, the longest first, and what may stand in their place.
    private static let endings: [(ending: [UInt8], replacement: [[UInt8]])] = [
        ("'s", [""]), ("ies", ["y", "ie"]), ("ied", ["y", "ie"]), ("ches", ["ch", "che"]), ("shes", ["sh"]),
        ("sses", ["ss"]), ("xes", ["x"]), ("zes", ["z", "ze"]), ("ves", ["f", "fe", "ve"]), ("oes", ["o", "oe"]),
        ("ing", ["e", ""]), ("ed", ["e", ""]), ("es", ["e", ""]), ("s", [""]),
    ].map { (Array($0.0.utf8), $0.1.map { Array($0.utf8) }) }
}
