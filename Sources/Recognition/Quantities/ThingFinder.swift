import NewsModel
import TextCore

/// Finds what a quantity counts and what happens to it.
///
/// - nearly five million ⟦artillery shells⟧; 12 of the 30 ⟦passengers⟧; 35 ⟦injured⟧; 4 % of ⟦annual GDP⟧
/// - the ⟦death toll⟧ rose to 45; a ⟦population⟧ of 3 million; $3 billion in ⟦aid⟧
/// - between two and five million of them: the plural noun phrase before
struct ThingFinder: Sendable {
    let chunker: NounPhraseChunker
    let contexts: ContextWords

    private var lexicon: WordLexicon { chunker.lexicon }

    /// Whether a numeral stands before a singular noun that has a plural: "their new 787 Dreamliner" is named by it.
    func isName(_ one: BoundedMeasure, _ thing: Thing?, _ lexemes: Lexemes) -> Bool {
        guard one.unit == nil, !one.isHedged, one.measures.count == 1, let number = one.measures.first?.number,
            number.isBareNumeral, !number.isGrouped, number.value > 1
        else { return false }
        guard let words = thing?.lexemes, words.lowerBound == one.lexemes.upperBound else {
            // Four digits that count are grouped or have what they count behind them.
            return number.form == .integer && number.value >= 1000
        }
        let sets = contexts.sets(lexemes, words.upperBound - 1)
        let classes = lexicon.classes(lexemes, words.upperBound - 1)
        return classes.contains(.noun) && !classes.contains(.plural) && sets.isDisjoint(with: [.invariant, .person])
    }

    /// What is counted.
    struct Thing {
        var text: String
        var span: TextSpan?
        /// Its lexemes in the sentence of the quantity, where it stands there.
        var lexemes: Range<Int>?
    }

    /// What `one` counts.
    ///
    /// - Parameter earlier: gives the sentences before, nearest first, for what a pronoun stands for.
    func thing(of one: BoundedMeasure, kind: Quantity.Kind, _ lexemes: Lexemes, earlier: () -> [Lexemes]) -> Thing? {
        if one.isOccasion { return Thing(text: "time") }
        switch kind {
        case .age: return nil
        case .count, .ordinal:
            return counted(one, lexemes, earlier: earlier, isOrdinal: kind == .ordinal)
                ?? (kind == .ordinal ? nil : governing(one, lexemes))
        case .multiple:
            return compared(one, lexemes) ?? governing(one, lexemes)
        case .percent, .fraction:
            return complement(one, lexemes, earlier: earlier) ?? governing(one, lexemes)
        case .money, .measure:
            return complement(one, lexemes, earlier: earlier) ?? attributed(one, lexemes) ?? governing(one, lexemes)
        }
    }

    // MARK: Behind the number

    private func counted(
        _ one: BoundedMeasure, _ lexemes: Lexemes, earlier: () -> [Lexemes], isOrdinal: Bool
    ) -> Thing? {
        var at = one.lexemes.upperBound
        let wantsPlural = !isOrdinal && one.high != 1
        if lexemes.isMark(at, "-"), lexemes.isGlued(at), lexemes.isGlued(at + 1), lexemes[at + 1]?.kind == .word {
            // "a 60-page booklet" counts pages.
            return made(NounPhrase(lexemes: (at + 1)..<(at + 2), isPlural: false, isParticiple: false), lexemes)
        }
        while Self.passed.contains(lexemes[at]?.hash ?? 0) { at += 1 }
        at = pastAttribute(lexemes, at)
        if lexemes.isWord(at, Self.of) {
            return ofPhrase(lexemes, at: at + 1, before: one.lexemes.lowerBound, earlier: earlier)
        }
        if isOrdinal, Self.counting.contains(lexemes[at]?.hash ?? 0) { at += 1 }
        if let phrase = chunker.phrase(lexemes, at: at, isPlural: wantsPlural) {
            // "two St. Mary Parish sheriff's deputies"
            let owned = wantsPlural && !phrase.isPlural ? owned(by: phrase, lexemes) : nil
            return made(owned ?? phrase, lexemes)
        }
        // "12 were killed", "killing 12"
        let next = lexicon.classes(lexemes, at)
        let verb = next.contains(.auxiliary) ? pastAuxiliaries(lexemes, at) : at
        let isPerson =
            contexts.sets(lexemes, verb).contains(.person)
            || (one.lexemes.lowerBound > 0 && next.isDisjoint(with: .nominal)
                && contexts.sets(lexemes, one.lexemes.lowerBound - 1).contains(.person))
        return isPerson && !isOrdinal ? Thing(text: "person", span: nil, lexemes: nil) : nil
    }

