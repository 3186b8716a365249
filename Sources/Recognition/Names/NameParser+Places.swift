import Lexicons
import NewsModel
import TextCore

/// Names that the tables hold: places, nationalities, organisations that everyone knows.
extension NameParser {
    /// A name of known-names.tsv.
    func knownName(at index: Int) -> FoundName? {
        guard let match = lexicon.knownNames.match(window(index, lexicon.knownNames.longest), at: 0) else { return nil }
        let first = tokens[index]
        guard first.is(.capital) || match.words > 1 else { return nil }
        if match.value.isAcronym, !first.is(.allCapitals) { return nil }
        let last = tokens[index + match.words - 1]
        guard match.words == 1 || last.is(.capital) || last.is(.number) else { return nil }
        if match.words == 1 {
            // A word that opens a sentence, and a surname after a given name, is not the company of that name.
            if first.is(.opensSentence), first.frequency >= 40, !memory.isCapitalised(first.hash) { return nil }
            if memory.isPerson(first.hash), !first.is(.allCapitals), match.value.kind == .organisation { return nil }
            if first.is(.frequentFirstName), continuesName(index + 1), match.value.kind == .organisation { return nil }
            if match.value.kind == .place,
                index == start || tokens[index - 1].hash != NameWords.the || continuesName(index + 1)
            {
                return nil
            }
        }
        var found = FoundName(index..<(index + match.words), match.value.kind)
        found.key = "known:" + match.value.name
        if match.value.kind == .nationality { found.form = .adjective }
        return found
    }

    /// A place of the gazetteer, or its adjective or inhabitants.
    func place(at index: Int) -> FoundName? {
        guard let match = lexicon.gazetteer.match(hashes[index..<end], at: 0) else {
            return unlistedPlace(at: index)
        }
        let range = index..<(index + match.words)
        guard range.allSatisfy({ tokens[$0].is(.capital) || !tokens[$0].is(.word) || tokens[$0].is(.function) }) else {
            return nil
        }
        if tokens[index].is(.function), tokens[index].hash == NameWords.the { return nil }
        let readings = match.readings.map { (reading: $0, place: lexicon.gazetteer.place($0.place)) }
        let letters = tokens[index].span.count
        if range.count == 1, letters <= 3, !tokens[index].is(.allCapitals) { return nil }
        if let (reading, country) = readings.first(where: { $0.reading.use != .name }).map({ ($0.reading, $0.place) }),
            !(letters <= 4 && tokens[index].is(.allCapitals))
        {
            var found = FoundName(range, .nationality)
            found.form = reading.use == .adjective ? .adjective : .name
            found.key = country.key
            return opensPersonalName(range, readings) ? nil : found
        }
        let named = readings.filter { $0.reading.use == .name }.map(\.place)
        if range.count == 1, tokens[index].word?.role == .placePrefix,
            named.allSatisfy({ $0.kind == .city || $0.kind == .region })
        {
            return nil
        }
        guard let best = choose(among: named, after: range), isPlace(range, best, named) else { return nil }
        var found = FoundName(range, best.mentionKind)
        found.key = best.key
        found.isSure =
            !best.isPersonalName && !best.isWord || isLocated(range) || widerPlace(after: range.upperBound) != nil
        return found
    }

    /// The likeliest of places with one name: what the comma after it says, else the largest.
    private func choose(among places: [GazetteerPlace], after range: Range<Int>) -> GazetteerPlace? {
        if let wider = widerPlace(after: range.upperBound) {
            let within = places.filter {
                $0.country == wider.country && (wider.kind == .country || $0.region == wider.region)
                    && $0.key != wider.key
            }
            if let best = within.max(by: { $0.prominence < $1.prominence }) { return best }
        }
        return places.max { ($0.prominence, $1.key) < ($1.prominence, $0.key) }
    }

    /// The region or country that a comma puts after a place: `Athens, Georgia` · `Portland, Ore.` · `Austin, TX`.
    private func widerPlace(after index: Int) -> GazetteerPlace? {
        guard index + 1 < end, tokens[index].is(.comma), tokens[index + 1].is(.capital) else { return nil }
        if let match = lexicon.gazetteer.match(hashes[(index + 1)..<end], at: 0) {
            let places = match.readings.filter { $0.use == .name }.map { lexicon.gazetteer.place($0.place) }
            if let wider = places.filter({ $0.kind == .region || $0.kind == .country }).max(by: {
                $0.prominence < $1.prominence
            }) {
                return wider
            }
        }
        guard tokens[index + 1].is(.allCapitals), tokens[index + 1].span.count == 2 else { return nil }
        return lexicon.statesByCode[tokens[index + 1].hash].flatMap { lexicon.gazetteer.place(key: $0) }
    }

