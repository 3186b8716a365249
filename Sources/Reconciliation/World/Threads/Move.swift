import NewsModel
import TextCore

/// What one side does or says to another, in one sentence, as part of a give and take.
struct Move {
    var kind: Interaction.Kind
    /// Number of the actor whose move it is.
    var actor: Int
    /// Numbers of the actors that it is directed at.
    var towards: Set<Int>
    /// What it answers, where the sentence says it: `rejected ⟦the demand⟧`.
    var answered: Answered?
    /// Whether the sentence says that it is an answer: `in response`, `retaliated`.
    var isReply: Bool
    var document: Int
    var sentence: Int
    /// Where the sentence, or the proposition of it that tells the move, stands.
    var citation: Citation
    /// Number of the draft that tells it; nil where the sentence is in none.
    var draft: Int?
    /// What it is about: lemmas with how much each tells.
    var topic: [String: Double]
    var time: EventClock.Stretch?

    /// The move that a noun names.
    struct Answered {
        /// What kind of move the noun names; nil for a statement or decision.
        var kind: Interaction.Kind?
        /// Whose it is, where that is said: `⟦Tehran's⟧ offer`.
        var actor: Int?
    }
}
