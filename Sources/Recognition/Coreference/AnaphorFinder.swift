import Lexicons
import NewsModel
import TextCore

/// Finds what refers back in a sentence: pronouns, roles with a definite article, organisations without their names.
///
/// `⟦he⟧` · `⟦her⟧ car` · `⟦the Russian leader⟧` · `⟦the president of Chad⟧` · `⟦the Tsar⟧` · `⟦the ministry⟧` ·
/// `⟦South Korea’s defence ministry⟧`. Not: `a leader`, `the leader Kim` (a name with its role), `the police officer's`.
struct AnaphorFinder {
    let analysis: Analysis
    let tokens: NameTokens
    let lexicon: NameLexicon
    /// Key of the country whose name or adjective begins at a token, and where it ends.
    private let countries: [Int: (key: String, end: Int)]
    /// Tokens at which the name of a person begins.
    private let personStarts: Set<Int>

    init(_ analysis: Analysis, tokens: NameTokens, lexicon: NameLexicon) {
        self.analysis = analysis
        self.tokens = tokens
        self.lexicon = lexicon
        var countries: [Int: (key: String, end: Int)] = [:]
        var personStarts: Set<Int> = []
        let tokenAt = TokenIndex(analysis.tokens)
        for mention in analysis.mentions {
            guard let first = tokenAt.token(at: mention.name.start) else { continue }
            if mention.kind == .person { personStarts.insert(first) }
            guard let key = mention.gazetteer, mention.kind == .nationality || mention.kind == .geopoliticalEntity
            else {
                continue
            }
            var end = first
            while end < analysis.tokens.count, analysis.tokens[end].span.end <= mention.name.end { end += 1 }
            countries[first] = (key, end)
        }
        self.countries = countries
        self.personStarts = personStarts
    }

