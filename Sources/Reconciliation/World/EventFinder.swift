import Lexicons
import NewsModel
import TextCore

/// Gathers what statements tell of one happening: the same deed, of the same people, at the same place and time.
///
/// Two visits of one person to one town in different years are two events; a visit told of by five reports is one.
struct EventFinder {
    /// One telling of a happening.
    struct Telling {
        var draft: Int
        var concept: Int32
        /// Whether the deed is the main verb of the clause.
        var isMain: Bool
        var participants: Set<Int>
        /// The same with their countries: "the Russian president" is whoever that is.
        var peoples: Set<Int>
        var places: Set<String>
        var times: [EventClock.Stretch]
        var isEarlier: Bool
        /// Place among the tellings.
        var number = 0
    }

    let analyses: [Analysis]
    let drafts: [Draft]
    let facts: WordFacts
    let words: StoryWords
    let places: PlaceFinder
    let clock: EventClock
    let parties: Parties
    let actors: [Actor]
    let claims: [Citation: String]
    let placeIDs: [String: String]
    let interactions: InteractionWords
    private let happenings: Set<Int32>
    private let nominal: Set<Int32>
    private let disasters: Set<Int32>
    private let strong: Set<Int32>

    init(
        analyses: [Analysis], drafts: [Draft], facts: WordFacts, words: StoryWords, places: PlaceFinder,
        clock: EventClock, parties: Parties, actors: [Actor], claims: [Citation: String],
        placeIDs: [String: String], interactions: InteractionWords
    ) {
        self.analyses = analyses
        self.drafts = drafts
        self.facts = facts
        self.words = words
        self.places = places
        self.clock = clock
        self.parties = parties
        self.actors = actors
        self.claims = claims
        self.placeIDs = placeIDs
        self.interactions = interactions
        func concepts(_ names: [String]) -> Set<Int32> { Set(names.compactMap(facts.meanings.concept)) }
        disasters = concepts(Self.disasterNames)
        nominal = concepts(Self.nominalNames).union(disasters)
        happenings = concepts(Self.deedNames).union(nominal)
        strong = concepts(Self.strongNames)
    }

    /// The events in order of time; what has no time, place or second telling is none.
    ///
    /// Tellings with a time are put together first; each of the others goes to the one dated happening that it fits, where
    /// several fit to the one it shares most with, of equals to the one that most is told of, of those to the likeliest.
    func events() -> [Event] {
        var all = tellings()
        for index in all.indices { all[index].number = index }
        let features = features(of: all)
        var groups: [[Telling]] = []
        for telling in all where !telling.times.isEmpty {
            if let best = best(groups, for: telling, features) {
                groups[best].append(telling)
            } else {
                groups.append([telling])
            }
        }
        for telling in all where telling.times.isEmpty {
            if let best = best(groups, for: telling, features) {
                groups[best].append(telling)
            } else {
                groups.append([telling])
            }
        }
        let events = groups.filter(isTold).map(event)
        return events.enumerated().sorted { a, b in
            let (x, y) = (a.element.start ?? "~", b.element.start ?? "~")
            return x != y ? x < y : a.offset < b.offset
        }.enumerated().map { number, entry in
            var event = entry.element
            event.id = "e\(number + 1)"
            return event
        }
    }

    private func best(_ groups: [[Telling]], for telling: Telling, _ features: EventPairFeatures) -> Int? {
        let fitting = groups.indices.filter { group in groups[group].allSatisfy { fits($0, telling) } }
            .map { (group: $0, shared: shared(groups[$0], telling)) }
        guard let most = fitting.map(\.shared).max(), most > 0 else { return nil }
        let equals = fitting.filter { $0.shared == most }.map(\.group)
        guard equals.count > 1 else { return equals.first }
        func rank(_ group: Int) -> (Int, Double, Int) {
            let likeness = groups[group].map { EventPairModel.likeness(features.features($0.number, telling.number)) }
            return (groups[group].count, likeness.reduce(0, +) / Double(likeness.count), -group)
        }
        return equals.map { ($0, rank($0)) }.max { $0.1 < $1.1 }?.0
    }

    /// What the merging of events looks at, for the words by which each telling tells its deed.
    private func features(of tellings: [Telling]) -> EventPairFeatures {
        let mentions = tellings.map { telling -> EventMention in
            let proposition = drafts[telling.draft].proposition
            let trigger = proposition.tokenIndices.first { token in
                words.form(proposition.document, token).meaning.concepts.contains { kind($0) == telling.concept }
            }
            let tokens = analyses[proposition.document].tokens
            return EventMention(
                document: proposition.document, span: trigger.map { tokens[$0].span } ?? proposition.span)
        }
        return EventMerger(
            analyses: analyses, reader: EventReader(analyses: analyses, words: words)
        ).pairs(
            of: mentions)
    }

