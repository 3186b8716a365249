package import Lexicons
import TextCore

/// What a word may be, without looking at its sentence.
struct WordClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let noun = WordClasses(rawValue: 1)
    static let plural = WordClasses(rawValue: 2)
    static let verb = WordClasses(rawValue: 4)
    /// A past participle, or a past tense.
    static let past = WordClasses(rawValue: 8)
    /// A form in -ing.
    static let gerund = WordClasses(rawValue: 16)
    static let adjective = WordClasses(rawValue: 32)
    static let adverb = WordClasses(rawValue: 64)
    static let determiner = WordClasses(rawValue: 128)
    static let pronoun = WordClasses(rawValue: 256)
    static let preposition = WordClasses(rawValue: 512)
    static let conjunction = WordClasses(rawValue: 1024)
    static let auxiliary = WordClasses(rawValue: 2048)
    static let negation = WordClasses(rawValue: 4096)
    /// Likelier a verb than anything else.
    static let mainlyVerb = WordClasses(rawValue: 8192)

    /// Function words.
    static let closed: WordClasses = [.determiner, .pronoun, .preposition, .conjunction, .auxiliary, .negation]
    /// What can stand in a noun phrase after its determiner.
    static let nominal: WordClasses = [.noun, .plural, .adjective]
}

extension WordClasses {
    /// The class of a tag; nil for a mark, a number or what the word itself tells better.
    fileprivate init?(_ tag: WordTag) {
        switch tag {
        case .noun, .name: self = .noun
        case .nouns, .names: self = [.noun, .plural]
        case .verb, .present, .presentThird: self = [.verb, .mainlyVerb]
        case .past: self = [.verb, .mainlyVerb, .past]
        case .participle: self = .past
        case .gerund: self = .gerund
        case .modal: self = .auxiliary
        case .adjective, .comparative, .superlative: self = .adjective
        case .adverb, .adverbComparative, .adverbSuperlative, .particle: self = .adverb
        case .pronoun, .whPronoun, .existential: self = .pronoun
        case .possessive, .whDeterminer, .determiner, .predeterminer: self = .determiner
        case .preposition, .to: self = .preposition
        case .conjunction, .whAdverb: self = .conjunction
        case .genitive: self = .auxiliary
        case .number, .interjection, .stop, .comma, .colon, .quote, .opening, .closing, .currency: return nil
        }
    }
}

