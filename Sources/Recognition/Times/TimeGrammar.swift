/// Finds time expressions in tokens, each with what it says; looks at no calendar.
///
/// One pass from left to right: at each token the longest expression that begins there, else on to the next.
struct TimeGrammar {
    let tokens: [TimeToken]
    let lexicon: TimeLexicon

    /// All expressions, in order and disjoint.
    ///
    /// - Complexity: O(n): no rule looks further than a dozen tokens ahead or behind.
    func matches() -> [TimeMatch] {
        var found: [TimeMatch] = []
        var index = 0
        while index < tokens.count - 1 {
            let token = tokens[index]
            if token.has(.name) || (token.word == 0 && token.kind != .number) {
                index += 1
                continue
            }
            let here = expressions(at: index)
            found += here
            index = max(index + 1, here.last?.end ?? 0)
        }
        return found
    }

    // MARK: Tokens

    /// The token at `index`; the closing token beyond either end.
    func token(_ index: Int) -> TimeToken {
        index >= 0 && index < tokens.count ? tokens[index] : tokens[tokens.count - 1]
    }

    /// What the token at `index` can be.
    func word(_ index: Int) -> TimeWord { lexicon.words[Int(token(index).word)] }

    /// Whether the token at `index` has any of `roles`.
    func has(_ index: Int, _ roles: TimeWord.Roles) -> Bool { token(index).has(roles) }

    /// Whether the token at `index` is of `kind`.
    func isKind(_ index: Int, _ kind: TimeToken.Kind) -> Bool { token(index).kind == kind }

    /// Whether the token at `index` begins a sentence of the stretch.
    func beginsSentence(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = token(index - 1)
        return before.kind == .dot || before.kind == .open || before.kind == .other || before.kind == .colon
    }

    /// Index after an optional comma.
    func afterComma(_ index: Int) -> Int { isKind(index, .comma) ? index + 1 : index }

    /// Index after an optional article.
    func afterArticle(_ index: Int) -> Int { has(index, .article) ? index + 1 : index }

    /// Whether the expression that would end before `index` is followed by nothing that belongs to it: a mark, the end,
    /// or a word that only connects.
    func isClosed(at index: Int) -> Bool {
        let next = token(index)
        return next.kind != .word && next.kind != .number || next.has(.functional)
    }

    // MARK: Expressions

    /// The expressions that begin at `index`: one, or the members of a list.
    func expressions(at index: Int) -> [TimeMatch] {
        if let range = openedRange(at: index) { return [range] }
        if let list = dayList(at: index) { return list }
        guard let first = expression(at: index) else { return [] }
        if let range = range(from: first) { return [range] }
        return [first] + continuation(of: first)
    }

    /// The longest single expression that begins at `index`.
    func expression(at index: Int) -> TimeMatch? {
        let token = token(index)
        if token.kind == .number { return numeric(at: index, definite: false) }
        let word = word(index)
        if word.position != nil, let match = positioned(at: index) { return match }
        if token.has(.hedge), let match = hedged(at: index) { return match }
        if token.has(.article) {
            guard var match = core(at: index + 1, definite: true) else { return nil }
            if takesArticle(match) { match.start = index }
            return match
        }
        return core(at: index, definite: false)
    }

    /// Whether an article before the expression is its own: "the past decade", but "the 2008 games", "the annual meeting".
    private func takesArticle(_ match: TimeMatch) -> Bool {
        switch match.meaning {
        case .calendar(let fields):
            // "the March 4 attack", "the 2008 games", "the Christmas sales": the article is the noun's.
            fields.holiday == nil && (fields.grain != .year || has(match.start, .yearWord))
                && !(fields.month != nil && fields.ordinal == nil && fields.week == nil && !isOrdinal(match.start))
        case .repeated, .length: false
        default: true
        }
    }

    private func isOrdinal(_ index: Int) -> Bool { ordinalNumber(at: index, limit: 31) != nil }

