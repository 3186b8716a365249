import Lexicons
import NewsModel
import TextCore

/// Who is named for what a draft says: sources without a name, and figures without a source.
///
/// - unnamed source: `⟦two shipping agents⟧ said`, `⟦sources⟧ say`, `⟦it is known that⟧ …`; once for each source of a draft
/// - no source: `⟦The contract is worth 40 million euros⟧` in a paragraph that names nobody, of a draft that credits nobody
/// - neither: `the municipality`, `the former prosecutor` (whoever was named before), `satellite images`; `three people were there` (a number that the reporter can count), a figure that the draft gives on somebody's
///   word elsewhere
struct SourceCheck {
    let account: Account
    let facts: WordFacts
    let outcomes: OutcomeWords

    /// The findings of all drafts.
    func findings() -> [Finding] {
        account.analyses.flatMap { analysis in
            let own = account.ledger.claims.flatMap { claim in
                claim.statements.filter { $0.citation.document == analysis.document.id }
            }.sorted { $0.citation < $1.citation }
            return unnamed(own, in: analysis) + unsourced(own, in: analysis)
        }
    }

    // MARK: Unnamed sources

    private func unnamed(_ statements: [Statement], in analysis: Analysis) -> [Finding] {
        var sources: [(key: String, citation: Citation, statements: [Statement])] = []
        for statement in statements {
            guard let last = statement.chain.last, last.kind == .unnamed, let citation = last.citation else { continue }
            let words = Self.words(analysis.text[citation.span])
            let key = Self.head(of: words)
            let isKnown = sources.contains { $0.key == key }
            guard isKnown || isUnnamed(words, head: key) else { continue }
            if let place = sources.firstIndex(where: { $0.key == key }) {
                if !sources[place].statements.contains(where: { $0.citation == statement.citation }) {
                    sources[place].statements.append(statement)
                }
                sources[place].citation = min(sources[place].citation, citation)
            } else {
                sources.append((key, citation, [statement]))
            }
        }
        return sources.map { source in
            let resting = source.statements.prefix(3).map { analysis.text[$0.citation.span].inQuotationMarks }
            let more = source.statements.count > 3 ? " and \(source.statements.count - 3) more" : ""
            return Finding(
                kind: .unnamedSource, grade: .question,
                text: "“\(analysis.text[source.citation.span].oneLine)” "
                    + (Self.hearsay.isDisjoint(with: Self.words(analysis.text[source.citation.span]))
                        ? "is not named." : "does not say who."),
                citations: [source.citation] + source.statements.map(\.citation).filter { $0 != source.citation },
                explanation: "On that word: \(resting.joined(separator: ", "))\(more).")
        }
    }

    /// Whether somebody speaks who is not named: people of some kind whom the draft does not point back to, "sources", or
    /// nobody at all ("it is known that").
    private func isUnnamed(_ words: [String], head: String) -> Bool {
        if words.contains("no") || words.contains("told") { return false }
        if !Self.hearsay.isDisjoint(with: words) { return true }
        if Self.sources.contains(head) { return true }
        let lemma = facts.lemmatizer.lemma(of: head)
        guard outcomes.isPerson(facts.meanings.entry(lemma)) else { return false }
        return lemma != head || ["a", "an", "another", "one", "some"].contains(words[0])
    }

    private static func words(_ source: String) -> [String] {
        FoldedText.fold(source).split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
    }

    /// The head noun of a source, the same for "an official in the ministry" and "the official".
    private static func head(of words: [String]) -> String {
        var words = words[...]
        if let end = words.firstIndex(where: ends.contains), end > 0 { words = words[..<end] }
        return words.last ?? ""
    }

    /// What nobody is named for.
    private static let hearsay: Set<String> = [
        "believed", "reported", "reportedly", "alleged", "allegedly", "rumoured", "rumored", "thought", "understood",
        "claimed", "suspected", "known",
    ]
    private static let sources: Set<String> = [
        "source", "sources", "circles", "insiders", "quarters", "media", "reports", "agent", "agents", "insurers",
        "spokespeople", "representatives", "delegates",
    ]

    private static let ends: Set<String> = [
        "of", "in", "at", "from", "with", "who", "whom", "that", "familiar", "close", "on", "for", "near", "inside",
        "to",
        "briefed", "involved",
    ]

    // MARK: Figures without a source

    private func unsourced(_ statements: [Statement], in analysis: Analysis) -> [Finding] {
        if analysis.credits.contains(where: { $0.kind == .sourceLine }) { return [] }
        var seen: [TextSpan] = []
        return statements.compactMap { statement in
            guard let index = statement.quantity, analysis.quantities.indices.contains(index),
                isTelling(analysis.quantities[index]), statement.modality == .asserted, isBare(statement),
                analysis.isProse(at: statement.citation.span), !isSourcedNearby(statement, in: analysis),
                !isSourcedElsewhere(statement, in: analysis),
                !seen.contains(where: { $0.overlaps(statement.citation.span) })
            else { return nil }
            seen.append(statement.citation.span)
            let quantity = analysis.quantities[index]
            return Finding(
                kind: .noSource, grade: .question,
                text: "“\(analysis.text[quantity.span].oneLine)” stands without a source.",
                citations: [Citation(analysis.document.id, quantity.span), statement.citation],
                explanation: "Nobody is named in this paragraph for \(statement.reading.inQuotationMarks).")
        }
    }

    /// What a reporter does not count alone: money, shares, measures, large or rough numbers.
    private func isTelling(_ quantity: Quantity) -> Bool {
        switch quantity.kind {
        case .money, .percent: true
        case .measure, .count: quantity.amount.bound != .exact || (quantity.amount.high ?? 0) >= 20
        case .ordinal, .age, .multiple, .fraction: false
        }
    }

    private func isBare(_ statement: Statement) -> Bool {
        statement.chain.dropFirst().allSatisfy(\.isInferred)
    }

    private func isSourcedNearby(_ statement: Statement, in analysis: Analysis) -> Bool {
        guard let index = analysis.document.blockIndex(at: statement.citation.span.start) else { return false }
        let block = analysis.document.blocks[index].span
        return analysis.attributions.contains { $0.span.overlaps(block) }
            || analysis.credits.contains { $0.kind == .text && ($0.scope.overlaps(block) || $0.span.overlaps(block)) }
    }

    private func isSourcedElsewhere(_ statement: Statement, in analysis: Analysis) -> Bool {
        account.ledger.claims.contains { claim in
            claim.statements.contains { $0.id == statement.id }
                && claim.statements.contains { $0.citation.document == analysis.document.id && !isBare($0) }
        }
    }
}
