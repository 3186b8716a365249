import NewsModel
import TextCore

/// Groups the quotations of a story into versions of one utterance, and says where the words differ.
struct QuotationVersionFinder {
    let matcher: QuotationMatcher
    let outlets: OutletNames

    /// Versions, and a discrepancy for each group whose words differ beyond one being a part of the other.
    ///
    /// - Complexity: O(q²) in the quotations, bounded at 1,500 of them.
    func find() -> (versions: [QuotationVersions], discrepancies: [Discrepancy]) {
        let entries = Array(matcher.entries().prefix(1500))
        var pairs: [(Int, Int)] = []
        for a in entries.indices {
            for b in entries.indices.dropFirst(a + 1) where entries[a].document != entries[b].document {
                pairs.append((a, b))
            }
        }
        let groups = Clusterer.groups(of: entries.count, candidates: pairs, threshold: 0.5) { a, b in
            guard entries[a].document != entries[b].document else {
                return entries[a].words == entries[b].words ? 1 : 0.5
            }
            return matcher.match(entries[a], entries[b]).map { $0.isVerbatim ? 1 : $0.sameWords ? 0.8 : 0.6 }
        }
        var versions: [QuotationVersions] = []
        var discrepancies: [Discrepancy] = []
        for group in groups where group.count > 1 {
            let members = group.map { entries[$0] }
            versions.append(
                QuotationVersions(
                    members: members.map {
                        QuotationVersions.Member(document: $0.citation.document, quotation: $0.index)
                    }))
            if let discrepancy = discrepancy(members) { discrepancies.append(discrepancy) }
        }
        return (versions, discrepancies)
    }

    private func discrepancy(_ members: [QuotationMatcher.Entry]) -> Discrepancy? {
        var kinds: [QuotationMatcher.Entry] = []
        for member in members
        where !kinds.contains(where: { matcher.match($0, member)?.sameWords ?? ($0.words == member.words) }) {
            kinds.append(member)
        }
        guard kinds.count > 1 else { return nil }
        let told = kinds.map { entry in "\(quoted(entry)) (\(outlets.name(entry.document)))" }.joined(
            separator: " and ")
        let speakers = Set(kinds.compactMap(\.speaker))
        let sameSpeaker =
            speakers.count == 1 ? " Both are given to \(matcher.participants.names[speakers.first ?? 0])." : ""
        return Discrepancy(
            kind: .wording, text: "What seems to be one utterance is quoted in different words: \(told).",
            citations: kinds.map(\.citation),
            explanation: "The words in quotation marks differ but mean nearly the same and are said of the same people."
                + sameSpeaker + " Probable cause: translation, or a paraphrase set in quotation marks.")
    }

    private func quoted(_ entry: QuotationMatcher.Entry) -> String {
        let analysis = matcher.analyses[entry.document]
        return analysis.text[entry.citation.span].oneLine
    }
}
