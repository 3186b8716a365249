/// What is told of a mention and a candidate beside their words. The order is that of the reader's file.
public enum AntecedentFeature: String, Sendable, CaseIterable {
    /// Words between their beginnings: 0 to 4 as they are, 5 for 5–7, 6 for 8–15, 7 for 16–31, 8 for 32–63, 9 for 64 and
    /// more; 10 more where the candidate comes after.
    case distance
    /// 3: the same words; 2: the same last word; 1: a word with a capital in common; 0: none of these.
    case match
    /// Class of the mention times 12 plus that of the candidate: phrase, name, indefinite, he, she, it, they, I, we, you, who,
    /// this.
    case classes
    /// Sentences between them, at most 4; 5 more where the candidate comes after.
    case sentences
    /// What the mention is in its sentence times 8 plus what the candidate is: subject, object, oblique, of a noun,
    /// possessor, apposition, conjunct, other.
    case roles
    /// 0: a sex is not known; 1: they agree; 2: they do not.
    case sex
    /// Names of the same person, at most 5.
    case count
    /// Persons named since, at most 5; 6 for what is no name, 7 for what comes after.
    case rank

    /// Number of values.
    public var size: Int {
        switch self {
        case .distance: 20
        case .match: 4
        case .classes: 144
        case .sentences: 10
        case .roles: 64
        case .sex: 3
        case .count: 6
        case .rank: 8
        }
    }
}
