import Lexicons
import NewsModel
import TextCore

/// Tells numbers that count something from those that do not: dates and clock times, years, names (`F-16`, `Flight
/// 370`, `Article 5`), addresses, telephone numbers, scores, list numbers, set phrases, pronouns.
struct NotQuantities: Sendable {
    private let contexts: ContextWords
    private let lexicon: WordLexicon
    private var phrases = PhraseTable<Bool>()

    init(
        resources: ResourceDirectory, contexts: ContextWords, lexicon: WordLexicon
    ) throws(ResourceDirectory.Failure) {
        self.contexts = contexts
        self.lexicon = lexicon
        for row in try LexiconTable("not-quantities.tsv", in: resources).rows { phrases.insert(row[0], true) }
    }

    /// Whether `one` is part of a set phrase: "called 911", "no one", "first lady".
    private func isSetPhrase(_ one: BoundedMeasure, _ lexemes: Lexemes) -> Bool {
        (max(0, one.lexemes.lowerBound - phrases.longest + 1)..<one.lexemes.upperBound).contains { start in
            phrases.match(lexemes.hashes, at: start).map { start + $0.words > one.lexemes.lowerBound } ?? false
        }
    }

    /// Whether `one` counts nothing.
    func contains(_ one: BoundedMeasure, _ lexemes: Lexemes, isTitleCase: Bool) -> Bool {
        guard let first = one.measures.first?.number, let last = one.measures.last?.number else {
            return isTimeUnit(lexemes, after: one.lexemes.upperBound) || isScores(lexemes, one)
        }
        if isSetPhrase(one, lexemes) { return true }
        if one.unit == nil {
            if isTimeUnit(lexemes, after: one.lexemes.upperBound) || isDate(lexemes, first, last) { return true }
            if first.needsUnit || last.needsUnit || isPartOfCode(lexemes, first) { return true }
            if first.isBareNumeral {
                if isName(lexemes, one, first, isTitleCase: isTitleCase) || isAddress(lexemes, one)
                    || isChain(lexemes, first, last) || isListNumber(lexemes, first)
                {
                    return true
                }
                if isYear(first, lexemes) || isYear(last, lexemes) { return true }
            }
            if isScore(one, lexemes) || isNamedInWords(lexemes, first, isTitleCase: isTitleCase) { return true }
        }
        switch first.form {
        case .ordinal: return one.measures.count == 1 && isIdleOrdinal(lexemes, first)
        case .fraction: return isIdleFraction(lexemes, first, one)
        default: return first.value == 1 && one.measures.count == 1 && isPronoun(lexemes, first, one)
        }
    }

    /// Whether a noun or adjective stands at `index`, and no word that could not be in a noun phrase.
    func isNominal(_ lexemes: Lexemes, _ index: Int) -> Bool {
        let classes = lexicon.classes(lexemes, index)
        return !classes.isDisjoint(with: .nominal) && classes.isDisjoint(with: .closed)
    }

    /// Whether "a" or "an" stands at `index`.
    func isArticle(_ lexemes: Lexemes, _ index: Int) -> Bool {
        lexemes.isWord(index, Self.a) || lexemes.isWord(index, Self.an)
    }

    // MARK: Times

    /// "12 hours", "20-minute", "three long days": the times recogniser's.
    private func isTimeUnit(_ lexemes: Lexemes, after end: Int) -> Bool {
        var at = lexemes.isMark(end, "-") ? end + 1 : end
        if lexemes.isWord(at, Self.of) { at += 1 }
        if lexemes.isWord(at, Self.a) || lexemes.isWord(at, Self.an) { at += 1 }
        for _ in 0..<2 {
            if contexts.sets(lexemes, at).contains(.timeUnit) { return true }
            guard lexicon.classes(lexemes, at).contains(.adjective), lexemes[at]?.shape == .lower else { return false }
            at += 1
        }
        return false
    }

