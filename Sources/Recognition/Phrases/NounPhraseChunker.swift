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

    /// The phrase that starts at lexeme `start`, where a number or determiner stands before it.
    ///
    /// - Parameter isPlural: whether the number before it wants a plural head.
    func phrase(_ lexemes: Lexemes, at first: Int, isPlural: Bool = true) -> NounPhrase? {
        var start = first
        var index = start
        var head: Int?
        var headIsPlural = false
        var participle: Int?
        while index < lexemes.count, index - start < Self.longest {
            let lexeme = lexemes.items[index]
            // "anti-tank missiles", "Kim's" ends the phrase, "U.S. troops" goes on.
            if lexeme.kind == .mark {
                guard let past = pastMark(lexemes, index, start: start) else { break }
                index = past
                continue
            }
            guard lexeme.kind == .word else { break }
            let classes = lexicon.classes(lexemes, index)
            if !classes.isDisjoint(with: .closed), !Self.degrees.contains(lexeme.hash) { break }
            let isName = lexeme.shape != .lower && index > start
            if headIsPlural, !continuesPlural(lexemes, index, classes) { break }
            // "the second time Putin", but "two Russian soldiers", "12 Boeing jets".
            if let head, lexeme.shape != .lower, lexemes.items[head].shape == .lower, !lexemes.isGlued(index) { break }
            if index == start, Self.degrees.contains(lexeme.hash) || classes == .adverb {
                guard lexicon.classes(lexemes, index + 1).isDisjoint(with: .closed) else { break }
                index += lexemes.isMark(index + 1, "-") ? 2 : 1
                start = index
                continue
            }
            let endsPlural = isPlural && !headIsPlural && classes.contains(.plural)
            if isFinite(classes, afterHead: head != nil), !isName, !endsPlural { break }
            if classes == .adverb { break }
            if !classes.isDisjoint(with: [.past, .gerund]), classes.isDisjoint(with: .nominal) {
                // A participle is a modifier before a noun, else it is the head: "12 armed men", "35 wounded".
                if head != nil { break }
                participle = index
                index += 1
                continue
            }
            let onlyAdjective = classes.isDisjoint(with: [.noun, .plural]) && classes.contains(.adjective)
            if !onlyAdjective || isName {
                head = index
                headIsPlural = classes.contains(.plural)
            } else if head == nil {
                participle = index
            } else {
                break
            }
            index += 1
        }
        if let head {
            return NounPhrase(lexemes: start..<(head + 1), isPlural: headIsPlural, isParticiple: false)
        }
        guard let participle, participle == start else { return nil }
        return NounPhrase(lexemes: start..<(participle + 1), isPlural: false, isParticiple: true)
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

    /// "weapons inspectors", "sports cars": a plural noun that no verb could be goes on with a plural.
    private func continuesPlural(_ lexemes: Lexemes, _ index: Int, _ classes: WordClasses) -> Bool {
        (classes.contains(.plural) && classes.isDisjoint(with: [.verb, .past])) || lexemes.isMark(index - 1, "-")
    }

    /// Whether the word is a verb of its own: "people ⟦died⟧", not "⟦armed⟧ men".
    private func isFinite(_ classes: WordClasses, afterHead: Bool) -> Bool {
        if afterHead {
            return classes.contains(.mainlyVerb)
                || (!classes.isDisjoint(with: [.past, .gerund]) && !classes.contains(.noun))
        }
        return classes.contains(.mainlyVerb) && classes.isDisjoint(with: [.noun, .adjective, .past, .gerund])
    }
}

extension String {
    /// Lower case letter by letter, without a locale.
    init(lower text: String) {
        self = text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    }
}
