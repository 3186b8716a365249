import NewsModel
import TextCore

/// How a sentence uses an outlet's name, where it says that the outlet is whom it has something from.
struct CreditUse {
    /// The outlet with what stands beside it and the verb or preposition that makes it a credit.
    var tokens: Range<Int>
    /// Past the outlet with what stands beside it: where what it cites may follow.
    var end: Int
    /// Whom the outlet quotes, where that stands before it: `⟦Ann Ode⟧, quoted by Reuters`.
    var quoted: Range<Int>?
}

/// Tells the credits among the uses of outlets' names.
///
/// - `⟦Reuters reported⟧ that` · `⟦the BBC in its report says⟧` · `…, ⟦writes the agency Kronika⟧.`
/// - `⟦A recent Bloomberg report⟧, citing the ministry, ⟦suggests⟧` · `⟦CNN's Ann Ode reported⟧`
/// - `⟦according to Reuters⟧` · `⟦told AP⟧` · `Ode, ⟦quoted by Interfax⟧` · `in an ⟦interview with RAI⟧` · `⟦(AFP)⟧`
/// - not: `Reuters Group shares fell` · `the owner of the Post said` · `CNN said it would appeal`
struct CreditUses {
    let tagged: TaggedText
    let lexicon: OutletLexicon
    let cues: CueLexicon
    let phrases: NounPhrases
    let kinds: SourceKinds

    /// How far to either side of a name is looked, in tokens.
    private static let reach = 40

    /// What the words beside a name make of it.
    private enum Role { case outlet, report, journalist }

    /// A name with the words beside it.
    private struct Phrase {
        var tokens: Range<Int>
        var role: Role
    }

    /// How `sentence` uses `name`; nil where it is no credit.
    func use(of name: OutletName, in sentence: Range<Int>) -> CreditUse? {
        let range =
            max(
                sentence.lowerBound,
                name.tokens.lowerBound - Self.reach)..<min(sentence.upperBound, name.tokens.upperBound + Self.reach)
        if let bracket = bracketed(name, in: range) { return bracket }
        guard let phrase = phrase(name, in: range) else { return nil }
        return before(phrase, name, in: range) ?? subject(phrase, name, in: range) ?? inverted(phrase, in: range)
    }

    // MARK: The words beside the name

    private func phrase(_ name: OutletName, in range: Range<Int>) -> Phrase? {
        var start = name.tokens.lowerBound
        var role = Role.outlet
        var last = name.tokens.upperBound - 1
        // Twice: "an interview with the British paper" is parted from "The Sun" by the article.
        for _ in 0..<2 {
            guard let left = phrases.phrase(endingAt: last, from: range.lowerBound), left.lowerBound < start else {
                guard last >= start, start > range.lowerBound, isMedium(start - 1) else { break }
                last = start - 1
                continue
            }
            let words = left.lowerBound..<start
            guard let preposition = words.last(where: { isPreposition($0) }) else {
                start = left.lowerBound
                last = start - 1
                guard last >= range.lowerBound, isMedium(last) else { break }
                continue
            }
            let head = preposition - 1
            let beside = head >= left.lowerBound ? lexicon.role(tagged.hashes[head]) : []
            start = preposition + 1
            if beside.contains(.report) || beside.contains(.journalist) {
                let before = (left.lowerBound..<head).last { isPreposition($0) }
                start = before.map { $0 + 1 } ?? left.lowerBound
                role = beside.contains(.report) ? .report : .journalist
            }
            break
        }
        guard let right = rightwards(from: name.tokens.upperBound, name, in: range) else { return nil }
        return Phrase(tokens: start..<right.end, role: role == .report ? .report : right.role ?? role)
    }

    private func isPreposition(_ index: Int) -> Bool {
        tagged.tags[index] == .preposition || tagged.tags[index] == .to
    }

    private func isMedium(_ index: Int) -> Bool {
        !lexicon.role(tagged.hashes[index]).isDisjoint(with: [.medium, .agency])
    }

