import NewsModel

/// Finds what a reporting clause attributes: after it, before it, or on either side.
///
/// - after: `said ⟦that it fell⟧` · `told reporters on Sunday ⟦it fell⟧` · `praised ⟦the mayor⟧` · `plans ⟦to resign⟧`
/// - before: `⟦It fell⟧, she said.` · `⟦It fell⟧, according to police.` · around: `⟦The bridge⟧, she said, ⟦fell⟧.`
/// - of a passive: `⟦The bridge⟧ is said ⟦to have fallen⟧` · `it is known ⟦that it fell⟧`
struct ContentFinder {
    let tagged: TaggedText
    let phrases: NounPhrases
    let ends: ClauseEnds
    /// Sentences that a quotation holds together.
    let range: Range<Int>

    /// A clause with the words it attributes; nil where it attributes none.
    func attribution(of clause: ReportingClause) -> FoundAttribution? {
        switch clause.form {
        case .phrase: phrase(clause)
        case .passive: passive(clause)
        case .finite, .gerund, .infinitive: active(clause)
        }
    }

    // MARK: Active verbs

    private func active(_ clause: ReportingClause) -> FoundAttribution? {
        let next =
            clause.order == .verbFirst ? clause.source?.upperBound ?? clause.cue.upperBound : clause.cue.upperBound
        if let after = after(clause, from: next) { return after }
        guard clause.form == .finite, !clause.verb.takes.isDisjoint(with: [.clause, .quotation]),
            clause.verb.act != .seeming
        else { return nil }
        return around(clause)
    }

    /// The words after a verb.
    private func after(_ clause: ReportingClause, from start: Int) -> FoundAttribution? {
        let takes = clause.verb.takes
        var index = start
        while index < range.upperBound, tagged.tags[index].isAdverb, !phrases.isBarrier(index) { index += 1 }
        guard index < range.upperBound, !isClosing(index) else { return nil }
        if clause.verb.takesPreposition, clause.verb.prepositions.contains(tagged.hashes[index]),
            index + 1 < range.upperBound, !phrases.isTime(index + 1), clause.order != .verbFirst
        {
            let end = ends.objectEnd(from: index + 1, to: range.upperBound)
            if end > index + 1 { return found(clause, cue: clause.cue.lowerBound..<index + 1, index + 1..<end) }
        }
        if takes.contains(.person), let told = told(from: index) { return found(clause, told) }
        if !takes.isDisjoint(with: [.clause, .thatClause, .quotation, .person]), let opening = opening(from: index) {
            let end = ends.clauseEnd(from: opening, to: range.upperBound)
            if end > opening { return found(clause, opening..<end) }
        }
        let isOpening = clause.form == .gerund && clause.cue.lowerBound == range.lowerBound
        if takes.contains(.clause), clause.order != .verbFirst, !isOpening, let bare = bareClause(from: index) {
            return found(clause, bare)
        }
        if takes.contains(.infinitive), tagged.tags[index] == .to {
            let end = ends.clauseEnd(from: index, to: range.upperBound)
            guard end > index + 1 else { return nil }
            // What seems to be so is nobody's: "⟦the race⟧ seems ⟦to be over⟧".
            if clause.verb.act == .seeming {
                let subject = clause.order == .sourceFirst ? clause.source.map { [$0] } ?? [] : []
                return FoundAttribution(source: nil, cue: clause.cue, content: subject + [index..<end])
            }
            return found(clause, index..<end)
        }
        if takes.contains(.measure) { return measure(clause, from: index) }
        if takes.contains(.object), clause.order != .verbFirst { return object(clause, from: index) }
        return nil
    }

    /// `told ⟦reporters⟧ on Sunday *that it fell*`: past the person.
    private func told(from index: Int) -> Range<Int>? {
        guard let person = phrases.phrase(startingAt: index, to: range.upperBound, withAppositions: false) else {
            return nil
        }
        var start = person.upperBound
        if let opening = opening(from: start) {
            start = opening
        } else {
            start = skipCircumstances(from: start)
            if start < range.upperBound, tagged.tags[start] == .to {
                let end = ends.objectEnd(from: start, to: range.upperBound)
                return end > start + 1 ? start..<end : nil
            }
            guard let bare = bareClause(from: start) else { return nil }
            return bare
        }
        let end = ends.clauseEnd(from: start, to: range.upperBound)
        return end > start ? start..<end : nil
    }

    /// Where "that", "whether", a quotation or a colon opens the words, with nothing but time, place and occasion before.
    private func opening(from start: Int) -> Int? {
        var index = start
        var steps = 0
        while index < range.upperBound, steps < 8 {
            if phrases.isBarrier(index) { return index }
            if Self.openers.contains(tagged.hashes[index]) { return index }
            if tagged.tags[index] == .colon, tagged.first(index) == ":" {
                return index + 1 < range.upperBound ? index + 1 : nil
            }
            if tagged.tags[index] == .comma {
                // "said, in effect, that"; "said, “We stay.”"
                guard index + 1 < range.upperBound,
                    phrases.isBarrier(index + 1) || steps > 0 && Self.openers.contains(tagged.hashes[index + 1])
                else { return nil }
                index += 1
                continue
            }
            let skipped = skipCircumstance(from: index)
            guard skipped > index else { return nil }
            index = skipped
            steps += 1
        }
        return nil
    }