    /// "June 18", "18 June", "10 a.m.", "10:30".
    private func isDate(_ lexemes: Lexemes, _ first: NumberPhrase, _ last: NumberPhrase) -> Bool {
        func isMonth(_ index: Int) -> Bool {
            contexts.sets(lexemes, index).contains(.month) && lexemes[index].map { $0.shape != .lower } ?? false
        }
        let before = first.lexemes.lowerBound - 1
        let after = last.lexemes.upperBound
        if isMonth(before) || isMonth(after) { return true }
        if lexemes.isMark(before, "."), isMonth(before - 1) { return true }
        if lexemes.isWord(after, Self.of), isMonth(after + 1) { return true }
        if contexts.sets(lexemes, after).contains(.clock) { return true }
        let isHalfDay = lexemes.isWord(after, Self.a) || lexemes.isWord(after, Self.p)
        if isHalfDay, lexemes.isMark(after + 1, "."), lexemes.isWord(after + 2, Self.m) { return true }
        return lexemes.isMark(before, "'") && lexemes.isGlued(before + 1) && first.value < 100
    }

    /// A bare number of four digits, unless it is a round one before a plural noun ("2000 troops").
    private func isYear(_ number: NumberPhrase, _ lexemes: Lexemes) -> Bool {
        guard number.isBareNumeral, number.form == .integer, !number.isGrouped, number.span.count == 4,
            (1000...2100).contains(number.value)
        else { return false }
        let isRound = number.value.truncatingRemainder(dividingBy: 100) == 0
        if number.value < 1500, !isRound { return !isPlural(lexemes, number.lexemes.upperBound) }
        guard isRound, isPlural(lexemes, number.lexemes.upperBound) else { return true }
        return contexts.sets(lexemes, number.lexemes.lowerBound - 1).contains(.month)
            || lexemes.isWord(number.lexemes.lowerBound - 1, Self.the)
    }

    private func isPlural(_ lexemes: Lexemes, _ index: Int) -> Bool {
        let classes = lexicon.classes(lexemes, index)
        if classes.contains(.plural) { return true }
        return classes.contains(.adjective) && lexicon.classes(lexemes, index + 1).contains(.plural)
    }

    // MARK: Names

    private func isName(
        _ lexemes: Lexemes, _ one: BoundedMeasure, _ number: NumberPhrase, isTitleCase: Bool
    ) -> Bool {
        let start = one.lexemes.lowerBound
        if lexemes.isMark(start - 1, "-"), lexemes.isGlued(start), lexemes.isGlued(start - 1),
            lexemes[start - 2]?.kind == .word
        {
            return true
        }
        if lexemes.isMark(start - 1, "#") { return true }
        guard !one.isHedged, start == number.lexemes.lowerBound, let before = lexemes[start - 1] else { return false }
        let sets = contexts.sets(lexemes, start - 1)
        if sets.contains(.designatorBefore) || (sets.contains(.designatorTitle) && before.shape != .lower) {
            return true
        }
        // "No. 1", "Vol. 2"
        if lexemes.isMark(start - 1, "."), contexts.sets(lexemes, start - 2).contains(.designatorBefore),
            lexemes.isGlued(start - 1)
        {
            return true
        }
        guard before.kind == .word, before.shape != .lower, number.value < 10_000, !number.isGrouped else {
            return false
        }
        // "Italy 24 Press News"
        if let after = lexemes[one.lexemes.upperBound], after.kind == .word, after.shape != .lower, !after.isGluing,
            !isPlural(lexemes, one.lexemes.upperBound), lexicon.classes(lexemes, start - 1).contains(.noun)
        {
            return true
        }
        guard start >= 2, !isTitleCase else { return false }
        let opens = lexemes[start - 2].map { $0.kind == .mark && !$0.isGluing } ?? true
        if opens && lexicon.classes(lexemes, start - 1).isDisjoint(with: .noun) { return false }
        return lexicon.classes(lexemes, start - 1).isDisjoint(with: .closed)
            && !isPlural(lexemes, one.lexemes.upperBound)
    }

    /// "One Wisconsin Now", "the Group of Seven", "Air Force One": a capital inside a sentence.
    private func isNamedInWords(_ lexemes: Lexemes, _ number: NumberPhrase, isTitleCase: Bool) -> Bool {
        let start = number.lexemes.lowerBound
        guard !isTitleCase, let lexeme = lexemes[start], lexeme.kind == .word, lexeme.shape == .title,
            let before = lexemes[start - 1]
        else { return false }
        return before.kind == .word || (before.kind == .mark && before.mark == UInt8(ascii: ","))
    }

