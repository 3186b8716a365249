import Lexicons
import TextCore

/// The part of speech of a word: tags of the Penn Treebank, brackets, quotation marks and dashes folded together.
enum WordTag: UInt8, CaseIterable, Sendable {
    /// Nouns and names, singular and plural.
    case noun, nouns, name, names
    /// `say`, `said` (past), `saying`, `said` (participle), `say` (present), `says`, `can`.
    case verb, past, gerund, participle, present, presentThird, modal
    /// Adjectives and adverbs with their degrees, and particles (`up` in "give up").
    case adjective, comparative, superlative, adverb, adverbComparative, adverbSuperlative, particle
    /// `he`, `his`, `who`, `which`, `when`.
    case pronoun, possessive, whPronoun, whDeterminer, whAdverb
    /// `the`, `all` (the), `there` (is), `'s`, `in`, `and`, `to`, `12`, `oh`.
    case determiner, predeterminer, existential, genitive, preposition, conjunction, to, number, interjection
    /// Marks: full stop, comma, colon or dash, quotation mark, brackets, currency.
    case stop, comma, colon, quote, opening, closing, currency

    /// The names in the treebank, in the order of the cases.
    private static let treebankNames = [
        "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "JJ", "JJR", "JJS", "RB", "RBR",
        "RBS", "RP", "PRP", "PRP$", "WP", "WDT", "WRB", "DT", "PDT", "EX", "POS", "IN", "CC", "TO", "CD", "UH", ".",
        ",", ":", "\"", "(", ")", "$",
    ]

    /// The numbers of the tags by the hashes of their names.
    private static let byName = treebankNames.enumerated().reduce(into: HashIndex(capacity: treebankNames.count)) {
        $0.insert(StableHash.hash($1.element.utf8), UInt32($1.offset))
    }

    /// The tag with a name of the treebank.
    init?(treebank name: ArraySlice<UInt8>) {
        guard let number = Self.byName.newest(StableHash.hash(name)) else { return nil }
        self = Self.allCases[Int(number)]
    }

    /// Whether the word is a noun or a name.
    var isNoun: Bool { rawValue <= WordTag.names.rawValue }
    /// Whether the word is a name.
    var isName: Bool { self == .name || self == .names }
    /// Whether the word is a verb in any form, modals among them.
    var isVerb: Bool { rawValue >= WordTag.verb.rawValue && rawValue <= WordTag.modal.rawValue }
    /// Whether the word is a verb that can stand for a clause: past, present or modal.
    var isFinite: Bool { self == .past || self == .present || self == .presentThird || self == .modal }
    /// Whether the word is an adjective.
    var isAdjective: Bool { self == .adjective || self == .comparative || self == .superlative }
    /// Whether the word is an adverb or particle.
    var isAdverb: Bool { rawValue >= WordTag.adverb.rawValue && rawValue <= WordTag.particle.rawValue }
    /// Whether the token is a mark.
    var isMark: Bool { rawValue >= WordTag.stop.rawValue && self != .currency }
}
