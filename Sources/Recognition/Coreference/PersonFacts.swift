import Lexicons
import NewsModel
import TextCore

/// What words tell of the people they stand with: sex, role and country.
struct PersonFacts: Sendable {
    let lexicon: NameLexicon

    /// The words of a name that matter: no hyphens, no full stops, no articles.
    func words(of span: TextSpan, in text: SourceText) -> [UInt64] {
        let words = words(span, text).map { WordHash.of($0, in: text) }
        // "Kim III" is Kim; "John Paul II" keeps what tells him apart.
        let isNumbered = words.count == 2 && lexicon.nameWords.match([words[1]], at: 0)?.value.role == .suffix
        return isNumbered ? [words[0]] : words
    }

    /// The acronym that the capitals of a name of three or more words make; nil where there are too few.
    func acronym(of span: TextSpan, in text: SourceText) -> UInt64? {
        let letters = words(span, text).compactMap { ASCII.isUpper(text.bytes[$0.start]) ? text.bytes[$0.start] : nil }
        return letters.count >= 3 ? WordHash.of(letters, 0..<letters.count) : nil
    }

    private func words(_ span: TextSpan, _ text: SourceText) -> [TextSpan] {
        var words: [TextSpan] = []
        var start = span.start
        for index in span.start...span.end {
            let isWord = index < span.end && (ASCII.isWord(text.bytes[index]) || Self.isJoint(text.bytes[index]))
            guard !isWord else { continue }
            if index > start { words.append(TextSpan(start, index)) }
            start = index + 1
        }
        return words
    }

    /// Apostrophes stay within words; hyphens and full stops part them.
    private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") || byte == UInt8(ascii: "&") }

    /// The sex that a title or role tells of.
    func sex(ofRole span: TextSpan?, in text: SourceText) -> Sex? {
        guard let span else { return nil }
        return words(span, text).lazy.compactMap {
            lexicon.nameWords.match([WordHash.of($0, in: text)], at: 0)?.value.sex
        }
        .first
    }

    /// Adds to `entity` what a mention tells of it: sex from titles and first names, roles, country.
    func describe(_ entity: inout DiscourseEntity, _ mention: Mention, in analysis: Analysis) {
        let text = analysis.text
        if let sex = sex(ofRole: mention.role, in: text) { entity.sex = sex }
        if entity.sex == nil, let first = words(mention.name, text).first {
            let isFull = words(mention.name, text).count > 1
            if isFull, let known = lexicon.firstName(WordHash.of(first, in: text)) { entity.sex = known.sex }
        }
        if let role = mention.role { add(role, to: &entity, in: analysis) }
        if let apposition = apposition(after: mention, in: analysis) { add(apposition, to: &entity, in: analysis) }
        let name = words(mention.name, text).map { WordHash.of($0, in: text) }
        if let known = lexicon.knownPeople.match(name, at: 0), known.words == name.count {
            entity.sex = known.value.sex ?? entity.sex
            entity.country = entity.country ?? known.value.country
            for role in known.value.roles {
                guard let word = lexicon.nameWords[role], let last = role.split(separator: " ").last else { continue }
                addRole(word, last: WordHash.of(String(last)), to: &entity)
            }
        }
    }

    /// The role that follows a name between commas: "Oleh Danylo, ⟦a Ukrainian journalist⟧, …".
    func apposition(after mention: Mention, in analysis: Analysis) -> TextSpan? {
        guard let sentence = analysis.sentenceIndex(at: mention.span.start) else { return nil }
        let tokens = analysis.tokens[analysis.sentences[sentence].tokens]
        guard let comma = firstToken(in: tokens, from: mention.span.end), comma + 2 < tokens.endIndex,
            analysis.text.bytes[tokens[comma].span.start] == UInt8(ascii: ",")
        else { return nil }
        var end: Int?
        for index in (comma + 1)..<min(comma + 9, tokens.endIndex) {
            let token = tokens[index]
            guard token.kind == .word else { break }
            let word = lexicon.nameWords.match([WordHash.of(token.span, in: analysis.text)], at: 0)?.value
            if word?.role == .saying { break }
            if word?.role == .role { end = index } else if end != nil { break }
        }
        guard let end else { return nil }
        let first = tokens[comma + 1]
        guard Self.articles.contains(WordHash.of(first.span, in: analysis.text)) || end <= comma + 3 else { return nil }
        return TextSpan(first.span.start, tokens[end].span.end)
    }

    /// Index of the first token of `tokens` that begins at `offset` or after.
    private func firstToken(in tokens: ArraySlice<Token>, from offset: Int) -> Int? {
        let low = tokens.partitioningIndex { $0.span.start >= offset }
        return low < tokens.endIndex ? low : nil
    }

    private func add(_ role: TextSpan, to entity: inout DiscourseEntity, in analysis: Analysis) {
        let hashes = words(role, analysis.text).map { WordHash.of($0, in: analysis.text) }
        var index = 0
        while index < hashes.count {
            guard let match = lexicon.nameWords.match(hashes, at: index) else {
                index += 1
                continue
            }
            addRole(match.value, last: hashes[index + match.words - 1], to: &entity)
            index += match.words
        }
        for mention in analysis.within(role, analysis.mentions, at: \.name) {
            if let key = mention.gazetteer, key.hasPrefix("country:"), entity.country == nil { entity.country = key }
        }
    }

    private func addRole(_ word: NameWord, last: UInt64, to entity: inout DiscourseEntity) {
        guard word.role == .role || word.role == .title else { return }
        entity.roles.insert(word.group)
        entity.roleWords.insert(last)
    }

    private static let articles: Set<UInt64> = Set(["a", "an", "the"].map { WordHash.of($0) })
}
