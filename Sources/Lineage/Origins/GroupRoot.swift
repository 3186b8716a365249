import NewsModel

/// Where the text that a group of documents shares comes from.
enum GroupRoot {
    /// One of the documents, from which the others descend.
    case observed(DescentTree)
    /// A text that members of the group credit and nobody gave us.
    case credited(name: String, credits: [Int: [Citation]], DescentTree)
    /// A text that must have existed, of unknown name.
    case inferred(DescentTree)
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
    ///
    /// A text that nobody gave us, and that a member credits, is the root, unless times and credits among the members
    /// themselves say that another member was there before the one that credits it.
    ///
    /// A member whose publisher the others credit for what they share is the root, whatever else they share: an agency's
    /// text is reworded and added to on its way.
    func root(of members: [Int], _ parentage: Parentage) -> GroupRoot {
        let ancestor = parentage.ancestor(of: members)
        var tree = DescentTree(members, root: ancestor, finder: self)
        let credits = creditedTexts(members)
        let names = NamedCredit.names(of: story.analyses[tree.root].document)
        if let best = credits.first, names.contains(best.publisher), best.citations[tree.root] == nil,
            !credits.dropFirst().contains(where: { $0.citations[tree.root] != nil })
        {
            tree.isCredited = true
            return .observed(tree)
        }
        let isHeld =
            ancestor != nil || held(by: tree.root, members) >= Self.leastHeld && isHub(tree.root, members)
        if let unseen = credits.first(where: { !$0.isMember }) {
            let (name, credits) = (unseen.name, unseen.citations)
            let isCopied = isHeld && credits[tree.root] == nil && tree.firmCertainty >= DescentTree.known
            return isCopied ? .observed(tree) : .credited(name: name, credits: credits, tree)
        }
        guard isHeld else { return .inferred(tree) }
        if tree.certainty >= DescentTree.known { return .observed(tree) }
        if members.count == 2, let pair = pair(members[0], members[1]) {
            let covered = max(pair.coverage(of: members[0]), pair.coverage(of: members[1]))
            return covered >= Self.contained ? .observed(tree) : .inferred(tree)
        }
        return .observed(tree)
    }

    /// Least by which the others must be more like the root than like each other.
    private static let leastHub = 0.02
    /// The likeness from which nothing was changed that could tell.
    private static let unchanged = 0.93

    /// Whether the others may have been written from the root: what was reworded twice is less alike than what was
    /// reworded once. Where the root is no nearer to the others than they are to each other, all have another source.
    private func isHub(_ root: Int, _ members: [Int]) -> Bool {
        let others = members.filter { $0 != root }.compactMap { other in
            pair(root, other).map { (member: other, likeness: $0.likeness) }
        }
        var lead = 0.0
        var compared = 0
        for (place, a) in others.enumerated() {
            for b in others[(place + 1)...] {
                guard let between = pair(a.member, b.member) else { continue }
                let nearest = min(a.likeness, b.likeness)
                lead += max(a.likeness, b.likeness) >= Self.unchanged ? 0.1 : nearest - between.likeness
                compared += 1
            }
        }
        return compared == 0 || lead / Double(compared) >= Self.leastHub
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

    /// A text that members credit for passages that they share.
    private struct CreditedText {
        var publisher: PublisherName
        var name: String
        /// Whether its own report is a member.
        var isMember: Bool
        /// Where they credit it, by member.
        var citations: [Int: [Citation]]
    }

    /// The texts that members credit for the passages that they share, the one that most speaks for first.
    private func creditedTexts(_ members: [Int]) -> [CreditedText] {
        var weights: [PublisherName: Double] = [:]
        var names: [PublisherName: [String: Int]] = [:]
        var citations: [PublisherName: [Int: [Citation]]] = [:]
        let publishers = Set(members.flatMap { NamedCredit.names(of: story.analyses[$0].document) })
        for member in members {
            let own = NamedCredit.names(of: story.analyses[member].document)
            let shared = SharedSentences(member, members, self)
            for credit in NamedCredit.credits(of: story.analyses[member]) where !own.contains(credit.publisher) {
                let weight = shared.weight(of: credit, isMember: publishers.contains(credit.publisher))
                guard weight > 0 else { continue }
                weights[credit.publisher, default: 0] += weight
                names[credit.publisher, default: [:]][credit.name, default: 0] += 1
                citations[credit.publisher, default: [:]][member, default: []].append(
                    Citation(story.analyses[member].document.id, credit.span))
            }
        }
        return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { publisher, _ in
            let spellings = names[publisher] ?? [:]
            let name = spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? publisher.key
            return CreditedText(
                publisher: publisher, name: name, isMember: publishers.contains(publisher),
                citations: citations[publisher] ?? [:])
        }
    }
}
