package import Lexicons
import TextCore

/// Finds the numbers of a text.
///
/// - `⟦4.8 million⟧`, `⟦10k⟧`, `⟦two hundred and fifty-three thousand⟧`, `⟦half a dozen⟧`, `⟦1/2⟧`, `⟦two thirds⟧`,
///   `⟦one and a half⟧`, `⟦minus 5⟧`, `⟦one out of three⟧`, `⟦11th⟧`, `⟦one hundred twenty-fifth⟧`
/// - not the one of `this one`, the second of `two seconds` or of `second to last`, the 4 of `a4b`.
package struct NumberReader: Sendable {
    private let words: NumberWords
    private let fractions: FractionReader
    private let pronounBefore: Set<UInt64>

    /// Loads the words that numbers are made of.
    package init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        try self.init(words: NumberWords(resources: resources))
    }

    /// A reader of numbers made of `words`.
    package init(words: NumberWords) {
        self.words = words
        self.fractions = FractionReader(words: words)
        pronounBefore = Set(
            ["the", "this", "that", "these", "which", "no", "any", "every", "each", "some"].map(
                PhraseTable<Void>.hash(word:)))
    }

    /// All numbers of `lexemes` in order; they do not overlap.
    ///
    /// - Complexity: O(n).
    package func numbers(in lexemes: Lexemes) -> [NumberPhrase] {
        var found: [NumberPhrase] = []
        var index = 0
        while index < lexemes.count {
            if let number = number(lexemes, at: index) {
                found.append(number)
                index = number.lexemes.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The number that starts at lexeme `index`.
    private func number(_ lexemes: Lexemes, at index: Int) -> NumberPhrase? {
        guard let lexeme = lexemes[index] else { return nil }
        if lexeme.kind == .mark {
            return sign(lexemes, at: index).flatMap { unsigned(lexemes, at: $0) }
                .map { negated($0, from: index, lexemes) }
        }
        // "plus or minus six points" is a margin.
        if words.word(lexemes, index)?.role == .minus, !lexemes.isWord(index - 1, Self.or) {
            return unsigned(lexemes, at: index + 1).map { negated($0, from: index, lexemes) }
        }
        return unsigned(lexemes, at: index)
    }

    /// Where the number after a minus sign at `index` starts: `-5`, and `- 5` at the start of a text or of a measure.
    private func sign(_ lexemes: Lexemes, at index: Int) -> Int? {
        guard lexemes.isMark(index, "-"), let next = lexemes[index + 1], next.kind == .numeral else { return nil }
        let before = lexemes[index - 1]
        if before?.kind == .numeral { return nil }
        if next.isSpaced { return index == 0 || isMeasure(lexemes, after: index + 1) ? index + 1 : nil }
        if before == nil || lexemes.items[index].isSpaced { return index + 1 }
        return before.map { $0.kind == .mark && $0.mark != UInt8(ascii: ")") && $0.mark != UInt8(ascii: "-") } ?? true
            ? index + 1 : nil
    }

    /// Whether a degree follows the numeral: the one measure whose spaced minus is no dash.
    private func isMeasure(_ lexemes: Lexemes, after index: Int) -> Bool {
        guard let next = lexemes[index + 1] else { return false }
        if next.kind == .mark { return next.hash == Self.degreeSign }
        return Self.degreeWords.contains(next.hash)
    }

    private static let degreeSign = StableHash.hash(Fold.utf8("°"))
    private static let degreeWords = Set(["degree", "degrees", "deg"].map(PhraseTable<Void>.hash(word:)))

    private func negated(_ number: NumberPhrase, from index: Int, _ lexemes: Lexemes) -> NumberPhrase {
        var number = number
        number.lexemes = index..<number.lexemes.upperBound
        number.span = TextSpan(lexemes.items[index].span.start, number.span.end)
        number.value = -number.value
        number.isBareNumeral = false
        return number
    }

    private func unsigned(_ lexemes: Lexemes, at index: Int) -> NumberPhrase? {
        guard let lexeme = lexemes[index] else { return nil }
        if lexeme.kind == .word {
            guard let word = words.word(lexemes, index) else { return nil }
            let isDozen = word.role == .dozen && lexemes[index - 1].map { pronounBefore.contains($0.hash) } ?? false
            guard word.role.startsNumber || isDozen else { return nil }
            if lexemes.isGlued(index), lexemes[index - 1]?.kind == .numeral { return nil }
        } else if lexeme.kind == .mark {
            return nil
        }
        let cardinal = CardinalReader(lexemes: lexemes, words: words).read(at: index, limit: .max)
        if let fraction = fractions.read(lexemes, at: index, cardinal: cardinal) { return fraction }
        if let ordinal = ordinal(lexemes, at: index, cardinal: cardinal) {
            return isCountedFromEnd(ordinal, lexemes) ? nil : ordinal
        }
        guard let cardinal else { return nil }
        return phrase(of: cardinal, from: index, lexemes)
    }

    /// "the one", "which one": a pronoun, unless a number or a noun makes it count.
    private func isPronoun(_ lexemes: Lexemes, _ index: Int) -> Bool {
        guard let before = lexemes[index - 1], pronounBefore.contains(before.hash) else { return false }
        return words.word(lexemes, index + 1).map { $0.role == .out || $0.role == .of || $0.role == .in } ?? true
    }

    private func phrase(of cardinal: CardinalReader.Result, from index: Int, _ lexemes: Lexemes) -> NumberPhrase {
        var end = cardinal.end
        var number = NumberPhrase(
            lexemes: index..<end, span: lexemes.span(index..<end), value: cardinal.value, form: cardinal.form,
            scale: cardinal.scale)
        if end == index + 1, let numeral = lexemes.items[index].numeral {
            number.isBareNumeral = true
            number.isGrouped = numeral.isGrouped
            number.form = numeral.form.phraseForm
            if let suffix = words.suffix(lexemes, end), applies(suffix, lexemes, at: end) {
                end += 1
                number.value *= suffix.value
                number.scale = suffix.value
                number.isBareNumeral = false
                if number.value == number.value.rounded() { number.form = .integer }
            } else {
                number.needsUnit = lexemes.isGlued(end) && lexemes[end]?.kind == .word
            }
        } else if number.value == number.value.rounded() {
            number.form = .integer
        }
        number.lexemes = index..<end
        number.span = lexemes.span(index..<end)
        if lexemes.items[index].kind == .numeral {
            number.needsUnit = number.needsUnit || (lexemes.isGlued(index) && lexemes[index - 1]?.kind == .word)
        } else if end == index + 1, number.value == 1 {
            number.needsUnit = isPronoun(lexemes, index)
        }
        return number
    }

    private func applies(_ suffix: NumberSuffix, _ lexemes: Lexemes, at index: Int) -> Bool {
        if lexemes.isGlued(index + 1), let next = lexemes[index + 1], next.kind != .mark { return false }
        switch suffix.condition {
        case .always: return true
        case .glued: return lexemes.isGlued(index)
        case .money: return false
        }
    }

    /// `11th`, `twenty-fifth`, `one hundred and fifth`, `three trillionth`.
    private func ordinal(
        _ lexemes: Lexemes, at index: Int, cardinal: CardinalReader.Result?
    ) -> NumberPhrase? {
        if let numeral = lexemes[index]?.numeral, numeral.form == .integer, lexemes.isGlued(index + 1),
            lexemes[index + 1].map({ Self.ordinalEndings.contains($0.hash) }) ?? false, !lexemes.isGluedWord(index + 2)
        {
            return phrase(.ordinal, numeral.value, index..<(index + 2), lexemes)
        }
        guard lexemes[index]?.kind == .word else { return nil }
        var reader = OrdinalReader(lexemes: lexemes, words: words, plural: false)
        // The longest cardinal that an ordinal word can end: every shorter one is a prefix of it.
        let furthest = cardinal?.end ?? index
        guard let (value, end) = reader.read(at: index, through: furthest) else { return nil }
        return phrase(.ordinal, value, index..<end, lexemes)
    }

    /// "the second-to-last game", "third from last"; not "fell from second to last".
    private func isCountedFromEnd(_ ordinal: NumberPhrase, _ lexemes: Lexemes) -> Bool {
        var next = ordinal.lexemes.upperBound
        if lexemes.isMark(next, "-") { next += 1 }
        guard lexemes.isWord(next, Self.to) || lexemes.isWord(next, Self.from),
            !lexemes.isWord(ordinal.lexemes.lowerBound - 1, Self.from)
        else { return false }
        return lexemes.isWord(lexemes.isMark(next + 1, "-") ? next + 2 : next + 1, Self.last)
    }

    private func phrase(
        _ form: NumberPhrase.Form, _ value: Double, _ range: Range<Int>, _ lexemes: Lexemes
    ) -> NumberPhrase {
        NumberPhrase(lexemes: range, span: lexemes.span(range), value: value, form: form)
    }

    private static let or = StableHash.hash("or".utf8)
    private static let to = StableHash.hash("to".utf8)
    private static let from = StableHash.hash("from".utf8)
    private static let last = StableHash.hash("last".utf8)
    private static let ordinalEndings = Set(["st", "nd", "rd", "th"].map(PhraseTable<Void>.hash(word:)))
}

extension Lexemes {
    /// Whether a letter or digit goes on at `index` without a space.
    func isGluedWord(_ index: Int) -> Bool { isGlued(index) && self[index].map { $0.kind != .mark } ?? false }
}

extension NumberWord.Role {
    /// Whether a number may start with the word.
    var startsNumber: Bool {
        switch self {
        case .zero, .small, .tens, .hundred, .ordinal, .ordinalTens, .ordinalHundred, .ordinalScale, .half, .quarter,
            .article:
            true
        case .hundreds, .scale, .scales, .dozen, .parts, .partsTens, .partsHundred, .partsScale, .halves, .quarters,
            .and, .point, .minus, .over, .out, .in, .of:
            false
        }
    }
}

extension Numeral.Form {
    var phraseForm: NumberPhrase.Form {
        switch self {
        case .integer: .integer
        case .decimal: .decimal
        case .power: .power
        case .fraction: .fraction
        }
    }
}
