import NewsModel

/// Finds noun phrases by parts of speech alone: leftwards from their last word and rightwards from their first.
///
/// `⟦Dr. Oskar Pietrewicz from the Polish Institute⟧ said` · `said ⟦Ann Ode, a spokeswoman for the ministry⟧` ·
/// `⟦officials in Kyiv⟧ say` · not `⟦On Tuesday Ode⟧ said` but `On Tuesday ⟦Ode⟧ said`
struct NounPhrases {
    let tagged: TaggedText
    /// Whether a token belongs to words that the phrase must not enter: a quotation.
    let isBarrier: (Int) -> Bool

    // MARK: Leftwards

    /// The phrase whose last token is `last`, not beginning before `lower`.
    func phrase(endingAt last: Int, from lower: Int) -> Range<Int>? {
        guard last >= lower, !isBarrier(last) else { return nil }
        if tagged.tags[last] == .pronoun || tagged.tags[last] == .whPronoun { return last..<(last + 1) }
        guard var start = core(endingAt: last, from: lower) else { return nil }
        while start - 2 >= lower, start > 0, !isBarrier(start - 1), !isBarrier(start - 2) {
            let joins =
                tagged.tags[start - 1] == .preposition || tagged.tags[start - 1] == .to
                ? ClosedClass.nounPrepositions.contains(tagged.hashes[start - 1]) && tagged.tags[start - 2].isNoun
                : tagged.tags[start - 1] == .conjunction && isNominal(start - 2)
                    && ClosedClass.conjunctions.contains(tagged.hashes[start - 1])
            guard joins, let before = core(endingAt: start - 2, from: lower) else { break }
            let isList = tagged.tags[start - 1] == .conjunction
            start = before
            // "Ann Ode, Berg and Cole": the names before "and" too.
            while isList, start - 2 >= lower, tagged.tags[start - 1] == .comma, !isBarrier(start - 1),
                !isBarrier(start - 2),
                tagged.tags[start].isName, tagged.tags[start - 2].isName,
                let earlier = core(endingAt: start - 2, from: lower), tagged.tags[earlier].isName,
                earlier <= lower || tagged.tags[earlier - 1] != .preposition
            {
                start = earlier
            }
        }
        return trimmedTime(start..<(last + 1), lower)
    }

    /// Where the words without prepositions that end at `last` begin.
    private func core(endingAt last: Int, from lower: Int) -> Int? {
        var index = last
        if tagged.tags[index] == .closing {
            guard let opening = openingBracket(of: index, from: lower), opening > lower else { return nil }
            index = opening - 1
        }
        guard isNominal(index) else { return nil }
        while index > lower, !isBarrier(index - 1) {
            let tag = tagged.tags[index - 1]
            let current = tagged.tags[index]
            if current == .determiner || current == .possessive {
                guard tag == .predeterminer || current == .determiner && tag == .adverb && isQuantifying(index - 1)
                else { break }
            }
            let isPart: Bool =
                switch tag {
                case .noun, .nouns, .name, .names, .genitive, .number, .currency, .adjective, .comparative,
                    .superlative,
                    .determiner, .possessive, .predeterminer:
                    true
                case .adverb: current.isAdjective && index < last
                case .participle, .gerund: isModifier(index - 1, lower)
                case .colon: !tagged.hasGap(before: index - 1) && !tagged.hasGap(before: index)
                case .conjunction: tagged.first(index - 1) == "&"
                default: false
                }
            guard isPart else { break }
            index -= 1
        }
        return index
    }

    /// `Tuesday Ode` after a preposition, or at the head of a sentence: the time is not the speaker.
    private func trimmedTime(_ range: Range<Int>, _ lower: Int) -> Range<Int> {
        var start = range.lowerBound
        while start + 1 < range.upperBound, ClosedClass.calendar.contains(tagged.hashes[start]),
            tagged.tags[start + 1].isNoun || tagged.tags[start + 1] == .number || tagged.tags[start + 1] == .determiner
        { start += 1 }
        return start..<range.upperBound
    }

    private func openingBracket(of closing: Int, from lower: Int) -> Int? {
        var index = closing - 1
        while index >= lower, index > closing - 12 {
            if tagged.tags[index] == .opening { return index }
            index -= 1
        }
        return nil
    }

    private func isModifier(_ index: Int, _ lower: Int) -> Bool {
        guard index > lower else { return tagged.isCapitalised(index) && tagged.tags[index + 1].isNoun }
        // "“We stay,” managing director Ode said".
        if isBarrier(index - 1) { return tagged.tags[index] == .gerund && tagged.tags[index + 1].isNoun }
        switch tagged.tags[index - 1] {
        case .determiner, .possessive, .adjective, .genitive, .number: return true
        case .colon: return !tagged.hasGap(before: index)
        default: return false
        }
    }

    private func isQuantifying(_ index: Int) -> Bool { tagged.hashes[index] == Self.nearly }
    private static let nearly = TaggedText.hash("nearly")

    // MARK: Rightwards