    /// Where a hyphened amount ends that stands between number and noun: "two 10-year-old children", "650 18-hole courses".
    private func pastAttribute(_ lexemes: Lexemes, _ index: Int) -> Int {
        guard lexemes[index]?.kind == .numeral, lexemes.isMark(index + 1, "-"), lexemes[index + 2]?.kind == .word else {
            return index
        }
        let isAge = lexemes.isMark(index + 3, "-") && lexemes[index + 4]?.kind == .word && lexemes.isGlued(index + 4)
        return isAge ? index + 5 : index + 3
    }

    private func pastAuxiliaries(_ lexemes: Lexemes, _ start: Int) -> Int {
        var at = start
        while at < start + 5, !lexicon.classes(lexemes, at).isDisjoint(with: [.auxiliary, .adverb, .negation]),
            !contexts.sets(lexemes, at).contains(.person)
        {
            at += 1
        }
        return at
    }

    /// What follows "of" or "in": a noun phrase past its determiners and numbers, or a pronoun and what it stands for.
    private func ofPhrase(_ lexemes: Lexemes, at start: Int, before: Int, earlier: () -> [Lexemes]) -> Thing? {
        var at = start
        if let lexeme = lexemes[at], Self.them.contains(lexeme.hash),
            chunker.phrase(lexemes, at: at + 1) == nil || !Self.determiners.contains(lexeme.hash)
        {
            return antecedent(lexemes, before: before, earlier: earlier)
        }
        while at < start + 6, let lexeme = lexemes[at],
            lexeme.kind == .numeral || lexicon.classes(lexemes, at).contains(.determiner)
                || Self.passed.contains(lexeme.hash) || Self.counting.contains(lexeme.hash)
        {
            at += 1
        }
        guard let phrase = chunker.phrase(lexemes, at: at) else { return nil }
        return made(owned(by: phrase, lexemes) ?? phrase, lexemes)
    }

    /// What a phrase has: "the firm's five directors", "the passengers' bags".
    private func owned(by phrase: NounPhrase, _ lexemes: Lexemes) -> NounPhrase? {
        let end = phrase.lexemes.upperBound
        guard lexemes.isMark(end, "'"), lexemes.isGlued(end) else { return nil }
        var at = lexemes.isGlued(end + 1) && lexemes[end + 1]?.span.count == 1 ? end + 2 : end + 1
        while let lexeme = lexemes[at], lexeme.kind == .numeral || Self.counting.contains(lexeme.hash) { at += 1 }
        return chunker.phrase(lexemes, at: at)
    }

    /// "4 % of annual GDP", "$3 billion in aid", "10 tonnes of rice".
    private func complement(_ one: BoundedMeasure, _ lexemes: Lexemes, earlier: () -> [Lexemes]) -> Thing? {
        var at = one.lexemes.upperBound
        if lexemes.isWord(at, Self.worth) { at += 1 }
        if lexemes.isWord(at, Self.of) {
            return ofPhrase(lexemes, at: at + 1, before: one.lexemes.lowerBound, earlier: earlier)
        }
        // "half the price"
        if one.unit == nil, lexicon.classes(lexemes, at).contains(.determiner) {
            return ofPhrase(lexemes, at: at, before: one.lexemes.lowerBound, earlier: earlier)
        }
        guard lexemes.isWord(at, Self.in), lexemes[at + 1]?.shape == .lower, one.unit?.kind == .money else {
            return nil
        }
        if contexts.sets(lexemes, at + 1).contains(.timeUnit) { return nil }
        return chunker.phrase(lexemes, at: at + 1).map { made($0, lexemes) }
    }