    /// Where the nouns after a name end, and what they make of it; nil where they make it something else altogether.
    private func rightwards(from start: Int, _ name: OutletName, in range: Range<Int>) -> (end: Int, role: Role?)? {
        var end = start
        while end < range.upperBound, !phrases.isBarrier(end), !phrases.isTime(end),
            tagged.tags[end].isNoun || tagged.tags[end] == .genitive || isHyphen(end)
                || tagged.tags[end].isAdjective && end > start
        { end += 1 }
        guard end > start else { return (start, nil) }
        // "…, Reuters report."
        if end == start + 1, end >= range.upperBound || tagged.tags[end] == .stop,
            name.tokens.lowerBound > range.lowerBound, tagged.tags[name.tokens.lowerBound - 1] == .comma,
            cues.verb(at: start, tagged.hashes) != nil
        {
            return (start, nil)
        }
        let words = start..<end
        let roles = words.map { lexicon.role(tagged.hashes[$0]) }
        if tagged.tags[start] == .genitive {
            guard words.count > 1 else {
                // CNN's “State of the Union”.
                return end < range.upperBound && tagged.tokens[end].kind == .quoteMark ? (end, nil) : nil
            }
            if roles.contains(where: { $0.contains(.journalist) }) { return (end, .journalist) }
            if kinds.mention(at: start + 1)?.kind == .person || words.dropFirst().allSatisfy({ tagged.tags[$0].isName })
            {
                return (end, .journalist)
            }
            if roles.last?.contains(.report) == true { return (end, .report) }
            return roles.last?.contains(.medium) == true ? (end, nil) : nil
        }
        // "Kronika reports that", "Kronika television reports that": a verb that was taken for a noun.
        let last = end - 1
        if tagged.tags[last] == .nouns, cues.verb(at: last, tagged.hashes) != nil, !hasVerb(after: end, in: range) {
            let isQualified =
                name.tokens.lowerBound > range.lowerBound
                && (tagged.tags[name.tokens.lowerBound - 1].isAdjective
                    || tagged.tags[name.tokens.lowerBound - 1] == .determiner)
            if words.count == 1, !isQualified { return (start, nil) }
            if words.count > 1, !roles[words.count - 2].isDisjoint(with: [.medium, .agency]) { return (last, nil) }
        }
        if roles.contains(where: { $0.contains(.journalist) }) { return (end, .journalist) }
        if roles.last?.contains(.report) == true { return (end, .report) }
        if roles.last.map({ !$0.isDisjoint(with: [.medium, .agency]) }) == true { return (end, nil) }
        if let mention = kinds.mention(at: end - 1), mention.kind == .nationality { return (end, nil) }
        return nil
    }

    private func isHyphen(_ index: Int) -> Bool {
        tagged.tags[index] == .colon && !tagged.hasGap(before: index) && !tagged.hasGap(after: index)
    }

    /// Whether a finite verb follows, also past an insertion between commas: `Kronika reports, citing Ode, ⟦suggest⟧`.
    private func hasVerb(after index: Int, in range: Range<Int>) -> Bool {
        guard index < range.upperBound else { return false }
        if tagged.tags[index].isFinite { return true }
        guard tagged.tags[index] == .comma,
            let close = (index + 1..<range.upperBound).first(where: { tagged.tags[$0] == .comma }),
            close + 1 < range.upperBound
        else { return false }
        return tagged.tags[close + 1].isFinite || cues.verb(at: close + 1, tagged.hashes) != nil
    }

    // MARK: What stands before

    private func bracketed(_ name: OutletName, in range: Range<Int>) -> CreditUse? {
        let end = name.tokens.upperBound
        guard end < range.upperBound, tagged.tags[end] == .closing else { return nil }
        var start = name.tokens.lowerBound - 1
        if start > range.lowerBound, Self.via.contains(tagged.hashes[start]) { start -= 1 }
        guard start >= range.lowerBound, tagged.tags[start] == .opening, name.form == .listed || name.form == .shaped
        else { return nil }
        return CreditUse(tokens: start..<end + 1, end: end + 1)
    }

    private func before(_ phrase: Phrase, _ name: OutletName, in range: Range<Int>) -> CreditUse? {
        let start = phrase.tokens.lowerBound
        guard start > range.lowerBound else { return nil }
        let previous = start - 1
        let end = phrase.tokens.upperBound
        if previous > range.lowerBound, Self.to.contains(tagged.hashes[previous]),
            Self.according.contains(tagged.hashes[previous - 1])
        {
            return CreditUse(tokens: previous - 1..<end, end: end)
        }
        if Self.via.contains(tagged.hashes[previous]) { return CreditUse(tokens: previous..<end, end: end) }
        if lexicon.role(tagged.hashes[previous]).contains(.citing), !tagged.tags[previous].isNoun {
            return CreditUse(tokens: previous..<end, end: end)
        }
        if Self.told.contains(tagged.hashes[skipped(previous, range)]), name.form != .unnamed {
            return CreditUse(tokens: skipped(previous, range)..<end, end: end)
        }
        // "granted an ⟦interview to⟧ Kronika": the phrase itself says so.
        if phrase.role == .report, name.form != .unnamed,
            let preposition = (start..<name.tokens.lowerBound).first(where: { isPreposition($0) }), preposition > start,
            lexicon.role(tagged.hashes[preposition - 1]).contains(.tellWith), previous > range.lowerBound,
            !isPreposition(previous)
        {
            return CreditUse(tokens: preposition - 1..<end, end: end)
        }
        if phrase.role == .report, Self.within.contains(tagged.hashes[previous]), name.form != .unnamed {
            return CreditUse(tokens: previous..<end, end: end)
        }
        guard tagged.tags[previous] == .preposition || tagged.tags[previous] == .to, previous > range.lowerBound,
            name.form != .unnamed || Self.by.contains(tagged.hashes[previous])
        else { return nil }
        let governor = skipped(previous - 1, range)
        let beside = lexicon.role(tagged.hashes[governor])
        let preposition = tagged.hashes[previous]
        let fits =
            Self.by.contains(preposition) && (beside.contains(.passive) || beside.contains(.report))
            || Self.to.contains(preposition) && beside.contains(.tellTo)
            || Self.with.contains(preposition) && beside.contains(.tellWith)
            || Self.inOn.contains(preposition) && beside.contains(.appearIn)
            || Self.from.contains(preposition) && beside.contains(.reportFrom)
        if fits {
            let quoted = Self.by.contains(preposition) ? self.quoted(before: governor, in: range) : nil
            return CreditUse(tokens: (quoted?.verb ?? governor)..<end, end: end, quoted: quoted?.person)
        }
        if Self.by.contains(preposition), let quoted = quoted(before: governor, in: range), quoted.verb < governor {
            return CreditUse(tokens: quoted.verb..<end, end: end, quoted: quoted.person)
        }
        return nil
    }

