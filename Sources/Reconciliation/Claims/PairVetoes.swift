import Lexicons
import NewsModel

/// What forbids two statements to be one claim, however alike their words are.
enum PairVetoes {
    /// Whether anything does.
    static func forbids(_ a: Draft, _ b: Draft) -> Bool {
        a.statement.polarity != b.statement.polarity || isSameProposition(a, b)
            || subjectsExclude(a.features, b.features) || incrementsExclude(a.features, b.features)
    }

    /// `three more firefighters died` adds to the count that `three of the dead were firefighters` gives.
    static func incrementsExclude(_ a: Features, _ b: Features) -> Bool {
        guard let x = a.figure, let y = b.figure else { return false }
        return (x.scope == .increment) != (y.scope == .increment)
    }

    /// Both speak of days, and of none in common.
    static func timesExclude(_ a: Features, _ b: Features) -> Bool {
        guard !a.days.isEmpty, !b.days.isEmpty else { return false }
        return !a.days.contains { x in b.days.contains { y in overlap(x, y) } }
    }

    /// Both name actors and none in common, by number or by a word of their names, or the same two with their parts
    /// exchanged.
    static func actorsExclude(_ a: Features, _ b: Features) -> Bool {
        if a.participants.isEmpty || b.participants.isEmpty { return false }
        let shared = a.participants.filter(b.participants.contains)
        if shared.isEmpty { return a.nameWords.isDisjoint(with: b.nameWords) }
        guard shared.count >= 2, a.isPassive == b.isPassive, let head = a.head, let other = b.head,
            WordMeanings.closeness(head, other) >= .exchangeable, let x = a.subject, let y = b.subject, x != y
        else { return false }
        return shared.contains(x) && shared.contains(y)
    }

    /// Both say of somebody else, who has no name in common, that he did it.
    static func subjectsExclude(_ a: Features, _ b: Features) -> Bool {
        a.subject != nil && b.subject != nil && a.subject != b.subject && actorsExclude(a, b)
    }

    /// Both have bare numbers (years, ordinals, scores), and none in common.
    static func numbersExclude(_ a: Features, _ b: Features) -> Bool {
        if a.figure != nil || b.figure != nil { return false }
        let x = a.terms.filter(\.isNumber).map(\.meaning.word)
        let y = b.terms.filter(\.isNumber).map(\.meaning.word)
        return !x.isEmpty && !y.isEmpty && !x.contains(where: y.contains)
    }

    private static func isSameProposition(_ a: Draft, _ b: Draft) -> Bool {
        a.proposition.document == b.proposition.document && a.proposition.span == b.proposition.span
    }

    private static func overlap(_ a: DateRange, _ b: DateRange) -> Bool {
        if let end = a.end, let start = b.start, end < start { return false }
        if let end = b.end, let start = a.start, end < start { return false }
        return true
    }
}
