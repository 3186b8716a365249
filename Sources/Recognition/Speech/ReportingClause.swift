import NewsModel

/// A verb that attributes, with the one who speaks: `Ode said`, `said Ann Ode`, `has been confirmed by the Kremlin`.
struct ReportingClause {
    /// How the verb stands.
    enum Form {
        /// `Ode said`, `Ode has said`.
        case finite
        /// `was told by Ode`, `is expected`.
        case passive
        /// `…, saying that`, `citing Ode`.
        case gerund
        /// `to say that`.
        case infinitive
        /// `according to Ode`.
        case phrase
    }

    /// Where the source stands.
    enum Order {
        /// `Ode said`.
        case sourceFirst
        /// `said Ode`.
        case verbFirst
        /// The source is that of another verb: `Ode came and said`.
        case shared
        /// Nobody is named: `it is known that`.
        case absent
    }

    /// The verb itself.
    var head: Int
    /// The verb with its auxiliaries and particle.
    var cue: Range<Int>
    var verb: CueVerb
    var form: Form
    var order: Order
    /// The one who speaks, as written.
    var source: Range<Int>?

    /// From the first to the last token of source and cue where they stand together, else the cue.
    var tokens: Range<Int> {
        guard let source, order != .shared else { return cue }
        return min(source.lowerBound, cue.lowerBound)..<max(source.upperBound, cue.upperBound)
    }
}

/// Finds reporting clauses in a stretch of tokens.
struct ReportingClauses {
    let tagged: TaggedText
    let cues: CueLexicon
    let phrases: NounPhrases

    init(_ tagged: TaggedText, cues: CueLexicon, isBarrier: @escaping (Int) -> Bool) {
        self.tagged = tagged
        self.cues = cues
        phrases = NounPhrases(tagged: tagged, isBarrier: isBarrier)
    }