    /// The token at or before `index` that is no adverb and no time: `said ⟦on Sunday⟧ on CNN`.
    private func skipped(_ index: Int, _ range: Range<Int>) -> Int {
        var index = index
        var steps = 0
        while index > range.lowerBound, steps < 4,
            tagged.tags[index].isAdverb || phrases.isTime(index)
                || tagged.tags[index] == .preposition && steps > 0 && phrases.isTime(index + 1)
        {
            index -= 1
            steps += 1
        }
        return index
    }

    /// `⟦Ann Ode⟧, quoted by` · `⟦Ann Ode⟧ was quoted as saying by`.
    private func quoted(before governor: Int, in range: Range<Int>) -> (verb: Int, person: Range<Int>?)? {
        var verb = governor
        if verb - 2 >= range.lowerBound, Self.saying.contains(tagged.hashes[verb]),
            ClosedClass.asWord.contains(tagged.hashes[verb - 1])
        {
            verb -= 2
        }
        guard lexicon.role(tagged.hashes[verb]).contains(.citing) else { return nil }
        var index = verb - 1
        while index > range.lowerBound,
            ClosedClass.auxiliaries.contains(tagged.hashes[index]) || tagged.tags[index].isAdverb
                || tagged.tags[index] == .comma
        { index -= 1 }
        guard index >= range.lowerBound, !phrases.isBarrier(index),
            let person = phrases.phrase(endingAt: index, from: range.lowerBound),
            tagged.tags[person.lowerBound] != .pronoun
        else { return (verb, nil) }
        return (verb, person)
    }

    // MARK: Subjects

    private func subject(_ phrase: Phrase, _ name: OutletName, in range: Range<Int>) -> CreditUse? {
        let start = phrase.tokens.lowerBound
        // The object of a preposition or a verb is no subject: "the attack on CNN said".
        if start > range.lowerBound, tagged.tags[start - 1] == .preposition,
            !Self.with.contains(tagged.hashes[start - 1]),
            !Self.subordinate.contains(tagged.hashes[start - 1])
        {
            return nil
        }
        guard let verb = verb(after: phrase.tokens.upperBound, in: range) else { return nil }
        guard isTelling(verb) else { return nil }
        let cue = cues.verb(at: verb, tagged.hashes)
        if phrase.role == .outlet, speaksOfItself(verb, after: verb + (cue?.tokens ?? 1), in: range) { return nil }
        return CreditUse(tokens: start..<verb + (cue?.tokens ?? 1), end: phrase.tokens.upperBound)
    }

    /// Whether a verb tells, hands on, or publishes.
    func isTelling(_ verb: Int) -> Bool {
        if lexicon.role(tagged.hashes[verb]).contains(.citing) || Self.publishing.contains(tagged.hashes[verb]) {
            return true
        }
        guard let cue = cues.verb(at: verb, tagged.hashes)?.verb, !Self.asking.contains(tagged.hashes[verb]) else {
            return false
        }
        return cue.act == .statement && !cue.takes.isDisjoint(with: [.clause, .thatClause, .quotation])
    }