    /// Whether a name that is also a word or a personal name is that of a place here.
    private func isPlace(_ range: Range<Int>, _ best: GazetteerPlace, _ all: [GazetteerPlace]) -> Bool {
        let first = tokens[range.lowerBound]
        if widerPlace(after: range.upperBound) != nil { return true }
        let isLocated = isLocated(range) || memory.kind(hashes[range]) == best.mentionKind
        if range.count == 1 {
            if memory.isPerson(first.hash), !isLocated { return false }
            if opensWithCommonWord(range.lowerBound) { return false }
            let isLarge =
                best.population >= 300_000 || [.country, .continent, .area, .water, .capital].contains(best.kind)
            if best.isWord, first.isCommon { return isLocated || isLarge && !first.is(.opensSentence) }
            if best.isPersonalName || first.is(.firstName) {
                return isLocated || best.kind == .country || isLarge && !continuesName(range.upperBound)
                    || best.kind == .region && !continuesName(range.upperBound)
            }
            if best.population < 100_000, best.kind == .city { return isLocated }
            if best.kind == .region, best.country != "US" { return isLocated || best.population > 2_000_000 }
        }
        return !opensPersonalName(range, [])
    }

    /// Whether the words around say that a name is that of a place: `in Jackson`, `a Lafayette teenager`.
    private func isLocated(_ range: Range<Int>) -> Bool {
        if range.lowerBound > start, isPlacing(tokens[range.lowerBound - 1]) {
            return true
        }
        guard range.upperBound < end, !tokens[range.upperBound].is(.capital) else { return false }
        return tokens[range.upperBound].word?.role == .local
    }

    /// `in`, `near`, `downtown`: what stands before places.
    private func isPlacing(_ token: NameToken) -> Bool {
        NameWords.placePrepositions.contains(token.hash) || token.word?.role == .direction && !token.is(.capital)
    }

    /// `Paris Hilton`, `Jordan Smith`: a place name that begins a person's.
    private func opensPersonalName(
        _ range: Range<Int>, _ readings: [(reading: Gazetteer.Reading, place: GazetteerPlace)]
    ) -> Bool {
        guard range.count == 1, continuesName(range.upperBound), tokens[range.lowerBound].is(.firstName) else {
            return false
        }
        let next = tokens[range.upperBound]
        return next.is(.surname) && next.word == nil && !next.isCommon && !next.is(.firstName)
    }

    /// A place that no table holds: `in Vostochny` · `Mayfield, Ohio`.
    private func unlistedPlace(at index: Int) -> FoundName? {
        guard tokens[index].is([.word, .capital]), !tokens[index].is(.possessive), !tokens[index].is(.allCapitals)
        else { return nil }
        var last = index + 1
        while last < end, last - index < 3, continuesName(last) { last += 1 }
        guard !memory.isPerson(tokens[index].hash), !tokens[index].is(.function) else { return nil }
        let isLocated = index > start && isPlacing(tokens[index - 1])
        let isBeforeState =
            widerPlace(after: last).map {
                $0.kind == .region && $0.country == "US" && !tokens[index].isCommon || isLocated
            } ?? false
        let isInside =
            last - index == 1 && index > start && NameWords.inside.contains(tokens[index - 1].hash)
            && tokens[index].frequency == 0 && !tokens[index].is(.model) && !tokens[index].is(.firstName)
            && !tokens[index].is(.surname) && !(last < end && tokens[last].is(.possessive))
        guard isBeforeState && !tokens[index].is(.frequentFirstName) || isInside else { return nil }
        var found = FoundName(index..<last, .geopoliticalEntity)
        found.isSure = isBeforeState
        return found
    }

    /// Whether a place may be believed where capitals mean nothing.
    func isUnmistakable(_ found: FoundName) -> Bool {
        guard let key = found.key, let place = lexicon.gazetteer.place(key: key) else { return false }
        if found.form == .adjective || found.kind == .nationality {
            return !tokens[found.name.lowerBound].isCommon || place.population > 0
        }
        if memory.kind(hashes[found.name]) == found.kind { return true }
        return !place.isWord && !place.isPersonalName
            && (place.kind == .country || place.kind == .area || place.population >= 500_000 || found.name.count > 1)
    }

    /// Whether a country's name or adjective begins at `index`.
    func isCountryOrAdjective(at index: Int) -> Bool {
        guard let match = lexicon.gazetteer.match(hashes[index..<end], at: 0),
            tokens[index].span.count > 3 || tokens[index].is(.allCapitals)
        else { return false }
        return match.readings.contains { $0.use != .name || lexicon.gazetteer.place($0.place).kind == .country }
    }

    /// The hashes of the next `length` words, or of those that are left.
    func window(_ index: Int, _ length: Int) -> [UInt64] { Array(hashes[index..<min(index + length, end)]) }
}

extension GazetteerPlace {
    /// What the place is as a mention: who can act is a geopolitical entity, a sea or a range of hills is a place.
    var mentionKind: Mention.Kind {
        switch kind {
        case .country, .capital, .city, .region: .geopoliticalEntity
        case .continent, .area, .water: .place
        }
    }

    /// How likely news means this one of several places with one name.
    var prominence: Int {
        switch kind {
        case .continent: 3_000_000_000
        case .country: 2_000_000_000 + population / 10
        case .area, .water: 1_000_000_000
        case .capital: 500_000_000 + population
        case .city: population * 3
        case .region: country == "US" ? 100_000_000 + population : population
        }
    }
}
