import TextCore

/// A noun phrase: modifiers and head, without its determiner, numbers, or what follows the head.
struct NounPhrase: Hashable, Sendable {
    /// Its lexemes; the last is the head.
    var lexemes: Range<Int>
    /// Whether the head is a plural.
    var isPlural: Bool
    /// Whether the head is a participle or adjective that stands for people: "35 injured".
    var isParticiple: Bool

    /// Index of the head.
    var head: Int { lexemes.upperBound - 1 }
}

/// Finds noun phrases from word classes alone.
///
/// - after a number: nearly five million ⟦artillery shells⟧ to Russia; 12 ⟦Russian soldiers⟧ died; two ⟦dead⟧;
///   35 ⟦injured⟧; one ⟦man⟧ killed
/// - before a verb: the ⟦death toll⟧ rose to 45
///
/// Stands in for the syntax of the neural reader.
package struct NounPhraseChunker: Sendable {
    let lexicon: WordLexicon

    /// A chunker with the word classes of `lexicon`.
    package init(lexicon: WordLexicon) { self.lexicon = lexicon }

    /// Words that make an adjective stronger: "two most-sanctioned countries".
    private static let degrees = Set(["most", "very", "more", "least"].map { StableHash.hash($0.utf8) })

    /// The longest phrase that is looked for, so that a list without verbs stays linear.
    private static let longest = 8

    /// The phrase that starts at lexeme `first`, where a number or determiner stands before it.
    ///
    /// - Parameter isPlural: whether the number before it wants a plural head.
    func phrase(_ lexemes: Lexemes, at first: Int, isPlural: Bool = true) -> NounPhrase? {
        var start = first
        if isDegree(lexemes, start) { start += lexemes.isMark(start + 1, "-") ? 2 : 1 }
        var index = start
        var head: Int?
        var headIsPlural = false
        while index < min(lexemes.count, start + Self.longest) {
            if lexemes.items[index].kind == .mark {
                guard let past = pastMark(lexemes, index, start: start) else { break }
                index = past
                continue
            }
            let classes = lexicon.classes(lexemes, index)
            if joinsModifiers(lexemes, index, start: start, head: head) {
                index += 1
                continue
            }
            guard lexemes.items[index].kind == .word, classes.isDisjoint(with: .closed), classes != .adverb else {
                break
            }
            if let head {
                let isHyphened = lexemes.isMark(index - 1, "-")
                if headIsPlural, !isHyphened, !isPluralNoun(classes) { break }
                // "the second time Putin", but "12 Boeing jets".
                let isName = lexemes.items[index].shape != .lower
                if isName, lexemes.items[head].shape == .lower, !isHyphened { break }
                guard isName || isHyphened || goesOn(lexemes, index, classes, isPlural && !headIsPlural) else { break }
            }
            if !classes.isDisjoint(with: [.noun, .plural]) {
                head = index
                headIsPlural = classes.contains(.plural)
            } else if head == nil, isFinite(classes), index == start {
                return nil
            }
            index += 1
        }
        if let head {
            return NounPhrase(lexemes: start..<(head + 1), isPlural: headIsPlural, isParticiple: false)
        }
        let classes = lexicon.classes(lexemes, start)
        guard !classes.isDisjoint(with: [.past, .adjective]),
            !classes.contains(.mainlyVerb) || isParticipleHead(lexemes, start)
        else { return nil }
        return NounPhrase(lexemes: start..<(start + 1), isPlural: false, isParticiple: true)
    }

    /// "two most-sanctioned countries", "a highly placed source".
    private func isDegree(_ lexemes: Lexemes, _ index: Int) -> Bool {
        guard let lexeme = lexemes[index], lexeme.kind == .word else { return false }
        guard Self.degrees.contains(lexeme.hash) || lexicon.classes(lexemes, index) == .adverb else { return false }
        let next = lexicon.classes(lexemes, lexemes.isMark(index + 1, "-") ? index + 2 : index + 1)
        return !next.isDisjoint(with: [.adjective, .past])
    }

    /// "and" between two adjectives: "dozens of private and official vehicles".
    private func joinsModifiers(_ lexemes: Lexemes, _ index: Int, start: Int, head: Int?) -> Bool {
        guard head == nil, index > start, lexicon.classes(lexemes, index).contains(.conjunction) else { return false }
        let (before, after) = (lexicon.classes(lexemes, index - 1), lexicon.classes(lexemes, index + 1))
        return before == .adjective && after.contains(.adjective)
    }

    /// Whether the word at `index` goes on with a phrase that has a singular noun: another noun, a modifier before one,
    /// or the plural that the number wants ("two missile strikes").
    private func goesOn(_ lexemes: Lexemes, _ index: Int, _ classes: WordClasses, _ wantsPlural: Bool) -> Bool {
        if wantsPlural, classes.contains(.plural) { return true }
        if isFinite(classes) || classes.contains(.past) || classes == .gerund { return false }
        if !classes.isDisjoint(with: [.noun, .plural]) { return true }
        return !lexicon.classes(lexemes, index + 1).isDisjoint(with: [.noun, .plural])
            && lexicon.classes(lexemes, index + 1).isDisjoint(with: [.closed, .mainlyVerb])
    }

    private func isPluralNoun(_ classes: WordClasses) -> Bool {
        classes.contains(.plural) && classes.isDisjoint(with: [.verb, .past])
    }

    /// Whether the word is a verb of its own: "people ⟦died⟧", not "⟦armed⟧ men".
    private func isFinite(_ classes: WordClasses) -> Bool {
        classes.contains(.mainlyVerb) && classes.isDisjoint(with: [.noun, .adjective])
    }

    /// A past form with nothing after it that it could be a verb to: "35 injured", "17 wounded, one critically".
    private func isParticipleHead(_ lexemes: Lexemes, _ index: Int) -> Bool {
        guard let next = lexemes[index + 1] else { return true }
        if next.kind == .mark { return true }
        return !lexicon.classes(lexemes, index + 1).isDisjoint(with: [.conjunction, .preposition, .auxiliary])
    }

    /// The phrase whose head is the last noun before lexeme `end`, and starts at or after `floor`.
    func phrase(_ lexemes: Lexemes, before end: Int, floor: Int) -> NounPhrase? {
        guard let last = lexemes[end - 1], last.kind == .word, end - 1 >= floor else { return nil }
        let headClasses = lexicon.classes(lexemes, end - 1)
        guard headClasses.isDisjoint(with: .closed), !headClasses.isDisjoint(with: [.noun, .plural]) else { return nil }
        var start = end - 1
        while start > floor, end - start < Self.longest, let lexeme = lexemes[start - 1] {
            if lexeme.kind == .mark {
                guard lexemes.isMark(start - 1, "-"), lexemes.isGlued(start), lexemes.isGlued(start - 1) else { break }
                start -= 1
                continue
            }
            guard lexeme.kind == .word else { break }
            let classes = lexicon.classes(lexemes, start - 1)
            if !classes.isDisjoint(with: .closed) || classes == .adverb { break }
            if classes.contains(.mainlyVerb) && lexeme.shape == .lower { break }
            if classes.isDisjoint(with: .nominal), classes.contains(.gerund) { break }
            start -= 1
        }
        if lexemes.isMark(start, "-") { start += 1 }
        return NounPhrase(lexemes: start..<end, isPlural: headClasses.contains(.plural), isParticiple: false)
    }

    /// The words of a phrase, lower case, the head in the singular.
    func text(of phrase: NounPhrase, _ lexemes: Lexemes) -> String {
        let modifiers = phrase.lexemes.lowerBound..<phrase.head
        var text = modifiers.isEmpty ? "" : String(lower: lexemes.text[lexemes.span(modifiers)])
        if lexemes.items[phrase.head].isSpaced, !text.isEmpty { text += " " }
        let head = lexemes.string(phrase.head)
        return text + (phrase.isParticiple ? String(lower: head) : lexicon.singular(head))
    }

    /// The lexeme after a hyphen or an abbreviation's full stop inside the phrase.
    private func pastMark(_ lexemes: Lexemes, _ index: Int, start: Int) -> Int? {
        guard index > start, lexemes.isGlued(index) else { return nil }
        if lexemes.isMark(index, "-"), lexemes.isGlued(index + 1), lexemes[index + 1]?.kind == .word {
            return index + 1
        }
        let before = lexemes.items[index - 1]
        if lexemes.isMark(index, "."), before.span.count <= 2, before.shape != .lower, lexemes[index + 1]?.kind == .word
        {
            return index + 1
        }
        return nil
    }
}

extension String {
    /// Lower case letter by letter, without a locale.
    init(lower text: String) {
        self = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    }
}
