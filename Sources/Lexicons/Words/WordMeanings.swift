import TextCore

/// What words mean to one another: the same, one a kind of the other, used for one another in news, or nothing.
///
/// Three sources: WordNet's commonest senses, the verbs that nouns are made from, and `word-concepts.tsv`, the groups
/// of words that news writers exchange.
public struct WordMeanings: Sendable {
    /// How close two words are.
    public enum Closeness: Int, Comparable, Sendable {
        case unrelated, kindOf, exchangeable, synonym, same

        public static func < (a: Closeness, b: Closeness) -> Bool { a.rawValue < b.rawValue }
    }

    /// What is known of one word.
    public struct Entry: Hashable, Sendable {
        /// Hash of the lemma.
        public var word: UInt64
        /// Numbers of the concepts that it expresses, itself or through the verb that it is made from.
        public var concepts: [Int32] = []
        /// Its commonest senses, nouns first.
        var senses: [Int32] = []
        /// Everything that its senses are a kind of, a few steps up.
        var kinds: [Int32] = []
        /// Whether it may be a verb, and whether it may be a noun.
        public var isVerb = false, isNoun = false, isAdjective = false
        /// Whether it names an action through the verb that it is made from ("shipment", "visit").
        public var isAction = false
    }

    private var entries: [UInt64: Entry] = [:]
    private var conceptNames: [String] = []

    /// Loads the tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        var conceptsOf: [UInt64: [Int32]] = [:]
        for (number, row) in try LexiconTable("word-concepts.tsv", in: resources).rows.enumerated() {
            conceptNames.append(row[0])
            for word in row[1].split(separator: " ") { conceptsOf[Self.key(word), default: []].append(Int32(number)) }
        }
        var parents: [Int32: [Int32]] = [:]
        for row in try LexiconTable("word-kinds.tsv", in: resources).rows {
            guard let sense = Int32(row[0], radix: 36) else { continue }
            parents[sense] = row[1].split(separator: " ").compactMap { Int32($0, radix: 36) }
        }
        for row in try LexiconTable("word-senses.tsv", in: resources).rows {
            let key = Self.key(row[0][...])
            var entry = entries[key] ?? Entry(word: key, concepts: conceptsOf[key] ?? [])
            let senses = row[2].split(separator: " ").compactMap { Int32($0, radix: 36) }
            entry.senses += senses
            switch row[1] {
            case "v": entry.isVerb = true
            case "n":
                entry.isNoun = true
                entry.isAction = entry.isAction || !row[3].isEmpty
                if let first = senses.first { entry.kinds += Self.ancestors(of: first, parents) }
            default: entry.isAdjective = true
            }
            if conceptsOf[key] == nil {
                for verb in row[3].split(separator: " ") { entry.concepts += conceptsOf[Self.key(verb)] ?? [] }
            }
            entries[key] = entry
        }
        for (key, concepts) in conceptsOf where entries[key] == nil {
            entries[key] = Entry(word: key, concepts: concepts)
        }
    }

    /// What is known of a lemma; of a word that nobody knows, only that it is itself.
    public func entry(_ lemma: String) -> Entry {
        let key = Self.key(lemma[...])
        return entries[key] ?? Entry(word: key)
    }

    /// How close two words are.
    public static func closeness(_ a: Entry, _ b: Entry) -> Closeness {
        if a.word == b.word { return .same }
        if a.concepts.contains(where: b.concepts.contains) { return .exchangeable }
        if a.senses.prefix(2).contains(where: b.senses.prefix(2).contains) { return .synonym }
        if let first = b.senses.first, a.kinds.contains(first) { return .kindOf }
        if let first = a.senses.first, b.kinds.contains(first) { return .kindOf }
        return .unrelated
    }

    /// The name of a concept.
    public func name(ofConcept number: Int32) -> String { conceptNames[Int(number)] }

    /// The number of a concept.
    public func concept(_ name: String) -> Int32? { conceptNames.firstIndex(of: name).map(Int32.init) }

    /// What a sense is a kind of, six steps up at most: a soldier is a person.
    private static func ancestors(of sense: Int32, _ parents: [Int32: [Int32]]) -> [Int32] {
        var result: [Int32] = []
        var level = [sense]
        for _ in 0..<6 {
            level = level.flatMap { parents[$0] ?? [] }
            result += level
        }
        return result
    }

    private static func key(_ word: Substring) -> UInt64 { StableHash.hash(word.utf8) }
}
