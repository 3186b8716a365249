import Lexicons
import NewsModel
import TextCore

/// Merges the coreference chains of a story's documents into actors: one name however it is written, a surname with the
/// one full name that has it, an organisation with its abbreviation.
///
/// Merges `Kim Jong-un`, `Kim Jong Un` and, in a report that says no more, `Kim`; `Danubia Chem` and `Danubia`;
/// `International Red Sea Agency` and `IRSA`; `Singapore Airlines (SIA)` and `SIA`; `Bulgaria's interior ministry` and
/// `Ministry of the Interior`; `the North` and the only country called North that the story tells of. Keeps apart
/// `Kim Jong Un` and `Kim Jong Il`, `Georgian economy ministry` and `Bulgarian economy ministry`.
struct ActorMerger {
    let analyses: [Analysis]
    let countries: CountryNames
    let kinds: ActorKinds

    /// A chain on its way to an actor.
    struct Piece {
        var document: Int
        var chain: Int
        var kind: Mention.Kind
        var key: String?
        /// The distinct names in it, as words, the fullest first.
        var names: [[String]]
        var count: Int
        /// Whether it is written in capitals and is no country: `GAO`, though a town in Mali has that name.
        var isAcronym = false
        /// The first letters of its name after its country: `USAF` for the `United States` ⟦`Air Force`⟧.
        var nationalInitials: Set<String> = []
    }

    /// Everything that is named, the most mentioned first. Those that no article text mentions have no part in the story
    /// but are kept, last, so that every chain has its actor.
    func groups() -> [[Piece]] {
        let pieces = pieces()
        var sets = DisjointSets(pieces.count)
        joinEqualKeys(pieces, &sets)
        joinPeople(pieces, &sets)
        joinOrganisations(pieces, &sets)
        joinDirections(pieces, &sets)
        joinGovernments(pieces, &sets)
        joinOthers(pieces, &sets)
        return sets.groups().map { $0.map { pieces[$0] } }
    }

    private func pieces() -> [Piece] {
        analyses.enumerated().flatMap { document, analysis in
            analysis.chains.enumerated().compactMap { number, chain -> Piece? in
                let mentions = chain.mentions.map { analysis.mentions[$0] }
                guard !mentions.isEmpty else { return nil }
                let kind = kinds.kind(of: chain, document: document)
                var names: [[String]] = []
                for mention in mentions where mention.form == .name || mention.form == .nominal && kind == .organisation
                {
                    let text = analysis.text[mention.name]
                    let words = kind == .person ? NameKey.person(text) : NameKey.words(text)
                    // "the ministry" may be any.
                    if mention.form == .nominal, NameKey.organisation(text).count < 2 { continue }
                    if !words.isEmpty, !names.contains(words) { names.append(words) }
                }
                if names.isEmpty { names = [NameKey.words(chain.name)] }
                names.sort { ($1.count, $0.joined()) < ($0.count, $1.joined()) }
                let key = mentions.compactMap(\.gazetteer).first
                let acronyms = Acronyms(analysis)
                return Piece(
                    document: document, chain: number, kind: kind, key: key, names: names, count: mentions.count,
                    isAcronym: key?.hasPrefix("country:") != true && mentions.contains { acronyms.isAcronym($0) },
                    nationalInitials: kind == .organisation ? acronyms.nationalInitials(chain.mentions) : [])
            }
        }
    }

    private func joinEqualKeys(_ pieces: [Piece], _ sets: inout DisjointSets) {
        var first: [String: Int] = [:]
        for (index, piece) in pieces.enumerated() {
            guard let key = piece.key else { continue }
            if let known = first[key] { sets.join(known, index) } else { first[key] = index }
        }
    }

    // MARK: People

    private func joinPeople(_ pieces: [Piece], _ sets: inout DisjointSets) {
        let people = pieces.indices.filter { pieces[$0].kind == .person }
        let full = people.filter { pieces[$0].names[0].count > 1 }
        let distinct = joinEqualNames(full, pieces, &sets)
        // Only names whose last words sound alike can be one.
        var alike: [String: [Int]] = [:]
        for index in distinct {
            let key = NameKey.outline(pieces[index].names[0].last ?? "")
            for other in alike[key] ?? []
            where !excludes(pieces[other], pieces[index])
                && Self.isOnePerson(pieces[other].names[0], pieces[index].names[0])
            {
                sets.join(other, index)
            }
            alike[key, default: []].append(index)
        }
        var holders: [String: Int?] = [:]
        for one in people where pieces[one].names[0].count == 1 {
            let word = pieces[one].names[0][0]
            let known = holders[word] ?? holder(of: word, among: full, pieces, sets)
            if let holder = known, !excludes(pieces[holder], pieces[one]) {
                sets.join(holder, one)
                holders[word] = holder
            } else {
                holders[word] = one
            }
        }
    }

