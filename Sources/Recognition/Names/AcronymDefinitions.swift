import NewsModel
import TextCore

/// Short forms that a document defines: a word in capitals, alone in parentheses, that is made of the first letters of the words
/// before it (after A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
/// text", 2003, over words).
///
/// `Citizens for Responsibility and Ethics in Washington (CREW)`, `the Trans-Pacific Partnership (TPP)`,
/// `BlackBerry Messenger (BBM)`. Not: `New York (AFP)`, `the minister (Reuters)`, `improvised explosive devices (IEDs)`.
///
/// The long form is one name, and the short one is a name of its kind wherever the document has it.
struct AcronymDefinitions {
    /// Tokens of a long form, and the token of its short form.
    private struct Definition {
        var long: Range<Int>
        var short: Int
    }

    private let tokens: NameTokens
    private let readings: NameReadings?
    private var found: [Definition] = []

    /// Finds the definitions of a document.
    ///
    /// - Complexity: O(n).
    init(_ analysis: Analysis, _ tokens: NameTokens) {
        self.tokens = tokens
        readings = analysis.nameReadings
        for sentence in analysis.sentences where sentence.tokens.count > 3 {
            for short in sentence.tokens.dropFirst(2).dropLast() where isDefined(short) {
                if let start = start(of: short, in: sentence.tokens, analysis.text) {
                    found.append(Definition(long: start..<(short - 1), short: short))
                }
            }
        }
    }

    /// Whether the word stands in capitals, alone in parentheses.
    private func isDefined(_ index: Int) -> Bool {
        let token = tokens.tokens[index]
        return token.is([.word, .allCapitals]) && (2...8).contains(token.span.count)
            && tokens.hashes[index - 1] == NameWords.opening && tokens.hashes[index + 1] == NameWords.closing
    }

    /// The first token of the long form that ends before the parenthesis of the word at `short`.
    private func start(of short: Int, in sentence: Range<Int>, _ text: SourceText) -> Int? {
        var letters = text.bytes[tokens.tokens[short].span.range]
        guard letters.allSatisfy(ASCII.isUpper) else { return nil }
        var index = short - 1
        var first: Int?
        while index > sentence.lowerBound, let letter = letters.last {
            index -= 1
            let token = tokens.tokens[index]
            // "Co-operation" may give one letter or two.
            if token.is(.hyphen) { continue }
            guard token.is(.word) else { return nil }
            // "BlackBerry" gives both its capitals, "Navy" one.
            let capitals = text.bytes[token.span.range].filter(ASCII.isUpper)
            if capitals.count > 1, letters.count >= capitals.count,
                letters.suffix(capitals.count).elementsEqual(capitals)
            {
                letters = letters.dropLast(capitals.count)
            } else if ASCII.lowercased(text.bytes[token.span.start]) == ASCII.lowercased(letter),
                token.is(.capital) || token.is(.function)
            {
                letters = letters.dropLast()
            } else if !token.is(.function), !(index > sentence.lowerBound && tokens.tokens[index - 1].is(.hyphen)) {
                return nil
            }
            first = index
        }
        guard letters.isEmpty, let first, tokens.tokens[first].is(.capital),
            (first..<(short - 1)).count(where: { tokens.tokens[$0].is(.capital) }) > 1 || isCamel(first, text)
        else { return nil }
        return first
    }

    private func isCamel(_ index: Int, _ text: SourceText) -> Bool {
        text.bytes[tokens.tokens[index].span.range].count(where: ASCII.isUpper) > 1
    }

    /// The names of the document with what it defines: each long form whole, each short form of its kind.
    ///
    /// - Parameters:
    ///   - names: in order, none within another.
    ///   - running: the tokens of the sentences whose capitals mean something.
    /// - Complexity: O(n + d log m) for d definitions among m names.
    func applied(to names: [FoundName], running: [Range<Int>]) -> [FoundName] {
        var shorts: [UInt64: FoundName] = [:]
        var (longs, replaced) = ([FoundName](), Set<Int>())
        for definition in found {
            let near =
                names.partitioningIndex {
                    $0.tokens.upperBound > definition.long.lowerBound
                }..<names.partitioningIndex { $0.tokens.lowerBound >= definition.long.upperBound }
            guard let long = long(definition, names[near]) else { continue }
            replaced.formUnion(near)
            longs.append(long)
            if shorts[tokens.hashes[definition.short]] == nil { shorts[tokens.hashes[definition.short]] = long }
        }
        guard !shorts.isEmpty else { return names }
        var kept = longs
        for (index, name) in names.enumerated() where !replaced.contains(index) {
            let isShort = name.name.count == 1 && name.role == nil && short(name.name.lowerBound, shorts) != nil
            if !isShort { kept.append(name) }
        }
        var covered = Set(kept.flatMap(\.tokens))
        for index in running.joined() {
            guard let long = short(index, shorts), covered.insert(index).inserted else { continue }
            var found = FoundName(index..<(index + 1), long.kind).by(.head)
            found.key = long.key
            kept.append(found)
        }
        return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// What the short form at `index` stands for.
    private func short(_ index: Int, _ shorts: [UInt64: FoundName]) -> FoundName? {
        tokens.tokens[index].is(.allCapitals) ? shorts[tokens.hashes[index]] : nil
    }

    /// The long form as a name, nil where nothing says of what kind or where another name reaches into it.
    ///
    /// - Parameter near: the names that overlap it.
    private func long(_ definition: Definition, _ near: ArraySlice<FoundName>) -> FoundName? {
        if near.count == 1, let same = near.first, same.name == definition.long { return same }
        guard near.allSatisfy({ definition.long.clamped(to: $0.tokens) == $0.tokens }) else { return nil }
        let kinds = near.map(\.kind).filter { ![.person, .place, .geopoliticalEntity, .nationality].contains($0) }
        guard let kind = kinds.last ?? loudest(definition) else { return nil }
        return FoundName(definition.long, kind).by(.head)
    }

    /// What the model holds the words of both forms to name, as far as it holds them to name anything.
    private func loudest(_ definition: Definition) -> Mention.Kind? {
        guard let readings else { return nil }
        let all = Array(definition.long) + [definition.short]
        let sums = NameReadings.kinds.indices.map { kind in
            all.reduce(Float(0)) { $0 + readings.share(ofKind: kind, $1) } / Float(all.count)
        }
        guard sums.reduce(0, +) > 0.3 else { return nil }
        return sums.indices.max { (sums[$0], $1) < (sums[$1], $0) }.map { NameReadings.kinds[$0] }
    }
}
