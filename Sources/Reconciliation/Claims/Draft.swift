import NewsModel
import TextCore

/// A statement on its way into a claim: what is written of it and what it is compared by.
struct Draft: Sendable {
    var proposition: Proposition
    var statement: Statement
    var features: Features
    /// Key of the ultimate source: the last link of its chain.
    var ultimateSource: String
}