    private func skipCircumstances(from start: Int) -> Int {
        var index = start
        for _ in 0..<4 {
            let next = skipCircumstance(from: index)
            guard next > index else { break }
            index = next
        }
        return index
    }

    /// Past one adverb, time, or phrase with a preposition.
    private func skipCircumstance(from index: Int) -> Int {
        guard index < range.upperBound, !phrases.isBarrier(index) else { return index }
        if tagged.tags[index].isAdverb || phrases.isTime(index) || tagged.tags[index] == .number { return index + 1 }
        guard ClosedClass.circumstances.contains(tagged.hashes[index]),
            tagged.tags[index] == .preposition || tagged.tags[index] == .to,
            index + 1 < range.upperBound,
            let object = phrases.phrase(
                startingAt: index + 1, to: min(range.upperBound, index + 30), withAppositions: false)
        else { return index }
        return object.upperBound
    }

    /// A clause without "that": `said ⟦it fell⟧`, also after a time.
    private func bareClause(from start: Int) -> Range<Int>? {
        var index = start
        if index < range.upperBound, phrases.isTime(index) || tagged.tags[index] == .preposition {
            index = skipCircumstances(from: index)
            if index < range.upperBound, tagged.tags[index] == .comma { return nil }
        }
        guard index < range.upperBound, begins(index) else { return nil }
        let end = ends.clauseEnd(from: index, to: range.upperBound)
        guard end > index + 1, (index..<end).contains(where: { tagged.tags[$0].isFinite }) else { return nil }
        return index..<end
    }

    private func begins(_ index: Int) -> Bool {
        if phrases.isBarrier(index) { return true }
        switch tagged.tags[index] {
        case .existential, .whPronoun, .whDeterminer, .whAdverb, .gerund: return true
        default: return phrases.begins(index)
        }
    }

    /// `praised ⟦the mayor's courage⟧`.
    private func object(_ clause: ReportingClause, from index: Int) -> FoundAttribution? {
        guard begins(index), tagged.tags[index] != .whAdverb else { return nil }
        let end = ends.objectEnd(from: index, to: range.upperBound)
        guard end > index else { return nil }
        // "announced it": the words stand before; the caller knows where.
        return found(clause, index..<end)
    }

    /// `puts ⟦the toll at four⟧`.
    private func measure(_ clause: ReportingClause, from index: Int) -> FoundAttribution? {
        guard phrases.begins(index) else { return nil }
        let end = ends.objectEnd(from: index, to: range.upperBound)
        guard let at = (index..<end).first(where: { Self.at.contains(tagged.hashes[$0]) }), at + 1 < end,
            (at + 1..<min(end, at + 5)).contains(where: { tagged.tags[$0] == .number || tagged.tags[$0] == .currency })
        else { return nil }
        return found(clause, index..<end)
    }

    // MARK: Words before

    /// `⟦It fell⟧, she said.` · `⟦The bridge⟧, she said, ⟦fell⟧.`
    private func around(_ clause: ReportingClause) -> FoundAttribution? {
        let first = clause.tokens.lowerBound
        guard first > range.lowerBound, clause.source != nil, clause.order != .shared else { return nil }
        let mark = first - 1
        guard
            tagged.tags[mark] == .comma || tagged.tags[mark] == .quote || phrases.isDash(mark)
                || phrases.isBarrier(mark)
                || Self.asWord.contains(tagged.hashes[mark])
        else { return nil }
        // "…, she told reporters." ends there; "While he left, she told them to stay" does not.
        var next = clause.tokens.upperBound
        if clause.verb.takes.contains(.person),
            let person = phrases.phrase(startingAt: next, to: range.upperBound, withAppositions: false)
        {
            next = person.upperBound
        }
        let close = skipCircumstances(from: next)
        guard
            close >= range.upperBound || tagged.tags[close].isMark || phrases.isBarrier(close)
                || clause.order == .verbFirst || clause.verb.takes.contains(.clause) && tagged.tags[close] == .gerund
        else { return nil }
        return beside(clause, before: mark, after: clause.tokens.upperBound)
    }

    private func phrase(_ clause: ReportingClause) -> FoundAttribution? {
        let first = clause.tokens.lowerBound
        let isOpener = first <= range.lowerBound + 1 || startsSentence(first)
        if isOpener {
            var start = clause.tokens.upperBound
            while start < range.upperBound, tagged.tags[start] == .comma { start += 1 }
            // "According to Ode, quoted by Kronika, it fell".
            if start < range.upperBound, start > clause.tokens.upperBound,
                tagged.tags[start] == .participle || tagged.tags[start] == .past || tagged.tags[start] == .whPronoun,
                let close = (start..<min(range.upperBound, start + 30)).first(where: { tagged.tags[$0] == .comma })
            {
                start = close + 1
            }
            let end = ends.clauseEnd(from: start, to: range.upperBound)
            return end > start ? found(clause, start..<end) : nil
        }
        return beside(
            clause, before: tagged.tags[first - 1] == .comma ? first - 1 : first, after: clause.tokens.upperBound)
    }

