import NewsModel
import TextCore

/// Puts the lineage of a story together from its groups and their roots.
struct LineageBuilder {
    let story: StoryTexts
    let finder: RootFinder
    /// Pairs that share an origin, ascending.
    let pairs: [DerivedPair]
    /// Groups that share an origin; a document that shares with none is a group of its own.
    let groups: [[Int]]

    /// A group with its root and the origin that it was given.
    private struct Resolved {
        var members: [Int]
        var root: GroupRoot
        /// What each member was written from, where it can be known.
        var parentage: Parentage
        var origin: OriginID
    }

    /// The lineage.
    func lineage() -> Lineage {
        var lineage = Lineage()
        var firstPassage: [[Int]: Int] = [:]
        for pair in pairs {
            firstPassage[[pair.a, pair.b]] = lineage.passages.count
            lineage.passages += pair.evidence.told.map {
                $0.passage(story.texts[pair.a].text, story.texts[pair.b].text)
            }
        }
        var resolved: [Resolved] = []
        for members in groups {
            let origin = OriginID(lineage.origins.count + 1)
            let parentage = Parentage(members, finder: finder)
            let group = Resolved(
                members: members, root: root(of: members, parentage), parentage: parentage, origin: origin)
            resolved.append(group)
            lineage.origins.append(self.origin(of: group))
            lineage.derivations += derivations(of: group, firstPassage)
        }
        for document in story.texts.indices {
            let own = resolved.filter { $0.members.contains(document) }
            lineage.stretches[id(document)] = stretches(of: document, own, &lineage.origins)
        }
        lineage.derivations.sort { ($0.document, -$0.coverage) < ($1.document, -$1.coverage) }
        return lineage
    }

    private func id(_ document: Int) -> DocumentID { story.analyses[document].document.id }

    // MARK: Origins

    private func root(of members: [Int], _ parentage: Parentage) -> GroupRoot {
        guard members.count == 1, let only = members.first else { return finder.root(of: members, parentage) }
        let alone = DescentTree(members, finder: finder)
        let body = story.texts[only].text.units
        let credit = NamedCredit.credits(of: story.analyses[only]).first { credit in
            credit.isSourceLine || body.count { $0.span.overlaps(credit.scope) } * 10 >= body.count * 8
        }
        guard let credit, !NamedCredit.names(of: story.analyses[only].document).contains(credit.publisher) else {
            return .observed(alone)
        }
        return .credited(name: credit.name, credits: [only: [Citation(id(only), credit.span)]], alone)
    }

    private func origin(of group: Resolved) -> Origin {
        switch group.root {
        case .observed(let tree):
            let root = tree.root
            let metadata = story.analyses[root].document.metadata
            return Origin(
                id: group.origin, kind: .observed, name: metadata.publisher ?? metadata.outlet ?? metadata.title,
                documents: [id(root)] + group.members.filter { $0 != root }.map(id))
        case .credited(let name, _, _):
            return Origin(
                id: group.origin, kind: .credited, name: name, documents: group.members.map(id),
                contents: contents(of: group.members))
        case .inferred:
            return Origin(
                id: group.origin, kind: .inferred, name: nil, documents: group.members.map(id),
                contents: contents(of: group.members))
        }
    }

    /// What an unseen text must have held: each passage that its descendants share, from the first that has it.
    private func contents(of members: [Int]) -> [Citation] {
        var told: [Int: Set<Int>] = [:]
        var contents: [Citation] = []
        for pair in inside(members) {
            for passage in pair.evidence.told {
                let isTold =
                    passage.a.contains { told[pair.a, default: []].contains($0) }
                    || passage.b.contains { told[pair.b, default: []].contains($0) }
                told[pair.a, default: []].formUnion(passage.a)
                told[pair.b, default: []].formUnion(passage.b)
                if !isTold {
                    contents.append(passage.passage(story.texts[pair.a].text, story.texts[pair.b].text).a)
                }
            }
        }
        return contents
    }

    private func inside(_ members: [Int]) -> [DerivedPair] {
        pairs.filter { members.contains($0.a) && members.contains($0.b) }
    }

    // MARK: Derivations

    private func derivations(of group: Resolved, _ firstPassage: [[Int]: Int]) -> [Derivation] {
        let inside = inside(group.members)
        switch group.root {
        case .observed(let tree):
            return tree.edges.compactMap { edge in
                if let known = group.parentage.sources[edge.child] {
                    return derivation(along: known, isKnown: true, firstPassage)
                }
                let isKnown = tree.isCredited && edge.certainty >= DescentTree.known
                guard isKnown || !group.parentage.descends(edge.parent, from: edge.child) else { return nil }
                return derivation(along: edge, isKnown: isKnown, firstPassage)
            }
        case .credited(_, let credits, _):
            return group.members.compactMap { member in
                (credits[member] == nil ? copy(member, group.parentage, firstPassage) : nil)
                    ?? derivation(
                        of: member, from: .origin(group.origin), isKnown: true,
                        through: inside.filter { $0.a == member || $0.b == member }, credits: credits[member] ?? [],
                        firstPassage)
            }
        case .inferred:
            return group.members.compactMap { member in
                group.parentage.sources[member].flatMap { derivation(along: $0, isKnown: true, firstPassage) }
                    ?? derivation(
                        of: member, from: .origin(group.origin), isKnown: true,
                        through: inside.filter { $0.a == member || $0.b == member }, credits: [], firstPassage)
            }
        }
    }