    /// Joins pieces with the same name and gives the first of each.
    private func joinEqualNames(_ items: [Int], _ pieces: [Piece], _ sets: inout DisjointSets) -> [Int] {
        var first: [[String]: Int] = [:]
        var distinct: [Int] = []
        for index in items {
            if let known = first[pieces[index].names[0]], !excludes(pieces[known], pieces[index]) {
                sets.join(known, index)
            } else {
                first[pieces[index].names[0]] = index
                distinct.append(index)
            }
        }
        return distinct
    }

    /// Two keys of the tables are two people.
    private func excludes(_ a: Piece, _ b: Piece) -> Bool {
        guard let x = a.key, let y = b.key else { return false }
        return x != y
    }

    /// Whether two full names are one: word for word, or one with a middle name, an initial, or a word of a role before it.
    static func isOnePerson(_ a: [String], _ b: [String]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard let first = short.first, let last = short.last, let lead = long.first, let end = long.last,
            NameKey.soundsLike(last, end)
        else { return false }
        if short.count == long.count {
            return zip(short, long).allSatisfy { x, y in
                NameKey.soundsLike(x, y) || (x.count == 1 || y.count == 1) && x.first == y.first
            }
        }
        if zip(short.reversed(), long.reversed()).allSatisfy({ NameKey.soundsLike($0, $1) }) { return true }
        let isInitial = first.count == 1 || lead.count == 1
        return short.count == 2 && (NameKey.soundsLike(first, lead) || isInitial && first.first == lead.first)
    }

    /// The full name that a single one is part of: the only one, or the one spoken of far more than the others.
    private func holder(of word: String, among full: [Int], _ pieces: [Piece], _ sets: DisjointSets) -> Int? {
        var counts: [Int: Int] = [:]
        for index in full {
            let name = pieces[index].names[0]
            let isPart =
                NameKey.soundsLike(name[name.count - 1], word) || name.count > 2 && NameKey.soundsLike(name[0], word)
            if isPart { counts[sets.root(index), default: 0] += pieces[index].count }
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let best = ranked.first else { return nil }
        return ranked.count == 1 || best.value >= 3 * ranked[1].value ? best.key : nil
    }

    // MARK: Organisations

    private func joinOrganisations(_ pieces: [Piece], _ sets: inout DisjointSets) {
        let all = pieces.indices.filter {
            pieces[$0].kind == .organisation || pieces[$0].kind == .facility
                || pieces[$0].isAcronym && pieces[$0].key == nil
        }
        var keysOf: [UInt64: Set<String>] = [:]
        for index in pieces.indices {
            if let key = pieces[index].key { keysOf[UInt64(sets.root(index)), default: []].insert(key) }
        }
        func join(_ a: Int, _ b: Int) {
            let (x, y) = (UInt64(sets.root(a)), UInt64(sets.root(b)))
            let keys = (keysOf[x] ?? []).union(keysOf[y] ?? [])
            // Two keys of the tables are two organisations.
            guard x != y, keys.count <= 1 else { return }
            sets.join(a, b)
            keysOf[UInt64(sets.root(a))] = keys
        }
        var byWords: [[String]: [(index: Int, key: OrganisationKey)]] = [:]
        var byInitials: [String: [(index: Int, key: OrganisationKey)]] = [:]
        for index in all {
            for name in pieces[index].names.prefix(4) {
                let key = OrganisationKey(name, countries)
                for other in byWords[key.words] ?? [] where key.isOne(with: other.key) { join(other.index, index) }
                byWords[key.words, default: []].append((index, key))
                if name.count > 1 { byInitials[key.initials, default: []].append((index, key)) }
            }
        }
        // GAO may be an office though a town in Mali has that name; LIMA in a dateline begins no name.
        for index in pieces.indices where pieces[index].isAcronym && pieces[index].key != nil {
            for other in byInitials[pieces[index].names[0].joined()] ?? [] { join(other.index, index) }
        }
        for (long, short) in definedAcronyms(pieces) { join(long, short) }
        for index in all {
            for initials in pieces[index].nationalInitials.sorted() {
                for other in byWords[[initials]] ?? [] where pieces[other.index].isAcronym { join(index, other.index) }
            }
        }
        for entries in byWords.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).map(\.value) {
            for entry in entries where entry.key.words.count == 1 && entry.key.words[0].count >= 3 {
                for other in byInitials[entry.key.words[0]] ?? [] where entry.key.isOne(with: other.key) {
                    join(entry.index, other.index)
                }
            }
        }
        // "Danubia" is the Danubia Chem that the story speaks of, if it speaks of one.
        var byFirst: [String: Set<Int>] = [:]
        for index in all where pieces[index].names[0].count > 1 {
            byFirst[pieces[index].names[0][0], default: []].insert(sets.root(index))
        }
        for index in all
        where pieces[index].names[0].count == 1 && (pieces[index].names[0][0].count >= 4 || pieces[index].isAcronym) {
            let longer = Set((byFirst[pieces[index].names[0][0]] ?? []).map(sets.root))
            if let only = longer.first, longer.count == 1 { join(only, index) }
        }
    }

