import NewsModel

/// Where the text that a group of documents shares comes from.
enum GroupRoot {
    /// One of the documents.
    case observed(Int, isKnown: Bool)
    /// A text that members of the group credit and nobody gave us.
    case credited(name: String, credits: [Int: [Citation]])
    /// A text that must have existed, of unknown name.
    case inferred
}

/// Finds the root of a group.
struct RootFinder {
    let story: StoryTexts
    /// The pairs of the story that share an origin, by documents.
    let pairs: [[Int]: DerivedPair]

    /// Share of what the other members have in common that an observed root must hold.
    private static let leastHeld = 0.8
    /// Share of a document in the other from which the one may be no more than a part of it.
    private static let contained = 0.7

    /// The pair of two documents, where they share an origin.
    func pair(_ a: Int, _ b: Int) -> DerivedPair? { pairs[[min(a, b), max(a, b)]] }

    /// The root of a group of two or more documents.
    func root(of members: [Int]) -> GroupRoot {
        if let credited = creditedMember(members) { return .observed(credited, isKnown: true) }
        if let credited = creditedText(members) { return credited }
        let candidates = members.filter { held(by: $0, members) >= Self.leastHeld }
            .map { (member: $0, lead: lead(of: $0, members)) }
        guard let best = candidates.max(by: { ($0.lead, $1.member) < ($1.lead, $0.member) }) else { return .inferred }
        if best.lead >= Precedence.known { return .observed(best.member, isKnown: true) }
        if members.count == 2, let pair = pair(members[0], members[1]) {
            let covered = max(pair.coverage(of: members[0]), pair.coverage(of: members[1]))
            return covered >= Self.contained ? .observed(best.member, isKnown: false) : .inferred
        }
        return best.lead > 0 ? .observed(best.member, isKnown: false) : .inferred
    }

    /// Least log-odds by which a document precedes the other members that it shares passages with.
    private func lead(of member: Int, _ members: [Int]) -> Double {
        let odds = members.compactMap { other -> Double? in
            guard other != member, let pair = pair(member, other) else { return nil }
            return Precedence(of: member, in: pair, story: story).logOdds
        }
        return odds.isEmpty ? 0 : odds.reduce(0, +) / Double(odds.count)
    }

    /// Share of the passages among the other members that a document has too.
    private func held(by member: Int, _ members: [Int]) -> Double {
        let others = members.filter { $0 != member }
        var shared = 0
        var held = 0
        for (place, a) in others.enumerated() {
            let own = Set(pair(member, a)?.units(of: a) ?? [])
            for b in others[(place + 1)...] {
                let units = pair(a, b)?.units(of: a) ?? []
                shared += units.count
                held += units.count { own.contains($0) }
            }
        }
        return shared == 0 ? 1 : Double(held) / Double(shared)
    }

    /// The member that the others name as their source.
    private func creditedMember(_ members: [Int]) -> Int? {
        let votes = members.map { member in
            let names = NamedCredit.names(of: story.analyses[member].document)
            return members.count { other in
                other != member
                    && NamedCredit.credits(of: story.analyses[other]).contains { names.contains($0.publisher) }
            }
        }
        guard let most = votes.max(), most > 0, let place = votes.firstIndex(of: most) else { return nil }
        return members[place]
    }

    /// The text outside the story that members credit for the passages that they share.
    private func creditedText(_ members: [Int]) -> GroupRoot? {
        var scores: [PublisherName: Double] = [:]
        var names: [PublisherName: [String: Int]] = [:]
        var citations: [PublisherName: [Int: [Citation]]] = [:]
        for member in members {
            let shared = SharedSentences(member, members, self)
            for credit in NamedCredit.credits(of: story.analyses[member]) {
                let weight = shared.weight(of: credit)
                guard weight > 0 else { continue }
                scores[credit.publisher, default: 0] += weight
                names[credit.publisher, default: [:]][credit.name, default: 0] += 1
                citations[credit.publisher, default: [:]][member, default: []].append(
                    Citation(story.analyses[member].document.id, credit.span))
            }
        }
        guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        let spellings = names[best.key] ?? [:]
        let name = spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? best.key.key
        return .credited(name: name, credits: citations[best.key] ?? [:])
    }
}
