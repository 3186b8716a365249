import Lexicons
import NewsModel
import TextCore

/// The places of a story: those that its reports name as where something is or goes, with coordinates.
///
/// Counts: `in Hanoi`, `to North Korea`, `visited Pyongyang`, `in Varna's port`, a dateline. Does not: `Moscow said`,
/// `Moscow's war effort`, `talks between Russia and China`: there a name stands for a government.
struct PlaceFinder {
    let analyses: [Analysis]
    let words: StoryWords
    let countries: CountryNames
    /// Concepts of verbs whose object is where one goes or what is struck: visit, leave, attack.
    let reaching: Set<Int32>
    /// The sense "location": nouns that have places, as "port" and "province".
    let location: WordMeanings.Entry

    init(analyses: [Analysis], words: StoryWords, facts: WordFacts, countries: CountryNames) {
        self.analyses = analyses
        self.words = words
        self.countries = countries
        reaching = Set(["visit", "depart", "attack", "invade", "capture", "flood"].compactMap(facts.meanings.concept))
        location = facts.meanings.entry("location")
    }

    /// A place that a mention names as a place; nil where it names a government or nothing that the gazetteer knows.
    func place(of mention: Mention, document: Int) -> GazetteerPlace? {
        guard let key = mention.gazetteer, mention.kind != .nationality, mention.form == .name,
            let place = countries.place(key), place.kind != .continent, isLocative(mention, document)
        else { return nil }
        return place
    }

    /// The places, those named most often first.
    func places() -> [Place] {
        var found: [String: (place: GazetteerPlace, citations: [(Citation, Place.Evidence)], names: [String: Int])] =
            [:]
        for (document, analysis) in analyses.enumerated() {
            for mention in analysis.mentions {
                guard let place = place(of: mention, document: document) else { continue }
                var entry = found[place.key] ?? (place, [], [:])
                entry.citations.append(
                    (Citation(analysis.document.id, mention.span), evidence(of: mention, document)))
                entry.names[analysis.text[mention.name].oneLine, default: 0] += 1
                found[place.key] = entry
            }
        }
        let sorted = found.values.sorted {
            ($1.citations.count, $0.place.key) < ($0.citations.count, $1.place.key)
        }
        return sorted.enumerated().map { index, entry in
            let citations = entry.citations.sorted { $0.0 < $1.0 }
            return Place(
                id: "p\(index + 1)", name: Self.name(entry.place, entry.names), latitude: entry.place.latitude,
                longitude: entry.place.longitude, citations: citations.map(\.0), evidence: citations.map(\.1))
        }
    }

    /// What a mention says of a place: a dateline, where somebody spoke (`said in Tbilisi`, `reported …, from Kyiv`), or
    /// where something happens.
    private func evidence(of mention: Mention, _ document: Int) -> Place.Evidence {
        let analysis = analyses[document]
        if let block = analysis.document.blockIndex(at: mention.span.start),
            analysis.document.blocks[block].kind == .dateline
        {
            return .dateline
        }
        let own = AttributionLayout.tokens(in: mention.span, of: analysis)
        guard let place = analysis.sentenceIndex(at: mention.span.start) else { return .mention }
        let sentence = analysis.sentences[place].tokens
        let near = max(sentence.lowerBound, own.lowerBound - 4)..<own.lowerBound
        if near.contains(where: { Self.saying.contains(words.form(document, $0).lemma) }) { return .speaker }
        let before = max(sentence.lowerBound, own.lowerBound - 1)..<own.lowerBound
        if before.contains(where: { words.form(document, $0).folded == "from" }),
            own.upperBound >= sentence.upperBound - 1,
            sentence.contains(where: { Self.saying.contains(words.form(document, $0).lemma) })
        {
            return .speaker
        }
        let happens = sentence.contains { token in
            let form = words.form(document, token)
            return form.isInflectedVerb || form.meaning.isAction || form.classes.contains(.auxiliary)
        }
        return happens ? .event : .mention
    }

    private static let saying: Set<String> = ["say", "tell", "report", "announce", "add", "write", "state"]

    /// The id of the place of each gazetteer key among `places`.
    func ids(of places: [Place]) -> [String: String] {
        var ids: [String: String] = [:]
        for place in places {
            for citation in place.citations.prefix(1) {
                guard let document = analyses.firstIndex(where: { $0.document.id == citation.document }),
                    let mention = analyses[document].mentions.first(where: {
                        $0.span == citation.span && $0.gazetteer != nil
                    }),
                    let key = mention.gazetteer
                else { continue }
                ids[key] = place.id
            }
        }
        return ids
    }