    /// The phrase that begins at `start`, with its appositions, not going on to `upper`.
    func phrase(startingAt start: Int, to upper: Int, withAppositions: Bool = true) -> Range<Int>? {
        guard start < upper, begins(start) else { return nil }
        if tagged.tags[start] == .pronoun || tagged.tags[start] == .whPronoun { return start..<(start + 1) }
        var index = start
        var hasNoun = false
        scan: while index < upper, !isBarrier(index) {
            switch tagged.tags[index] {
            case .noun, .nouns, .name, .names:
                if hasNoun, isTime(index), !tagged.tags[index - 1].isAdjective { break scan }
                hasNoun = true
            case .number, .adjective, .comparative, .superlative, .currency, .possessive: break
            case .determiner, .predeterminer:
                if index > start, tagged.tags[index - 1].isNoun || tagged.tags[index - 1] == .pronoun { break scan }
            case .genitive: break
            case .colon where !tagged.hasGap(before: index) && !tagged.hasGap(after: index): break
            case .participle, .gerund:
                guard index > start, index + 1 < upper, tagged.tags[index + 1].isNoun,
                    !tagged.tags[index - 1].isNoun || !tagged.hasGap(before: index)
                else { break scan }
            case .adverb where index + 1 < upper && tagged.tags[index + 1].isAdjective && !hasNoun: break
            case .conjunction where hasNoun && index + 1 < upper && joinsNouns(index, upper): break
            case .preposition, .to:
                guard hasNoun, continues(preposition: index, upper) else { break scan }
            case .opening:
                guard let closing = closingBracket(of: index, upper) else { break scan }
                index = closing
            default: break scan
            }
            index += 1
        }
        while index > start, !isNominal(index - 1), tagged.tags[index - 1] != .closing { index -= 1 }
        guard index > start else { return nil }
        return withAppositions ? start..<appositionsEnd(from: index, upper) : start..<index
    }

    /// Whether a phrase may begin at a token.
    func begins(_ index: Int) -> Bool {
        guard index < tagged.tags.count, !isBarrier(index) else { return false }
        switch tagged.tags[index] {
        case .noun, .nouns, .name, .names, .determiner, .possessive, .pronoun, .predeterminer, .number, .adjective,
            .comparative, .superlative, .currency:
            return !ClosedClass.that.contains(tagged.hashes[index])
        case .participle, .gerund: return tagged.isCapitalised(index)
        default: return false
        }
    }

    /// End of the appositions after `end`: `, a spokeswoman for the ministry`, `, who leads the talks`.
    private func appositionsEnd(from end: Int, _ upper: Int) -> Int {
        var end = end
        for _ in 0..<3 {
            guard end + 1 < upper, tagged.tags[end] == .comma, !isBarrier(end), !isBarrier(end + 1) else { return end }
            let isRelative = tagged.tags[end + 1] == .whPronoun || tagged.tags[end + 1] == .whDeterminer
            guard isRelative || begins(end + 1) && tagged.tags[end + 1] != .pronoun else { return end }
            var index = end + 1
            var hasVerb = false
            var hasRelative = false
            while index < upper, index < end + 45, !isBarrier(index), tagged.tags[index] != .comma,
                tagged.tags[index] != .stop, !isDash(index)
            {
                if tagged.tags[index] == .whPronoun || tagged.tags[index] == .whDeterminer { hasRelative = true }
                if tagged.tags[index].isFinite, !hasRelative { hasVerb = true }
                index += 1
            }
            guard isRelative || !hasVerb, index - end < 40, tagged.tags[index - 1] != .number || index > end + 2 else {
                return end
            }
            end = index
        }
        return end
    }

    private func joinsNouns(_ index: Int, _ upper: Int) -> Bool {
        guard begins(index + 1), tagged.tags[index + 1] != .pronoun,
            let next = phrase(startingAt: index + 1, to: upper, withAppositions: false)
        else { return false }
        return next.upperBound >= upper || !tagged.tags[next.upperBound].isVerb
    }

    private func continues(preposition index: Int, _ upper: Int) -> Bool {
        guard ClosedClass.nounPrepositions.contains(tagged.hashes[index]), index + 1 < upper, begins(index + 1),
            tagged.tags[index + 1] != .pronoun
        else { return false }
        if TaggedText.hash("of") == tagged.hashes[index] { return true }
        if TaggedText.hash("to") == tagged.hashes[index] { return tagged.tags[index - 1] == .noun }
        var head = index + 1
        while head + 1 < upper,
            tagged.tags[head] == .determiner || tagged.tags[head].isAdjective
                || tagged.tags[head] == .possessive
        { head += 1 }
        return !isTime(head) && !ClosedClass.occasions.contains(tagged.hashes[head])
            && !ClosedClass.occasions.contains(tagged.hashes[min(head + 1, upper - 1)])
    }

    private func closingBracket(of opening: Int, _ upper: Int) -> Int? {
        var index = opening + 1
        while index < upper, index < opening + 12 {
            if tagged.tags[index] == .closing { return index }
            index += 1
        }
        return nil
    }

    // MARK: Words

    /// Whether a noun phrase may end with the token.
    func isNominal(_ index: Int) -> Bool {
        switch tagged.tags[index] {
        case .noun, .nouns, .name, .names, .pronoun, .number: true
        case .determiner: !ClosedClass.articles.contains(tagged.hashes[index])
        case .adjective: ClosedClass.nominalAdjectives.contains(tagged.hashes[index])
        default: false
        }
    }

    /// Whether the token names a day, a month, or a stretch of time.
    func isTime(_ index: Int) -> Bool {
        ClosedClass.calendar.contains(tagged.hashes[index])
            || ClosedClass.timeHeads.contains(tagged.hashes[index]) && index > 0
                && ClosedClass.timeModifiers.contains(tagged.hashes[index - 1])
            || ClosedClass.timeModifiers.contains(tagged.hashes[index]) && index + 1 < tagged.tags.count
                && ClosedClass.timeHeads.contains(tagged.hashes[index + 1])
    }

    /// Whether the token is a dash or colon that parts clauses, not a hyphen.
    func isDash(_ index: Int) -> Bool {
        tagged.tags[index] == .colon && (tagged.hasGap(before: index) || tagged.hasGap(after: index))
    }
}
