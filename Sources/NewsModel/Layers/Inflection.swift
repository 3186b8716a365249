/// The features of a word that rules ask for, as flags; ``Syntax/featureSets`` has all of them.
public struct Inflection: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Number.
    public static let singular = Inflection(rawValue: 1 << 0)
    public static let plural = Inflection(rawValue: 1 << 1)
    /// Tense.
    public static let past = Inflection(rawValue: 1 << 2)
    public static let present = Inflection(rawValue: 1 << 3)
    /// Form of a verb.
    public static let finite = Inflection(rawValue: 1 << 4)
    public static let infinitive = Inflection(rawValue: 1 << 5)
    public static let participle = Inflection(rawValue: 1 << 6)
    public static let gerund = Inflection(rawValue: 1 << 7)
    /// Voice and mood.
    public static let passive = Inflection(rawValue: 1 << 8)
    public static let imperative = Inflection(rawValue: 1 << 9)
    /// Polarity.
    public static let negative = Inflection(rawValue: 1 << 10)
    /// Person.
    public static let first = Inflection(rawValue: 1 << 11)
    public static let second = Inflection(rawValue: 1 << 12)
    public static let third = Inflection(rawValue: 1 << 13)
    /// Degree.
    public static let comparative = Inflection(rawValue: 1 << 14)
    public static let superlative = Inflection(rawValue: 1 << 15)
    /// Gender.
    public static let masculine = Inflection(rawValue: 1 << 16)
    public static let feminine = Inflection(rawValue: 1 << 17)
    public static let neuter = Inflection(rawValue: 1 << 18)
    /// Kind of pronoun, determiner or adverb.
    public static let personal = Inflection(rawValue: 1 << 19)
    public static let demonstrative = Inflection(rawValue: 1 << 20)
    public static let relative = Inflection(rawValue: 1 << 21)
    public static let interrogative = Inflection(rawValue: 1 << 22)
    public static let possessive = Inflection(rawValue: 1 << 23)
    public static let reflexive = Inflection(rawValue: 1 << 24)
    /// Definiteness of an article, case of a pronoun, kind of a numeral.
    public static let definite = Inflection(rawValue: 1 << 25)
    public static let indefinite = Inflection(rawValue: 1 << 26)
    public static let nominative = Inflection(rawValue: 1 << 27)
    public static let accusative = Inflection(rawValue: 1 << 28)
    public static let cardinal = Inflection(rawValue: 1 << 29)
    public static let ordinal = Inflection(rawValue: 1 << 30)

    private static let names: [String: Inflection] = [
        "Number=Sing": .singular, "Number=Plur": .plural, "Tense=Past": .past, "Tense=Pres": .present,
        "VerbForm=Fin": .finite, "VerbForm=Inf": .infinitive, "VerbForm=Part": .participle, "VerbForm=Ger": .gerund,
        "Voice=Pass": .passive, "Mood=Imp": .imperative, "Polarity=Neg": .negative, "Person=1": .first,
        "Person=2": .second, "Person=3": .third, "Degree=Cmp": .comparative, "Degree=Sup": .superlative,
        "Gender=Masc": .masculine, "Gender=Fem": .feminine, "Gender=Neut": .neuter, "PronType=Prs": .personal,
        "PronType=Dem": .demonstrative, "PronType=Rel": .relative, "PronType=Int": .interrogative,
        "Poss=Yes": .possessive, "Reflex=Yes": .reflexive, "Definite=Def": .definite, "Definite=Ind": .indefinite,
        "Case=Nom": .nominative, "Case=Acc": .accusative, "NumType=Card": .cardinal, "NumType=Ord": .ordinal,
    ]

    /// The flags among the features of a CoNLL-U field ("Mood=Ind|Tense=Past|VerbForm=Fin").
    public init(features: String) {
        self = features.split(separator: "|").reduce(into: []) { flags, feature in
            if let flag = Self.names[String(feature)] { flags.insert(flag) }
        }
    }
}