    private func tellings() -> [Telling] {
        var seen: Set<Citation> = []
        return drafts.indices.compactMap { index in
            let draft = drafts[index]
            guard !draft.proposition.isHeadline, draft.statement.modality != .hypothetical,
                draft.statement.modality != .opinion, seen.insert(draft.statement.citation).inserted
            else { return nil }
            var deed = draft.features.headConcepts.first(where: happenings.contains)
            let isMain = deed != nil
            if deed == nil { deed = told(draft) }
            if isIntoSpace(draft) { deed = facts.meanings.concept("launch") }
            guard let concept = deed.map(kind) else { return nil }
            let document = draft.proposition.document
            let analysis = analyses[document]
            var places: Set<String> = []
            for mention in analysis.within(draft.proposition.span, analysis.mentions, at: \.span) {
                if let place = self.places.place(of: mention, document: document) { places.insert(place.key) }
            }
            let people = draft.features.participants.filter { actors[$0].kind == .person }
            let towns = Set(places.compactMap { parties.number(ofKey: $0) })
            let all = people.isEmpty ? draft.features.participants.filter { !towns.contains($0) } : people
            return Telling(
                draft: index, concept: concept, isMain: isMain, participants: Set(all),
                peoples: Set(all + all.compactMap { parties.country(of: $0) }), places: places,
                times: clock.all(in: draft.statement.citation), isEarlier: draft.features.isEarlier)
        }
    }

    /// `sent a satellite into space`: a launch by another verb.
    private func isIntoSpace(_ draft: Draft) -> Bool {
        let folded = draft.proposition.tokenIndices.map { words.form(draft.proposition.document, $0).folded }
        return zip(folded, folded.dropFirst()).contains { $0 == "into" && ["space", "orbit"].contains($1) }
    }

    /// A deed that a verb beside the main one tells of, or a noun: `confirmed his ⟦visit⟧`, `having recently ⟦vetoed⟧`.
    private func told(_ draft: Draft) -> Int32? {
        let document = draft.proposition.document
        for token in draft.proposition.tokenIndices {
            let form = words.form(document, token)
            guard let concept = form.meaning.concepts.first(where: happenings.contains), form.lemma != "hold" else {
                continue
            }
            if form.isInflectedVerb, form.isPast { return concept }
            if form.meaning.isNoun, nominal.contains(concept), !form.classes.contains(.light) { return concept }
        }
        return nil
    }

    /// Deaths, injuries and destruction are parts of what caused them.
    private func kind(_ concept: Int32) -> Int32 {
        disasters.contains(concept) ? disasters.min() ?? concept : concept
    }

    private func fits(_ a: Telling, _ b: Telling) -> Bool {
        guard a.concept == b.concept else { return false }
        if !a.times.isEmpty, !b.times.isEmpty {
            guard a.times.contains(where: { x in b.times.contains { Self.meet(x, $0) } }) else { return false }
        } else if a.isEarlier != b.isEarlier {
            // A telling that looks back and one that gives no time are not known to be of one happening.
            return false
        }
        if !disasters.contains(a.concept), !a.peoples.isEmpty, !b.peoples.isEmpty,
            a.peoples.isDisjoint(with: b.peoples)
        {
            return false
        }
        if !a.places.isEmpty, !b.places.isEmpty, a.places.isDisjoint(with: b.places) {
            let (x, y) = (Set(a.places.compactMap(countryOf)), Set(b.places.compactMap(countryOf)))
            return !x.isDisjoint(with: y)
                && (a.places.contains(where: Self.isCountry) || b.places.contains(where: Self.isCountry))
        }
        return true
    }

    private static func isCountry(_ key: String) -> Bool { key.hasPrefix("country:") }

    private func countryOf(_ key: String) -> String? { places.countries.place(key)?.country }

    /// What a telling shares with a group, the best of its members: places before people.
    private func shared(_ group: [Telling], _ telling: Telling) -> Int {
        group.map { other in
            other.participants.intersection(telling.participants).count
                + 3 * other.places.intersection(telling.places).count + (isDay(other, telling) ? 3 : 0)
        }.max() ?? 0
    }

    private func isDay(_ a: Telling, _ b: Telling) -> Bool {
        a.times.contains { x in b.times.contains { Self.meet(x, $0) } }
    }

    private static func meet(_ a: EventClock.Stretch, _ b: EventClock.Stretch) -> Bool {
        guard let x = a.range.start, let y = a.range.end, let p = b.range.start, let q = b.range.end else {
            return false
        }
        return x <= q && p <= y
    }

    /// Whether enough is told to call it an event: by two reports, or with who and when, or by the main verb with who and
    /// where.
    private func isTold(_ group: [Telling]) -> Bool {
        let documents = Set(group.map { drafts[$0.draft].proposition.document })
        let isPeopled = group.contains { !$0.participants.isEmpty }
        guard isPeopled || group.contains(where: { !$0.places.isEmpty && !$0.times.isEmpty }) else { return false }
        if group.contains(where: { !$0.times.isEmpty }) { return true }
        if documents.count > 1, group.contains(where: \.isMain) { return true }
        return group.contains { $0.isMain && !$0.places.isEmpty }
            || group.contains { $0.participants.count > 1 && strong.contains($0.concept) }
    }

