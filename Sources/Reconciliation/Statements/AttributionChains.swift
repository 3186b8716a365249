import NewsModel
import TextCore

/// Builds the attribution chain of a proposition: outlet ← text it was taken from ← credits ← who said it.
struct AttributionChains {
    let lineage: Lineage
    let fallbackOrigins: [DocumentID: OriginID]
    /// Whom the sources are, across the documents.
    let participants: Participants
    /// What the outlet of each document is called, where it says so.
    let outlets: [DocumentID: String]

    /// The text origin of a span, and its chain from the outlet to the ultimate source.
    func chain(of proposition: Proposition, in analysis: Analysis) -> (origin: OriginID, links: [ChainLink]) {
        let document = analysis.document
        let citation = Citation(document.id, proposition.span)
        let origin = lineage.origin(of: citation) ?? fallbackOrigins[document.id] ?? OriginID(1)
        var links = [Self.outlet(of: document)]
        var seen: [TextSpan] = []
        let credits = analysis.credits.filter { $0.kind != .image && $0.scope.overlaps(proposition.span) }
        // A source line governs everything, so it stands before the credits of single sentences.
        for credit in credits.sorted(by: { ($0.kind == .text ? 1 : 0, $0.span) < ($1.kind == .text ? 1 : 0, $1.span) })
        {
            for link in credit.links {
                append(
                    ChainLink(name: link.name, kind: link.kind, citation: Citation(document.id, link.span)), to: &links)
                seen.append(link.span)
            }
        }
        insertOrigin(origin, into: &links, analysis: analysis)
        for attribution in nest(of: proposition, in: analysis) {
            if let source = attribution.source {
                if seen.contains(where: { $0.overlaps(source) }) { continue }
                seen.append(source)
            }
            if let link = link(for: attribution, in: analysis) { append(link, to: &links) }
        }
        return (origin, links)
    }

    /// The attributions that a proposition stands under, outermost first.
    func nest(of proposition: Proposition, in analysis: Analysis) -> [Attribution] {
        var result: [Attribution] = []
        var next = proposition.attribution
        while let index = next, analysis.attributions.indices.contains(index), result.count < 8 {
            let attribution = analysis.attributions[index]
            // "It seems to be over", "residents were told to stay": nobody's word, and part of what is said.
            let isOwn = attribution.source == nil && proposition.span.contains(attribution.cue)
            if !isOwn, !isObject(attribution, in: analysis) { result.append(attribution) }
            next = attribution.parent
        }
        return result.reversed()
    }

    /// "rejected ⟦the notion⟧ that …", "dismissed ⟦any suggestion⟧ that …": the noun is what the verb is about, and no word
    /// of somebody else.
    private func isObject(_ attribution: Attribution, in analysis: Analysis) -> Bool {
        guard attribution.source == nil, let parent = attribution.parent,
            analysis.attributions.indices.contains(parent)
        else { return false }
        let cue = analysis.attributions[parent].cue
        guard cue.end < attribution.cue.start, attribution.cue.start - cue.end <= Self.longestDeterminer else {
            return false
        }
        let between = FoldedText.fold(analysis.text[TextSpan(cue.end, attribution.cue.start)].oneLine)
        return Self.determiners.contains(between)
    }

    private static let longestDeterminer = 8
    private static let determiners: Set<String> = ["the", "a", "any", "this", "that", "these", "those", "such", "all"]

    /// The outlet as a link; where a report names none, its author, its title, or its file.
    static func outlet(of document: Document) -> ChainLink {
        let metadata = document.metadata
        if let name = metadata.outlet ?? metadata.publisher {
            return ChainLink(name: name, kind: .outlet, citation: nil)
        }
        if let byline = metadata.byline { return ChainLink(name: byline, kind: .author, citation: nil) }
        return ChainLink(name: metadata.title ?? document.fileName ?? "report", kind: .outlet, citation: nil)
    }

    /// The source of an attribution as a link; nil where a speaker speaks of himself ("we have had talks," he said).
    private func link(for attribution: Attribution, in analysis: Analysis) -> ChainLink? {
        let citation = attribution.source.map { Citation(analysis.document.id, $0) }
        guard let source = attribution.source else {
            return ChainLink(
                name: Self.impersonal(attribution.cue, in: analysis.text), kind: .unnamed,
                citation: Citation(analysis.document.id, attribution.cue))
        }
        let words = analysis.text[source].oneLine
        let pronoun = PersonalPronouns.person(of: FoldedText.fold(words))
        if pronoun == .first, attribution.parent != nil { return nil }
        if attribution.sourceKind != .unnamed, let chain = attribution.sourceChain,
            analysis.chains.indices.contains(chain)
        {
            // A person's fullest name in any report; offices are called as this report calls them.
            let own = analysis.chains[chain]
            let number = own.kind == .person ? participants.number(analysis.document.id, chain: chain) : nil
            let name = number.map { participants.names[$0] } ?? own.name
            if PersonalPronouns.person(of: FoldedText.fold(name)) == nil {
                return ChainLink(name: name, kind: attribution.sourceKind, citation: citation)
            }
        }
        if pronoun != nil { return ChainLink(name: "unnamed source", kind: .unnamed, citation: citation) }
        return ChainLink(name: words, kind: attribution.sourceKind, citation: citation)
    }

    /// `It is known that …` is on the word of "it is known"; of others without a source only that they have none.
    private static func impersonal(_ cue: TextSpan, in text: SourceText) -> String {
        let before = TextSpan(max(0, cue.start - 3), cue.start)
        guard ["it ", "It "].contains(text[before]) else { return "unnamed source" }
        return ("it " + text[cue]).oneLine
    }

    /// Adds the text origin where only the lineage tells that the words come from it: after the outlet and the source
    /// line, before what the origin itself cites.
    private func insertOrigin(_ origin: OriginID, into links: inout [ChainLink], analysis: Analysis) {
        guard let root = lineage.origins.first(where: { $0.id == origin }), root.kind != .inferred,
            let name = root.kind == .observed ? root.documents.first.flatMap({ outlets[$0] }) ?? root.name : root.name,
            root.kind == .credited || root.documents.first != analysis.document.id,
            !links.contains(where: { SourceNames.same($0.name, name) })
        else { return }
        let elsewhere = analysis.credits.flatMap(\.links).first { SourceNames.same($0.name, name) }
        let lines = analysis.credits.filter { $0.kind == .sourceLine }.flatMap(\.links)
        let place = links.dropFirst().prefix { link in lines.contains { $0.name == link.name } }.count + 1
        links.insert(
            ChainLink(
                name: name, kind: .outlet, citation: elsewhere.map { Citation(analysis.document.id, $0.span) },
                isInferred: true), at: place)
    }

    private func append(_ link: ChainLink, to links: inout [ChainLink]) {
        if links.contains(where: { SourceNames.same($0.name, link.name) }) { return }
        links.append(link)
    }
}
