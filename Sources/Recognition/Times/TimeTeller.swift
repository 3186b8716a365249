import NewsModel
import TextCore

/// Resolves the expressions of a block in the order of the text, keeping what it speaks of.
struct TimeTeller {
    let grammar: TimeGrammar
    var setting: TimeSetting

    /// The expressions of the block; `setting` is left as it stands after the last.
    func expressions(leaving outer: inout TimeSetting) -> [TimeExpression] {
        var setting = self.setting
        let matches = grammar.matches()
        let days = sentenceDays(matches)
        var found: [TimeExpression] = []
        for (number, match) in matches.enumerated() {
            setting.tense = grammar.tense(of: match)
            setting.isPastBeside = grammar.isPastBeside(match)
            setting.signal = signal(before: match)
            setting.day = days[number]
            let resolver = TimeResolver(setting: setting)
            var resolved = resolver.resolve(ahead(match, setting) ?? match.meaning)
            resolved.modifier = match.modifier
            apply(setting.signal, to: &resolved)
            if let period = resolved.period, resolved.kind != .set, period.unit <= .year {
                setting.told = period
                setting.isToldHere = true
            }
            // "he soon died": no time to come.
            if resolved.value == "FUTURE_REF", resolved.kind == .date, setting.tense == .past, isReference(match) {
                continue
            }
            found.append(expression(match, resolved))
        }
        outer.told = setting.told
        return found
    }

    private func isReference(_ match: TimeMatch) -> Bool {
        if case .reference = match.meaning { true } else { false }
    }

    /// The span of a match, and what was made of it.
    private func expression(_ match: TimeMatch, _ resolved: ResolvedTime) -> TimeExpression {
        let span = TextSpan(
            grammar.token(match.start).span.start, grammar.token(match.end - 1).span.end)
        return TimeExpression(
            span: span, kind: resolved.kind, value: resolved.value, modifier: resolved.modifier?.rawValue,
            resolution: resolved.resolution, how: resolved.steps.joined(separator: "; "), range: resolved.range)
    }

    /// "in two weeks" where the sentence looks ahead is a time to come, not a length.
    private func ahead(_ match: TimeMatch, _ setting: TimeSetting) -> TimeMeaning? {
        guard case .length(let length) = match.meaning, setting.signal == .in, setting.tense != .past,
            setting.written != nil, length.isCounted, !grammar.has(match.start - 2, .superlative)
        else { return nil }
        return .distant(length, ahead: true, from: .writing)
    }

    /// The preposition before a match.
    private func signal(before match: TimeMatch) -> TimeSetting.Signal? {
        // "before the 2016 election", "after Monday's summit": it is not the time that the preposition governs.
        let index = match.start - 1
        guard index >= 0, !grammar.has(match.end, .possessive) else { return nil }
        let token = grammar.token(index)
        if token.has([.since, .starting]) { return .since }
        if token.has([.until]) { return .until }
        if token.has(.by) { return .by }
        if token.has(.before) { return .before }
        if token.has(.after) { return .after }
        if token.has(.in) { return .in }
        guard token.has(.from) else { return grammar.has(match.end, .onward) ? .since : nil }
        return grammar.has(match.end, .onward) || index == 0 || grammar.token(index - 1).kind != .word ? .from : nil
    }

    /// Opens the range that a preposition opens: "since 2000" has no end, "until March" no beginning.
    private func apply(_ signal: TimeSetting.Signal?, to resolved: inout ResolvedTime) {
        guard let signal, resolved.kind == .date, !resolved.value.contains("/") else { return }
        let range = resolved.range
        switch signal {
        case .since, .from:
            resolved.modifier = resolved.modifier ?? .onOrAfter
            resolved.range = range.map { DateRange(start: $0.start, end: nil) }
        case .until, .by:
            resolved.modifier = resolved.modifier ?? .onOrBefore
            resolved.range = range.map { DateRange(start: nil, end: $0.end) }
        case .before:
            resolved.modifier = resolved.modifier ?? .before
            resolved.range = range.map { DateRange(start: nil, end: $0.start?.adding(days: -1)) }
        case .after:
            resolved.modifier = resolved.modifier ?? .after
            resolved.range = range.map { DateRange(start: $0.end?.adding(days: 1), end: nil) }
        case .in: return
        }
        resolved.steps.append(
            signal == .since || signal == .from
                ? "and on from then"
                : signal == .before ? "the time before it" : signal == .after ? "the time after it" : "and no later")
    }

    /// For each match, the day that its sentence names beside it: the nearest one before, else after.
    private func sentenceDays(_ matches: [TimeMatch]) -> [CivilDate?] {
        var days: [(token: Int, sentence: Int, date: CivilDate)] = []
        var sentence = 0
        var sentences: [Int] = []
        var token = 0
        for match in matches {
            while token < match.start {
                if grammar.endsSentence(token) { sentence += 1 }
                token += 1
            }
            sentences.append(sentence)
            guard let fields = grammar.dayFields(of: match.meaning), !fields.isTime else { continue }
            var setting = self.setting
            setting.tense = grammar.tense(of: match)
            setting.isPastBeside = grammar.isPastBeside(match)
            let resolved = TimeResolver(setting: setting).resolve(match.meaning)
            if let period = resolved.period, period.unit == .day { days.append((match.start, sentence, period.first)) }
        }
        var next = 0
        return zip(matches, sentences).map { match, sentence in
            while next < days.count, days[next].token < match.start { next += 1 }
            if next > 0, days[next - 1].sentence == sentence { return days[next - 1].date }
            let later = days[next...].first { $0.token > match.start }
            return later?.sentence == sentence ? later?.date : nil
        }
    }
}