    private func event(_ group: [Telling]) -> Event {
        var counts: [String: Int] = [:]
        var claims: [String] = []
        var people: [Int: Int] = [:]
        for telling in group {
            for place in telling.places { counts[place, default: 0] += 1 }
            for person in telling.participants { people[person, default: 0] += 1 }
            if let claim = self.claims[drafts[telling.draft].statement.citation], !claims.contains(claim) {
                claims.append(claim)
            }
        }
        let place = counts.max { a, b in
            let (x, y) = (rank(a.key), rank(b.key))
            return (a.value, x, b.key) < (b.value, y, a.key)
        }?.key
        let times = group.flatMap(\.times)
        let narrow = times.filter { one in
            !times.contains { $0 != one && $0.start.count > one.start.count && Self.meet($0, one) }
        }
        let clearest = group.max { clarity($0) < clarity($1) } ?? group[0]
        return Event(
            id: "", text: drafts[clearest.draft].statement.reading,
            participants: people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6).map { actors[$0.key].id },
            place: place.flatMap { placeIDs[$0] }, start: narrow.map(\.start).min(), end: narrow.map(\.end).max(),
            claims: claims, status: status(group), type: type(group))
    }

    /// What kind of deed it is, by the clearest telling whose word for it is known to be somebody's.
    private func type(_ group: [Telling]) -> String? {
        group.sorted { clarity($0) != clarity($1) ? clarity($0) > clarity($1) : $0.draft < $1.draft }.lazy
            .compactMap { type($0) }.first
    }

    private func type(_ telling: Telling) -> String? {
        let proposition = drafts[telling.draft].proposition
        let analysis = analyses[proposition.document]
        guard let number = analysis.sentenceIndex(at: proposition.span.start) else { return nil }
        let reader = InteractionReader(analysis.sentences[number], of: analysis, words: interactions, facts: facts)
        // A fire kills, and attacks nobody: who does it must be somebody.
        guard let found = reader.interaction(), proposition.span.contains(found.trigger),
            found.sources.contains(where: { isSomebody($0, analysis) }),
            let token = AttributionLayout.tokens(in: found.trigger, of: analysis).first,
            words.form(proposition.document, token).meaning.concepts.contains(where: { kind($0) == telling.concept })
        else { return nil }
        return found.kind.type
    }

    private func isSomebody(_ span: TextSpan, _ analysis: Analysis) -> Bool {
        analysis.mentions.contains { mention in
            mention.span.overlaps(span)
                && [.person, .organisation, .geopoliticalEntity, .nationality].contains(mention.kind)
        }
    }

    /// A town says more than a country.
    private func rank(_ key: String) -> Int { key.hasPrefix("country:") ? 0 : 1 }

    private func clarity(_ telling: Telling) -> Double {
        let draft = drafts[telling.draft]
        let length = draft.proposition.tokens.reduce(0) { $0 + $1.count }
        let carried = claims[draft.statement.citation].flatMap { Double($0.dropFirst()) }.map { 3 / (1 + $0 / 5) } ?? 0
        return carried + (telling.isMain ? 2 : 0) + (telling.times.isEmpty ? 0 : 1)
            + (telling.places.isEmpty ? 0 : 1) + (telling.participants.isEmpty ? 0 : 1) - (length > 30 ? 1.5 : 0)
            - (length < 5 ? 1 : 0)
    }

    private func status(_ group: [Telling]) -> Event.Status {
        let statements = group.map { drafts[$0.draft].statement }
        if statements.allSatisfy({ $0.modality == .denied || $0.polarity == .negative }) { return .denied }
        let positive = statements.filter { $0.modality != .denied && $0.polarity == .positive }
        let ahead = positive.filter { $0.modality == .planned }.count
        let open = positive.filter { $0.modality == .possible || $0.modality == .likely }.count
        let firm = positive.count - ahead - open
        // "the first was in 2000": an earlier case, told where the next is announced.
        if firm > 0, group.contains(where: \.isEarlier) { return .happened }
        if ahead > 0, ahead * 3 >= firm { return .announced }
        return firm > 0 ? .happened : open > 0 ? .planned : .announced
    }

    /// Deeds that a verb tells of.
    private static let deedNames = [
        "sign", "reject", "approve", "vote", "resign", "appoint", "dismiss", "detain", "charge", "convict", "sentence",
        "release", "test", "invade", "withdraw", "capture", "rescue", "launch", "buyout", "meet", "elect", "protest",
        "host",
    ]
    /// Happenings that nouns tell of as well.
    private static let nominalNames = ["visit", "quake", "storm"]
    private static let disasterNames = [
        "attack", "explode", "burn", "crash", "collapse", "flood", "shoot", "die", "injure", "evacuate", "destroy",
    ]
    /// Deeds worth telling though no time or place is given.
    private static let strongNames = [
        "reject", "approve", "sign", "test", "launch", "elect", "resign", "dismiss", "buyout",
    ]
}
