import NewsModel
import TextCore

/// What an editor should look at in the drafts of one story before they are printed: what the ledger found to differ, and
/// who is named for what.
///
/// High precision first: only what cannot both be so is called a disagreement; all else is a question.
struct DraftChecker {
    let account: Account
    let facts: WordFacts

    /// The findings, in the order of the reports and of their texts.
    func findings() -> [Finding] {
        let analyses = account.analyses
        let place = Dictionary(analyses.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { a, _ in a })
        let found =
            differences() + SourceCheck(account: account, facts: facts, outcomes: OutcomeWords(facts: facts)).findings()
            + analyses.flatMap { QuotationCheck(analysis: $0).findings() }
        return found.enumerated().sorted { a, b in
            let (x, y) = (a.element.citations[0], b.element.citations[0])
            let (p, q) = (place[x.document] ?? 0, place[y.document] ?? 0)
            return (p, x.span.start, a.offset) < (q, y.span.start, b.offset)
        }.map(\.element)
    }

    private func differences() -> [Finding] {
        let conflicts = account.ledger.figures.filter { $0.verdict == .conflicts }
            .map { Set($0.values.map(\.citation)) }
        return account.ledger.discrepancies.map { discrepancy in
            let kind: Finding.Kind
            var grade = Finding.Grade.question
            switch discrepancy.kind {
            case .arithmetic: (kind, grade) = (.arithmetic, .disagreement)
            case .date: (kind, grade) = (.date, .disagreement)
            case .figure:
                kind = .figure
                if conflicts.contains(Set(discrepancy.citations)) { grade = .disagreement }
            case .polarity: kind = .polarity
            case .wording: kind = .wording
            case .attribution: kind = .attribution
            }
            return Finding(
                kind: kind, grade: grade, text: discrepancy.text, citations: discrepancy.citations,
                explanation: discrepancy.explanation)
        }
    }
}
