import NewsModel
import TextCore

/// A phrase that refers back: a pronoun, or a noun for a role or an organisation.
struct Anaphor {
    enum Kind {
        /// he, him, his, himself; she, her, hers, herself. Subject, object or possessor.
        case personal(Sex, Case)
        /// it, its, itself.
        case neuter(Case)
        /// "the Russian leader", "the Tsar".
        case role(word: UInt64, group: String)
        /// "the ministry", "South Korea's defence ministry": its head.
        case organisation(word: UInt64)
    }

    enum Case { case subject, object, possessive }

    var span: TextSpan
    var kind: Kind
    /// Key of the country that it names.
    var country: String?
    /// Index of its sentence.
    var sentence: Int
    /// Index of its first token.
    var token: Int
    /// Sex that its words tell of.
    var sex: Sex?
    /// Whether it says by itself what it is: "South Korea's defence ministry".
    var isSelfContained = false
}