    /// "three times as many workers", "twice the price".
    private func compared(_ one: BoundedMeasure, _ lexemes: Lexemes) -> Thing? {
        var at = one.lexemes.upperBound
        let passed: WordClasses = [.determiner, .adverb, .preposition]
        while at < one.lexemes.upperBound + 3, !lexicon.classes(lexemes, at).isDisjoint(with: passed) {
            at += 1
        }
        guard at > one.lexemes.upperBound, let phrase = chunker.phrase(lexemes, at: at), !phrase.isParticiple else {
            return nil
        }
        return made(phrase, lexemes)
    }

    /// "a $3 million contract", "152 mm shells".
    private func attributed(_ one: BoundedMeasure, _ lexemes: Lexemes) -> Thing? {
        let at = lexemes.isMark(one.lexemes.upperBound, "-") ? one.lexemes.upperBound + 1 : one.lexemes.upperBound
        guard let phrase = chunker.phrase(lexemes, at: at), !phrase.isParticiple else { return nil }
        return made(phrase, lexemes)
    }

    // MARK: Before the number

    /// "the death toll rose to 45", "a population of 3 million", "GDP, valued at 25 billion dollars".
    private func governing(_ one: BoundedMeasure, _ lexemes: Lexemes) -> Thing? {
        var end = one.lexemes.lowerBound
        var isLinked = lexemes.isWord(end - 1, Self.of)
        var sawVerb = false
        for _ in 0..<Self.reach {
            guard let lexeme = lexemes[end - 1] else { return nil }
            let classes = lexicon.classes(lexemes, end - 1)
            let sets = contexts.sets(lexemes, end - 1)
            let isNoun =
                classes.contains(.noun) && !classes.contains(.past)
                && !lexicon.classes(lexemes, end - 2).contains(.auxiliary)
            let isLevel = !isNoun && !sets.isDisjoint(with: [.level, .change])
            let passes =
                isLevel || lexemes.isMark(end - 1, ",") || lexeme.kind == .numeral || sets.contains(.share)
                || !classes.isDisjoint(with: [.auxiliary, .adverb, .determiner]) || Self.linking.contains(lexeme.hash)
            guard passes, !(isLinked && !sawVerb && lexemes.isMark(end - 1, ",")) else { break }
            isLinked = isLinked || isLevel
            sawVerb = sawVerb || isLevel
            end -= 1
        }
        guard isLinked else { return nil }
        let phrase = head(lexemes, before: end)
        let hasAmount = phrase.map { contexts.sets(lexemes, $0.head).contains(.amount) } ?? false
        let found = sawVerb && !hasAmount ? amount(lexemes, before: end) ?? phrase : phrase
        return found.map { made($0, lexemes) }
    }

    /// The nearest noun that has an amount: of "the toll in the raid on the town rose to 45" the toll.
    private func amount(_ lexemes: Lexemes, before end: Int) -> NounPhrase? {
        for index in stride(from: end - 1, through: max(0, end - Self.clause), by: -1)
        where contexts.sets(lexemes, index).contains(.amount) {
            return chunker.phrase(lexemes, before: index + 1, floor: 0)
        }
        return nil
    }

    /// The phrase that ends at `end`; of "each shot of that calibre" the shot.
    private func head(_ lexemes: Lexemes, before end: Int) -> NounPhrase? {
        guard var phrase = chunker.phrase(lexemes, before: end, floor: 0) else { return nil }
        for _ in 0..<2 {
            var at = phrase.lexemes.lowerBound
            while at > 0, lexicon.classes(lexemes, at - 1).contains(.determiner) { at -= 1 }
            guard lexemes.isWord(at - 1, Self.of), let outer = chunker.phrase(lexemes, before: at - 1, floor: 0) else {
                break
            }
            phrase = outer
        }
        let isName = phrase.lexemes.allSatisfy { lexemes.items[$0].shape != .lower || lexemes.items[$0].kind == .mark }
        return isName && phrase.lexemes.lowerBound > 0 ? nil : phrase
    }

    // MARK: Pronouns

    /// The plural noun phrase that "them" stands for: one with a number in this or the last sentence, else the nearest
    /// in the sentences before that is no source of words.
    private func antecedent(_ lexemes: Lexemes, before: Int, earlier: () -> [Lexemes]) -> Thing? {
        let here = plurals(lexemes, upTo: before)
        if let counted = here.last(where: { isCounted(lexemes, $0) }) { return made(counted, lexemes) }
        for sentence in earlier() {
            let found = plurals(sentence, upTo: sentence.count)
            guard let phrase = found.last(where: { isCounted(sentence, $0) }) ?? found.last else { continue }
            var thing = made(phrase, sentence)
            thing.lexemes = nil
            return thing
        }
        return here.last.map { made($0, lexemes) }
    }

