import NewsModel
import TextCore

/// What the running text of a document says of its names: a surname alone is known from the full name, a word at the
/// start of a sentence from its capital in the middle of another, a headline from the text below it.
struct NameMemory {
    private var kinds: [UInt64: Mention.Kind] = [:]
    private var people: Set<UInt64> = []
    private var capitalised: Set<UInt64> = []
    private var lower: Set<UInt64> = []
    private var votes: [UInt64: NameVotes] = [:]

    /// An empty memory.
    init() {}

    /// Learns from the sentences whose capitals mean something.
    init(_ tokens: NameTokens, running: [Range<Int>], names: [FoundName]) {
        for range in running {
            for index in range where tokens.tokens[index].is(.word) {
                let token = tokens.tokens[index]
                if !token.is(.capital) {
                    lower.insert(token.hash)
                } else if !token.is(.opensSentence) {
                    capitalised.insert(token.hash)
                }
                if Self.standsAlone(index, tokens, range) {
                    votes[token.hash, default: NameVotes()].add(index, in: tokens, sentence: range)
                }
            }
        }
        for name in names where name.isSure && name.form == .name {
            let key = Self.key(tokens.hashes[name.name])
            if kinds[key] == nil { kinds[key] = name.kind }
            guard name.kind == .person, name.name.count > 1 || name.role != nil else { continue }
            for index in name.name {
                let token = tokens.tokens[index]
                guard token.is(.capital), !token.is(.initial), token.frequency < 50 || index == name.name.upperBound - 1
                else {
                    continue
                }
                guard token.word?.role != .suffix, token.word?.role != .particle else { continue }
                people.insert(token.hash)
            }
        }
    }

    /// What the name made of these words is elsewhere in the document.
    func kind(_ words: ArraySlice<UInt64>) -> Mention.Kind? { kinds[Self.key(words)] }

    /// Whether the word is part of a person's name elsewhere in the document.
    func isPerson(_ hash: UInt64) -> Bool { people.contains(hash) }

    /// What the words beside an unlisted name of one word say of it.
    func likelyKind(_ hash: UInt64) -> Mention.Kind? {
        lower.contains(hash) || !capitalised.contains(hash) ? nil : votes[hash]?.kind
    }

    /// Whether a rare word with a capital stands between words without.
    private static func standsAlone(_ index: Int, _ tokens: NameTokens, _ range: Range<Int>) -> Bool {
        let token = tokens.tokens[index]
        guard token.is(.capital), !token.is(.allCapitals), !token.is(.model), !token.isCommon, token.word == nil else {
            return false
        }
        func isName(_ other: Int) -> Bool {
            range.contains(other) && (tokens.tokens[other].is(.capital) || tokens.tokens[other].is(.hyphen))
                && !tokens.tokens[other].is(.opensSentence)
        }
        return !isName(index - 1) && !isName(index + 1)
    }

    /// Whether the word has a capital in the middle of a sentence.
    func isCapitalised(_ hash: UInt64) -> Bool { capitalised.contains(hash) }

    /// Whether the word stands in lower case somewhere.
    func isLower(_ hash: UInt64) -> Bool { lower.contains(hash) }

    private static func key(_ words: ArraySlice<UInt64>) -> UInt64 { words.reduce(0, StableHash.combine) }
}
