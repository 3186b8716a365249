import NewsModel
import TextCore

/// Ties the quotations of an utterance to the clauses that report them.
struct SpeakerLinks {
    /// The clause that reports a quotation, and on which side of it.
    struct Link {
        enum Side { case before, after }
        var clause: ReportingClause
        var side: Side
    }

    let tagged: TaggedText
    /// The reporting clauses of the utterance outside its quotations, in order.
    let clauses: [ReportingClause]
    let utterance: Range<Int>

    /// The clause that reports `stretch`, nil where none does.
    func link(for stretch: MarkedStretch) -> Link? {
        if let after = clauseAfter(stretch), reaches(after, from: stretch) { return Link(clause: after, side: .after) }
        if let before = clauseBefore(stretch) { return Link(clause: before, side: .before) }
        return nil
    }

    /// The first clause after the closing mark, where nothing but a comma, a dash or adverbs stand between.
    private func clauseAfter(_ stretch: MarkedStretch) -> ReportingClause? {
        let next = firstClause(endingAfter: stretch.tokens.upperBound)
        guard next < clauses.count, case let clause = clauses[next],
            clause.tokens.lowerBound >= stretch.tokens.upperBound, clause.form == .finite || clause.form == .phrase,
            clause.order != .absent, clause.verb.act != .seeming,
            clause.tokens.lowerBound - stretch.tokens.upperBound <= 4
        else { return nil }
        for index in stretch.tokens.upperBound..<clause.tokens.lowerBound {
            switch tagged.tags[index] {
            case .comma, .colon, .adverb, .closing: continue
            case .conjunction where clause.order != .shared: return nil
            default: return nil
            }
        }
        return clause
    }

    /// Whether a clause after a quotation reports it, and does not begin something new.
    private func reaches(_ clause: ReportingClause, from stretch: MarkedStretch) -> Bool {
        guard let last = stretch.last(in: tagged) else { return false }
        let isOpenEnded = tagged.tags[last] == .comma || tagged.tags[last] == .stop || tagged.tags[last] == .colon
        let isParted = stretch.tokens.upperBound < clause.tokens.lowerBound
        return isOpenEnded || isParted || clause.order == .verbFirst
    }

    /// The last clause before the opening mark that still speaks there.
    private func clauseBefore(_ stretch: MarkedStretch) -> ReportingClause? {
        let start = stretch.tokens.lowerBound
        let next = firstClause(endingAfter: start)
        guard next > 0, case let clause = clauses[next - 1], clause.tokens.upperBound <= start else { return nil }
        var index = clause.tokens.upperBound
        guard start - index <= 60 else { return nil }
        // "According to the ministry's “road map”" names a source; the words come after its comma.
        if clause.form == .phrase, !(index..<start).contains(where: { tagged.tags[$0] == .comma }) { return nil }
        while index < start {
            if tagged.tags[index] == .stop { return nil }
            index += 1
        }
        if clause.verb.act == .statement { return clause }
        return statement(before: next - 1) ?? (isThought(clause, upTo: start) ? clause : nil)
    }

    /// Whether what stands between a verb of thought and the words shows that they are what is thought, not its object:
    /// not `knows the “hermit” state`.
    private func isThought(_ clause: ReportingClause, upTo start: Int) -> Bool {
        let between = clause.tokens.upperBound..<start
        if clause.verb.takes.contains(.object) { return true }
        if between.contains(where: { clause.verb.prepositions.contains(tagged.hashes[$0]) }) { return true }
        return between.allSatisfy { tagged.tags[$0].isMark } || between.contains { tagged.tags[$0].isVerb }
    }

    /// The statement in which a thought is told: `Ode says she believes it is “a start”` is Ode's saying.
    private func statement(before index: Int) -> ReportingClause? {
        guard index > 0, case let outer = clauses[index - 1], outer.verb.act == .statement, outer.form != .passive,
            clauses[index].tokens.lowerBound - outer.tokens.upperBound <= 2
        else { return nil }
        return outer
    }

    /// Index of the first clause whose cue ends after token `token`.
    ///
    /// - Complexity: O(log n) in the number of clauses.
    private func firstClause(endingAfter token: Int) -> Int {
        clauses.partitioningIndex { $0.cue.upperBound > token }
    }
}
