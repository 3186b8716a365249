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
            var value = support(of: index, among: drafts)
            let length = draft.proposition.tokens.reduce(0) { $0 + $1.count }
            if length < 6 { value -= 0.3 } else if length < 9 { value -= 0.1 }
            if length > 40 { value -= 0.3 }
            if draft.proposition.isHeadline { value -= 0.5 }
            if draft.features.head == nil { value -= 0.2 }
            if draft.proposition.core.count > 1 || draft.proposition.subject != nil { value -= 0.1 }
            if startsWithPronoun(draft) { value -= 0.2 }
            if hasPronounForThing(draft) { value -= 0.2 }
            if value > best.value { best = (value, index) }
        }
        return best.index
    }

    /// How like a statement is to the others, and how much of it they bear out; every origin counts once, so that what the
    /// copies of one text add to it does not become what all are said to agree on.
    private func support(of index: Int, among drafts: [Draft]) -> Double {
        let own = drafts[index]
        var best: [OriginID: Double] = [:]
        for (other, draft) in drafts.enumerated().prefix(60) where other != index {
            let borneOut = overlap.coverage(own.features, draft.features).a
            let value = 0.5 * (overlap.score(own.features, draft.features) + borneOut)
            best[draft.statement.origin] = max(best[draft.statement.origin] ?? 0, value)
        }
        let elsewhere = best.filter { $0.key != own.statement.origin }
        let counted = elsewhere.isEmpty ? best : elsewhere
        return counted.isEmpty ? 0 : counted.values.sorted().reduce(0, +) / Double(counted.count)
    }

    /// The words as they stand in the report, on one line; the reading where they cannot stand alone.
    private func text(of draft: Draft) -> String {
        let analysis = analyses[draft.proposition.document]
        if draft.proposition.subject != nil || startsWithPronoun(draft) { return draft.statement.reading }
        return analysis.text[draft.proposition.span].oneLine
    }

    private func startsWithPronoun(_ draft: Draft) -> Bool {
        let analysis = analyses[draft.proposition.document]
        return analysis.within(draft.proposition.span, analysis.mentions, at: \.span)
            .contains { $0.form == .pronoun && $0.span.start <= draft.proposition.span.start + 4 }
    }

    /// Whether a figure counts a pronoun: `two million of them`.
    private func hasPronounForThing(_ draft: Draft) -> Bool {
        let analysis = analyses[draft.proposition.document]
        guard let number = draft.statement.quantity, let end = draft.proposition.tokens.last?.upperBound else {
            return false
        }
        let start = analysis.quantities[number].span.start
        let after = analysis.tokens[..<end].drop { $0.span.start < start }
        return after.prefix(8).contains { ["them", "those", "these"].contains(analysis.text[$0.span].lowercased()) }
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
