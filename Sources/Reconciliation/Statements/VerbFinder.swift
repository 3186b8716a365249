import Lexicons
import NewsModel
import TextCore

/// Finds finite verbs: by the reader's syntax, or, where no reader read the document, by form and neighbours.
///
/// Examples: `Kim ⟦toasted⟧ the army`, `North Korea ⟦has⟧ shipped shells`, `officials ⟦say⟧ …`; not `the ⟦wounded⟧`,
/// `a ⟦planned⟧ visit`.
struct VerbFinder {
    let words: StoryWords
    let analyses: [Analysis]

    /// Whether the token begins a finite verb group.
    func isFinite(_ document: Int, _ token: Int, from start: Int) -> Bool {
        if let reading = analyses[document].reading(ofToken: token) {
            return (reading.category == .verb || reading.category == .auxiliary) && reading.inflection.contains(.finite)
        }
        let form = words.form(document, token)
        if form.classes.contains(.auxiliary) { return !Self.nonFinite.contains(form.folded) }
        guard form.meaning.isVerb, form.isWord else { return false }
        let before = token > start ? words.form(document, token - 1) : nil
        if let before {
            let blocks: FunctionWords.Classes = [.determiner, .preposition]
            if !before.classes.isDisjoint(with: blocks), before.classes.isDisjoint(with: .subject) { return false }
            if before.folded.hasSuffix("'s") || before.folded == "'" { return false }
        }
        if form.isInflectedVerb {
            if form.isPast { return before.map { !isAuxiliary($0) } ?? false }
            // "visits", "shells": a verb only after what must be its subject.
            guard let before else { return false }
            return !form.meaning.isNoun || before.classes.contains(.subject) || isName(document, token - 1)
        }
        // A base form is finite after a plural subject: "officials say", "they want".
        guard let before, form.folded == form.lemma, !form.meaning.isAdjective else { return false }
        return before.classes.contains(.subject)
            || (!form.meaning.isNoun && before.folded != before.lemma && before.meaning.isNoun && !before.isPast)
    }

    /// Whether some words make a clause of their own: one of those that hang on nothing among them is a finite verb or has
    /// one before it. `it was cruel` does; `to meet him`, `a deal that works` do not.
    ///
    /// - Complexity: O(n) in the words.
    func isClause(_ document: Int, _ tokens: Range<Int>) -> Bool {
        let analysis = analyses[document]
        return tokens.contains { token in
            guard isFinite(document, token, from: tokens.lowerBound) else { return false }
            guard let reading = analysis.reading(ofToken: token) else { return true }
            let isHelper = reading.relation == .aux || reading.relation == .passiveAux || reading.relation == .cop
            let verb = isHelper ? reading.head ?? token : token
            guard tokens.contains(verb), let head = analysis.reading(ofToken: verb)?.head else { return true }
            return !tokens.contains(head)
        }
    }

    /// The head verb of a stretch: the first that is neither an auxiliary nor light, or failing that, the first at all.
    func head(_ document: Int, _ tokens: [Int]) -> Int? {
        guard let start = tokens.first else { return nil }
        var fallback: Int?
        for (place, token) in tokens.enumerated() where isFinite(document, token, from: start) {
            // From the auxiliary on to the verb it helps: "has already shipped", "would have been sent".
            for next in tokens[place...].prefix(6) {
                let form = words.form(document, next)
                guard form.meaning.isVerb, form.isWord else { continue }
                if form.classes.contains(.auxiliary) { continue }
                if form.classes.contains(.adverb) { continue }
                if !form.isLight { return next }
                fallback = fallback ?? next
                break
            }
        }
        return fallback
    }

    private func isAuxiliary(_ form: WordForm) -> Bool { form.classes.contains(.auxiliary) }

    private func isName(_ document: Int, _ token: Int) -> Bool {
        let shape = analyses[document].tokens[token].shape
        return shape == .title || shape == .upper || shape == .mixed
    }

    private static let nonFinite: Set<String> = ["be", "been", "being", "having"]
}