/// Word classes by lexicon and ending, and the lemmas that go with them.
///
/// Closed classes and verbs are listed; an unlisted word is a noun, or what its ending says. Stands in for the tagger of
/// the neural reader.
package struct WordLexicon: Sendable {
    private var closed: [UInt64: WordClasses] = [:]
    private let open: HashIndex
    private var irregular: [UInt64: (classes: WordClasses, lemma: String)] = [:]

    /// Loads `closed-classes.tsv`, `word-classes.tsv` and `word-lemmas.tsv`.
    package init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("closed-classes.tsv", in: resources).rows {
            var classes: WordClasses = []
            for name in row[1].split(separator: "|") { classes.formUnion(Self.named[String(name)] ?? []) }
            closed[WordHash.of(row[0])] = classes
        }
        let table = try ByteTable("word-classes.tsv", in: resources)
        var open = HashIndex(capacity: table.count)
        try table.forEachRow { fields in
            let letters = table.bytes[fields[1]]
            var classes: WordClasses = letters.first == UInt8(ascii: "v") ? .mainlyVerb : []
            for letter in letters { classes.formUnion(Self.lettered(letter)) }
            open.insert(WordHash.of(table.bytes, fields[0]), UInt32(classes.rawValue))
            return true
        }
        self.open = open
        for row in try LexiconTable("word-lemmas.tsv", in: resources).rows {
            let key = WordHash.of(row[0])
            let classes: WordClasses =
                row[1] == "n" ? [.noun, .plural] : row[0].hasSuffix("ing") ? .gerund : [.past, .verb]
            irregular[key] = (classes.union(irregular[key]?.classes ?? []), irregular[key]?.lemma ?? row[2])
        }
    }

    private static let people = WordHash.of("people")

    private static let named: [String: WordClasses] = [
        "determiner": .determiner, "pronoun": .pronoun, "preposition": .preposition, "conjunction": .conjunction,
        "auxiliary": .auxiliary, "negation": .negation, "adverb": .adverb,
    ]

    private static func lettered(_ letter: UInt8) -> WordClasses {
        switch letter {
        case UInt8(ascii: "n"): .noun
        case UInt8(ascii: "v"): .verb
        case UInt8(ascii: "a"): .adjective
        default: .adverb
        }
    }

    /// What the word at `index` is by its tag, or else may be.
    func classes(_ lexemes: Lexemes, _ index: Int) -> WordClasses {
        guard let lexeme = lexemes[index], lexeme.kind == .word else { return [] }
        if lexeme.span.count <= 2, lexemes.isMark(index - 1, "'"), lexemes.isGlued(index) { return .auxiliary }
        if let found = closed[lexeme.hash] { return found }
        if lexeme.hash == Self.people { return [.noun, .plural] }
        if lexemes.tags.indices.contains(index), let found = WordClasses(lexemes.tags[index]) { return found }
        var classes = listed(lexeme.hash) ?? []
        if let found = irregular[lexeme.hash] { classes.formUnion(found.classes) }
        let word = lexemes.text.bytes[lexeme.span.range].map(ASCII.lowercased)
        if let (inflected, _) = inflection(word), classes.isDisjoint(with: [.past, .plural]) {
            classes.formUnion(inflected)
        }
        if classes.isEmpty { classes = Self.byEnding(word) }
        return classes
    }

    /// The verb whose form the word is: `killed` → `kill`, `shipped` → `ship`, `sent` → `send`; nil where it is none.
    func verb(_ word: String) -> String? {
        let folded = Array(FoldedText(SourceText(word)).bytes)
        if let found = irregular[StableHash.hash(folded)], !found.classes.isDisjoint(with: [.past, .gerund]) {
            return found.lemma
        }
        if let (classes, lemma) = inflection(folded), !classes.isDisjoint(with: [.past, .gerund, .verb]) {
            return lemma
        }
        return isVerb(folded[...]) ? String(decoding: folded, as: UTF8.self) : nil
    }

    /// The singular of a noun: `shells` → `shell`, `people` → `person`, `armies` → `army`.
    func singular(_ word: String) -> String {
        let folded = Array(FoldedText(SourceText(word)).bytes)
        let text = String(decoding: folded, as: UTF8.self)
        if text == "people" { return "person" }
        if folded.ends(with: Array("men".utf8)), folded.count > 3 { return text.dropLast(2) + "an" }
        if let found = irregular[StableHash.hash(folded)], found.classes.contains(.plural) { return found.lemma }
        return Self.singular(folded).map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// The form of a verb or noun that `word` is by its ending, with its lemma.
    private func inflection(_ word: [UInt8]) -> (classes: WordClasses, lemma: String)? {
        func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
        for (ending, classes) in Self.verbEndings where word.count > ending.count + 1 && word.ends(with: ending) {
            let stem = word.dropLast(ending.count)
            if isVerb(stem + [UInt8(ascii: "e")]) { return (classes, text(stem + [UInt8(ascii: "e")])) }
            if isVerb(stem) { return (classes, text(stem)) }
            if stem.last == UInt8(ascii: "i"), isVerb(stem.dropLast() + [UInt8(ascii: "y")]) {
                return (classes, text(stem.dropLast() + [UInt8(ascii: "y")]))
            }
            if stem.count > 2, stem.last == stem.dropLast().last, isVerb(stem.dropLast()) {
                return (classes, text(stem.dropLast()))
            }
        }
        guard let singular = Self.singular(word) else { return nil }
        let base = listed(StableHash.hash(singular)) ?? .noun
        var classes: WordClasses = base.contains(.noun) || !base.contains(.verb) ? [.noun, .plural] : []
        if base.contains(.verb) { classes.formUnion(.verb) }
        if base.contains(.mainlyVerb) { classes.formUnion(.mainlyVerb) }
        return (classes, String(decoding: singular, as: UTF8.self))
    }

    /// The classes of an open class that a word is listed with.
    private func listed(_ hash: UInt64) -> WordClasses? {
        open.newest(hash).map { WordClasses(rawValue: UInt16(truncatingIfNeeded: $0)) }
    }

    private func isVerb(_ word: ArraySlice<UInt8>) -> Bool {
        listed(StableHash.hash(word))?.contains(.verb) ?? false
    }

    private static let verbEndings: [(ending: [UInt8], classes: WordClasses)] = [
        (Array("ed".utf8), .past), (Array("ing".utf8), .gerund),
    ]

    /// The singular of a regular plural; nil where the word is none ("news", "crisis", "bus", "glass").
    private static func singular(_ word: [UInt8]) -> [UInt8]? {
        guard word.count > 2, word.last == UInt8(ascii: "s") else { return nil }
        for ending in ["ss", "us", "is", "news", "series", "species"] where word.ends(with: Array(ending.utf8)) {
            return nil
        }
        if word.ends(with: Array("ies".utf8)), word.count > 4 { return Array(word.dropLast(3)) + [UInt8(ascii: "y")] }
        for ending in ["sses", "shes", "ches", "xes", "zzes"] where word.ends(with: Array(ending.utf8)) {
            return Array(word.dropLast(2))
        }
        if word.ends(with: Array("oes".utf8)), word.count > 4 { return Array(word.dropLast(2)) }
        return Array(word.dropLast())
    }

    /// The class of a word that no table has.
    private static func byEnding(_ word: [UInt8]) -> WordClasses {
        if word.ends(with: Array("ly".utf8)) { return .adverb }
        for ending in ["able", "ible", "ous", "ful", "less", "ish", "ical", "ese", "ian"]
        where word.ends(with: Array(ending.utf8)) {
            return [.adjective, .noun]
        }
        return .noun
    }
}

extension Array<UInt8> {
    fileprivate func ends(with ending: [UInt8]) -> Bool {
        count >= ending.count && suffix(ending.count).elementsEqual(ending)
    }
}
