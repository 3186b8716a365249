import NewsModel
import TextCore

/// Groups the statements of a story into claims.
struct ClaimBuilder {
    let analyses: [Analysis]
    let drafts: [Draft]
    let judge: ClaimJudge

    /// The groups, as indices into the drafts. A title or heading repeats: it joins a claim that it tells in other
    /// figures or that its document has nowhere else, and is one of its own only where nothing in its document is like it.
    func groups() -> [[Int]] {
        let body = drafts.indices.filter { !drafts[$0].proposition.isHeadline }
        let candidates = Candidates.pairs(body.map { drafts[$0] })
        let score = memo { judge.score(drafts[body[$0]], drafts[body[$1]]) }
        var groups = Clusterer.groups(
            of: body.count, candidates: candidates, threshold: ClaimJudge.threshold, score: score
        ).map { $0.map { body[$0] } }
        for headline in drafts.indices where drafts[headline].proposition.isHeadline { place(headline, in: &groups) }
        return groups
    }

    private func place(_ headline: Int, in groups: inout [[Int]]) {
        let draft = drafts[headline]
        var best: (score: Double, group: Int)?
        var ownBest = 0.0
        for (number, group) in groups.enumerated() {
            let scores = group.map { judge.score(draft, drafts[$0]) }
            for (member, score) in zip(group, scores) where isOwn(member, headline) {
                ownBest = max(ownBest, score ?? 0, judge.overlap.coverage(draft.features, drafts[member].features).a)
            }
            guard let score = scores.compactMap({ $0 }).max(), !scores.contains(nil) else { continue }
            if score > best?.score ?? 0 { best = (score, number) }
        }
        if let best, best.score >= ClaimJudge.threshold * 0.9 {
            let group = groups[best.group]
            let repeats = group.contains { isOwn($0, headline) && amount($0) == amount(headline) }
            if !repeats { groups[best.group] = (group + [headline]).sorted() }
        } else if ownBest < 0.4, draft.features.head != nil {
            groups.append([headline])
        }
    }

    private func isOwn(_ a: Int, _ b: Int) -> Bool { drafts[a].proposition.document == drafts[b].proposition.document }

    private func amount(_ draft: Int) -> Amount? { drafts[draft].features.figure?.amount }

    /// A score that is worked out once for each pair.
    private func memo(_ score: @escaping (Int, Int) -> Double?) -> (Int, Int) -> Double? {
        var known: [Int: Double?] = [:]
        return { a, b in
            let key = a * drafts.count + b
            if let value = known[key] { return value }
            let value = score(a, b)
            known[key] = value
            return value
        }
    }
}
