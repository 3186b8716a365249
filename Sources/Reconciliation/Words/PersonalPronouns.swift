/// The personal pronouns that can stand for who says something.
enum PersonalPronouns {
    /// Whose: the speaker's, the hearer's, another's.
    enum Person { case first, second, third }

    /// The person of a folded word; nil where it is no personal pronoun.
    static func person(of word: String) -> Person? {
        switch word {
        case "i", "we", "me", "us": .first
        case "you": .second
        case "he", "she", "it", "they", "him", "her", "them", "who", "this", "that": .third
        default: nil
        }
    }
}