    private func startsSentence(_ index: Int) -> Bool {
        guard let number = tagged.sentenceIndex(ofToken: index) else { return false }
        return index - tagged.sentences[number].tokens.lowerBound <= 1
    }

    /// The words of the sentence before a clause, and those after it where it stands in their middle.
    private func beside(_ clause: ReportingClause, before end: Int, after next: Int) -> FoundAttribution? {
        var start = end
        let lower = max(range.lowerBound, end - ClauseEnds.longest)
        while start > lower, tagged.tags[start - 1] != .stop || phrases.isBarrier(start - 1) { start -= 1 }
        while start < end, tagged.tags[start].isMark, !phrases.isBarrier(start) { start += 1 }
        guard start < end else { return nil }
        var content = [start..<end]
        let after = skipCircumstances(from: next)
        if after < range.upperBound, tagged.tags[after] == .comma, after + 1 < range.upperBound,
            continues(after + 1, first: content[0])
        {
            let last = ends.clauseEnd(from: after + 1, to: range.upperBound)
            if last > after + 1 { content.append(after + 1..<last) }
        }
        return FoundAttribution(source: clause.source, cue: clause.cue, content: content)
    }

    /// Whether what follows a reporting clause and a comma goes on with the words: not `…, she said, adding that`.
    private func continues(_ index: Int, first: Range<Int>) -> Bool {
        let tag = tagged.tags[index]
        if tag == .gerund || tag == .whPronoun || tag == .whDeterminer { return false }
        if !first.contains(where: { tagged.tags[$0].isFinite }) { return true }
        return tag == .conjunction || tag.isVerb || Self.subordinate.contains(tagged.hashes[index])
    }

    // MARK: Passives

    private func passive(_ clause: ReportingClause) -> FoundAttribution? {
        var index = clause.source?.upperBound ?? clause.cue.upperBound
        var cue = clause.cue
        while index < range.upperBound, tagged.tags[index].isAdverb { index += 1 }
        // "was quoted as saying".
        if index + 1 < range.upperBound, Self.asWord.contains(tagged.hashes[index]), tagged.tags[index + 1] == .gerund {
            index += 2
            if clause.source == nil { cue = cue.lowerBound..<index }
            let subject = phrases.phrase(endingAt: clause.cue.lowerBound - 1, from: range.lowerBound)
            guard let start = opening(from: index) ?? bareClause(from: index)?.lowerBound else { return nil }
            let end = ends.clauseEnd(from: start, to: range.upperBound)
            return end > start ? FoundAttribution(source: subject, cue: cue, content: [start..<end]) : nil
        }
        let before = clause.cue.lowerBound - 1
        let subject = before >= range.lowerBound ? phrases.phrase(endingAt: before, from: range.lowerBound) : nil
        let isImpersonal = subject.map { $0.count == 1 && Self.it.contains(tagged.hashes[$0.lowerBound]) } ?? true
        if let opening = opening(from: index), clause.verb.takes.contains(.clause) || isImpersonal {
            let end = ends.clauseEnd(from: opening, to: range.upperBound)
            guard end > opening else { return nil }
            return FoundAttribution(source: clause.source, cue: cue, content: [opening..<end])
        }
        guard let subject, !isImpersonal, index < range.upperBound else { return nil }
        if tagged.tags[index] == .to {
            let end = ends.clauseEnd(from: index, to: range.upperBound)
            guard end > index + 1 else { return nil }
            return FoundAttribution(source: clause.source, cue: cue, content: [subject, index..<end])
        }
        // "was asked about the bridge".
        if clause.verb.takes.contains(.person), clause.verb.prepositions.contains(tagged.hashes[index]) {
            let end = ends.objectEnd(from: index + 1, to: range.upperBound)
            guard end > index + 1 else { return nil }
            return FoundAttribution(
                source: clause.source, cue: cue.lowerBound..<index + 1, content: [subject, index + 1..<end])
        }
        // "was praised by the mayor".
        guard clause.source != nil, clause.verb.takes.contains(.object) else { return nil }
        return FoundAttribution(source: clause.source, cue: cue, content: [subject])
    }

    // MARK: Words

    private func found(_ clause: ReportingClause, cue: Range<Int>? = nil, _ content: Range<Int>) -> FoundAttribution {
        FoundAttribution(source: clause.source, cue: cue ?? clause.cue, content: [content])
    }

    private func isClosing(_ index: Int) -> Bool { tagged.tags[index] == .stop }

    private static let openers = WordSet("that whether how what why if who where")
    private static let asWord = WordSet("as")
    private static let at = WordSet("at")
    private static let it = WordSet("it that which")
    private static let subordinate = WordSet("because if although as when since while though after with before")
}
