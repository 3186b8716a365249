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

    private let senses: WordSenses
    private let kinds: ByteTable
    /// The row of each sense in ``kinds``.
    private let kindsOf: HashIndex
    private var conceptNames: [String] = []
    private var conceptsOf: [UInt64: [Int32]] = [:]

    /// Loads the tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        senses = try resources.shared(WordSenses.self)
        kinds = try ByteTable("word-kinds.tsv", in: resources)
        var kindsOf = HashIndex(capacity: kinds.count)
        for row in 0..<kinds.count {
            kindsOf.insert(StableHash.hash(kinds.bytes[kinds.field(0, of: row)]), UInt32(row))
        }
        self.kindsOf = kindsOf
        for (number, row) in try LexiconTable("word-concepts.tsv", in: resources).rows.enumerated() {
            conceptNames.append(row[0])
            for word in row[1].split(separator: " ") {
                conceptsOf[StableHash.hash(word.utf8), default: []].append(Int32(number))
            }
        }
    }

    /// What is known of a lemma; of a word that nobody knows, only that it is itself.
    ///
    /// - Complexity: O(what its senses are a kind of): it is put together from the tables each time.
    public func entry(_ lemma: String) -> Entry {
        let key = StableHash.hash(lemma.utf8)
        let concepts = conceptsOf[key]
        var entry = Entry(word: key, concepts: concepts ?? [])
        for row in senses.rows(key) {
            let words = senses.table.words(senses.table.field(2, of: row))
            let verbs = senses.table.words(senses.table.field(3, of: row))
            entry.senses += words.compactMap(Self.sense)
            switch senses.table.bytes[senses.table.field(1, of: row)].first {
            case UInt8(ascii: "v"): entry.isVerb = true
            case UInt8(ascii: "n"):
                entry.isNoun = true
                entry.isAction = entry.isAction || !verbs.isEmpty
                if let first = words.first { entry.kinds += ancestors(of: first) }
            default: entry.isAdjective = true
            }
            guard concepts == nil else { continue }
            for verb in verbs { entry.concepts += conceptsOf[StableHash.hash(verb)] ?? [] }
        }
        return entry
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
    private func ancestors(of sense: ArraySlice<UInt8>) -> [Int32] {
        var result: [Int32] = []
        var level = [sense]
        for _ in 0..<6 {
            level = level.flatMap { sense in
                kindsOf.newest(StableHash.hash(sense)).map { kinds.words(kinds.field(1, of: Int($0))) } ?? []
            }
            result += level.compactMap(Self.sense)
        }
        return result
    }

    /// The number of a sense, which the tables write to base 36.
    private static func sense(_ digits: ArraySlice<UInt8>) -> Int32? {
        Int32(String(decoding: digits, as: UTF8.self), radix: 36)
    }
}
