import Lexicons
import NewsModel
import TextCore

/// What a proposition is compared by.
struct Features: Sendable {
    /// A content word of it.
    struct Term: Sendable {
        var meaning: WordMeanings.Entry
        var weight: Double
        /// Whether the digits of the word are what it says ("2000", "24").
        var isNumber: Bool
        /// Whether it is part of a time expression.
        var isTime = false
    }

    /// Content words that are no names, each once.
    var terms: [Term] = []
    /// Numbers of the actors named, in the order of the text.
    var participants: [Int] = []
    /// Words of the names of those, folded.
    var nameWords: Set<String> = []
    /// The actor named before the head verb.
    var subject: Int?
    /// Whether the head verb is passive: then its subject is who it happens to.
    var isPassive = false
    /// Concepts of the head verb.
    var headConcepts: [Int32] = []
    /// Meaning of the head verb.
    var head: WordMeanings.Entry?
    /// Lemma of the head verb.
    var headLemma: String?
    /// Concepts of every verb and action noun.
    var concepts: [Int32] = []
    /// Whether it looks back at a case before the one that the story tells of ("only once", "the first was").
    var isEarlier = false
    /// The days that it speaks of, where a value is known.
    var days: [DateRange] = []
    /// The figure, where it gives one.
    var figure: Figure?
    /// Every word of the reading that tells something, names too, each once.
    var words: [WordAlignment.Word] = []

    /// The same without the words of time expressions.
    var withoutTimes: Features {
        var copy = self
        copy.terms.removeAll(where: \.isTime)
        return copy
    }
}