    /// The clauses of `range`, in order of their verbs.
    ///
    /// - Complexity: O(n): from each verb a bounded way is looked.
    func clauses(in range: Range<Int>) -> [ReportingClause] {
        var found: [ReportingClause] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if !phrases.isBarrier(index), let clause = clause(at: index, in: range) {
                found.append(clause)
                index = max(index + 1, clause.cue.upperBound)
            } else {
                index += 1
            }
        }
        return found
    }

    private func clause(at head: Int, in range: Range<Int>) -> ReportingClause? {
        guard let (verb, length) = cues.verb(at: head, tagged.hashes), head + length <= range.upperBound else {
            return nil
        }
        if verb.takes.contains(.source) {
            guard let source = phrases.phrase(startingAt: head + length, to: range.upperBound) else { return nil }
            return ReportingClause(
                head: head, cue: head..<(head + length), verb: verb, form: .phrase, order: .verbFirst, source: source)
        }
        let isPredicate = verb.takes.contains(.predicate)
        guard isPredicate || isVerb(head, in: range) else { return nil }
        var group = verbGroup(of: head, from: range.lowerBound)
        if isPredicate {
            // "is deeply critical of": the predicate goes with its subject like a verb.
            guard group.start < head, group.form == .finite || group.form == .passive else { return nil }
            group.form = .finite
        }
        let cue = group.start..<(head + length)
        var clause = ReportingClause(
            head: head, cue: cue, verb: verb, form: group.form, order: .absent, source: nil)
        switch group.form {
        case .passive:
            guard !isNegativeLookalike(head, cue.upperBound, in: range) else { return nil }
            if cue.upperBound < range.upperBound, ClosedClass.by.contains(tagged.hashes[cue.upperBound]),
                let agent = phrases.phrase(startingAt: cue.upperBound + 1, to: range.upperBound)
            {
                clause.source = agent
                clause.order = .verbFirst
            }
        case .finite:
            if isPlainlyInverted(cue, verb, in: range),
                let subject = phrases.phrase(startingAt: cue.upperBound, to: range.upperBound)
            {
                clause.source = subject
                clause.order = .verbFirst
            } else if let subject = subject(before: cue.lowerBound, in: range) {
                clause.source = subject.range
                clause.order = subject.isShared ? .shared : .sourceFirst
            } else if mayBeInverted(cue, in: range),
                let subject = phrases.phrase(startingAt: cue.upperBound, to: range.upperBound)
            {
                clause.source = subject
                clause.order = .verbFirst
            }
            clause = withTree(clause, in: range)
            if clause.source == nil { return nil }
        case .phrase: return nil
        case .gerund, .infinitive:
            clause.source =
                sharedSubject(of: cue.lowerBound, in: range) ?? tagged.trees?.subject(governing: head, in: range)
            clause.order = .shared
        }
        return clause
    }

    /// The clause with the subject that the reader's tree gives its verb, where rules found none or a part of it: `⟦a person
    /// close to the inquiry⟧ said`.
    private func withTree(_ clause: ReportingClause, in range: Range<Int>) -> ReportingClause {
        guard clause.order != .shared, let subject = tagged.trees?.subject(of: clause.head, in: range),
            !subject.overlaps(clause.cue), !subject.contains(where: phrases.isBarrier)
        else { return clause }
        var clause = clause
        if let source = clause.source {
            let isPart = subject.lowerBound <= source.lowerBound && source.upperBound <= subject.upperBound
            // Not "who", and not "According to Ode", which hangs on the verb, too.
            let isOther =
                !source.overlaps(subject) && phrases.begins(subject.lowerBound)
                && !tagged.tags[subject.lowerBound].isVerb
            guard isPart || isOther else { return clause }
        }
        clause.source = subject
        clause.order = subject.lowerBound < clause.cue.lowerBound ? .sourceFirst : .verbFirst
        return clause
    }

    /// Whether the cue word at `head` is a verb here: "reports" is not in "two reports".
    private func isVerb(_ head: Int, in range: Range<Int>) -> Bool {
        let tag = tagged.tags[head]
        if tag == .participle || tag == .gerund {
            // "the said man", "a leading-edge saying": between a determiner and a noun it is no verb.
            guard head > range.lowerBound, head + 1 < range.upperBound else { return true }
            let before = tagged.tags[head - 1]
            return
                !((before == .determiner || before == .possessive || before.isAdjective)
                && tagged.tags[head + 1].isNoun)
        }
        if tag.isVerb { return true }
        guard tag.isNoun, head > range.lowerBound, head + 1 < range.upperBound else { return false }
        // A third person that was taken for a plural: "the agency reports that".
        return tagged.tags[head - 1].isNoun && ClosedClass.that.contains(tagged.hashes[head + 1])
    }

    /// "said to be", "known as": words about a thing, not words of somebody.
    private func isNegativeLookalike(_ head: Int, _ next: Int, in range: Range<Int>) -> Bool {
        false
    }

    /// The auxiliaries before a verb, and what they make of it.
    private func verbGroup(of head: Int, from lower: Int) -> (start: Int, form: ReportingClause.Form) {
        var start = head
        var index = head - 1
        var hasBe = false
        var hasTo = false
        var hasAuxiliary = false
        while index >= lower, index >= head - 7, !phrases.isBarrier(index) {
            let hash = tagged.hashes[index]
            if ClosedClass.auxiliaries.contains(hash), tagged.tags[index] != .genitive {
                if tagged.tags[index] == .to {
                    hasTo = start == head || hasTo
                    start = index
                    index -= 1
                    if tagged.tags[head] == .verb { break }
                    continue
                }
                hasBe = hasBe || ClosedClass.be.contains(hash)
                hasAuxiliary = true
                start = index
            } else if !tagged.tags[index].isAdverb {
                break
            }
            index -= 1
        }
        let tag = tagged.tags[head]
        if hasBe, tag == .participle || tag == .past { return (start, .passive) }
        if hasTo, !hasAuxiliary { return (start, .infinitive) }
        if tag == .gerund, !hasBe { return (head, .gerund) }
        return (start, .finite)
    }

    // MARK: Who

    /// The subject of the verb group that begins at `start`.
    private func subject(
        before start: Int, in range: Range<Int>, depth: Int = 0
    ) -> (range: Range<Int>, isShared: Bool)? {
        var index = start - 1
        while index > range.lowerBound, !phrases.isBarrier(index),
            tagged.tags[index].isAdverb || phrases.isTime(index)
                || tagged.tags[index] == .preposition && index + 1 < start && phrases.isTime(index + 1)
        {
            index -= 1
        }
        guard index >= range.lowerBound, !phrases.isBarrier(index) else { return nil }
        switch tagged.tags[index] {
        case .comma:
            return inserted(before: index, in: range).map { ($0, false) }
        case .colon:
            return phrases.isDash(index) ? inserted(before: index, in: range).map { ($0, false) } : nil
        case .conjunction:
            guard depth < 3, let subject = sharedSubject(of: index, in: range, depth: depth + 1) else { return nil }
            return (subject, true)
        case .whPronoun, .whDeterminer:
            return (antecedent(of: index, in: range), false)
        default:
            if ClosedClass.that.contains(tagged.hashes[index]) { return (antecedent(of: index, in: range), false) }
            guard let phrase = phrases.phrase(endingAt: index, from: range.lowerBound) else { return nil }
            return (withAppositionBefore(phrase, in: range), false)
        }
    }

    /// `Ode, a spokesman, said` · `Ode, on Tuesday, said` · `Ode, who leads the talks, said` · `Ode, 55, of Rome, Italy, said`.
    ///
    /// What stands between commas before the verb belongs to the phrase where it describes it, and is passed over where it
    /// tells when or how.
    private func inserted(before comma: Int, in range: Range<Int>) -> Range<Int>? {
        var end = comma
        var best: Range<Int>?
        for _ in 0..<5 {
            guard let opening = insertionStart(before: end, in: range),
                let name = phrases.phrase(endingAt: opening - 1, from: range.lowerBound)
            else { break }
            let first = tagged.tags[opening + 1]
            if first == .whPronoun || first == .whDeterminer { return name.lowerBound..<comma }
            if hasOwnVerb(opening + 1..<end) { break }
            if first == .preposition || first == .gerund || first == .participle || first.isAdverb || first == .to {
                return best ?? name
            }
            guard phrases.begins(opening + 1), first != .pronoun else { break }
            let before = name.lowerBound - 1
            let isTied =
                before >= range.lowerBound && !phrases.isBarrier(before)
                && (tagged.tags[before] == .preposition || tagged.tags[before].isVerb && best != nil)
            if !isTied { best = name.lowerBound..<comma }
            // Another insertion may stand before this one: "Ode, a nurse from Rome, Italy,".
            guard isTied || before >= range.lowerBound && tagged.tags[before] == .comma else { break }
            end = opening
        }
        return best
    }

    /// Whether a stretch has a verb of its own: one that belongs to no relative clause within it.
    private func hasOwnVerb(_ range: Range<Int>) -> Bool {
        for index in range {
            if tagged.tags[index] == .whPronoun || tagged.tags[index] == .whDeterminer { return false }
            if tagged.tags[index].isFinite { return true }
        }
        return false
    }

    /// The comma or dash that opens the insertion that `end` closes.
    private func insertionStart(before end: Int, in range: Range<Int>) -> Int? {
        var index = end - 1
        while index > range.lowerBound, index > end - 30, !phrases.isBarrier(index), tagged.tags[index] != .comma,
            tagged.tags[index] != .stop, !phrases.isDash(index)
        { index -= 1 }
        guard index > range.lowerBound, !phrases.isBarrier(index), index < end - 1,
            tagged.tags[index] == .comma || phrases.isDash(index)
        else { return nil }
        return index
    }

    /// `His campaign manager, Jeff Ode said` · `Ann Ode of Rome, Italy said`: the phrase before the comma belongs to the name.
    private func withAppositionBefore(_ phrase: Range<Int>, in range: Range<Int>) -> Range<Int> {
        let comma = phrase.lowerBound - 1
        guard comma > range.lowerBound, tagged.tags[comma] == .comma, !phrases.isBarrier(comma),
            tagged.tags[phrase.lowerBound].isName,
            let role = phrases.phrase(endingAt: comma - 1, from: range.lowerBound),
            !phrases.isTime(role.upperBound - 1),
            tagged.tags[role.lowerBound] != .pronoun,
            !tagged.tags[role.upperBound - 1].isName || role.contains(where: { tagged.tags[$0] == .preposition })
        else { return phrase }
        let before = role.lowerBound - 1
        let isFree =
            before < range.lowerBound || phrases.isBarrier(before) || tagged.tags[before].isMark
            || tagged.tags[before] == .conjunction
        return isFree ? role.lowerBound..<phrase.upperBound : phrase
    }

    /// Whom a relative pronoun stands for: the phrase before it, else the pronoun itself.
    private func antecedent(of pronoun: Int, in range: Range<Int>) -> Range<Int> {
        var index = pronoun - 1
        if index > range.lowerBound, tagged.tags[index] == .comma { index -= 1 }
        guard index >= range.lowerBound, let phrase = phrases.phrase(endingAt: index, from: range.lowerBound),
            tagged.tags[phrase.lowerBound] != .pronoun
        else { return pronoun..<(pronoun + 1) }
        return phrase
    }

    /// The verb at `head` with its auxiliaries, and its subject where it is an active one that has any.
    func activeVerb(at head: Int, in range: Range<Int>) -> (start: Int, subject: Range<Int>)? {
        guard tagged.tags[head].isVerb, !phrases.isBarrier(head) else { return nil }
        let group = verbGroup(of: head, from: range.lowerBound)
        switch group.form {
        case .finite:
            let own = subject(before: group.start, in: range)?.range ?? tagged.trees?.subject(of: head, in: range)
            return own.map { (group.start, $0) }
        case .gerund, .infinitive: return sharedSubject(of: group.start, in: range).map { (group.start, $0) }
        case .passive, .phrase: return nil
        }
    }

    /// The subject of the last verb of `range`, whatever the verb.
    func lastSubject(in range: Range<Int>) -> Range<Int>? {
        sharedSubject(of: range.upperBound, in: range)
    }

    /// The subject of the clause that a later verb shares: `Ode came and said`, `Ode left, saying`.
    ///
    /// After a comma the later verb goes with the main clause: in `Ode noted that she taught law, and added` it is Ode.
    private func sharedSubject(of start: Int, in range: Range<Int>, depth: Int = 0) -> Range<Int>? {
        let isApart = start > range.lowerBound && tagged.tags[start - 1] == .comma
        var subordinate: Range<Int>?
        var index = start - 1
        while index >= range.lowerBound, index > start - 80 {
            let tag = tagged.tags[index]
            if tag.isFinite || tag == .participle, !phrases.isBarrier(index) {
                let group = verbGroup(of: index, from: range.lowerBound)
                let isPlain = tag == .participle && group.start == index
                let found = verbSubject(group.start..<(index + 1), isPlain: isPlain, in: range, depth: depth)
                if let found {
                    guard isApart, isSubordinate(found, in: range) else { return found }
                    subordinate = subordinate ?? found
                }
                index = group.start
            }
            index -= 1
        }
        if let subordinate { return subordinate }
        return start <= range.lowerBound + 1 ? mainSubject(after: start, in: range) : nil
    }

    private func verbSubject(
        _ group: Range<Int>, isPlain: Bool, in range: Range<Int>, depth: Int
    ) -> Range<Int>? {
        // A bare participle may be a past that was not seen as one, if its subject stands right before it.
        if isPlain, group.count > 1 || group.lowerBound == range.lowerBound { return nil }
        if let subject = subject(before: group.lowerBound, in: range, depth: depth) {
            return isPlain && subject.isShared ? nil : subject.range
        }
        guard !isPlain, mayBeInverted(group, in: range) else { return nil }
        return phrases.phrase(startingAt: group.upperBound, to: range.upperBound)
    }

    /// Whether a subject begins a clause within another: `that she`, `because they`, `which`.
    private func isSubordinate(_ subject: Range<Int>, in range: Range<Int>) -> Bool {
        let tag = tagged.tags[subject.lowerBound]
        if tag == .whPronoun || tag == .whDeterminer || ClosedClass.that.contains(tagged.hashes[subject.lowerBound]) {
            return true
        }
        let before = subject.lowerBound - 1
        guard before >= range.lowerBound else { return false }
        return ClosedClass.subordinators.contains(tagged.hashes[before]) || tagged.tags[before] == .whAdverb
            || tagged.tags[before].isVerb
    }

    /// The subject after an opening participle: `Citing sources, ⟦Ode⟧ said`.
    private func mainSubject(after start: Int, in range: Range<Int>) -> Range<Int>? {
        guard start < range.upperBound, tagged.tags[start] == .gerund, start <= range.lowerBound + 1 else { return nil }
        var index = start
        while index < range.upperBound, index < start + 40 {
            if tagged.tags[index] == .comma, !phrases.isBarrier(index),
                let phrase = phrases.phrase(startingAt: index + 1, to: range.upperBound, withAppositions: false),
                phrase.upperBound < range.upperBound,
                tagged.tags[phrase.upperBound].isVerb || tagged.tags[phrase.upperBound].isAdverb
            {
                return phrase
            }
            index += 1
        }
        return nil
    }

    /// Whether the source follows the verb for certain: `…, said Ann Ode.`, where a comma or dash stands before and the name
    /// ends its clause.
    private func isPlainlyInverted(_ cue: Range<Int>, _ verb: CueVerb, in range: Range<Int>) -> Bool {
        guard !verb.takes.isDisjoint(with: [.clause, .quotation]), verb.lemma != "tell", mayBeInverted(cue, in: range),
            let phrase = phrases.phrase(startingAt: cue.upperBound, to: range.upperBound, withAppositions: false),
            tagged.tags[phrase.lowerBound] != .pronoun, !phrases.isTime(phrase.lowerBound)
        else { return false }
        let next = phrase.upperBound
        return next >= range.upperBound || tagged.tags[next].isMark && tagged.tags[next] != .opening
            || tagged.tags[next] == .preposition || phrases.isBarrier(next) || phrases.isTime(next)
    }

    /// Whether the source may follow the verb: what stands before is a quotation, a comma, a dash, or nothing.
    private func mayBeInverted(_ cue: Range<Int>, in range: Range<Int>) -> Bool {
        guard cue.upperBound < range.upperBound, phrases.begins(cue.upperBound),
            cue.count == 1 || cue.lowerBound == range.lowerBound
        else { return false }
        guard cue.lowerBound > range.lowerBound else { return false }
        let before = cue.lowerBound - 1
        return phrases.isBarrier(before) || tagged.tags[before] == .comma || tagged.tags[before] == .quote
            || phrases.isDash(before) || tagged.tags[before] == .stop
    }
}
