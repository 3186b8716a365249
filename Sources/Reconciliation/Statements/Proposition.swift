import NewsModel
import TextCore

/// A stretch of a report that says one thing, before it is compared with others.
struct Proposition: Sendable {
    /// Index of the document among the story's analyses.
    var document: Int
    /// Index of the sentence.
    var sentence: Int
    /// The tokens that say it, without the words that attribute it.
    var tokens: [Range<Int>]
    /// The same as text.
    var core: [TextSpan]
    /// From the first to the last of them.
    var span: TextSpan
    /// The tokens of the subject that the clause shares with the one before ("Kim *met* … and **toasted** …").
    var subject: Range<Int>?
    /// The innermost attribution that it is the content of.
    var attribution: Int?
    /// Whether it stands in a title or heading, which repeat what the text says.
    var isHeadline: Bool

    /// Indices of all its tokens, the shared subject first.
    var tokenIndices: [Int] { (subject.map(Array.init) ?? []) + tokens.flatMap { $0 } }

    /// Whether `other` lies in one of its stretches.
    func holds(_ other: TextSpan) -> Bool { core.contains { $0.contains(other) } }
}