    /// "scores 66 points": the verb.
    private func isScores(_ lexemes: Lexemes, _ one: BoundedMeasure) -> Bool {
        lexemes.isWord(one.lexemes.upperBound - 1, Self.scores) && !lexemes.isWord(one.lexemes.upperBound, Self.of)
    }

    /// `@name_1`, `3G`, an identifier of many digits.
    private func isPartOfCode(_ lexemes: Lexemes, _ number: NumberPhrase) -> Bool {
        let start = number.lexemes.lowerBound
        if let before = lexemes[start - 1], lexemes.isGlued(start), "_@=/&".utf8.contains(before.mark) { return true }
        // "a .38 revolver", "471-TIPS"
        if number.isBareNumeral, lexemes.text.bytes[number.span.start] == UInt8(ascii: ".") { return true }
        let end = number.lexemes.upperBound
        if lexemes.isMark(end, "-"), lexemes.isGlued(end), lexemes[end + 1]?.shape == .upper { return true }
        if number.scale == 1e9, number.mantissa < 10, number.lexemes.count == 2, lexemes.isGlued(start + 1) {
            return lexemes.text.bytes[lexemes.items[start + 1].span.start] == UInt8(ascii: "G")
        }
        return number.isBareNumeral && !number.isGrouped && number.form == .integer && number.span.count > 12
    }

    /// "123 Random Street", "5200 block of", "1600 Pennsylvania Ave".
    private func isAddress(_ lexemes: Lexemes, _ one: BoundedMeasure) -> Bool {
        let end = one.lexemes.upperBound
        if lexemes.isWord(end, Self.block) { return true }
        for index in end..<min(end + 5, lexemes.count) {
            let lexeme = lexemes.items[index]
            if lexeme.kind == .mark { guard lexemes.isMark(index, ".") else { return false } }
            if lexeme.kind == .word {
                guard lexeme.shape != .lower || index > end && lexemes.isGlued(index) else { return false }
                if index > end, contexts.sets(lexemes, index).contains(.designatorAfter) { return true }
            }
        }
        return false
    }

    /// A numeral that a hyphen, colon, slash or point ties to another: a score, date, telephone number.
    private func isChain(_ lexemes: Lexemes, _ first: NumberPhrase, _ last: NumberPhrase) -> Bool {
        func ties(_ mark: Int, _ other: Int) -> Bool {
            guard let lexeme = lexemes[mark], lexeme.kind == .mark, lexemes[other]?.kind == .numeral,
                lexemes.isGlued(max(mark, other))
            else { return false }
            return "-:/.".utf8.contains(lexeme.mark) && lexemes.isGlued(min(mark, other) + 1)
        }
        let before = first.lexemes.lowerBound - 1
        let after = last.lexemes.upperBound
        return ties(before, before - 1) || (ties(after, after + 1) && lexemes.isGlued(after))
    }

    private func isListNumber(_ lexemes: Lexemes, _ number: NumberPhrase) -> Bool {
        let start = number.lexemes.lowerBound
        let end = number.lexemes.upperBound
        if start == 0, lexemes.isMark(end, ".") || lexemes.isMark(end, ")") { return true }
        if lexemes.isMark(start - 1, "("), lexemes.isMark(end, ")"), lexemes[end + 1]?.kind == .numeral { return true }
        let isBracketed =
            (lexemes.isMark(start - 1, "[") && lexemes.isMark(end, "]"))
            || (lexemes.isMark(start - 1, "(") && lexemes.isMark(end, ")") && number.value < 10)
        return isBracketed
    }

    /// "won 3-1", "a 5-4 vote".
    private func isScore(_ one: BoundedMeasure, _ lexemes: Lexemes) -> Bool {
        guard one.measures.count == 2, one.bound == .between, let high = one.high, high < 200,
            one.measures.allSatisfy({ $0.number.isBareNumeral && $0.unit == nil })
        else { return false }
        let around = [1, 2, 3].map { one.lexemes.lowerBound - $0 } + [0, 1].map { one.lexemes.upperBound + $0 }
        return around.contains { contexts.sets(lexemes, $0).contains(.win) }
    }

