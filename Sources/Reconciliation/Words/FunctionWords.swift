import Lexicons
import TextCore

/// The closed classes of English words.
struct FunctionWords: Sendable {
    /// The classes a word is in.
    struct Classes: OptionSet, Sendable {
        let rawValue: UInt16
        static let auxiliary = Classes(rawValue: 1)
        static let determiner = Classes(rawValue: 2)
        static let preposition = Classes(rawValue: 4)
        static let subject = Classes(rawValue: 8)
        static let pronoun = Classes(rawValue: 16)
        static let conjunction = Classes(rawValue: 32)
        static let subordinator = Classes(rawValue: 64)
        static let adverb = Classes(rawValue: 128)
        static let light = Classes(rawValue: 256)
        /// Verbs whose past is their base form ("the dam burst").
        static let invariant = Classes(rawValue: 512)

        /// Whether the word carries grammar rather than meaning.
        var isGrammar: Bool { !subtracting([.light, .adverb, .invariant]).isEmpty }
    }

    private static let names: [String: Classes] = [
        "auxiliary": .auxiliary, "determiner": .determiner, "preposition": .preposition, "subject": .subject,
        "pronoun": .pronoun, "conjunction": .conjunction, "subordinator": .subordinator, "adverb": .adverb,
        "light": .light, "invariant": .invariant,
    ]

    private var classes: [String: Classes] = [:]

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("function-words.tsv", in: resources).rows {
            for word in row[1].split(separator: " ") {
                classes[String(word), default: []].formUnion(Self.names[row[0]] ?? [])
            }
        }
    }

    subscript(folded: String) -> Classes { classes[folded] ?? [] }
}
