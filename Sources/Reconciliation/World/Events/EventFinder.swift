import Lexicons
import NewsModel
import TextCore

/// Gathers what statements tell of one happening: the same deed, of the same people, at the same place and time.
///
/// Two visits of one person to one town in different years are two events; a visit told of by five reports is one.
struct EventFinder {
    let reader: TellingReader
    let claims: [Citation: String]
    let placeIDs: [String: String]
    let interactions: InteractionWords

    /// The events in order of time; what has no time, place or second telling is none.
    ///
    /// Tellings with a time are put together first; each of the others goes to the one dated happening that it fits, where
    /// several fit to the one it shares most with, of equals to the one that most is told of, of those to the likeliest.
    func events() -> [Event] {
        let all = reader.tellings()
        let features = features(of: all)
        var groups: [[Telling]] = []
        let plain = all.filter { !$0.pointsBack }
        for telling in plain.filter({ !$0.times.isEmpty }) + plain.filter(\.times.isEmpty) + all.filter(\.pointsBack) {
            let antecedent = telling.pointsBack ? antecedent(of: telling, groups) : nil
            if let group = antecedent ?? best(groups, for: telling, features) {
                groups[group].append(telling)
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

    /// The group that the report spoke of last before it points back to a deed of that kind.
    private func antecedent(of telling: Telling, _ groups: [[Telling]]) -> Int? {
        groups.indices.compactMap { group -> (group: Int, draft: Int)? in
            guard fits(groups[group], telling) else { return nil }
            let before = groups[group].filter { $0.document == telling.document && $0.draft < telling.draft }
            return before.map(\.draft).max().map { (group, $0) }
        }.filter { isNear($0.draft, telling.draft) }.max { $0.draft < $1.draft }?.group
    }

    /// Whether at most three sentences lie between two drafts of one report.
    private func isNear(_ earlier: Int, _ later: Int) -> Bool {
        let (a, b) = (reader.drafts[earlier].proposition, reader.drafts[later].proposition)
        let analysis = reader.analyses[a.document]
        guard let x = analysis.sentenceIndex(at: a.span.start), let y = analysis.sentenceIndex(at: b.span.start) else {
            return false
        }
        return x <= y && y - x <= 4
    }

    private func best(_ groups: [[Telling]], for telling: Telling, _ features: EventPairFeatures) -> Int? {
        let fitting = groups.indices.filter { fits(groups[$0], telling) }
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
            let proposition = reader.drafts[telling.draft].proposition
            let tokens = reader.analyses[telling.document].tokens
            return EventMention(
                document: telling.document, span: telling.trigger.map { tokens[$0].span } ?? proposition.span)
        }
        return EventMerger(
            analyses: reader.analyses,
            reader: EventReader(analyses: reader.analyses, words: reader.words)
        ).pairs(
            of: mentions)
    }

    /// Whether a telling may be of the happening that a group tells of. One report may name the guest, another the host:
    /// the people are those of all tellings.
    private func fits(_ group: [Telling], _ telling: Telling) -> Bool {
        let peoples = group.reduce(into: Set<Int>()) { $0.formUnion($1.peoples) }
        if !reader.deeds.disasters.contains(telling.concept), !peoples.isEmpty, !telling.peoples.isEmpty,
            peoples.isDisjoint(with: telling.peoples)
        {
            return false
        }
        return group.allSatisfy { fits($0, telling) }
    }

    private func fits(_ a: Telling, _ b: Telling) -> Bool {
        guard a.concept == b.concept else { return false }
        if !a.times.isEmpty, !b.times.isEmpty {
            guard a.times.contains(where: { x in b.times.contains { Self.meet(x, $0) } }) else { return false }
        } else if a.isEarlier != b.isEarlier {
            // A telling that looks back and one that gives no time are not known to be of one happening.
            return false
        } else if a.document == b.document, let x = a.tense, let y = b.tense, x != y {
            // What one report tells as over and as ahead of it are two; of two reports one may be the later.
            return false
        }
        if !a.places.isEmpty, !b.places.isEmpty, a.places.isDisjoint(with: b.places) {
            if a.places.contains(where: { x in b.places.contains { isNamed(x, after: $0) || isNamed($0, after: x) } }) {
                return true
            }
            let (x, y) = (Set(a.places.compactMap(countryOf)), Set(b.places.compactMap(countryOf)))
            return !x.isDisjoint(with: y)
                && (a.places.contains(where: Self.isCountry) || b.places.contains(where: Self.isCountry))
        }
        return true
    }

    private static func isCountry(_ key: String) -> Bool { key.hasPrefix("country:") }

    /// `the Sea of Azov`, `Azov`: one name within the other.
    private func isNamed(_ place: String, after other: String) -> Bool {
        guard let long = reader.places.countries.place(place)?.name,
            let short = reader.places.countries.place(other)?.name
        else {
            return false
        }
        return long.split(separator: " ").contains { $0 == short }
    }

    private func countryOf(_ key: String) -> String? { reader.places.countries.place(key)?.country }

    /// What a telling shares with a group, the best of its members: places before people.
    private func shared(_ group: [Telling], _ telling: Telling) -> Int {
        let most =
            group.map { other in
                other.participants.intersection(telling.participants).count
                    + 3 * other.places.intersection(telling.places).count + (isDay(other, telling) ? 3 : 0)
            }.max() ?? 0
        guard most > 0, let tense = telling.tense else { return most }
        // Of two visits the one that is over, too, is likelier.
        return most + (group.contains { $0.tense == tense } ? 1 : 0)
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

    /// Whether enough is told to call it an event: by two reports, or with who and when, or with who and where by the main
    /// verb or three times.
    private func isTold(_ group: [Telling]) -> Bool {
        let documents = Set(group.map(\.document))
        let isPeopled = group.contains { !$0.participants.isEmpty }
        guard isPeopled || group.contains(where: { !$0.places.isEmpty && !$0.times.isEmpty }) else { return false }
        if group.contains(where: { !$0.times.isEmpty }) { return true }
        if documents.count > 1, group.contains(where: \.isMain) { return true }
        if group.count > 2, group.contains(where: { !$0.places.isEmpty }) { return true }
        return group.contains { $0.isMain && !$0.places.isEmpty }
            || group.contains { $0.participants.count > 1 && reader.deeds.strong.contains($0.concept) }
    }

    private func event(_ group: [Telling]) -> Event {
        var counts: [String: Int] = [:]
        var claims: [String] = []
        var people: [Int: Int] = [:]
        for telling in group {
            for place in telling.places { counts[place, default: 0] += telling.ownPlaces.contains(place) ? 2 : 1 }
            for person in telling.participants { people[person, default: 0] += 1 }
            if let claim = self.claims[reader.drafts[telling.draft].statement.citation], !claims.contains(claim) {
                claims.append(claim)
            }
        }
        let place = counts.max { a, b in
            let (x, y) = (rank(a.key), rank(b.key))
            return (a.value, x, b.key) < (b.value, y, a.key)
        }?.key
        let times = group.flatMap(\.times)
        // Of times that meet the most exact one counts.
        let narrow = times.filter { one in !times.contains { $0.days < one.days && Self.meet($0, one) } }
        let clearest = group.max { clarity($0) < clarity($1) } ?? group[0]
        return Event(
            id: "", text: reader.drafts[clearest.draft].statement.reading,
            participants: people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6).map {
                reader.actors[$0.key].id
            },
            place: place.flatMap { placeIDs[$0] }, start: narrow.map(\.start).min(), end: narrow.map(\.end).max(),
            claims: claims, status: status(group), type: type(group))
    }

    /// What kind of deed it is, by the clearest telling whose word for it is known to be somebody's.
    private func type(_ group: [Telling]) -> String? {
        group.sorted { clarity($0) != clarity($1) ? clarity($0) > clarity($1) : $0.draft < $1.draft }.lazy
            .compactMap { type($0) }.first
    }

    private func type(_ telling: Telling) -> String? {
        let proposition = reader.drafts[telling.draft].proposition
        let analysis = reader.analyses[telling.document]
        guard let number = analysis.sentenceIndex(at: proposition.span.start) else { return nil }
        let sentence = InteractionReader(
            analysis.sentences[number], of: analysis, words: interactions, facts: reader.facts)
        // A fire kills, and attacks nobody: who does it must be somebody.
        guard let found = sentence.interaction(), proposition.span.contains(found.trigger),
            found.sources.contains(where: { isSomebody($0, analysis) }),
            let token = AttributionLayout.tokens(in: found.trigger, of: analysis).first,
            reader.words.form(telling.document, token).meaning.concepts.contains(where: {
                reader.deeds.kind($0) == telling.concept
            })
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
        let draft = reader.drafts[telling.draft]
        let length = draft.proposition.tokens.reduce(0) { $0 + $1.count }
        let carried = claims[draft.statement.citation].flatMap { Double($0.dropFirst()) }.map { 3 / (1 + $0 / 5) } ?? 0
        return carried + (telling.isMain ? 2 : 0) + (telling.times.isEmpty ? 0 : 1)
            + (telling.places.isEmpty ? 0 : 1) + (telling.participants.isEmpty ? 0 : 1) - (length > 30 ? 1.5 : 0)
            - (length < 5 ? 1 : 0)
    }

    private func status(_ group: [Telling]) -> Event.Status {
        let statements = group.map { reader.drafts[$0.draft].statement }
        if statements.allSatisfy({ $0.modality == .denied || $0.polarity == .negative }) { return .denied }
        let positive = statements.filter { $0.modality != .denied && $0.polarity == .positive }
        // A noun ("his visit") does not say whether it is over.
        if !group.contains(where: \.isEarlier), !group.contains(where: { $0.tense == .over }),
            group.contains(where: { $0.tense == .ahead })
        {
            return .announced
        }
        let ahead = positive.filter { $0.modality == .planned }.count
        let open = positive.filter { $0.modality == .possible || $0.modality == .likely }.count
        let firm = positive.count - ahead - open
        // "the first was in 2000": an earlier case, told where the next is announced.
        if firm > 0, group.contains(where: \.isEarlier) { return .happened }
        if ahead > 0, ahead * 3 >= firm { return .announced }
        return firm > 0 ? .happened : open > 0 ? .planned : .announced
    }
}
