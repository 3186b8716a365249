import Lexicons
import NewsModel
import TextCore

/// Finds where one report says that somebody or something was not there, whom or which another tells of as acting.
///
/// Finds: `The welders on the northern wall were not there on Monday` beside `a spark from a welder's torch set fire to
/// bags at the northern wall`. Does not: `the minister was not there` beside `the minister spoke` (nothing says that both
/// mean one place and time), nor what one report says itself.
struct PresenceFinder {
    let drafts: [Draft]
    let words: StoryWords
    let overlap: WordOverlap
    let outlets: OutletNames

    /// A discrepancy for each statement that denies a presence, with the clearest statement that has it and the others of its
    /// group.
    func find(_ groups: [[Int]]) -> [Discrepancy] {
        let absent = drafts.indices.filter { drafts[$0].statement.polarity == .negative }
            .compactMap { index in subject(of: drafts[index]).map { (index, $0) } }
        return absent.compactMap { index, subject in
            let rivals = drafts.indices.compactMap { other -> (score: Double, index: Int)? in
                score(drafts[index], subject, drafts[other]).map { ($0, other) }
            }
            guard let best = rivals.max(by: { ($0.score, $1.index) < ($1.score, $0.index) }) else { return nil }
            let group = groups.first { $0.contains(best.index) } ?? []
            let others = group.filter { $0 != best.index && !drafts[$0].proposition.isHeadline }
            return discrepancy(drafts[index], drafts[best.index], carried: others.map { drafts[$0] })
        }
    }

    /// The noun that is said not to be there: `⟦welders⟧ … were not there`, `no ⟦soldiers⟧ were present`.
    private func subject(of draft: Draft) -> WordForm? {
        let document = draft.proposition.document
        let tokens = draft.proposition.tokenIndices
        let folded = tokens.map { words.form(document, $0).folded }
        guard let place = folded.indices.first(where: { isAbsence(folded, at: $0) }), place > 0 else { return nil }
        for token in tokens[..<place] {
            let form = words.form(document, token)
            if form.meaning.isNoun, form.classes.isEmpty, !form.meaning.isAdjective, form.weight >= 0.8 { return form }
        }
        return nil
    }

    /// `were not there`, `was never present`, `were not at work`, `no longer … at work`.
    private func isAbsence(_ folded: [String], at place: Int) -> Bool {
        guard ["not", "never"].contains(folded[place]) || folded[place].hasSuffix("n't") else { return false }
        let isCopula = place > 0 && ["was", "were", "is", "are", "been", "be"].contains(folded[place - 1])
        guard isCopula || ["wasn't", "weren't", "isn't", "aren't"].contains(folded[place]) else { return false }
        let rest = folded[(place + 1)...].prefix(3)
        if let first = rest.first, ["there", "present", "aboard"].contains(first) { return true }
        // "not involved"; "not involved in gang activity" is of something else.
        if rest.first == "involved", !rest.dropFirst().starts(with: ["in"]) { return true }
        return rest.starts(with: ["at", "work"]) || rest.starts(with: ["on", "site"])
            || rest.starts(with: ["at", "the", "scene"])
    }

    /// How much a positive statement of another report shares with a denial: the subject and another telling word; nil where
    /// they do not meet.
    private func score(_ denial: Draft, _ subject: WordForm, _ other: Draft) -> Double? {
        guard other.statement.polarity == .positive, !other.proposition.isHeadline,
            other.proposition.document != denial.proposition.document,
            other.statement.origin != denial.statement.origin,
            [.asserted, .reported, .likely].contains(other.statement.modality),
            !PairVetoes.timesExclude(denial.features, other.features)
        else { return nil }
        let shared = denial.features.terms.filter { term in
            !term.isTime && term.weight >= 0.8 && other.features.terms.contains { $0.meaning.word == term.meaning.word }
        }
        guard shared.contains(where: { $0.meaning.word == subject.meaning.word }), shared.count >= 2 else { return nil }
        return shared.reduce(0) { $0 + overlap.weight($1) } / (1 + 0.05 * Double(other.features.terms.count))
    }

    private func discrepancy(_ denial: Draft, _ other: Draft, carried: [Draft]) -> Discrepancy {
        let documents = ([other] + carried).map(\.proposition.document)
        return Discrepancy(
            kind: .polarity,
            text: "\(outlets.list(documents)) \(Set(documents).count > 1 ? "say" : "says") "
                + "\(other.statement.reading.inQuotationMarks); "
                + "\(outlets.name(denial.proposition.document)) says \(denial.statement.reading.inQuotationMarks).",
            citations: ([other] + carried).map(\.statement.citation) + [denial.statement.citation],
            explanation: "One denies that those were there of whom the other tells.")
    }
}
