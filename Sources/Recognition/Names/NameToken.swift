import Lexicons
import NewsModel
import TextCore

/// A token as the name recogniser sees it: its letters looked up once.
struct NameToken {
    struct Traits: OptionSet {
        let rawValue: UInt32
        /// Begins with a capital letter.
        static let capital = Traits(rawValue: 1)
        /// Two or more letters, all capitals.
        static let allCapitals = Traits(rawValue: 2)
        /// Letters.
        static let word = Traits(rawValue: 4)
        /// Digits.
        static let number = Traits(rawValue: 8)
        /// First word of a sentence, of a quotation, or after a colon or bullet, where every word has a capital.
        static let opensSentence = Traits(rawValue: 16)
        /// No space stands before it.
        static let joined = Traits(rawValue: 32)
        /// Article, preposition, pronoun, conjunction, number word.
        static let function = Traits(rawValue: 64)
        /// A listed first name.
        static let firstName = Traits(rawValue: 128)
        /// A frequent first name.
        static let frequentFirstName = Traits(rawValue: 256)
        /// A listed surname.
        static let surname = Traits(rawValue: 512)
        /// A frequent surname.
        static let frequentSurname = Traits(rawValue: 1024)
        /// One capital letter, alone or with its full stop.
        static let initial = Traits(rawValue: 2048)
        /// 's or ’s.
        static let possessive = Traits(rawValue: 4096)
        /// A hyphen.
        static let hyphen = Traits(rawValue: 8192)
        /// A comma.
        static let comma = Traits(rawValue: 16384)
        /// Letters and digits.
        static let model = Traits(rawValue: 32768)
        /// May be a noun, as a common word.
        static let noun = Traits(rawValue: 65536)
        /// May be an adjective, as a common word.
        static let adjective = Traits(rawValue: 131072)
        /// A full stop.
        static let fullStop = Traits(rawValue: 262144)
        /// May be a verb, as a common word.
        static let verb = Traits(rawValue: 524288)
    }

    let span: TextSpan
    let hash: UInt64
    var traits: Traits
    /// How common it is as a word in lower case (Zipf scale times ten); 0 where it is none.
    let frequency: UInt8
    /// What name-words.tsv says of the token alone.
    let word: NameWord?

    func `is`(_ traits: Traits) -> Bool { self.traits.isSuperset(of: traits) }

    /// A word that English writes in lower case and that is not rare.
    var isCommon: Bool { frequency >= 30 }
}

/// The tokens of a document, looked up.
struct NameTokens {
    private(set) var tokens: [NameToken] = []
    private(set) var hashes: [UInt64] = []

    init(_ analysis: Analysis, lexicon: NameLexicon) {
        let bytes = analysis.text.bytes
        tokens.reserveCapacity(analysis.tokens.count)
        hashes = analysis.tokens.map { WordHash.of($0.span, in: analysis.text) }
        for (index, token) in analysis.tokens.enumerated() {
            let previous = index > 0 ? analysis.tokens[index - 1].span.end : -1
            tokens.append(Self.look(up: token, hashes[index], isJoined: previous == token.span.start, bytes, lexicon))
        }
        for sentence in analysis.sentences { markOpenings(sentence.tokens, analysis, bytes) }
    }

    /// Marks the words that have a capital because of where they stand.
    private mutating func markOpenings(_ range: Range<Int>, _ analysis: Analysis, _ bytes: [UInt8]) {
        var opens = true
        for index in range {
            let token = analysis.tokens[index]
            switch token.kind {
            case .word, .number:
                if opens, token.kind == .word { tokens[index].traits.insert(.opensSentence) }
                opens = false
            case .quoteMark:
                // After an opening mark a quotation begins, after a closing one the sentence goes on.
                opens = opens || index + 1 < range.upperBound && analysis.tokens[index + 1].span.start == token.span.end
            case .punctuation, .symbol:
                let byte = bytes[token.span.start]
                let isStop = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
                let isDash = byte == 0xE2 && token.span.count == 3
                opens = opens || isStop || isDash || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*")
            }
        }
    }

    private static func look(
        up token: Token, _ hash: UInt64, isJoined: Bool, _ bytes: [UInt8], _ lexicon: NameLexicon
    ) -> NameToken {
        var traits: NameToken.Traits = isJoined ? .joined : []
        let first = bytes[token.span.start]
        guard token.kind == .word else {
            if token.kind == .number { traits.insert(.number) }
            if first == UInt8(ascii: "-") || first == 0xE2 && token.span.count == 3 && isHyphen(bytes, token.span) {
                traits.insert(.hyphen)
            }
            if first == UInt8(ascii: ",") { traits.insert(.comma) }
            if first == UInt8(ascii: ".") { traits.insert(.fullStop) }
            return NameToken(span: token.span, hash: hash, traits: traits, frequency: 0, word: nil)
        }
        traits.insert(.word)
        let startsUpper =
            first < 0x80
            ? ASCII.isUpper(first)
            : UTF8Scanner.scalar(in: bytes, at: token.span.start).scalar.properties.isUppercase
        if startsUpper { traits.insert(.capital) }
        let letters = bytes[token.span.range].reduce(0) { $0 + (ASCII.isLetter($1) || $1 >= 0x80 ? 1 : 0) }
        if token.shape == .upper, letters >= 2 { traits.insert(.allCapitals) }
        if startsUpper, letters == 1 { traits.insert(.initial) }
        if bytes[token.span.range].contains(where: ASCII.isDigit) {
            traits.insert(ASCII.isDigit(first) && letters == 0 ? .number : .model)
        }
        if hash == possessive || hash == apostrophe { traits.insert(.possessive) }
        let frequency = lexicon.frequency(hash)
        if frequency > 0 {
            let parts = lexicon.parts(hash)
            if parts.contains(UInt8(ascii: "f")) || parts.contains(UInt8(ascii: "m")) { traits.insert(.function) }
            if parts.contains(UInt8(ascii: "n")) { traits.insert(.noun) }
            if parts.contains(UInt8(ascii: "a")) { traits.insert(.adjective) }
            if parts.contains(UInt8(ascii: "v")) { traits.insert(.verb) }
        }
        if startsUpper {
            if let name = lexicon.firstName(hash) {
                traits.insert(.firstName)
                if name.tier >= 2 { traits.insert(.frequentFirstName) }
            }
            switch lexicon.surname(hash) {
            case 2: traits.formUnion([.surname, .frequentSurname])
            case 1: traits.insert(.surname)
            default: break
            }
        }
        return NameToken(
            span: token.span, hash: hash, traits: traits, frequency: UInt8(clamping: frequency),
            word: lexicon.nameWords.match([hash], at: 0)?.value.where(capitals: traits.contains(.allCapitals)))
    }

    private static func isHyphen(_ bytes: [UInt8], _ span: TextSpan) -> Bool {
        bytes[span.start + 1] == 0x80 && (bytes[span.start + 2] == 0x90 || bytes[span.start + 2] == 0x91)
    }

    private static let possessive = WordHash.of("'s")
    private static let apostrophe = WordHash.of("'")
}
