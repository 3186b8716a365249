import NewsModel
import TextCore

/// Reads the statements of all documents of a story: propositions with their chains, modality, time and figures.
struct StatementReader {
    let analyses: [Analysis]
    let finder: PropositionFinder
    let features: FeatureReader
    let figures: FigureReader
    let chains: AttributionChains
    let firmness: Firmness
    let words: StoryWords

    /// The statements, a draft each, in document order; a proposition with two figures gives one for each.
    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        for (document, analysis) in analyses.enumerated() {
            guard analysis.document.metadata.isReadable else { continue }
            var headlines: Set<String> = []
            for proposition in finder.propositions(document, of: analysis)
            where analysis.document.isReadable(at: proposition.span.start) {
                if proposition.isHeadline {
                    let folded = FoldedText.fold(analysis.text[proposition.span].oneLine)
                    guard headlines.insert(folded).inserted else { continue }
                }
                drafts += read(proposition, in: analysis)
            }
        }
        return drafts
    }

    /// The statements of a proposition: one, or one for each of its figures; figures of which different things are said
    /// are parted with their words.
    private func read(_ proposition: Proposition, in analysis: Analysis) -> [Draft] {
        let found = figures.figures(counting(proposition, in: analysis), of: proposition, in: analysis)
        return FigureSegments(words: words).pieces(found, of: proposition, in: analysis).flatMap { piece, own in
            let base = draft(piece, in: analysis)
            let counting = own.filter { $0.scope != .comparand }
            return counting.isEmpty
                ? [base]
                : counting.map { figure in
                    var draft = base
                    draft.statement.quantity = figure.quantity
                    draft.features.figure = figure
                    return draft
                }
        }
    }

    private func draft(_ proposition: Proposition, in analysis: Analysis) -> Draft {
        let (origin, links) = chains.chain(of: proposition, in: analysis)
        let cues = chains.nest(of: proposition, in: analysis).map(\.cue).reversed()
        let (modality, polarity) = firmness.read(
            proposition, head: features.head(of: proposition), attributing: Array(cues), in: analysis)
        let statement = Statement(
            id: "", citation: Citation(analysis.document.id, proposition.span),
            reading: Readings().reading(of: proposition, in: analysis), modality: modality, polarity: polarity,
            chain: links, origin: origin, time: features.times(of: proposition, in: analysis).first?.value)
        return Draft(
            proposition: proposition, statement: statement,
            features: features.features(of: proposition, in: analysis),
            ultimateSource: Self.key(of: links, origin: origin))
    }

    /// The quantities of a proposition that are figures of something, not "both sides" or "one of them".
    private func counting(_ proposition: Proposition, in analysis: Analysis) -> [Int] {
        let times = analysis.within(proposition.span, analysis.times, at: \.span)
        return analysis.quantities.indices.filter { index in
            let quantity = analysis.quantities[index]
            guard proposition.holds(quantity.span), !times.contains(where: { $0.span.overlaps(quantity.span) })
            else { return false }
            switch quantity.kind {
            case .age: return false
            // "for the second time" says that it was once before.
            case .ordinal: return quantity.thing == "time" && (quantity.amount.high ?? 0) >= 2
            case .percent, .money, .measure, .multiple: return true
            case .fraction: return quantity.thing != nil
            case .count:
                guard quantity.thing != nil else { return figures.isCounted(quantity, of: proposition, in: analysis) }
                return (quantity.amount.high ?? .infinity) > 3 || !isDefinite(quantity, in: analysis)
            }
        }
    }

    /// "the two leaders", "one of them": a number that only points.
    private func isDefinite(_ quantity: Quantity, in analysis: Analysis) -> Bool {
        let tokens = AttributionLayout.tokens(in: quantity.span, of: analysis)
        guard let document = analyses.firstIndex(where: { $0.document.id == analysis.document.id }) else { return true }
        if tokens.count == 1, ["one", "both", "once"].contains(words.form(document, tokens.lowerBound).folded) {
            return quantity.amount.high == 1 && !isFollowedByPerson(quantity)
        }
        guard tokens.lowerBound > 0, !tokens.isEmpty else { return false }
        let before = words.form(document, tokens.lowerBound - 1).folded
        return ["the", "these", "those", "both", "its", "his", "her", "their", "all", "other"].contains(before)
    }

    private func isFollowedByPerson(_ quantity: Quantity) -> Bool {
        guard let figure = quantity.thing.map({ FoldedText.fold($0) }), let head = figure.split(separator: " ").last
        else { return false }
        return ["person", "people", "man", "woman", "child", "boy", "girl", "soldier", "officer", "civilian", "victim"]
            .contains(String(head))
    }

    /// Key of the last link: equal for statements of one source, never equal for two unnamed ones.
    private static func key(of links: [ChainLink], origin: OriginID) -> String {
        guard links.count > 1, let last = links.last, last.kind != .unnamed else { return "\(origin)" }
        return SourceNames.key(last.name)
    }
}
