import Lexicons
import NewsModel
import TextCore

/// Links the names of a document to entities: Putin and Vladimir Putin, the International Red Sea Agency and IRSA, Russia
/// and Russian. Kim Jong Un and Kim Jong Il stay apart; Kim alone is the one of them that the text speaks of most.
struct NameLinker {
    private let analysis: Analysis
    private let facts: PersonFacts
    private(set) var entities: [DiscourseEntity] = []
    /// The entity of each mention.
    private(set) var entityOf: [Int?]
    private var byKey: [String: Int] = [:]
    private var byName: [UInt64: [Int]] = [:]
    private var byWord: [UInt64: [Int]] = [:]

    init(_ analysis: Analysis, facts: PersonFacts) {
        self.analysis = analysis
        self.facts = facts
        entityOf = Array(repeating: nil, count: analysis.mentions.count)
    }

    /// Links all names: full ones first, for a headline has the surname before the text has the name.
    mutating func link() {
        let words = analysis.mentions.map { facts.words(of: $0.name, in: analysis.text) }
        let pairs = pairs(words)
        for index in words.indices where words[index].count > 1 || analysis.mentions[index].kind != .person {
            if !pairs.contains(index) { attach(index, words[index], to: entity(of: index, words[index])) }
        }
        for index in words.indices where entityOf[index] == nil && !pairs.contains(index) {
            attach(index, words[index], to: surnamed(index, words[index]) ?? entity(of: index, words[index]))
        }
    }

    /// Mentions that name two at once: `the Trump-Abe summit` in a text of a Trump and an Abe. `Smith-Jones` is one.
    private func pairs(_ words: [[UInt64]]) -> Set<Int> {
        let joined = analysis.mentions.indices.filter { index in
            let mention = analysis.mentions[index]
            return mention.kind == .person && words[index].count == 2 && !analysis.text[mention.name].contains(" ")
        }
        guard !joined.isEmpty else { return [] }
        let others = analysis.mentions.indices.filter { analysis.mentions[$0].kind == .person && !joined.contains($0) }
        let surnames = Set(others.compactMap { words[$0].last })
        return Set(joined.filter { words[$0].allSatisfy(surnames.contains) })
    }

    /// The entity with this full name, a new one where there is none.
    private mutating func entity(of index: Int, _ words: [UInt64]) -> Int {
        let mention = analysis.mentions[index]
        if let key = mention.gazetteer, let known = byKey[key] { return known }
        if mention.gazetteer == nil || mention.kind == .person, let same = named(index, words) { return same }
        var entity = DiscourseEntity(kind: mention.kind == .nationality ? .geopoliticalEntity : mention.kind)
        entity.key = mention.gazetteer
        if mention.kind == .nationality, mention.gazetteer?.hasPrefix("country:") != true { entity.kind = .nationality }
        entities.append(entity)
        if let key = mention.gazetteer { byKey[key] = entities.count - 1 }
        return entities.count - 1
    }

    /// An entity of the same kind that has the same name, a fuller or a shorter one.
    private func named(_ index: Int, _ words: [UInt64]) -> Int? {
        let mention = analysis.mentions[index]
        if let same = byName[Self.key(words)]?.first(where: { isCompatible(mention, entities[$0]) }) { return same }
        guard let last = words.last, words.count > 1 || mention.kind == .organisation else { return nil }
        let candidates = (byWord[last] ?? []) + (words.first.flatMap { byWord[$0] } ?? [])
        for candidate in candidates.prefix(32) where isCompatible(mention, entities[candidate]) {
            for name in entities[candidate].names where Self.isVariant(words, name, of: mention.kind) {
                return candidate
            }
        }
        return nil
    }

    /// The person or organisation that a name of one word is part of: the one that the text speaks of most so far.
    private func surnamed(_ index: Int, _ words: [UInt64]) -> Int? {
        let mention = analysis.mentions[index]
        guard let word = words.first, mention.kind == .person else { return nil }
        if let key = mention.gazetteer, let known = byKey[key] { return known }
        let sentence = analysis.sentenceIndex(at: mention.span.start) ?? 0
        let sex = facts.sex(ofRole: mention.role, in: analysis.text)
        return (byWord[word] ?? []).prefix(64)
            .filter {
                entities[$0].kind == .person && (sex == nil || entities[$0].sex == nil || sex == entities[$0].sex)
            }
            .max { score($0, index, at: sentence) < score($1, index, at: sentence) }
    }

    /// How likely a surname means the entity: one that was named before, is named often and lately, and is not brought in
    /// as somebody's father.
    private func score(_ entity: Int, _ mention: Int, at sentence: Int) -> Int {
        let distance = min(abs(sentence - entities[entity].lastSentence), 20)
        let isKnown = entities[entity].mentions.contains { $0 < mention }
        let isRelative = !entities[entity].roles.isDisjoint(with: ["kin"])
        return entities[entity].weight * 4 - distance + (isKnown ? 24 : 0) - (isRelative ? 12 : 0)
    }

    private func isCompatible(_ mention: Mention, _ entity: DiscourseEntity) -> Bool {
        guard entity.kind == mention.kind else { return false }
        guard mention.kind == .person, let sex = facts.sex(ofRole: mention.role, in: analysis.text) else { return true }
        return entity.sex == nil || entity.sex == sex
    }

    private mutating func attach(_ index: Int, _ words: [UInt64], to number: Int) {
        let mention = analysis.mentions[index]
        entityOf[index] = number
        entities[number].mentions.append(index)
        entities[number].weight += 1
        entities[number].lastSentence = analysis.sentenceIndex(at: mention.span.start) ?? 0
        guard mention.form == .name, !words.isEmpty else { return }
        if !entities[number].names.contains(words), entities[number].names.count < 8 {
            entities[number].names.append(words)
            byName[Self.key(words), default: []].append(number)
            for word in Set(words) { byWord[word, default: []].append(number) }
            if mention.kind == .organisation, let acronym = facts.acronym(of: mention.name, in: analysis.text) {
                byName[Self.key([acronym]), default: []].append(number)
            }
        }
        guard mention.kind == .person else { return }
        if entities[number].key == nil { entities[number].key = mention.gazetteer }
        facts.describe(&entities[number], mention, in: analysis)
    }

    private static func key(_ words: [UInt64]) -> UInt64 { words.reduce(0, StableHash.combine) }

    /// Whether two names of several words may be of one thing.
    ///
    /// Persons: the same first and last words with others between (Vladimir Vladimirovich Putin), or an initial.
    /// Organisations: one ends or begins the other (Toledo Hospital, ProMedica Toledo Hospital).
    private static func isVariant(_ a: [UInt64], _ b: [UInt64], of kind: Mention.Kind) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        switch kind {
        case .person:
            guard short.count > 1, short.last == long.last else { return false }
            return short.first == long.first && short.count < long.count && isSubsequence(short, long)
        case .organisation:
            guard short.count > 1, short.count < long.count else { return false }
            return long.suffix(short.count).elementsEqual(short) || long.prefix(short.count).elementsEqual(short)
        default: return false
        }
    }

    private static func isSubsequence(_ short: [UInt64], _ long: [UInt64]) -> Bool {
        var index = 0
        for word in long where index < short.count && word == short[index] { index += 1 }
        return index == short.count
    }
}
