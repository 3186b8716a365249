import NewsModel
import TextCore

/// Ties the quotations of an utterance to the clauses that report them.
struct SpeakerLinks {
    /// The clause that reports a quotation, and on which side of it.
    struct Link {
        enum Side {
            case before, after
            /// At the end of a sentence that quotes here and there: `It was “late” and “cold”, Ode said.`
            case around
        }
        var clause: ReportingClause
        var side: Side
    }

    let tagged: TaggedText
    let utterance: Range<Int>
    /// The reporting clauses of the utterance outside its quotations, in order.
    let clauses: [ReportingClause]
    private let reporting: ReportingClauses
    /// The clause that ends the utterance and reports all of it: `…, Ode said on Monday.`
    let closing: ReportingClause?

    init(_ tagged: TaggedText, _ reporting: ReportingClauses, utterance: Range<Int>) {
        self.tagged = tagged
        self.utterance = utterance
        self.reporting = reporting
        clauses = reporting.clauses(in: utterance)
        closing = Self.closing(clauses, utterance, tagged)
    }

    /// The clause that reports `stretch`, nil where none does.
    func link(for stretch: MarkedStretch) -> Link? {
        if let after = clauseAfter(stretch), reaches(after, from: stretch) { return Link(clause: after, side: .after) }
        if let verb = verbAfter(stretch) { return Link(clause: verb, side: .after) }
        let before = clauseBefore(stretch)
        if let verb = verbBefore(stretch), before.map({ $0.tokens.upperBound <= verb.tokens.lowerBound }) ?? true {
            return Link(clause: verb, side: .before)
        }
        if let closing, closing.tokens.lowerBound >= stretch.tokens.upperBound, before?.verb.act != .statement {
            return Link(clause: closing, side: .around)
        }
        return before.map { Link(clause: $0, side: .before) }
    }

    private static func closing(_ clauses: [ReportingClause], _ utterance: Range<Int>, _ tagged: TaggedText)
        -> ReportingClause?
    {
        guard let clause = clauses.last, clause.form == .finite, clause.verb.act == .statement,
            clause.order == .sourceFirst || clause.order == .verbFirst, clause.tokens.lowerBound > utterance.lowerBound,
            case let before = tagged.tags[clause.tokens.lowerBound - 1], before == .comma || before == .quote
        else { return nil }
        let rest = clause.tokens.upperBound..<max(clause.tokens.upperBound, utterance.upperBound)
        // "…, Ode said that it was" tells of something new.
        let next = rest.first.map { tagged.tags[$0] }
        let isHearer = clause.verb.takes.contains(.person)
        let isEnd =
            next.map { $0.isMark || $0 == .preposition || $0.isAdverb || $0.isName || isHearer && $0.isNoun } ?? true
        let isNew = rest.first.map { ClosedClass.that.contains(tagged.hashes[$0]) } ?? false
        return isEnd && !isNew && !rest.contains { tagged.tags[$0].isFinite } ? clause : nil
    }

    // MARK: Verbs that are in no list

    /// Any verb with a name or pronoun before it that a comma or colon parts from whole words: `Ode shot back, “…”`.
    private func verbBefore(_ stretch: MarkedStretch) -> ReportingClause? {
        let mark = stretch.tokens.lowerBound - 1
        guard mark > utterance.lowerBound + 1, tagged.tags[mark] == .comma || tagged.first(mark) == ":",
            stretch.content.count > 3, tagged.isCapitalised(stretch.content.lowerBound)
        else { return nil }
        var head = mark - 1
        while head > max(utterance.lowerBound, mark - 4), Self.mayFollowVerb(tagged.tags[head]) { head -= 1 }
        guard isPlainVerb(head), let (start, subject) = reporting.activeVerb(at: head, in: utterance),
            subject.contains(where: { tagged.tags[$0].isName }) || tagged.tags[subject.lowerBound] == .pronoun
        else { return nil }
        return ReportingClause(
            head: head, cue: start..<mark, verb: Self.anyVerb, form: .finite, order: .sourceFirst, source: subject)
    }

