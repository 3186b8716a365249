import Lexicons
import NewsModel
import TextCore

/// Statements of different reports that cannot all be true: figures of one slot, and what one affirms and another denies.
struct ConflictFinder {
    let analyses: [Analysis]
    let drafts: [Draft]
    let judge: ClaimJudge
    let outlets: OutletNames

    /// Conflicting figures.
    func figures(_ comparisons: [FigureComparison]) -> [Discrepancy] {
        comparisons.filter { $0.verdict == .conflicts || $0.verdict == .superseded }.map { comparison in
            var sides: [(words: String, outlets: [String], citations: [Citation])] = []
            for value in comparison.values {
                guard let index = analyses.firstIndex(where: { $0.document.id == value.citation.document }) else {
                    continue
                }
                let words = "“\(Readings.oneLine(analyses[index].text[value.citation.span]))”"
                if let place = sides.firstIndex(where: { $0.words == words }) {
                    sides[place].citations.append(value.citation)
                    if !sides[place].outlets.contains(outlets.name(index)) {
                        sides[place].outlets.append(outlets.name(index))
                    }
                } else {
                    sides.append((words, [outlets.name(index)], [value.citation]))
                }
            }
            let told = sides.map { "\($0.words) (\($0.outlets.joined(separator: ", ")))" }.joined(
                separator: " against ")
            return Discrepancy(
                kind: .figure, text: "\(comparison.slot): \(told).", citations: sides.flatMap(\.citations),
                explanation: comparison.explanation)
        }
    }

    /// Pairs of statements that say the same thing with and without "not", a discrepancy for each pair of groups; and
    /// the groups that they dispute.
    func polarity(_ groups: [[Int]]) -> (discrepancies: [Discrepancy], disputed: Set<Int>) {
        var found: [Discrepancy] = []
        var disputed: Set<Int> = []
        let negative = groups.indices.filter { drafts[groups[$0][0]].statement.polarity == .negative }
        let positive = groups.indices.filter { drafts[groups[$0][0]].statement.polarity == .positive }
        for no in negative {
            for yes in positive {
                guard let pair = opposite(groups[no], groups[yes]) else { continue }
                disputed.formUnion([no, yes])
                let (a, b) = (drafts[pair.no], drafts[pair.yes])
                found.append(
                    Discrepancy(
                        kind: .polarity,
                        text: "\(outlets.name(b.proposition.document)) says “\(b.statement.reading)”; "
                            + "\(outlets.name(a.proposition.document)) says “\(a.statement.reading)”.",
                        citations: [b.statement.citation, a.statement.citation],
                        explanation: "One affirms what the other denies."))
            }
        }
        return (found, disputed)
    }

    private func opposite(_ no: [Int], _ yes: [Int]) -> (no: Int, yes: Int)? {
        for a in no.prefix(5) {
            for b in yes.prefix(5) {
                let (x, y) = (drafts[a], drafts[b])
                guard x.proposition.document != y.proposition.document, x.features.head != nil,
                    x.features.figure == nil, y.features.figure == nil,
                    !PairVetoes.timesExclude(x.features, y.features), !PairVetoes.actorsExclude(x.features, y.features)
                else { continue }
                let (p, q) = judge.overlap.coverage(x.features, y.features)
                if min(p, q) >= 0.7 { return (a, b) }
            }
        }
        return nil
    }
}
