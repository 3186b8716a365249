import NewsModel
import TextCore

/// Joins the names that the reader's model finds with those of the rules.
///
/// - Titles, head words, the gazetteer and lists of known names outweigh the model; what first names, surnames, capitals and the
///   rest of the document suggest does not: there the model tells what is named, where the name ends, and whether there is any.
/// - What only the model finds is a name where it is sure of the words and of what they name.
/// - One name is of one kind in a document, unless titles, lists or head words say otherwise: the kind for which most is said
///   all over the document.
///
/// The limits were set on UNER EWT dev, GUM news dev and WNUT17 dev, where they make little difference within a tenth.
struct NameMerger {
    private let readings: NameReadings?
    private let spans: [ModelName]

    /// A name of the model.
    private struct ModelName {
        var tokens: Range<Int>
        var kind: Mention.Kind
        /// The least of its words' probabilities to be in a name.
        var confidence: Float
        /// How much of that falls on persons, organisations or places, whichever it is of.
        var share: Float

        /// Whether it has all words of `part`, and more.
        func holds(_ part: Range<Int>) -> Bool { part.count < tokens.count && tokens.clamped(to: part) == part }
    }

    /// What persons, organisations and places are told apart by.
    private enum Group: Int { case person, organisation, place }

    init(_ analysis: Analysis, _ tokens: NameTokens) {
        readings = analysis.nameReadings
        guard let readings else {
            spans = []
            return
        }
        var spans: [ModelName] = []
        for span in analysis.nameSpans {
            let name = ModelName(tokens: span.tokens, kind: span.kind, confidence: span.confidence, share: 1)
            if let last = spans.last, Self.joins(last, name, tokens) {
                spans[spans.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
                spans[spans.count - 1].confidence = min(last.confidence, name.confidence)
            } else {
                spans.append(name)
            }
        }
        for index in spans.indices { spans[index].share = Self.share(spans[index], readings) }
        self.spans = spans
    }

    /// The names of a sentence.
    ///
    /// - Parameters:
    ///   - rules: those that `parser` found in it last.
    /// - Complexity: O(k²) in the names of the sentence.
    func merged(_ rules: [FoundName], by parser: NameParser, in sentence: Range<Int>, casing: Casing) -> [FoundName] {
        guard let readings else { return rules }
        let near = spans(in: sentence)
        var kept: [FoundName] = []
        for rule in rules {
            let isWeak = rule.evidence.isWeak && Self.group(rule.kind) != nil
            if let same = near.first(where: { $0.tokens == rule.name }) {
                let isOther = Self.group(same.kind) != Self.group(rule.kind)
                kept.append(isWeak && isOther && same.share >= Self.enough ? Self.renamed(rule, same.kind) : rule)
            } else {
                let across = near.filter { $0.tokens.overlaps(rule.name) }
                let isHeld =
                    across.isEmpty
                    ? Self.inside(rule.name, readings) >= Self.least(rule.evidence)
                    : !across.contains { $0.confidence >= Self.sure }
                        || across.contains { $0.share < Self.enough }
                // "Georgia Tech" is not in Georgia: the gazetteer knows places, not what is named after them.
                let isPart =
                    rule.evidence == .place
                    && across.contains {
                        $0.holds(rule.name) && Self.group($0.kind) != .place && isCredible($0, casing)
                    }
                if !isPart, !isWeak || isHeld { kept.append(rule) }
            }
        }
        guard casing != .everyLetter else { return kept }
        for name in near.sorted(by: { ($1.confidence, $0.tokens.lowerBound) < ($0.confidence, $1.tokens.lowerBound) })
        where isCredible(name, casing) && !kept.contains(where: { $0.tokens.overlaps(name.tokens) }) {
            kept.append(Self.found(name, parser, kept))
        }
        return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The names of a document, each of one kind.
    ///
    /// Every naming has a voice for its kind, and the model's shares of its words on top.
    func consistent(_ names: [FoundName], _ tokens: NameTokens) -> [FoundName] {
        guard let readings else { return names }
        var voices: [ArraySlice<UInt64>: [Mention.Kind: Float]] = [:]
        for name in names where Self.group(name.kind) != nil {
            let words = tokens.hashes[name.name]
            voices[words, default: [:]][name.kind, default: 0] += 1
            for (column, kind) in NameReadings.kinds.enumerated() where Self.group(kind) != nil {
                let sum = name.name.reduce(Float(0)) { $0 + readings.share(ofKind: column, $1) }
                voices[words, default: [:]][kind, default: 0] += sum / Float(name.name.count)
            }
        }
        return names.map { name in
            guard let group = Self.group(name.kind), name.evidence.isWeak || name.evidence == .model,
                let best = voices[tokens.hashes[name.name]].flatMap(Self.loudest), Self.group(best) != group
            else { return name }
            return Self.renamed(name, best)
        }
    }

    /// The commonest kind of the group that has most voices.
    private static func loudest(_ voices: [Mention.Kind: Float]) -> Mention.Kind? {
        var groups: [Float] = [0, 0, 0]
        for kind in NameReadings.kinds { if let group = group(kind) { groups[group.rawValue] += voices[kind] ?? 0 } }
        let best = groups.indices.max { (groups[$0], $1) < (groups[$1], $0) }
        return NameReadings.kinds.filter { group($0)?.rawValue == best }.max { (voices[$0] ?? 0) < (voices[$1] ?? 0) }
    }

    // MARK: Limits

    private static let sure: Float = 0.9
    private static let surer: Float = 0.97
    /// The share of a kind that decides.
    private static let enough: Float = 0.6
    private static let most: Float = 0.8

    private func isCredible(_ name: ModelName, _ casing: Casing) -> Bool {
        guard let group = Self.group(name.kind) else { return false }
        // Of organisations there are more look-alikes: products, sites, departments.
        let isStrict = group == .organisation || casing != .running
        return name.confidence >= (isStrict ? Self.surer : Self.sure)
            && name.share >= (group == .organisation ? Self.most : Self.enough)
    }

    /// How likely the model must hold the words of a weak name to be in one at all.
    private static func least(_ evidence: FoundName.Evidence) -> Float { evidence == .acronym ? 0.5 : 0.3 }

    // MARK: What the model says

    private static func inside(_ range: Range<Int>, _ readings: NameReadings) -> Float {
        range.reduce(1) { least, token in
            min(least, readings.continues(token) + (token == range.lowerBound ? readings.begins(token) : 0))
        }
    }

    private static func share(_ name: ModelName, _ readings: NameReadings) -> Float {
        var sums = [Float](repeating: 0, count: NameReadings.kinds.count)
        for token in name.tokens {
            for kind in sums.indices { sums[kind] += readings.share(ofKind: kind, token) }
        }
        let group = Self.group(name.kind)
        var own: Float = 0
        for (kind, sum) in zip(NameReadings.kinds, sums)
        where group == nil ? kind == name.kind : Self.group(kind) == group { own += sum }
        return own / max(sums.reduce(0, +), 1e-6)
    }

    /// The names whose tokens lie in `range`.
    private func spans(in range: Range<Int>) -> ArraySlice<ModelName> {
        let low = spans.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        var end = low
        while end < spans.count, spans[end].tokens.upperBound <= range.upperBound { end += 1 }
        return spans[low..<end]
    }

    /// Whether two names are one: `Coca-Cola`, `Johnson & Johnson`, `Ode Power, Inc.`, `A. Noel Kramer`.
    private static func joins(_ first: ModelName, _ second: ModelName, _ tokens: NameTokens) -> Bool {
        guard first.kind == second.kind else { return false }
        if second.tokens.lowerBound == first.tokens.upperBound {
            return first.kind == .person && tokens.tokens[first.tokens.upperBound - 1].is(.initial)
        }
        guard second.tokens.lowerBound == first.tokens.upperBound + 1 else { return false }
        let between = tokens.tokens[first.tokens.upperBound]
        switch first.kind {
        case .organisation, .person:
            if between.is([.hyphen, .joined]) { return tokens.tokens[second.tokens.lowerBound].is(.joined) }
            if tokens.hashes[first.tokens.upperBound] == NameWords.ampersand { return true }
            return between.is(.comma) && second.tokens.count == 1
                && tokens.tokens[second.tokens.lowerBound].word?.role == .company
        default: return false
        }
    }

    private static func group(_ kind: Mention.Kind) -> Group? {
        switch kind {
        case .person: .person
        case .organisation: .organisation
        case .place, .geopoliticalEntity, .facility: .place
        case .product, .event, .law, .nationality: nil
        }
    }

    // MARK: Names made

    /// A name of the rules with what the model says it names: a title is no longer part of it unless it is a person's.
    private static func renamed(_ rule: FoundName, _ kind: Mention.Kind) -> FoundName {
        var found = FoundName(rule.name, kind).by(.model)
        found.isSure = false
        return found
    }

    private static func found(_ name: ModelName, _ parser: NameParser, _ others: [FoundName]) -> FoundName {
        var found = FoundName(name.tokens, name.kind).by(.model)
        found.isSure = name.confidence >= surer
        let first = name.tokens.lowerBound
        switch name.kind {
        case .person where parser.roleEnd(before: first) == first:
            let role = parser.roleStart(before: first)..<first
            guard !role.isEmpty, !others.contains(where: { $0.tokens.overlaps(role) }) else { break }
            found.role = role
            found.tokens = role.lowerBound..<name.tokens.upperBound
        case .geopoliticalEntity, .place:
            if let place = parser.place(at: first), place.name == name.tokens, place.kind != .nationality {
                found.key = place.key
            }
        case .organisation:
            if let known = parser.knownName(at: first), known.name == name.tokens { found.key = known.key }
        default: break
        }
        return found
    }
}
