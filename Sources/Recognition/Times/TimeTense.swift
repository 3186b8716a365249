/// Which way the sentence looks from when it was written.
enum TimeTense: String, Sendable {
    case past, future
    /// A verb of saying: it dates its own weekday ("said on Tuesday") and not that of what is said.
    case saying
}

extension TimeGrammar {
    /// Whether a past verb stands beside the expression: "delivered it on Tuesday", "on Tuesday delivered".
    func isPastBeside(_ match: TimeMatch) -> Bool {
        let before = match.start - 1
        let near = has(before, [.on, .in, .at]) ? [before - 1, before - 2] : [before]
        return (near + [match.end]).contains { index in
            let tense = index < 0 || endsSentence(match.start - 1) ? nil : tense(at: index)
            return tense == .past || tense == .saying
        }
    }

    /// The tense that governs the expression at `match`: of the nearest verb before it in the sentence, else after it.
    ///
    /// - Complexity: O(1): looks at no more than 40 tokens.
    func tense(of match: TimeMatch) -> TimeTense? {
        var index = match.start - 1
        var distance = 1
        var saying: TimeTense?
        while index >= 0, distance <= 25, !endsSentence(index) {
            switch tense(at: index) {
            case .saying?:
                if distance <= 3 { return .past }
                saying = .past
            case let found?: return found
            // What was said stands before a comma or quotation mark: its verbs govern nothing here.
            case nil: if saying != nil, token(index).kind != .word, token(index).kind != .number { return saying }
            }
            index -= 1
            distance += 1
        }
        index = match.end
        distance = 1
        while index < tokens.count - 1, distance <= 15, !endsSentence(index) {
            switch tense(at: index) {
            case .saying?: saying = .past
            case let found?: return found
            case nil: break
            }
            index += 1
            distance += 1
        }
        return saying
    }

    private func tense(at index: Int) -> TimeTense? {
        let token = token(index)
        guard token.kind == .word else { return nil }
        if let tense = word(index).tense { return tense }
        return token.word == 0 && token.shape == .lower && token.endsInED ? .past : nil
    }

    /// Whether the token is the full stop of a sentence: not glued to what follows, and a capital after it.
    func endsSentence(_ index: Int) -> Bool {
        let token = token(index)
        guard token.kind == .dot else { return false }
        let next = self.token(index + 1)
        return !next.glued && (next.kind != .word || next.shape != .lower)
    }
}
