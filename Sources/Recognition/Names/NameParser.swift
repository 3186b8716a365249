import Lexicons
import NewsModel
import TextCore

/// Reads the names of one sentence from left to right, the surest reading first.
///
/// Titles and persons (`President Vladimir Putin`, `Kim Jong-un`), then what a head word names (`Polish Institute of
/// International Affairs`, `Lake Baikal`), then names that tables hold, then what the rest of the document knows.
struct NameParser {
    let tokens: [NameToken]
    let hashes: [UInt64]
    let lexicon: NameLexicon
    let memory: NameMemory
    /// End of the sentence: nothing beyond is looked at.
    private(set) var end = 0
    private(set) var start = 0
    private var names: [FoundName] = []

    init(_ tokens: NameTokens, lexicon: NameLexicon, memory: NameMemory) {
        self.tokens = tokens.tokens
        self.hashes = tokens.hashes
        self.lexicon = lexicon
        self.memory = memory
    }

    /// The names of the sentence with the tokens of `range`.
    ///
    /// - Complexity: O(`range.count`): what is looked at from one token on is bounded.
    mutating func names(in range: Range<Int>, casing: Casing) -> [FoundName] {
        (start, end, names) = (range.lowerBound, range.upperBound, [])
        var index = start
        while index < end {
            let found = casing == .running ? name(at: index) : heading(at: index, casing)
            if let found {
                names.append(found)
                index = max(found.tokens.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return names
    }

    /// The name that begins at `index` in running text.
    private func name(at index: Int) -> FoundName? {
        let token = tokens[index]
        guard token.is(.word) || token.is(.model) else { return nil }
        if !token.is(.capital) {
            guard token.word?.role == .particle || token.hash == NameWords.al else { return nil }
            return knownName(at: index).flatMap { $0.name.count > 1 ? $0.by(.listed) : nil }
                ?? person(at: index, opening: false)
        }
        if let titled = titledPerson(at: index) { return titled.by(.title) }
        if token.is(.possessive) || token.word?.role == .stop && !continuesName(index + 1) { return nil }
        let opening = opensWithCommonWord(index)
        let headed = opening ? nil : headedName(at: index)
        if let known = knownName(at: index), known.name.count >= headed?.name.count ?? 0 { return known.by(.listed) }
        let place = place(at: index)?.by(.place)
        if let headed, headed.name.count > place?.name.count ?? 0, !isPersonDespiteHead(headed) {
            return headed.by(.head)
        }
        if let model = model(at: index) { return model.by(.model) }
        if let person = person(at: index, opening: opening), person.name.count > place?.name.count ?? 0 {
            return person
        }
        if let place { return place }
        return opening
            ? nil
            : remembered(at: index) ?? acronym(at: index)?.by(.acronym) ?? likely(at: index)?.by(.likely)
    }

    /// The name that begins at `index` where capitals mean nothing: only what is known from elsewhere.
    private func heading(at index: Int, _ casing: Casing) -> FoundName? {
        let token = tokens[index]
        guard token.is(.word), token.is(.capital) else { return nil }
        if let remembered = remembered(at: index), remembered.name.count > 1 { return remembered }
        if let known = knownName(at: index), casing == .everyWord || !token.isCommon {
            return known.by(.listed)
        }
        if let place = place(at: index), isUnmistakable(place) { return place.by(.place) }
        return token.isCommon ? nil : remembered(at: index)
    }

    /// What the document says elsewhere of the words from `index` on, the longest first.
    private func remembered(at index: Int) -> FoundName? {
        for length in stride(from: min(6, end - index), through: 1, by: -1) {
            let range = index..<(index + length)
            guard length == 1 || tokens[index + length - 1].is(.capital), let kind = memory.kind(hashes[range]) else {
                continue
            }
            var found = FoundName(range, kind)
            found.isSure = false
            return found.by(.memory)
        }
        guard memory.isPerson(hashes[index]), tokens[index].is(.capital) else { return nil }
        var found = FoundName(index..<(index + 1), .person)
        found.isSure = false
        return found.by(.memory)
    }

    /// Whether the word at `index` opens a sentence and is one that English writes in lower case.
    func opensWithCommonWord(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.is(.opensSentence), token.frequency > 0 else { return false }
        if token.is(.function) { return !token.is(.allCapitals) }
        guard token.isCommon, lexicon.knownPeople.match([token.hash], at: 0) == nil || token.frequency >= 45 else {
            return false
        }
        if memory.isPerson(token.hash), token.frequency < 45 || isSaid(after: index + 1) { return false }
        if memory.isCapitalised(token.hash), !memory.isLower(token.hash) { return false }
        return !(token.is(.frequentFirstName) && continuesName(index + 1))
    }

    /// Whether the token at `index` is a word with a capital that may belong to a name.
    func continuesName(_ index: Int) -> Bool {
        index < end && tokens[index].is([.word, .capital]) && tokens[index].word?.role != .stop
    }

    /// A name that no table holds, of what the words beside it in the whole document say.
    private func likely(at index: Int) -> FoundName? {
        guard tokens[index].word == nil, let kind = memory.likelyKind(tokens[index].hash) else { return nil }
        var found = FoundName(index..<(index + 1), kind)
        found.isSure = false
        return found
    }

    /// A short name in capitals: `NATO`, `the DPRK`, `IAEA`.
    private func acronym(at index: Int) -> FoundName? {
        let token = tokens[index]
        if index > start, tokens[index - 1].is(.comma), token.is(.allCapitals),
            let state = lexicon.statesByCode[token.hash],
            index - 1 > start, tokens[index - 2].is(.capital)
        {
            var found = FoundName(index..<(index + 1), .geopoliticalEntity)
            found.key = state
            return found
        }
        guard token.is(.allCapitals), !token.is(.model), token.word == nil, (2...6).contains(token.span.count) else {
            return nil
        }
        guard !token.isCommon, !continuesCapitals(index),
            !isInParentheses(index) || memory.kind(hashes[index..<(index + 1)]) != nil
        else { return nil }
        var found = FoundName(index..<(index + 1), .organisation)
        found.isSure = false
        return found
    }

    /// Whether the word stands alone in parentheses: "(CDT)".
    private func isInParentheses(_ index: Int) -> Bool {
        index > start && index + 1 < end && tokens[index - 1].hash == NameWords.opening
            && tokens[index + 1].hash == NameWords.closing
    }

    /// Whether a neighbour is in capitals too, as in a shouted phrase.
    private func continuesCapitals(_ index: Int) -> Bool {
        index + 1 < end && tokens[index + 1].is(.allCapitals) && tokens[index + 1].isCommon
            || index > start && tokens[index - 1].is(.allCapitals) && tokens[index - 1].isCommon
    }

    /// A model: letters, a hyphen and a number (`SU-27`, `F-16`).
    private func model(at index: Int) -> FoundName? {
        let token = tokens[index]
        guard index + 2 < end, token.span.count <= 4, token.is(.capital), token.word?.role != .stop,
            tokens[index + 1].is([.hyphen, .joined]), tokens[index + 2].is(.joined),
            tokens[index + 2].is(.number) || tokens[index + 2].is(.model), tokens[index + 2].span.count <= 5,
            token.span.count > 1 || tokens[index + 2].span.count > 1
        else { return nil }
        return FoundName(index..<(index + 3), .product)
    }
}