    /// Any verb right after whole words that a comma ends, with its subject: `“…,” the notice read` · `“…,” scoffed Ann Ode`.
    private func verbAfter(_ stretch: MarkedStretch) -> ReportingClause? {
        let start = stretch.tokens.upperBound
        guard start + 1 < utterance.upperBound, stretch.content.count > 3,
            let last = stretch.last(in: tagged), tagged.tags[last] == .comma
        else { return nil }
        if isPlainVerb(start) {
            return reporting.phrases.phrase(startingAt: start + 1, to: utterance.upperBound).map {
                ReportingClause(
                    head: start, cue: start..<start + 1, verb: Self.anyVerb, form: .finite, order: .verbFirst,
                    source: $0)
            }
        }
        let head = (start..<min(utterance.upperBound, start + 8)).first {
            tagged.tags[$0].isFinite || tagged.tags[$0] == .participle || tagged.tags[$0] == .stop
        }
        guard let head, isPlainVerb(head), let (first, subject) = reporting.activeVerb(at: head, in: utterance),
            subject.lowerBound == start
        else { return nil }
        return ReportingClause(
            head: head, cue: first..<head + 1, verb: Self.anyVerb, form: .finite, order: .sourceFirst, source: subject)
    }

    /// Whether a verb may stand alone in the past or present; a past may look like a participle (`read`).
    private func isPlainVerb(_ index: Int) -> Bool {
        (tagged.tags[index].isFinite && tagged.tags[index] != .modal || tagged.tags[index] == .participle)
            && !ClosedClass.auxiliaries.contains(tagged.hashes[index])
    }

    private static let anyVerb = CueVerb(
        lemma: "", act: .statement, takes: .quotation, prepositions: WordSet(""), takesPreposition: false)

    private static func mayFollowVerb(_ tag: WordTag) -> Bool {
        tag.isAdverb || tag == .particle || tag == .preposition
    }

    // MARK: Clauses with a verb of the list

    /// The first clause after the closing mark, where nothing but a comma, a dash or adverbs stand between.
    private func clauseAfter(_ stretch: MarkedStretch) -> ReportingClause? {
        let next = firstClause(endingAfter: stretch.tokens.upperBound)
        guard next < clauses.count, case let clause = clauses[next],
            clause.tokens.lowerBound >= stretch.tokens.upperBound, clause.form == .finite || clause.form == .phrase,
            clause.order != .absent, clause.verb.act != .seeming
        else { return nil }
        let between = stretch.tokens.upperBound..<clause.tokens.lowerBound
        // A mark may be left over: `…, ‘go back,’”` as `''…, 'go back,'''`.
        let isNear = between.count <= 4 && between.allSatisfy { Self.mayPart.contains(tagged.tags[$0]) }
        return isNear ? clause : widened(clause, from: stretch.tokens.upperBound)
    }

    /// What may stand between a quotation and the clause that reports it.
    private static let mayPart: Set<WordTag> = [.comma, .colon, .adverb, .closing, .quote]

    /// A clause whose source begins right after the quotation, however much tells who that is: `“…,” ⟦Ann Ode, 30, of Rome, who
    /// was among those asked,⟧ said`.
    private func widened(_ clause: ReportingClause, from start: Int) -> ReportingClause? {
        let between = start..<clause.tokens.lowerBound
        guard clause.order == .sourceFirst, clause.form == .finite, between.count <= 30, let source = clause.source,
            tagged.tags[start].isName || tagged.tags[start] == .determiner || tagged.tags[start].isNoun,
            !tagged.tags[start...source.lowerBound].contains(.stop), !hasMainVerb(between)
        else { return nil }
        var clause = clause
        clause.source = start..<source.upperBound
        return clause
    }

    /// Whether a stretch has a finite verb outside its relative clauses.
    private func hasMainVerb(_ range: Range<Int>) -> Bool {
        var isRelative = false
        for index in range {
            switch tagged.tags[index] {
            case .whPronoun, .whDeterminer: isRelative = true
            case .comma: isRelative = false
            case let tag where tag.isFinite && !isRelative: return true
            default: break
            }
        }
        return false
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
        let thought = clauses[index].tokens.lowerBound
        let near = clauses[..<index].reversed().lazy.prefix { thought - $0.tokens.upperBound <= Self.reach }
        let outer = near.first { $0.verb.act == .statement && $0.form == .finite && $0.order != .absent }
        guard let outer, !tagged.tags[min(outer.tokens.upperBound, thought)..<thought].contains(.stop)
        else { return nil }
        return outer
    }

    /// How far before a thought the statement is looked for that tells it, in tokens.
    private static let reach = 40

    /// Index of the first clause whose cue ends after token `token`.
    ///
    /// - Complexity: O(log n) in the number of clauses.
    private func firstClause(endingAfter token: Int) -> Int {
        clauses.partitioningIndex { $0.cue.upperBound > token }
    }
}
