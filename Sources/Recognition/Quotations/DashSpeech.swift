import NewsModel

/// Speech opened by a dash, as much of Europe prints it, with its reporting clause at the end or in the middle.
///
/// `– ⟦We see this every day⟧, said Dr. Ode from Oslo.` · `– ⟦We stay⟧ – added Ode – ⟦and we mean it⟧.` ·
/// not `– Three people were hurt` (an item of a list).
struct DashSpeech {
    /// One speech: its stretches of words, and the clause that reports it.
    struct Speech {
        var tokens: Range<Int>
        var content: [Range<Int>]
        var clause: ReportingClause
    }

    let tagged: TaggedText
    let clauses: ReportingClauses

    /// The speeches in the tokens of one block, given where its sentences begin.
    ///
    /// - Complexity: O(n).
    func speeches(in block: Range<Int>, sentenceStarts: [Int]) -> [Speech] {
        var found: [Speech] = []
        var next = block.lowerBound
        for start in sentenceStarts where start >= next && opens(start, in: block) {
            guard let speech = speech(from: start, to: block.upperBound) else { continue }
            found.append(speech)
            next = speech.tokens.upperBound
        }
        return found
    }

    /// Whether a dash at the head of a sentence opens speech.
    private func opens(_ index: Int, in block: Range<Int>) -> Bool {
        guard isSpeechDash(index), index + 1 < block.upperBound, tagged.hasGap(after: index) else { return false }
        return tagged.isCapitalised(index + 1) || tagged.tags[index + 1] == .number || tagged.tags[index + 1] == .colon
            || tagged.tokens[index + 1].kind == .quoteMark
    }

    private func isSpeechDash(_ index: Int) -> Bool {
        tagged.tokens[index].kind == .punctuation && ["–", "—", "―", "-"].contains(tagged.first(index))
    }

    private func speech(from start: Int, to end: Int) -> Speech? {
        let range = start + 1..<end
        var content: [Range<Int>] = []
        var reporting: ReportingClause?
        var position = range.lowerBound
        for clause in clauses.clauses(in: range) where clause.tokens.lowerBound >= position {
            guard let before = parts(clause, from: position) else { continue }
            if before > position { content.append(position..<before) }
            if reporting == nil { reporting = clause }
            let clauseEnd = self.end(of: clause, to: end)
            position = clauseEnd
            // After the clause a dash takes the speech up again; anything else is the reporter's own.
            guard position < end, isSpeechDash(position) else { break }
            position += 1
        }
        guard let reporting else { return nil }
        if position < end, position > range.lowerBound, isSpeechDash(position - 1) {
            content.append(position..<end)
            position = end
        }
        return content.isEmpty ? nil : Speech(tokens: start..<position, content: content, clause: reporting)
    }

    /// Where the words before a clause end, if a comma or dash parts the clause from them and it can report them.
    private func parts(_ clause: ReportingClause, from position: Int) -> Int? {
        let first = clause.tokens.lowerBound
        guard first > position, clause.form == .finite, clause.order == .verbFirst || clause.order == .sourceFirst,
            clause.verb.act == .statement
        else { return nil }
        let mark = first - 1
        let isDash = isSpeechDash(mark) && tagged.hasGap(before: mark)
        guard isDash || tagged.tags[mark] == .comma || tagged.tags[mark] == .stop && clause.order == .verbFirst else {
            return nil
        }
        if clause.order == .sourceFirst, !isDash {
            // "…, he said." ends there; "…, he said that" goes on and belongs to the words.
            let next = clause.tokens.upperBound
            guard next >= tagged.tags.count || tagged.tags[next].isMark else { return nil }
        }
        return tagged.tags[mark] == .stop ? first : mark
    }

    /// Where the reporting clause ends: at the next dash, or past the end of its sentence.
    private func end(of clause: ReportingClause, to end: Int) -> Int {
        var index = clause.tokens.upperBound
        while index < end {
            if isSpeechDash(index), tagged.hasGap(before: index) { return index }
            if tagged.tags[index] == .stop { return index + 1 }
            index += 1
        }
        return end
    }
}
