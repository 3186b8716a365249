import NewsModel
import TextCore

/// What changed on the way from report to report: statements of one claim that stand on one text origin, or in aligned
/// passages, should say the same; where a figure, its hedge, the firmness or the source differ, the retelling did it.
struct RetellingFinder {
    let analyses: [Analysis]
    let lineage: Lineage
    let drafts: [Draft]
    let outlets: OutletNames

    /// Changes of each group of statements, then attributions lost by whole reports.
    func find(_ groups: [[Int]]) -> [Discrepancy] {
        groups.flatMap { group -> [Discrepancy] in
            var byOrigin: [OriginID: [Draft]] = [:]
            for index in group where !drafts[index].proposition.isHeadline {
                byOrigin[drafts[index].statement.origin, default: []].append(drafts[index])
            }
            return byOrigin.sorted { $0.key < $1.key }.flatMap { changes(in: $0.value) }
                + headlineChanges(group.map { drafts[$0] })
        } + lostCredits()
    }

    private func changes(in drafts: [Draft]) -> [Discrepancy] {
        var found: [Discrepancy] = []
        if let first = drafts.first {
            for other in drafts.dropFirst() where other.proposition.document != first.proposition.document {
                if let change = figureChange(first, other) { found.append(change) }
            }
        }
        if let change = firmnessChange(drafts) { found.append(change) }
        return found
    }

    private func figureChange(_ a: Draft, _ b: Draft) -> Discrepancy? {
        guard let x = a.features.figure, let y = b.features.figure, x.amount != y.amount else { return nil }
        return figureDiscrepancy(a, b, x, y, among: "reports that stand on one text")
    }

    /// A headline that gives another figure than its own text.
    private func headlineChanges(_ group: [Draft]) -> [Discrepancy] {
        group.filter(\.proposition.isHeadline).compactMap { headline in
            guard let x = headline.features.figure,
                let body = group.first(where: {
                    !$0.proposition.isHeadline && $0.proposition.document == headline.proposition.document
                        && $0.features.figure?.amount != x.amount
                }), let y = body.features.figure
            else { return nil }
            return figureDiscrepancy(body, headline, y, x, among: "a text and its own headline")
        }
    }

    private func figureDiscrepancy(_ a: Draft, _ b: Draft, _ x: Figure, _ y: Figure, among: String) -> Discrepancy {
        let (p, q) = (citation(a, x), citation(b, y))
        let cause: String
        if x.amount.high == y.amount.high || x.amount.low == y.amount.low {
            cause = "the number is the same, the words that bound it are not (a hedge lost or added)"
        } else if IntervalCalculus.areCompatible(x.amount, y.amount) {
            cause = "one is probably the other rounded"
        } else if let m = IntervalCalculus.middle(x.amount), let n = IntervalCalculus.middle(y.amount), m > 0, n > 0,
            [1000, 0.001, 1_000_000, 0.000001].contains(where: { abs(m / n / $0 - 1) < 0.05 })
        {
            cause = "they differ by a power of a thousand: a scale word (million, billion) was probably mistranslated"
        } else {
            cause = "the value itself changed"
        }
        return Discrepancy(
            kind: .figure,
            text: "\(words(p)) (\(outlets.name(a.proposition.document))) stands as \(words(q)) in "
                + "\(outlets.name(b.proposition.document)).",
            citations: [p, q],
            explanation: "Two figures of one slot in \(among): \(cause).")
    }

    private func firmnessChange(_ drafts: [Draft]) -> Discrepancy? {
        let order: [Modality: Int] = [.asserted: 3, .reported: 3, .likely: 2, .possible: 1]
        let ranked = drafts.compactMap { draft in order[draft.statement.modality].map { (draft, $0) } }
        guard let firm = ranked.max(by: { $0.1 < $1.1 }), let loose = ranked.min(by: { $0.1 < $1.1 }), firm.1 > loose.1,
            firm.0.proposition.document != loose.0.proposition.document
        else { return nil }
        return Discrepancy(
            kind: .wording,
            text:
                "What \(outlets.name(firm.0.proposition.document)) gives as \(Self.word(firm.0.statement.modality)) is "
                + "only \(Self.word(loose.0.statement.modality)) in \(outlets.name(loose.0.proposition.document)).",
            citations: [firm.0.statement.citation, loose.0.statement.citation],
            explanation: "Both stand on one text, so one of them changed how firmly it is said.")
    }

    /// Reports that carry a text which others credit, and never say so.
    private func lostCredits() -> [Discrepancy] {
        lineage.derivations.compactMap { derivation in
            guard !derivation.credited, derivation.kind != .commonSource, derivation.kind != .quotation,
                case .origin(let id) = derivation.from,
                let origin = lineage.origins.first(where: { $0.id == id }), origin.kind == .credited,
                let name = origin.name,
                let index = analyses.firstIndex(where: { $0.document.id == derivation.document })
            else { return nil }
            let citations = derivation.passages.prefix(3).map { place -> Citation in
                let passage = lineage.passages[place]
                return passage.a.document == derivation.document ? passage.a : passage.b
            }
            let carried = citations.isEmpty ? origin.contents.filter { $0.document == derivation.document } : citations
            guard !carried.isEmpty else { return nil }
            let percent = Int((derivation.coverage * 100).rounded())
            return Discrepancy(
                kind: .attribution,
                text: "\(outlets.name(index)) carries what others credit to \(name), and never names it.",
                citations: carried,
                explanation: "\(percent) % of its text runs parallel to reports that name \(name): the attribution was "
                    + "lost in the retelling.")
        }
    }

    private func citation(_ draft: Draft, _ figure: Figure) -> Citation {
        let analysis = analyses[draft.proposition.document]
        return Citation(analysis.document.id, analysis.quantities[figure.quantity].span)
    }

    private func words(_ citation: Citation) -> String {
        guard let analysis = analyses.first(where: { $0.document.id == citation.document }) else { return "" }
        return "“\(Readings.oneLine(analysis.text[citation.span]))”"
    }

    private static func word(_ modality: Modality) -> String {
        switch modality {
        case .asserted: "a fact"
        case .reported: "reported"
        default: modality.rawValue
        }
    }
}
