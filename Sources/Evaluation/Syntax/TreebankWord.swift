import TextCore

/// A syntactic word of a treebank, or of what was read, with what is said of it.
struct TreebankWord {
    /// Where it stands; of a part of a word that several make up, where that word stands.
    var span: TextSpan
    /// Whether several words are written as one here.
    var isMultiword: Bool
    var form: String
    var lemma: String
    var category: String
    var features: String
    /// Index of its head among the words of the document; nil for a root.
    var head: Int?
    var relation: String

    /// The features that are the same in all languages, sorted.
    var universalFeatures: String {
        features.split(separator: "|").filter { Self.universal.contains(String($0.prefix { $0 != "=" })) }.sorted()
            .joined(separator: "|")
    }

    /// The relation without its subtype.
    var universalRelation: Substring { relation.prefix { $0 != ":" } }

    private static let universal: Set = [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
        "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    ]
}
