/// One telling of a happening.
struct Telling {
    /// Whether the words put a deed behind the report or ahead of it; nil where they do not say.
    enum Tense {
        case over, ahead
    }

    /// Place of the statement among the drafts, and of its report among the analyses.
    var draft: Int
    var document: Int
    var concept: Int32
    /// Token of the word that tells of the deed.
    var trigger: Int?
    /// Whether the deed is the main verb of the clause, or its words have a tense: `will pay a ⟦visit⟧`.
    var isMain: Bool
    var participants: Set<Int>
    /// The same with their countries: "the Russian president" is whoever that is.
    var peoples: Set<Int>
    var places: Set<String>
    /// Those of them that the word for the deed governs: `an ⟦attack⟧ on Azov`, not `⟦on the way⟧ to Rome he was received`.
    var ownPlaces: Set<String>
    var times: [EventClock.Stretch]
    var tense: Tense?
    /// Whether the words point back to a deed that the report has told of: `the attack`, `this visit`.
    var pointsBack: Bool
    /// Whether it is told as an earlier case of its kind.
    var isEarlier: Bool
    /// Place among the tellings.
    var number = 0
}