    /// The verb of a subject that ends at `start`, past adverbs, auxiliaries, and what stands between commas.
    private func verb(after start: Int, in range: Range<Int>) -> Int? {
        var index = start
        while index < range.upperBound, !phrases.isBarrier(index) {
            let tag = tagged.tags[index]
            if tag.isAdverb || phrases.isTime(index) || tag == .number {
                index += 1
            } else if ClosedClass.auxiliaries.contains(tagged.hashes[index]) {
                index += 1
            } else if tag.isVerb || index == start && tag.isNoun && cues.verb(at: index, tagged.hashes) != nil {
                return index
            } else if tag == .comma {
                guard let close = (index + 1..<range.upperBound).first(where: { tagged.tags[$0] == .comma }) else {
                    return nil
                }
                let inner = index + 1..<close
                let isAside = inner.first.map {
                    lexicon.role(tagged.hashes[$0]).contains(.citing) || tagged.tags[$0] == .whDeterminer
                        || tagged.tags[$0] == .whPronoun || !inner.contains { tagged.tags[$0].isFinite }
                }
                guard isAside == true else { return nil }
                index = close + 1
            } else if tag == .preposition, index + 1 < range.upperBound,
                let object = phrases.phrase(startingAt: index + 1, to: range.upperBound, withAppositions: false)
            {
                index = object.upperBound
                // "in its report answers": a verb that was taken for a noun of the phrase.
                let last = index - 1
                if tagged.tags[last] == .nouns, object.count > 1, index < range.upperBound, !tagged.tags[index].isVerb,
                    lexicon.role(tagged.hashes[last - 1]).contains(.report), isTelling(last)
                {
                    return last
                }
            } else {
                return nil
            }
        }
        return nil
    }

    /// `CNN said ⟦it⟧ would appeal` · `Reuters reported ⟦a profit⟧` · `Fox said in a statement`.
    private func speaksOfItself(_ verb: Int, after index: Int, in range: Range<Int>) -> Bool {
        let words = index..<min(range.upperBound, max(index, index + 6))
        guard let first = words.first else { return false }
        let close = words.prefix(3)
        let isInOn = Self.inOn.contains(tagged.hashes[first])
        if !Self.reporting.contains(tagged.hashes[verb]) {
            let isSelf = words.prefix(2).contains { Self.itself.contains(tagged.hashes[$0]) }
            if isSelf, !isInOn { return true }
            if isInOn, close.contains(where: { Self.statement.contains(tagged.hashes[$0]) }) { return true }
        }
        return tagged.tags[first] == .determiner
            && words.contains { lexicon.role(tagged.hashes[$0]).contains(.business) }
    }

    /// `…, reports Reuters.`
    private func inverted(_ phrase: Phrase, in range: Range<Int>) -> CreditUse? {
        let start = phrase.tokens.lowerBound
        let verb = skipped(start - 1, range)
        guard verb > range.lowerBound, verb < start,
            let cue = cues.verb(at: verb, tagged.hashes)?.verb ?? publishing(verb),
            cue.act == .statement, tagged.tags[verb] != .gerund
        else { return nil }
        let before = verb - 1
        guard
            phrases.isBarrier(before) || tagged.tags[before] == .comma || tagged.tags[before] == .quote
                || phrases.isDash(before) || ClosedClass.asWord.contains(tagged.hashes[before])
        else { return nil }
        let next = phrase.tokens.upperBound
        guard
            next >= range.upperBound || tagged.tags[next].isMark || tagged.tags[next] == .preposition
                || phrases.isTime(next) || phrases.isBarrier(next) || tagged.tags[next] == .conjunction
        else { return nil }
        return CreditUse(tokens: verb..<next, end: next)
    }

    private func publishing(_ index: Int) -> CueVerb? {
        guard Self.publishing.contains(tagged.hashes[index]) else { return nil }
        return CueVerb(
            lemma: tagged.string(index), act: .statement, takes: [.clause], prepositions: WordSet(""),
            takesPreposition: false)
    }

    private static let according = WordSet("according")
    private static let to = WordSet("to")
    private static let by = WordSet("by")
    private static let with = WordSet("with")
    private static let inOn = WordSet("in on for")
    private static let from = WordSet("from")
    private static let within = WordSet("in during from on by")
    private static let subordinate = WordSet("that because although while after before as since if than")
    private static let via = WordSet("via per")
    private static let told = WordSet("told tells tell telling informed")
    private static let saying = WordSet("saying telling")
    private static let reporting = WordSet(
        "report reports reported reporting writes wrote write cites cited quotes quoted")
    /// What reporters do to get an answer.
    private static let asking = WordSet(
        "ask asks asked asking shout shouts shouted question questions questioned press pressed")
    private static let itself = WordSet("it its their")
    private static let statement = WordSet("statement memo")
    /// What outlets do beside the verbs of saying.
    private static let publishing = WordSet(
        "write writes wrote written publish publishes published carry carries carried air aired broadcast learned learnt "
            + "answers answered run ran found seen obtained interviewed put puts")
}