    /// The name in the gazetteer where the reports use it, else the one that they use most.
    private static func name(_ place: GazetteerPlace, _ names: [String: Int]) -> String {
        if names.keys.contains(where: { FoldedText.fold($0) == FoldedText.fold(place.name) }) { return place.name }
        return names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? place.name
    }

    private func isLocative(_ mention: Mention, _ document: Int) -> Bool {
        let analysis = analyses[document]
        guard let block = analysis.document.blockIndex(at: mention.span.start) else { return false }
        switch analysis.document.blocks[block].kind {
        case .dateline: return true
        case .promo, .relatedLink, .boilerplate, .biography, .byline, .credit: return false
        default: break
        }
        guard let place = analysis.sentenceIndex(at: mention.span.start) else { return false }
        let sentence = analysis.sentences[place].tokens
        let own = AttributionLayout.tokens(in: mention.span, of: analysis)
        if own.isEmpty || own.upperBound > sentence.upperBound { return false }
        // "First Avenue North", "the West Side", "on March Street": of no province, and of no town.
        if own.allSatisfy({ Self.directions.contains(words.form(document, $0).folded) }) { return false }
        if sentence.contains(own.upperBound), Self.roads.contains(words.form(document, own.upperBound).folded) {
            return false
        }
        if isPossessor(own, sentence, document) { return false }
        return isAfterPlaceWord(own.lowerBound, sentence, document)
            || isPlaceNoun(own.upperBound, sentence, document)
    }

    /// `Moscow's war effort`; not `Varna's port`.
    private func isPossessor(_ own: Range<Int>, _ sentence: Range<Int>, _ document: Int) -> Bool {
        var next = own.upperBound
        let last = words.form(document, own.upperBound - 1).folded
        if !last.hasSuffix("'s") {
            guard next < sentence.upperBound, words.form(document, next).folded.hasPrefix("'") else { return false }
            next += 1
        }
        return !isPlaceNoun(next, sentence, document)
    }

    /// Whether the words before a name put something there: a preposition of place, past articles and adjectives, "port
    /// of", or a verb of going there.
    private func isAfterPlaceWord(_ start: Int, _ sentence: Range<Int>, _ document: Int) -> Bool {
        var index = start - 1
        var steps = 0
        while index >= sentence.lowerBound, steps < 4 {
            let form = words.form(document, index)
            if Self.locative.contains(form.folded) { return true }
            if form.folded == "of" {
                return index > sentence.lowerBound && isPlaceNoun(index - 1, sentence, document)
            }
            if form.meaning.isVerb, !form.classes.contains(.auxiliary),
                form.meaning.concepts.contains(where: reaching.contains)
            {
                return true
            }
            // "in Bulgaria and Romania", "in Varna, Bulgaria": what is true of the first is true of the second.
            if form.folded == "," || form.folded == "and" || form.folded == "or" {
                guard index > sentence.lowerBound, isName(index - 1, document) else { return false }
                index -= 1
                while index >= sentence.lowerBound, isName(index, document) { index -= 1 }
                steps += 1
                continue
            }
            let passes =
                form.classes.contains(.determiner) || form.meaning.isAdjective || isName(index, document)
                || Self.directions.contains(form.folded)
            guard passes else { return false }
            index -= 1
            steps += 1
        }
        return false
    }

    private func isName(_ index: Int, _ document: Int) -> Bool {
        let shape = analyses[document].tokens[index].shape
        return shape == .title || shape == .upper || shape == .mixed
    }

    private func isPlaceNoun(_ index: Int, _ sentence: Range<Int>, _ document: Int) -> Bool {
        guard sentence.contains(index) else { return false }
        let form = words.form(document, index)
        return Self.placeNouns.contains(form.lemma)
            || form.meaning.isNoun && !form.meaning.isVerb && form.classes.isEmpty
                && WordMeanings.closeness(form.meaning, location) == .kindOf
    }

    private static let locative: Set<String> = [
        "in", "at", "to", "from", "near", "into", "inside", "outside", "across", "around", "through", "throughout",
        "toward", "towards", "off", "over", "via", "beyond", "within", "outskirts", "reached", "entered", "on",
    ]
    private static let directions: Set<String> = [
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "downtown",
        "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
        "southwestern", "midwest",
    ]
    private static let roads: Set<String> = [
        "street", "streets", "st", "avenue", "avenues", "ave", "road", "roads", "rd", "boulevard", "blvd", "lane",
        "drive", "highway", "parkway", "alley", "terrace", "court", "place", "square", "way",
    ]
    private static let placeNouns: Set<String> = [
        "port", "harbour", "harbor", "city", "town", "village", "capital", "province", "region", "state", "district",
        "island", "coast", "airport", "border", "side", "suburb", "county", "outskirts", "centre",
        "center",
        "area", "territory", "north", "south", "east", "west", "cosmodrome", "stadium", "university",
    ]
}
