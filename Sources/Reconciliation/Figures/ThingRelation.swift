import Lexicons

/// What the things counted by two figures are to one another.
enum ThingRelation: Comparable {
    case different, unknown, narrower, related, same

    /// Compares head nouns: `artillery shell` and `shell` are the same, a `soldier` is narrower than a `person`,
    /// `bullet` in a translation is what others call `shell`; `dollar` and `shell` are different.
    init(_ a: Figure, _ b: Figure) {
        guard let x = a.head, let y = b.head else {
            self = .unknown
            return
        }
        switch WordMeanings.closeness(x, y) {
        case .same:
            // "South Korean soldiers" beside "North Korean soldiers": modifiers that exclude one another are for the
            // participants to tell; here the head decides.
            self = .same
        case .synonym, .exchangeable: self = .related
        case .kindOf: self = .narrower
        case .unrelated:
            // "artillery" in one and "artillery shell" in the other.
            let overlap =
                a.modifiers.contains { $0.word == y.word } || b.modifiers.contains { $0.word == x.word }
            self = overlap ? .related : .different
        }
    }
}
