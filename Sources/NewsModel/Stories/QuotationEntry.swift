public import TextCore

/// Words of a source as one document gives them: a quotation, or what an indirect attribution reports. A flat view of
/// the layers, joined with the actors and the versions, for whoever prints an account.
public struct QuotationEntry: Hashable, Sendable {
    /// `q1`, `q2`, … over the account, in document order.
    public var id: String
    /// The document.
    public var document: DocumentID
    /// From the first to the last word, marks included.
    public var span: TextSpan
    /// The words, in one or more stretches.
    public var content: [TextSpan]
    /// How the words are given.
    public var style: SpeechStyle
    /// Id of the actor who speaks, where it is known.
    public var actor: String?
    /// The speaker as written, where there is one.
    public var speaker: TextSpan?
    /// The words that attribute.
    public var cue: TextSpan?
    /// Ids of the entries that give the same utterance, in other words or elsewhere.
    public var variants: [String]
}

extension Account {
    /// Every quotation and indirect attribution of the account, in the order of the documents' ids. Words held at arm's
    /// length are left out unless they are a version of somebody's words.
    ///
    /// - Complexity: O(n log n) in the quotations and attributions.
    public var quotationEntries: [QuotationEntry] {
        var actorOf: [Actor.ChainReference: String] = [:]
        for actor in world.actors { for chain in actor.chains { actorOf[chain] = actor.id } }
        var versionOf: [QuotationVersions.Member: Int] = [:]
        for (index, versions) in ledger.quotationVersions.enumerated() {
            for member in versions.members { versionOf[member] = index }
        }

        var entries: [QuotationEntry] = []
        var carriers = [[Int]](repeating: [], count: ledger.quotationVersions.count)
        for analysis in analysesByIdentifier {
            let document = analysis.document.id
            func actor(_ chain: Int?) -> String? {
                chain.flatMap { actorOf[Actor.ChainReference(document: document, chain: $0)] }
            }
            var found: [(entry: QuotationEntry, version: Int?)] = []
            for (index, quotation) in analysis.quotations.enumerated() {
                let version = versionOf[QuotationVersions.Member(document: document, quotation: index)]
                if quotation.isScare && version == nil { continue }
                let entry = QuotationEntry(
                    id: "", document: document, span: quotation.span, content: quotation.content,
                    style: quotation.style, actor: actor(quotation.speakerChain), speaker: quotation.speaker,
                    cue: quotation.cue, variants: [])
                found.append((entry, version))
            }
            for attribution in analysis.attributions where attribution.style == .indirect {
                guard let first = attribution.content.first else { continue }
                let entry = QuotationEntry(
                    id: "", document: document, span: attribution.content.reduce(first) { $0.union($1) },
                    content: attribution.content, style: .indirect, actor: actor(attribution.sourceChain),
                    speaker: attribution.source, cue: attribution.cue, variants: [])
                found.append((entry, nil))
            }
            for (entry, version) in found.sorted(by: { $0.entry.span < $1.entry.span }) {
                if let version { carriers[version].append(entries.count) }
                entries.append(entry)
                entries[entries.count - 1].id = "q\(entries.count)"
            }
        }
        for members in carriers {
            for member in members { entries[member].variants = members.filter { $0 != member }.map { entries[$0].id } }
        }
        return entries
    }
}