    private func isCounted(_ lexemes: Lexemes, _ phrase: NounPhrase) -> Bool {
        guard let before = lexemes[phrase.lexemes.lowerBound - 1] else { return false }
        return before.kind == .numeral || Self.counting.contains(before.hash)
    }

    private func plurals(_ lexemes: Lexemes, upTo end: Int) -> [NounPhrase] {
        var found: [NounPhrase] = []
        for index in max(0, end - Self.memory)..<end where lexemes.items[index].kind == .word {
            let classes = lexicon.classes(lexemes, index)
            guard classes.contains(.plural), classes.isDisjoint(with: [.mainlyVerb]),
                !contexts.sets(lexemes, index).contains(.timeUnit),
                index + 1 >= lexemes.count || !lexicon.classes(lexemes, index + 1).contains(.plural),
                let phrase = chunker.phrase(lexemes, before: index + 1, floor: found.last?.lexemes.upperBound ?? 0)
            else { continue }
            let start = phrase.lexemes.lowerBound
            if lexemes.isWord(start - 1, Self.to), lexemes.isWord(start - 2, Self.according) { continue }
            found.append(phrase)
        }
        return found
    }

    private func made(_ phrase: NounPhrase, _ lexemes: Lexemes) -> Thing {
        Thing(text: chunker.text(of: phrase, lexemes), span: lexemes.span(phrase.lexemes), lexemes: phrase.lexemes)
    }

    // MARK: Predicates

    /// The verb beside the quantity: "has ⟦shipped⟧ nearly five million shells", "12 people were ⟦killed⟧", "35
    /// ⟦injured⟧".
    func predicate(of one: BoundedMeasure, thing: Thing?, _ lexemes: Lexemes) -> String? {
        if one.unit?.kind == .age { return nil }
        if let own = thing?.lexemes, own.count == 1, contexts.sets(lexemes, own.lowerBound).contains(.person) {
            return lexicon.verb(lexemes.string(own.lowerBound))
        }
        var at = one.lexemes.lowerBound - 1
        for _ in 0..<3 {
            let classes = lexicon.classes(lexemes, at)
            let isPerson = contexts.sets(lexemes, at).contains(.person) && at == one.lexemes.lowerBound - 1
            if !classes.isDisjoint(with: [.past, .gerund]) || classes.contains(.mainlyVerb) || isPerson {
                if contexts.sets(lexemes, at).contains(.speech) { break }
                return lexicon.verb(lexemes.string(at))
            }
            guard classes.contains(.adverb) || classes.contains(.determiner) else { break }
            at -= 1
        }
        let end = max(thing?.lexemes?.upperBound ?? 0, one.lexemes.upperBound)
        let verb = pastAuxiliaries(lexemes, end)
        let classes = lexicon.classes(lexemes, verb)
        guard !classes.isDisjoint(with: [.past, .mainlyVerb]), lexemes[verb]?.kind == .word else { return nil }
        return lexicon.verb(lexemes.string(verb))
    }

    // MARK: Words

    /// How many lexemes back a plural is looked for in a sentence.
    private static let memory = 120

    /// How far back the end of a subject is looked for, and how far its head.
    private static let reach = 9
    private static let clause = 25

    private static func words(_ list: [String]) -> Set<UInt64> { Set(list.map { StableHash.hash($0.utf8) }) }
    private static let passed = words([
        "more", "other", "others", "additional", "further", "extra", "fewer", "different", "separate", "such",
    ])
    private static let them = words(["them", "these", "those", "which", "whom"])
    private static let determiners = words(["these", "those", "which"])
    private static let linking = words(["worth", "at", "to", "of", "by", "from", "around", "for"])
    private static let counting = words([
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundred",
        "thousand",
        "million", "billion", "several", "many",
    ])
    private static let of = StableHash.hash("of".utf8)
    private static let `in` = StableHash.hash("in".utf8)
    private static let to = StableHash.hash("to".utf8)
    private static let according = StableHash.hash("according".utf8)
    private static let worth = StableHash.hash("worth".utf8)
}
