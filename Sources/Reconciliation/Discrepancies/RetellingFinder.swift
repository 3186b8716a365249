import NewsModel
import TextCore

/// What changed on the way from report to report: statements of one claim that stand on one text origin, or in aligned
/// passages, should say the same; where a figure, its hedge, the firmness or the source differ, the retelling did it.
struct RetellingFinder {
    let analyses: [Analysis]
    let lineage: Lineage
    let drafts: [Draft]
    let slots: SlotJudge
    let outlets: OutletNames

    /// Changes of each group of statements, then attributions lost by whole reports.
    func find(_ groups: [[Int]]) -> [Discrepancy] {
        groups.flatMap { group -> [Discrepancy] in
            var byOrigin: [OriginID: [Draft]] = [:]
            for index in group where !drafts[index].proposition.isHeadline {
                byOrigin[drafts[index].statement.origin, default: []].append(drafts[index])
            }
            return byOrigin.sorted { $0.key < $1.key }.flatMap { changes(in: $0.value, origin: $0.key) }
                + headlineChanges(group.map { drafts[$0] })
        } + lostCredits()
    }

    private func changes(in drafts: [Draft], origin: OriginID) -> [Discrepancy] {
        guard let root = root(of: drafts, origin: origin) else { return [] }
        var found = figureChanges(drafts, root: root)
        if let change = firmnessChange(drafts) { found.append(change) }
        if let change = sourceLost(drafts, root: root, origin: origin) { found.append(change) }
        return found
    }

    /// The statement that the others retell: that of the report which is the origin, else the one with the figure that
    /// most of them have.
    private func root(of drafts: [Draft], origin: OriginID) -> Draft? {
        if let source = lineage.origins.first(where: { $0.id == origin }), source.kind == .observed,
            let document = source.documents.first,
            let own = drafts.first(where: { analyses[$0.proposition.document].document.id == document })
        {
            return own
        }
        var counts: [Amount: Int] = [:]
        for draft in drafts { if let amount = draft.features.figure?.amount { counts[amount, default: 0] += 1 } }
        let most = counts.values.max() ?? 0
        return drafts.first { draft in draft.features.figure.map { counts[$0.amount] == most } ?? (most == 0) }
    }

    /// The other figures that reports of one text give in place of the root's, one discrepancy for each.
    private func figureChanges(_ group: [Draft], root: Draft) -> [Discrepancy] {
        guard let figure = root.features.figure else { return [] }
        var changed: [(amount: Amount, drafts: [Draft])] = []
        for draft in group where draft.proposition.document != root.proposition.document {
            guard let other = draft.features.figure, !isSame(figure, other) else { continue }
            if let place = changed.firstIndex(where: { $0.amount == other.amount }) {
                changed[place].drafts.append(draft)
            } else {
                changed.append((other.amount, [draft]))
            }
        }
        let same = group.filter { draft in
            draft.proposition.document != root.proposition.document
                && draft.features.figure.map { isSame(figure, $0) } ?? false
        }
        return changed.map { change in
            figureDiscrepancy([root] + same, change.drafts, among: "reports that stand on one text")
        }
    }

    /// Whether two figures are one in other words: "about 40" and "some 40", "3 thousand tons" and "3,000 tonnes".
    private func isSame(_ a: Figure, _ b: Figure) -> Bool {
        if a.amount == b.amount { return true }
        return a.amount.bound == b.amount.bound && slots.converted(b, like: a).contains { $0 == a.amount }
    }

    /// A headline that gives another figure than its own text.
    private func headlineChanges(_ group: [Draft]) -> [Discrepancy] {
        var told: Set<Amount> = []
        return group.filter(\.proposition.isHeadline).compactMap { headline in
            let own = group.filter {
                !$0.proposition.isHeadline && $0.proposition.document == headline.proposition.document
            }
            guard let x = headline.features.figure, let body = own.first, let y = body.features.figure,
                !own.contains(where: { $0.features.figure.map { isSame($0, x) } ?? false }), !isSame(x, y),
                told.insert(x.amount).inserted
            else { return nil }
            let alike = group.filter { other in
                other.proposition.isHeadline && other.features.figure?.amount == x.amount
            }
            return figureDiscrepancy([body], alike, among: "a text and its own headline")
        }
    }

    private func figureDiscrepancy(_ from: [Draft], _ to: [Draft], among: String) -> Discrepancy {
        let (a, b) = (from[0], to[0])
        let cause: String
        if let x = a.features.figure, let y = b.features.figure {
            cause = Self.cause(x.amount, y.amount)
        } else {
            cause = "the value itself changed"
        }
        let citations = (from + to).compactMap { draft in draft.features.figure.map { citation(draft, $0) } }
        return Discrepancy(
            kind: .figure,
            text: "\(words(citations[0])) (\(outlets.list(from.map(\.proposition.document)))) stands as "
                + "\(words(citations[from.count])) in \(outlets.list(to.map(\.proposition.document))).",
            citations: citations, explanation: "Two figures of one slot in \(among): \(cause).")
    }

    private static func cause(_ x: Amount, _ y: Amount) -> String {
        if x.high == y.high || x.low == y.low {
            return "the number is the same, the words that bound it are not (a hedge lost or added)"
        }
        if IntervalCalculus.areCompatible(x, y) { return "one is probably the other rounded" }
        if let m = IntervalCalculus.middle(x), let n = IntervalCalculus.middle(y), m > 0, n > 0,
            [1000, 0.001, 1_000_000, 0.000001].contains(where: { abs(m / n / $0 - 1) < 0.05 })
        {
            return "they differ by a power of a thousand: a scale word (million, billion) was probably mistranslated"
        }
        return "the value itself changed"
    }

    /// What the text that they stand on gives on somebody's word and a retelling as a fact. Whom a report merely copies is
    /// no source of this kind: that is for ``lostCredits()``.
    private func sourceLost(_ group: [Draft], root: Draft, origin: OriginID) -> Discrepancy? {
        func source(_ draft: Draft) -> ChainLink? {
            draft.statement.chain.dropFirst().last { link in
                link.citation != nil && (link.kind == .person || link.kind == .organisation || link.kind == .unnamed)
            }
        }
        guard let name = source(root)?.name else { return nil }
        let bare = group.filter { draft in
            source(draft) == nil && draft.statement.modality == .asserted
                && draft.proposition.document != root.proposition.document
        }
        guard let first = bare.first else { return nil }
        return Discrepancy(
            kind: .attribution,
            text: "\(first.statement.reading.inQuotationMarks) stands as a fact in "
                + "\(outlets.list(bare.map(\.proposition.document))); "
                + "\(outlets.name(root.proposition.document)) gives it on the word of “\(name.oneLine)”.",
            citations: ([root] + bare).map(\.statement.citation),
            explanation: "These reports stand on one text: the attribution was lost in the retelling.")
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
        return "“\(analysis.text[citation.span].oneLine)”"
    }

    private static func word(_ modality: Modality) -> String {
        switch modality {
        case .asserted: "a fact"
        case .reported: "reported"
        default: modality.rawValue
        }
    }
}