    /// The anaphors of the sentence with number `number`, in order.
    func anaphors(in number: Int) -> [Anaphor] {
        let range = analysis.sentences[number].tokens
        var found: [Anaphor] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let phrase = phrase(at: index, before: range.upperBound, number) {
                found.append(phrase)
                while index < range.upperBound, analysis.tokens[index].span.start < phrase.span.end { index += 1 }
                continue
            }
            if let pronoun = pronoun(at: index, before: range.upperBound, number) { found.append(pronoun) }
            index += 1
        }
        return found
    }

    private func pronoun(at index: Int, before end: Int, _ sentence: Int) -> Anaphor? {
        guard let form = Pronouns.forms[tokens.hashes[index]], tokens.tokens[index].is(.word) else { return nil }
        if tokens.tokens[index].is(.allCapitals) { return nil }
        var kind = form
        // "her" is a possessor before a noun and an object elsewhere.
        if case .personal(.female, .object) = form, index + 1 < end, isNounOrAdjective(index + 1) {
            kind = .personal(.female, .possessive)
        }
        return Anaphor(span: analysis.tokens[index].span, kind: kind, sentence: sentence, token: index)
    }

    private func isNounOrAdjective(_ index: Int) -> Bool {
        let token = tokens.tokens[index]
        guard token.is(.word), !token.is(.function) else { return token.is(.number) }
        return token.is(.noun) || token.is(.adjective) || token.frequency == 0
    }

    /// A role or an organisation that begins at `index` with "the", or with a country.
    private func phrase(at index: Int, before end: Int, _ sentence: Int) -> Anaphor? {
        let isDefinite = tokens.hashes[index] == NameWords.the
        guard isDefinite || countries[index] != nil && !isIndefinite(before: index) else { return nil }
        var country = isDefinite ? nil : countries[index]?.key
        var next = isDefinite ? index + 1 : countries[index]?.end ?? index + 1
        if !isDefinite {
            guard next < end, tokens.tokens[next].is(.possessive) || !tokens.tokens[next].is(.capital) else {
                return nil
            }
            if tokens.tokens[next].is(.possessive) { next += 1 }
        }
        var head: (word: NameWord, end: Int)?
        let limit = min(end, index + 8)
        while next < limit {
            if let place = countries[next] {
                guard head == nil, country == nil else { break }
                (country, next) = (place.key, place.end)
                continue
            }
            if let match = lexicon.nameWords.match(Array(tokens.hashes[next..<min(next + 4, end)]), at: 0),
                isHead(match.value, at: next)
            {
                head = (match.value, next + match.words)
                next += match.words
                continue
            }
            guard head == nil, isNounOrAdjective(next), !personStarts.contains(next) else { break }
            guard !tokens.tokens[next].is(.capital) || tokens.tokens[next].is(.adjective) else { break }
            next += 1
        }
        guard let head, !personStarts.contains(head.end), !continuesNoun(at: head.end, before: end) else { return nil }
        var span = analysis.tokens[index].span.union(analysis.tokens[head.end - 1].span)
        if country == nil, let (key, last) = complement(at: head.end, before: end) {
            country = key
            span = span.union(analysis.tokens[last].span)
        }
        let word = tokens.hashes[head.end - 1]
        if head.word.role == .organisation {
            var anaphor = Anaphor(
                span: span, kind: .organisation(word: word), country: country, sentence: sentence, token: index)
            anaphor.isSelfContained = country != nil && head.word.group == "body"
            return anaphor
        }
        guard isDefinite || tokens.tokens[head.end - 1].is(.noun) else { return nil }
        return Anaphor(
            span: span, kind: .role(word: word, group: head.word.group), country: country, sentence: sentence,
            token: index, sex: head.word.sex)
    }

    /// Whether "a" or "another" stands before: one of many, nobody in particular.
    private func isIndefinite(before index: Int) -> Bool {
        index > 0 && Pronouns.indefinite.contains(tokens.hashes[index - 1])
    }

    private func isHead(_ word: NameWord, at index: Int) -> Bool {
        switch word.role {
        case .role: true
        case .title: tokens.tokens[index].is(.noun)
        case .organisation: !tokens.tokens[index].is(.capital)
        default: false
        }
    }

    /// Whether the phrase goes on with another noun, so that the role is not its head: "the leader board".
    private func continuesNoun(at index: Int, before end: Int) -> Bool {
        guard index < end, tokens.tokens[index].is(.word), !tokens.tokens[index].is(.possessive) else { return false }
        let token = tokens.tokens[index]
        let parts = lexicon.parts(token.hash)
        return parts.elementsEqual([UInt8(ascii: "n")]) && !token.is(.capital) && token.word?.role != .saying
    }

    /// `of the Russian Federation`: the country and its last token.
    private func complement(at index: Int, before end: Int) -> (String, Int)? {
        guard index + 1 < end, NameWords.of.contains(tokens.hashes[index]) else { return nil }
        let next = tokens.hashes[index + 1] == NameWords.the ? index + 2 : index + 1
        guard let place = countries[next], place.end <= end else { return nil }
        return (place.key, place.end - 1)
    }
}

/// The pronouns that are resolved.
enum Pronouns {
    /// Words that make a noun mean nobody in particular.
    static let indefinite: Set<UInt64> = Set(
        ["a", "an", "another", "any", "no", "every", "each"].map { WordHash.of($0) })
    static let forms: [UInt64: Anaphor.Kind] = {
        let forms: [(String, Anaphor.Kind)] = [
            ("he", .personal(.male, .subject)), ("him", .personal(.male, .object)),
            ("his", .personal(.male, .possessive)), ("himself", .personal(.male, .object)),
            ("she", .personal(.female, .subject)), ("her", .personal(.female, .object)),
            ("hers", .personal(.female, .possessive)), ("herself", .personal(.female, .object)),
            ("it", .neuter(.subject)), ("its", .neuter(.possessive)), ("itself", .neuter(.object)),
        ]
        return Dictionary(uniqueKeysWithValues: forms.map { (WordHash.of($0.0), $0.1) })
    }()
}

/// Finds the token at a byte offset.
struct TokenIndex {
    private let starts: [Int]

    init(_ tokens: [Token]) { starts = tokens.map(\.span.start) }

    /// Index of the token that begins at `offset` or is the first after it.
    ///
    /// - Complexity: O(log n).
    func token(at offset: Int) -> Int? {
        let low = starts.partitioningIndex { $0 >= offset }
        return low < starts.count ? low : nil
    }
}