    /// An expression without what may stand before it; `definite` after an article.
    func core(at index: Int, definite: Bool) -> TimeMatch? {
        let token = token(index)
        if token.kind == .number { return numeric(at: index, definite: definite) }
        guard token.word != 0 else { return nil }
        let word = word(index)
        if definite, word.position != nil, let match = positioned(at: index) { return match }
        if word.month != nil, let match = month(at: index) { return match }
        if word.weekday != nil, let match = weekday(at: index) { return match }
        if word.shift != nil, let match = shifted(at: index) { return match }
        if word.turn != nil, let match = turned(at: index) { return match }
        if word.deictic != nil || word.tonight { return deictic(at: index) }
        if word.every != nil || word.times != nil || word.set != nil || token.has(.per) {
            if let match = repeated(at: index) { return match }
        }
        if let reference = word.reference {
            guard !definite, !isKind(index + 1, .dash) || !self.token(index + 1).glued else { return nil }
            return TimeMatch(index, index + 1, .reference(reference))
        }
        if word.holiday != nil, let match = holiday(at: index) { return match }
        if word.season != nil, let match = season(at: index, definite: definite) { return match }
        if let match = clock(at: index) { return withDay(match) }
        if word.part != nil || token.has(.overnight), let match = dayPart(at: index, definite: definite) {
            return match
        }
        if let match = period(at: index, definite: definite) { return match }
        if word.ordinal != nil || (word.number ?? 0) >= 20, let match = ordinal(at: index, definite: definite) {
            return match
        }
        if let edge = word.edge {
            return TimeMatch(index, index + 1, .shifted(edge.unit, by: 0, from: .writing, within: nil), edge.position)
        }
        if let match = spelledYear(at: index) { return match }
        if let match = long(at: index) { return match }
        if let match = distance(at: index) { return match }
        return definite || word.unit == .weekend && has(index + 1, .of) ? definiteUnit(at: index) : nil
    }

    /// An expression that begins with digits.
    private func numeric(at index: Int, definite: Bool) -> TimeMatch? {
        if let match = numericDate(at: index) { return withTime(match) }
        if let match = dayMonth(at: index) { return withTime(match) }
        if let match = clock(at: index) { return withDay(match) }
        if let match = decade(at: index, definite: definite) { return match }
        if let match = ordinal(at: index, definite: definite) { return match }
        if let match = distance(at: index) { return match }
        return year(at: index)
    }

    /// "mid-June", "early 2023", "the end of the year", "late Tuesday": a part of what follows.
    private func positioned(at index: Int) -> TimeMatch? {
        guard let position = word(index).position else { return nil }
        var next = index + 1
        if isKind(next, .dash) { next += 1 }
        if has(next, .of) || has(next, .in) { next += 1 }
        let start = afterArticle(next)
        guard let match = positionable(at: start, definite: start > next) else { return nil }
        return TimeMatch(index, match.end, match.meaning, position)
    }

    /// What can have a beginning, a middle and an end.
    private func positionable(at index: Int, definite: Bool) -> TimeMatch? {
        let word = word(index)
        if let year = yearNumber(at: index) {
            return TimeMatch(index, year.end, .calendar(CalendarFields(year: year.value)))
        }
        if token(index).kind == .number {
            return decade(at: index, definite: true) ?? ordinal(at: index, definite: true)
        }
        if word.month != nil { return month(at: index, positioned: true) }
        if word.weekday != nil, !token(index).has(.short) { return weekday(at: index) }
        if word.shift != nil { return shifted(at: index) }
        if word.turn != nil { return turned(at: index) }
        if word.deictic != nil || word.tonight { return deictic(at: index) }
        if word.season != nil { return season(at: index, definite: true) }
        if word.holiday != nil { return holiday(at: index) }
        if word.part != nil { return dayPart(at: index, definite: true) }
        if let match = period(at: index, definite: definite) { return match }
        if word.ordinal != nil { return ordinal(at: index, definite: true) }
        guard let unit = word.unit, definite, unit >= .day, !token(index).has(.plural), isClosed(at: index + 1)
        else { return nil }
        return TimeMatch(index, index + 1, .shifted(unit, by: 0, from: .writing, within: nil))
    }

    /// "nearly three years", "about noon", "around June 18".
    private func hedged(at index: Int) -> TimeMatch? {
        let hedge = word(index).hedge
        if var match = distance(at: index + 1) ?? oneUnit(at: index + 1, hedge: hedge) {
            match.start = index
            match.modifier = hedge
            return match
        }
        guard hedge == .approximately, token(index + 1).kind != .number || clock(at: index + 1) != nil,
            let match = core(at: index + 1, definite: false)
        else { return nil }
        return TimeMatch(index, match.end, match.meaning, match.modifier ?? hedge)
    }

    /// "another week", "a full year": one of a unit, after words that say no number.
    private func oneUnit(at index: Int, hedge: TimeModifier?) -> TimeMatch? {
        guard hedge == nil, let unit = word(index).unit, unit >= .minute, !has(index, .plural) else { return nil }
        return TimeMatch(index, index + 1, .length(TimeLength(1, unit)))
    }
}
