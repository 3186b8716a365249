import NewsModel

/// Makes claims of groups of statements and puts them in order: most widely carried first, then the most telling, then in
/// the order of the text. A claim that says nothing but what a wider one says in the same sentences is dropped: two
/// numbers of one clause (`two cranes and 40 metres of quay were destroyed`) are one claim.
struct ClaimRanking {
    let analyses: [Analysis]
    let drafts: [Draft]
    let overlap: WordOverlap

    private struct Entry {
        var claim: Claim
        var weight: Double
        var first: Int
    }

    /// The claims.
    ///
    /// - Parameters:
    ///   - groups: indices into the drafts.
    ///   - disputed: numbers of the groups that another contradicts.
    ///   - conflicting: drafts whose figures conflict with others.
    ///   - figures: their values are led to the statements that stay.
    func claims(
        _ groups: [[Int]], disputed: Set<Int>, conflicting: Set<Int>, figures: inout [FigureComparison]
    ) -> [Claim] {
        let writer = ClaimWriter(analyses: analyses, overlap: overlap)
        let ranked = groups.enumerated().map { number, group -> Entry in
            let members = group.map { drafts[$0] }
            var claim = writer.claim(of: members)
            if disputed.contains(number) || group.contains(where: conflicting.contains) { claim.status = .disputed }
            let weights = members.map { draft in
                draft.features.terms.reduce(0) { $0 + overlap.weight($1) } + (draft.features.figure == nil ? 0 : 3)
            }
            return Entry(
                claim: claim, weight: weights.reduce(0, +) / Double(max(1, weights.count)), first: group.first ?? 0)
        }.sorted { a, b in
            if a.claim.documents != b.claim.documents { return a.claim.documents > b.claim.documents }
            if a.claim.origins != b.claim.origins { return a.claim.origins > b.claim.origins }
            return a.weight != b.weight ? a.weight > b.weight : a.first < b.first
        }
        var kept: [Claim] = []
        var idAt: [Citation: String] = [:]
        var renamed: [String: String] = [:]
        for entry in ranked {
            let twins = entry.claim.statements.compactMap { idAt[$0.citation] }
            let isDisputed = entry.claim.status == .disputed
            if twins.count == entry.claim.statements.count,
                !isDisputed
                    || kept.contains(where: { claim in
                        claim.status == .disputed && claim.statements.contains { $0.id == twins.first }
                    })
            {
                for (statement, twin) in zip(entry.claim.statements, twins) { renamed[statement.id] = twin }
                continue
            }
            for statement in entry.claim.statements where idAt[statement.citation] == nil {
                idAt[statement.citation] = statement.id
            }
            var claim = entry.claim
            claim.id = "c\(kept.count + 1)"
            kept.append(claim)
        }
        for index in figures.indices {
            for value in figures[index].values.indices {
                let id = figures[index].values[value].statement
                figures[index].values[value].statement = renamed[id] ?? id
            }
        }
        return kept
    }
}