    // MARK: Words

    /// An ordinal that no noun follows, or that is part of a name: "first met", "Second World War".
    private func isIdleOrdinal(_ lexemes: Lexemes, _ number: NumberPhrase) -> Bool {
        let end = number.lexemes.upperBound
        guard let next = lexemes[end], next.kind == .word, next.shape == .lower else { return true }
        if lexemes[number.lexemes.lowerBound].map({ $0.kind == .word && $0.shape != .lower }) ?? false,
            number.lexemes.lowerBound > 0
        {
            return true
        }
        let classes = lexicon.classes(lexemes, end)
        return classes.isDisjoint(with: .nominal) || !classes.isDisjoint(with: .closed)
            || lexemes.isWord(end, Self.half) || contexts.sets(lexemes, end).contains(.timeUnit)
    }

    /// "the first half", "a third man", "half-brother": no share of anything.
    private func isIdleFraction(_ lexemes: Lexemes, _ number: NumberPhrase, _ one: BoundedMeasure) -> Bool {
        guard one.unit == nil, number.scale == 1, number.value < 1 else { return false }
        let end = one.lexemes.upperBound
        guard lexemes[number.lexemes.lowerBound]?.kind == .word else {
            // In digits only the usual denominators; 9/11 is a day.
            return lexemes[number.lexemes.upperBound - 1]?.numeral.map { !Self.denominators.contains($0.value) }
                ?? false
        }
        if one.isHedged { return false }
        let startsWithHalf = lexemes.isWord(number.lexemes.lowerBound, Self.half)
        if startsWithHalf {
            let before = lexicon.classes(lexemes, number.lexemes.lowerBound - 1)
            let isNamed = before.contains(.determiner) || before.contains(.adjective)
            if isNamed || lexemes.isMark(end, "-") { return true }
            return
                !(lexemes.isWord(end, Self.of) || lexemes.isWord(end, Self.the) || lexemes.isWord(end, Self.a)
                || lexicon.classes(lexemes, end).contains(.determiner))
        }
        let isShare = lexemes.isWord(end, Self.of) || lexemes[end].map { $0.kind == .mark } ?? true
        let isOne = number.lexemes.count == 2 && !lexemes.isWord(number.lexemes.lowerBound, Self.one)
        return isOne && !isShare
    }

    private static let denominators: Set<Double> = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100]

    /// "one" that stands for something named before: "the one he met", "one of the largest", "one must".
    private func isPronoun(_ lexemes: Lexemes, _ number: NumberPhrase, _ one: BoundedMeasure) -> Bool {
        guard number.lexemes.count == 1, lexemes.isWord(number.lexemes.lowerBound, Self.one) else { return false }
        // "one gallon", "a one-mile radius"
        if one.unit != nil { return false }
        let end = one.lexemes.upperBound
        let next = lexicon.classes(lexemes, end)
        if contexts.sets(lexemes, number.lexemes.lowerBound - 1).contains(.person) { return false }
        if contexts.sets(lexemes, end).contains(.person) { return false }
        if lexemes.isMark(end, "-") || lexemes.isMark(end, "'") { return true }
        let before = lexicon.classes(lexemes, number.lexemes.lowerBound - 1)
        if before.contains(.adjective) && !one.isHedged || before.contains(.determiner) { return true }
        if next == .adjective, lexicon.classes(lexemes, end + 1).isDisjoint(with: [.noun, .plural, .adjective]) {
            return true
        }
        return next.isDisjoint(with: .nominal) || !next.isDisjoint(with: .closed)
            || (next.contains(.mainlyVerb) && !next.contains(.noun))
    }

    private static func word(_ text: String) -> UInt64 { StableHash.hash(text.utf8) }
    private static let of = word("of")
    private static let a = word("a")
    private static let an = word("an")
    private static let the = word("the")
    private static let p = word("p")
    private static let m = word("m")
    private static let one = word("one")
    private static let half = word("half")
    private static let block = word("block")
    private static let scores = word("scores")
}

extension Lexeme {
    /// A hyphen, apostrophe or full stop: marks that do not open a sentence.
    fileprivate var isGluing: Bool { "-'".utf8.contains(mark) }
}
