import Lexicons
import NewsModel

/// One telling of somebody's giving something to somebody.
struct Transfer {
    var giver: Int?
    var receiver: Int?
    var thing: String
    var head: WordMeanings.Entry
    var status: Exchange.Status
    /// Index of the draft that tells of it.
    var draft: Int
    var document: Int
    var sentence: Int
    /// Whether the sentence says that it is in return for something.
    var isReturn: Bool
}
