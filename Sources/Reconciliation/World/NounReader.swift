import Lexicons
import NewsModel
import TextCore

/// Reads the noun phrases of a stretch of tokens, without a parser: nouns with the adjectives and names before them.
///
/// `up to 60,000 tonnes of ⟦wheat⟧`, `⟦Russian products⟧, as well as ⟦technological help⟧`, `a ⟦luxury Russian limousine⟧`.
struct NounReader {
    let words: StoryWords
    let analyses: [Analysis]

    /// A phrase, its last noun, and its words on one line.
    struct Phrase {
        var tokens: Range<Int>
        var head: Int
        var text: String
    }

    /// The phrases up to the first place where another clause or another part of the sentence begins, in order.
    func phrases(_ document: Int, _ tokens: [Int]) -> [Phrase] {
        let analysis = analyses[document]
        var found: [Phrase] = []
        var start: Int?
        func close(at end: Int) {
            guard let first = start, end > first else { return }
            start = nil
            let head = end - 1
            let noun = words.form(document, head)
            guard noun.meaning.isNoun, !Self.empty.contains(noun.lemma) else { return }
            let span = analysis.tokens[first].span.union(analysis.tokens[head].span)
            found.append(Phrase(tokens: first..<end, head: head, text: analysis.text[span].oneLine))
        }
        var previous: Int?
        for token in tokens {
            if let previous, token != previous + 1 { close(at: previous + 1) }
            previous = token
            let form = words.form(document, token)
            if isAmount(token, analysis) {
                close(at: token)
                continue
            }
            if isPart(form, analysis.tokens[token]) {
                if start == nil { start = token }
                continue
            }
            close(at: token)
            // What follows tells of purpose, place or another deed.
            if found.count > 0,
                Self.ends.contains(form.folded) || form.classes.contains(.subordinator) && form.folded != "as"
            {
                return found
            }
        }
        if let previous { close(at: previous + 1) }
        return joined(found, document)
    }

    /// `missile, satellite and aeronautics technology`: bare nouns of things before a longer phrase are a part of it.
    private func joined(_ phrases: [Phrase], _ document: Int) -> [Phrase] {
        guard let last = phrases.last, last.tokens.count > 1, phrases.count > 1 else { return phrases }
        var first = phrases.count - 1
        while first > 0, let before = Optional(phrases[first - 1]), before.tokens.count == 1,
            isBareSingular(before.head, document), phrases[first].tokens.lowerBound - before.head == 2
        {
            first -= 1
        }
        guard first < phrases.count - 1 else { return phrases }
        let analysis = analyses[document]
        let span = analysis.tokens[phrases[first].tokens.lowerBound].span.union(analysis.tokens[last.head].span)
        let whole = Phrase(
            tokens: phrases[first].tokens.lowerBound..<last.tokens.upperBound, head: last.head,
            text: analysis.text[span].oneLine)
        return Array(phrases[..<first]) + [whole]
    }

    private func isBareSingular(_ token: Int, _ document: Int) -> Bool {
        let form = words.form(document, token)
        return form.folded == form.lemma && !form.folded.hasSuffix("s") && Self.countable.contains(form.lemma)
    }

    /// Nouns that say nothing by themselves of what is given.
    private static let empty: Set<String> = [
        "supply", "delivery", "shipment", "number", "amount", "tonne", "ton", "load", "batch", "series", "kind", "type",
        "lot", "stock", "quantity", "well", "part", "rest", "return", "way", "thing", "side", "case", "level",
    ]
    /// Things that never stand in the singular without an article.
    private static let countable: Set<String> = [
        "missile", "satellite", "rocket", "tank", "drone", "aircraft", "ship", "weapon", "vehicle", "computer",
        "engine",
        "machine", "helicopter", "submarine", "gun", "car", "truck", "plane", "jet",
    ]

    private func isPart(_ form: WordForm, _ token: Token) -> Bool {
        guard form.isWord,
            form.classes.isDisjoint(with: [.auxiliary, .determiner, .preposition, .pronoun, .conjunction, .adverb])
        else { return false }
        return form.meaning.isNoun || form.meaning.isAdjective || token.shape == .title || token.shape == .upper
    }

    private func isAmount(_ token: Int, _ analysis: Analysis) -> Bool {
        analysis.quantities.contains { $0.span.contains(analysis.tokens[token].span) }
    }

    private static let ends: Set<String> = [
        "to", "for", "in", "from", "by", "during", "–", "of whom", "after", "before", "on", "at", "while", "-", "—",
        ":", "(",
    ]
}
