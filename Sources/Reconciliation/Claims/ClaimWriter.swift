import NewsModel
import TextCore

/// Writes claims from grouped statements: the clearest wording, what kind it is, what it stands on.
struct ClaimWriter {
    let analyses: [Analysis]
    let overlap: WordOverlap

    /// The claim of a group, without its id.
    func claim(of drafts: [Draft]) -> Claim {
        let clearest = clearest(of: drafts)
        let counted = Independence(drafts)
        let modality = Self.firmest(drafts.map(\.statement.modality))
        return Claim(
            id: "", text: text(of: drafts[clearest]), kind: kind(of: drafts[clearest], modality: modality),
            modality: modality, polarity: drafts[clearest].statement.polarity, statements: drafts.map(\.statement),
            documents: counted.documents, origins: counted.origins, ultimateSources: counted.ultimateSources,
            status: counted.status)
    }

    /// The statement most like the others, that can be read alone, neither clipped nor long-winded.
    private func clearest(of drafts: [Draft]) -> Int {
        var best = (value: -Double.infinity, index: 0)
        for (index, draft) in drafts.enumerated() {
            let others = drafts.indices.filter { $0 != index }.prefix(40)
            let centrality = others.reduce(0) { $0 + overlap.score(draft.features, drafts[$1].features) }
            var value = others.isEmpty ? 0 : centrality / Double(others.count)
            let length = draft.proposition.tokens.reduce(0) { $0 + $1.count }
            if length < 6 { value -= 0.3 }
            if length > 40 { value -= 0.3 }
            if draft.proposition.isHeadline { value -= 0.5 }
            if draft.features.head == nil { value -= 0.2 }
            if draft.proposition.core.count > 1 || draft.proposition.subject != nil { value -= 0.1 }
            if startsWithPronoun(draft) { value -= 0.2 }
            if value > best.value { best = (value, index) }
        }
        return best.index
    }

    /// The words as they stand in the report, on one line; the reading where they cannot stand alone.
    private func text(of draft: Draft) -> String {
        let analysis = analyses[draft.proposition.document]
        if draft.proposition.subject != nil || startsWithPronoun(draft) { return draft.statement.reading }
        return Readings.oneLine(analysis.text[draft.proposition.span])
    }

    private func startsWithPronoun(_ draft: Draft) -> Bool {
        let analysis = analyses[draft.proposition.document]
        return analysis.within(draft.proposition.span, analysis.mentions, at: \.span)
            .contains { $0.form == .pronoun && $0.span.start <= draft.proposition.span.start + 4 }
    }

    private func kind(of draft: Draft, modality: Modality) -> Claim.Kind {
        if draft.features.figure != nil { return .figure }
        if modality == .planned { return .forecast }
        let analysis = analyses[draft.proposition.document]
        if let index = draft.proposition.attribution, analysis.attributions[index].style == .direct {
            return .statement
        }
        return modality == .opinion ? .statement : .event
    }

    /// The modality that commits its speaker most.
    private static func firmest(_ modalities: [Modality]) -> Modality {
        let order: [Modality] = [
            .asserted, .reported, .denied, .planned, .likely, .possible, .hypothetical, .opinion,
        ]
        return order.first(where: modalities.contains) ?? .asserted
    }
}
