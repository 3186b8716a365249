import TextCore

/// Ages that stand bare behind a name or a person: `Ann Ode, ⟦57⟧; her son, ⟦34⟧`, `John Doe (⟦45⟧)`; not `In Oslo, 12
/// people`, `on June 12, 25 and 26`.
struct ApposedAges: Sendable {
    let contexts: ContextWords
    let lexicon: WordLexicon

    /// `one` as an age where it is one, else as it was.
    func apposed(_ one: BoundedMeasure, _ lexemes: Lexemes) -> BoundedMeasure {
        guard one.unit == nil, !one.isHedged, one.measures.count == 1, let number = one.measures.first?.number,
            number.isBareNumeral, number.form == .integer, number.value >= 1, number.value <= 115, ends(one, lexemes),
            isPerson(lexemes, before: one.lexemes.lowerBound - 1)
        else { return one }
        var age = one
        age.unit = Unit(kind: .age, symbol: "year", name: "year", dimension: "age", part: 1)
        return age
    }

    /// Whether a comma or bracket opens the apposition and something closes it.
    private func ends(_ one: BoundedMeasure, _ lexemes: Lexemes) -> Bool {
        let before = one.lexemes.lowerBound - 1
        let after = one.lexemes.upperBound
        if lexemes.isMark(before, "(") { return lexemes.isMark(after, ")") }
        guard lexemes.isMark(before, ",") else { return false }
        guard let next = lexemes[after] else { return true }
        if next.kind == .mark { return ",.;:)-".utf8.contains(next.mark) && !isRange(lexemes, after) }
        return next.kind == .word && !lexicon.classes(lexemes, after).isDisjoint(with: .closed)
    }

    /// "12-15" and "12.5" go on.
    private func isRange(_ lexemes: Lexemes, _ mark: Int) -> Bool {
        lexemes.isGlued(mark) && lexemes.isGlued(mark + 1) && lexemes[mark + 1] != nil
    }

    /// Whether a name of two words or a word for a person ends before the mark at `index`.
    private func isPerson(_ lexemes: Lexemes, before index: Int) -> Bool {
        var last = index - 1
        if lexemes.isMark(last, ".") { last -= 1 }
        guard let word = lexemes[last], word.kind == .word else { return false }
        let sets = contexts.sets(lexemes, last)
        if sets.contains(.human) { return true }
        guard word.shape != .lower, !sets.contains(.month) else { return false }
        guard let before = lexemes[last - 1] else { return true }
        if lexemes.isMark(last - 1, "."), lexemes[last - 2].map({ $0.shape != .lower }) ?? false { return true }
        if lexemes.isMark(last - 1, ",") { return Self.suffixes.contains(word.hash) }
        if before.kind == .mark { return true }
        if contexts.sets(lexemes, last - 1).contains(.month) { return false }
        // One name by itself, but "in Oslo, 12," is none.
        return before.shape != .lower || lexicon.classes(lexemes, last - 1).isDisjoint(with: .preposition)
    }

    private static let suffixes = Set(["jr", "sr", "ii", "iii"].map { StableHash.hash($0.utf8) })
}