    /// Pieces that a report says are one: `the European Court of Human Rights (ECHR)`.
    private func definedAcronyms(_ pieces: [Piece]) -> [(Int, Int)] {
        var numbers: [Actor.ChainReference: Int] = [:]
        for (number, piece) in pieces.enumerated() {
            let document = analyses[piece.document].document.id
            numbers[Actor.ChainReference(document: document, chain: piece.chain)] = number
        }
        return analyses.flatMap { analysis in
            Acronyms(analysis).defined().compactMap { long, short in
                let id = analysis.document.id
                guard let a = numbers[Actor.ChainReference(document: id, chain: long)],
                    let b = numbers[Actor.ChainReference(document: id, chain: short)], pieces[a].kind != .person
                else { return nil }
                return (a, b)
            }
        }
    }

    // MARK: The rest

    /// `the Russian government`, `the government of Russia` are Russia.
    private func joinGovernments(_ pieces: [Piece], _ sets: inout DisjointSets) {
        var holders: [String: Int] = [:]
        for (index, piece) in pieces.enumerated() {
            if let key = piece.key, key.hasPrefix("country:"), holders[key] == nil { holders[key] = index }
        }
        for (index, piece) in pieces.enumerated() where piece.key == nil && piece.kind == .organisation {
            let countries = piece.names.map { name -> String? in
                let words = name.filter { !["government", "of", "the"].contains($0) }
                return name.contains("government") ? self.countries.country(of: words.joined(separator: " ")) : nil
            }
            guard let first = countries.first ?? nil, countries.allSatisfy({ $0 == first }), let holder = holders[first]
            else { continue }
            sets.join(holder, index)
        }
    }

    /// `the North` is North Korea where the story tells of no other country or region of the north.
    private func joinDirections(_ pieces: [Piece], _ sets: inout DisjointSets) {
        let places = pieces.indices.filter { [.place, .geopoliticalEntity].contains(pieces[$0].kind) }
        for direction in ["north", "south", "east", "west"] {
            let full = places.filter { index in
                pieces[index].key?.hasPrefix("country:") == true
                    && pieces[index].names.contains { $0.count == 2 && $0[0] == direction }
            }
            guard let holder = full.first, Set(full.map(sets.root)).count == 1 else { continue }
            for index in places where pieces[index].key == nil && pieces[index].names == [[direction]] {
                sets.join(holder, index)
            }
        }
    }

    /// What has one name is one thing: of places and products whatever the name, of others where it has several words,
    /// though one report takes it for a person and another for a company.
    private func joinOthers(_ pieces: [Piece], _ sets: inout DisjointSets) {
        var first: [String: Int] = [:]
        for (index, piece) in pieces.enumerated() where piece.key == nil {
            let isSimple = piece.kind == .person || piece.kind == .organisation
            guard !isSimple || piece.names[0].count > 1 else { continue }
            let key = piece.names[0].joined(separator: " ")
            if let known = first[key] { sets.join(known, index) } else { first[key] = index }
        }
    }
}

/// What tells an organisation from others: the words of its name without its country, and the country.
struct OrganisationKey {
    let words: [String]
    private let country: String?
    let initials: String
    /// Whether a single word tells it from others: a name, not "ministry".
    private let isProper: Bool

    init(_ name: [String], _ countries: CountryNames) {
        let bare = NameKey.organisation(name.joined(separator: " "))
        country = bare.lazy.compactMap { countries.country(of: $0) }.first
        words = bare.filter { countries.country(of: $0) == nil }
        isProper = name.count == 1
        initials = String(name.filter { !["of", "the", "for", "and", "in", "on"].contains($0) }.compactMap(\.first))
    }

    /// Whether both name one organisation.
    func isOne(with other: OrganisationKey) -> Bool {
        if let x = country, let y = other.country, x != y { return false }
        if words.count > 1 || country != nil || isProper, !words.isEmpty, words == other.words {
            return country == other.country || words.count > 1
        }
        return isAbbreviation(of: other) || other.isAbbreviation(of: self)
    }

    /// `IRSA` of the International Red Sea Agency; of two letters only where both are known by table.
    private func isAbbreviation(of other: OrganisationKey) -> Bool {
        words.count == 1 && words[0].count >= 3 && country == nil && words[0] == other.initials
    }
}

/// Sets that are joined pair by pair; the smallest member names a set.
struct DisjointSets {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    /// The smallest member of the set that holds `item`.
    func root(_ item: Int) -> Int {
        var item = item
        while parents[item] != item { item = parents[item] }
        return item
    }

    /// Makes one set of two.
    mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        parents[max(x, y)] = min(x, y)
    }

    /// The sets, each sorted, in the order of their smallest members.
    func groups() -> [[Int]] {
        var members: [[Int]] = parents.map { _ in [] }
        for item in parents.indices { members[root(item)].append(item) }
        return members.filter { !$0.isEmpty }
    }
}