    /// The edge of a tree as a derivation.
    private func derivation(
        along edge: DescentTree.Edge, isKnown: Bool, _ firstPassage: [[Int]: Int]
    ) -> Derivation? {
        guard let pair = finder.pair(edge.child, edge.parent) else { return nil }
        let precedence = Precedence(of: edge.parent, in: pair, story: story)
        var because = isKnown && precedence.logOdds > 0 ? precedence.evidence : []
        if isKnown, precedence.logOdds <= 0 {
            because = [.init(.selectionOfDetails, "what others have of the same text puts this one first")]
        }
        return derivation(
            of: edge.child, from: .document(id(edge.parent)), isKnown: isKnown, through: [pair],
            credits: credits(of: edge.child, naming: edge.parent), firstPassage, because: because)
    }

    /// Share of a document that another must explain for it to come from there and not from the unseen text of both.
    private static let copied = 0.85

    /// A document of a group with an unseen origin that is a copy of another member.
    private func copy(_ member: Int, _ parentage: Parentage, _ firstPassage: [[Int]: Int]) -> Derivation? {
        guard let edge = parentage.sources[member], let pair = finder.pair(member, edge.parent),
            pair.explained(of: member) >= Self.copied
        else { return nil }
        return derivation(along: edge, isKnown: true, firstPassage)
    }

    private func derivation(
        of member: Int, from source: Derivation.Source, isKnown: Bool, through pairs: [DerivedPair],
        credits: [Citation], _ firstPassage: [[Int]: Int], because: [Derivation.Evidence] = []
    ) -> Derivation? {
        let evidence =
            EvidenceWriter.evidence(of: member, through: pairs, credits: credits.count, story: story)
            + because.filter { $0.kind != .credit }
        guard !evidence.isEmpty else { return nil }
        let units = Set(pairs.flatMap { $0.units(of: member) })
        let passages = pairs.flatMap { pair in
            pair.evidence.told.indices.map { (firstPassage[[pair.a, pair.b]] ?? 0) + $0 }
        }.sorted()
        let passageGrades = pairs.flatMap { $0.evidence.passages.map(\.grade) }
        return Derivation(
            document: id(member), from: source, kind: kind(from: source, passageGrades, coverage(of: member, units)),
            directionKnown: isKnown, probability: pairs.map(\.probability).max() ?? (credits.isEmpty ? 0.5 : 0.9),
            coverage: coverage(of: member, units), credited: !credits.isEmpty, passages: passages, credits: credits,
            evidence: evidence)
    }

    /// Where a document names another as its source.
    private func credits(of member: Int, naming source: Int) -> [Citation] {
        NamedCredit.credits(of: story.analyses[member], naming: story.analyses[source].document)
            .map { Citation(id(member), $0.span) }
    }

    private func kind(from source: Derivation.Source, _ grades: [Passage.Grade], _ coverage: Double) -> Derivation.Kind
    {
        let verbatim = grades.count { $0 == .verbatim }
        if !grades.isEmpty, verbatim * 10 >= grades.count * 9, coverage >= 0.9 { return .reprint }
        if case .origin = source { return .commonSource }
        return .rewrite
    }

    private func coverage(of document: Int, _ units: Set<Int>) -> Double {
        story.texts[document].share(of: units)
    }

    // MARK: Stretches

    /// The share of a derived document that must be its own for it to count as an origin beside the one it draws on;
    /// more where that one is unseen, as what no other document has may be from there too.
    private static let ownShare = 0.5, ownShareBesideUnseen = 0.75
    /// And the least number of its own sentences.
    private static let ownSentences = 4

    private func stretches(of document: Int, _ groups: [Resolved], _ origins: inout [Origin]) -> [Lineage.Stretch] {
        let text = story.texts[document].text
        var traced: [Int: OriginID] = [:]
        let byCoverage = groups.map { group -> (group: Resolved, units: Set<Int>, coverage: Double) in
            let units = Set(
                inside(group.members).filter { $0.a == document || $0.b == document }
                    .flatMap { $0.toldUnits(of: document) })
            return (group, units, coverage(of: document, units))
        }.sorted { ($1.coverage, $0.group.origin) < ($0.coverage, $1.group.origin) }
        guard let main = byCoverage.first else { return [] }
        for entry in byCoverage {
            for unit in entry.units.sorted() {
                let sentence = text.units[unit].sentence
                if traced[sentence] == nil { traced[sentence] = entry.group.origin }
            }
        }
        let isRoot = groups.contains { group in
            if case .observed(let tree) = group.root { tree.root == document } else { false }
        }
        let isBesideUnseen = groups.contains { group in
            if case .observed = group.root { false } else { true }
        }
        let covered = Set(byCoverage.flatMap(\.units))
        let ownUnits = story.texts[document].profiles.indices.filter { !covered.contains($0) }
        var rest = main.group.origin
        if !isRoot, groups.contains(where: { $0.members.count > 1 }), ownUnits.count >= Self.ownSentences,
            1 - coverage(of: document, covered) >= (isBesideUnseen ? Self.ownShareBesideUnseen : Self.ownShare)
        {
            rest = OriginID(origins.count + 1)
            let metadata = story.analyses[document].document.metadata
            origins.append(
                Origin(
                    id: rest, kind: .observed, name: metadata.publisher ?? metadata.outlet ?? metadata.title,
                    documents: [id(document)]))
        }
        let isOwn = isRoot || rest != main.group.origin
        return story.analyses[document].sentences.enumerated().map { index, sentence in
            Lineage.Stretch(
                span: sentence.span, origin: traced[index] ?? rest, isTraced: traced[index] != nil || isOwn)
        }
    }
}
