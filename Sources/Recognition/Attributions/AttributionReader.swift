import NewsModel
import TextCore

/// Reads the attributions of one document.
struct AttributionReader {
    private let analysis: Analysis
    private let tagged: TaggedText
    private let kinds: SourceKinds
    private let cues: CueLexicon
    private let nouns: CueNouns
    private let outlets: OutletLexicon
    private let index: TokenIndex
    /// For every token the quotation that it stands in, or -1.
    private var quotationOf: [Int32]
    /// For every token whether it is part of the source or cue of a direct quotation.
    private var isTaken: [Bool]
    private var found: [FoundAttribution] = []

    init(
        _ analysis: Analysis, _ tagged: TaggedText, _ kinds: SourceKinds, cues: CueLexicon, nouns: CueNouns,
        outlets: OutletLexicon
    ) {
        self.analysis = analysis
        self.tagged = tagged
        self.kinds = kinds
        self.cues = cues
        self.nouns = nouns
        self.outlets = outlets
        index = TokenIndex(analysis.tokens)
        quotationOf = Array(repeating: -1, count: analysis.tokens.count)
        isTaken = Array(repeating: false, count: analysis.tokens.count)
    }

    /// The attributions in the order of their spans.
    mutating func attributions() -> [Attribution] {
        let goingOn = quoted()
        let stretches = QuotationMarks.stretches(in: tagged).filter { !$0.isNested }
        let reporting = ReportingClauses(tagged, cues: cues) { [quotationOf] in quotationOf[$0] >= 0 }
        for utterance in Utterances.ranges(of: tagged, stretches) {
            guard let number = tagged.sentenceIndex(ofToken: utterance.lowerBound),
                analysis.document.blocks[tagged.sentences[number].block].kind.isArticleText
            else { continue }
            read(utterance, reporting)
        }
        for (number, quotation) in analysis.quotations.enumerated()
        where quotation.style == .direct && !quotation.isScare {
            for content in quotation.content.compactMap(tokens) { readWithin(Int32(number), content) }
        }
        clip()
        cutParallels()
        join(goingOn)
        if let readings = analysis.roleReadings {
            let sentences = tagged.sentences.filter { analysis.document.blocks[$0.block].kind.isArticleText }
            found = RoleMerger(tagged: tagged, readings: readings, cues: cues)
                .merged(found, sentences: sentences.map(\.tokens)) { [quotationOf] in quotationOf[$0] >= 0 }
        }
        return assembled()
    }

    // MARK: Quotations

    /// Direct quotations by the words that report them; marks where all quoted words stand. Gives back those that go on from words
    /// that are not quoted: `Ode ⟦said⟧ it was late. “⟦We left.⟧”`
    private mutating func quoted() -> [FoundAttribution] {
        var byCue: [TextSpan: Int] = [:]
        var quoted: [FoundAttribution] = []
        for (number, quotation) in analysis.quotations.enumerated() where !quotation.isScare {
            let spans = quotation.marks == .dash || quotation.marks == .block ? quotation.content : [quotation.span]
            let content = spans.compactMap(tokens)
            let words = content.reduce(0) { $0 + $1.count }
            if quotation.style == .direct || words >= 6 {
                for range in content { for token in range { quotationOf[token] = Int32(number) } }
            }
            guard quotation.style == .direct, let cueSpan = quotation.cue, let cue = tokens(of: cueSpan) else {
                continue
            }
            if let known = byCue[cueSpan] {
                quoted[known].content += content
                continue
            }
            byCue[cueSpan] = quoted.count
            let source = quotation.speaker.flatMap(tokens)
            quoted.append(FoundAttribution(source: source, cue: cue, content: content))
        }
        var goingOn: [FoundAttribution] = []
        for one in quoted {
            let sentence = tagged.sentenceIndex(ofToken: one.cue.lowerBound).map { tagged.sentences[$0].tokens }
            if let sentence, one.content.allSatisfy({ $0.lowerBound >= sentence.upperBound }) {
                goingOn.append(one)
                continue
            }
            found.append(one)
            for token in one.cue { isTaken[token] = true }
        }
        return goingOn
    }

    /// Gives quotations that go on to the attribution that their words go on from.
    private mutating func join(_ goingOn: [FoundAttribution]) {
        var holders: [Int: Int] = [:]
        for (number, one) in found.enumerated() where one.host == nil {
            for token in one.cue { holders[token] = number }
        }
        for one in goingOn {
            if let same = one.cue.lazy.compactMap({ holders[$0] }).first {
                found[same].content += one.content
            } else {
                found.append(one)
            }
        }
    }

    /// The tokens of a span.
    private func tokens(of span: TextSpan) -> Range<Int>? {
        guard let first = index.token(at: span.start) else { return nil }
        let last = index.token(at: span.end) ?? analysis.tokens.count
        return first < last ? first..<last : nil
    }

    // MARK: Clauses

    private mutating func read(_ utterance: Range<Int>, _ reporting: ReportingClauses) {
        let clauses = reporting.clauses(in: utterance)
        let quotationOf = self.quotationOf
        let ends = ClauseEnds(
            tagged: tagged, isQuoted: { quotationOf[$0] >= 0 }, cuts: cuts(clauses, reporting.phrases, in: utterance))
        let finder = ContentFinder(tagged: tagged, phrases: reporting.phrases, ends: ends, range: utterance)
        let first = found.count
        if let announced = ColonAttribution.attribution(in: utterance, tagged, kinds, outlets) {
            found.append(announced)
        }
        if let asked = asked(utterance, ends) { found.append(asked) }
        var handing: [ReportingClause] = []
        var last: Range<Int>?
        let byNouns = NounAttributions(tagged: tagged, nouns: self.nouns, reporting: reporting, ends: ends)
            .attributions(in: utterance)
        for clause in clauses
        where !clause.cue.contains(where: { isTaken[$0] }) && !byNouns.contains(where: { $0.cue.contains(clause.head) })
        {
            if outlets.role(tagged.hashes[clause.head]).contains(.citing), clause.form != .passive {
                handing.append(clause)
                continue
            }
            var clause = clause
            if clause.order == .shared { clause.source = shared(clause, after: last, reporting.phrases, in: utterance) }
            if let one = finder.attribution(of: clause).flatMap({ withMeaning($0, in: utterance) }) {
                found.append(one)
            }
            if clause.form == .finite, clause.verb.act == .statement, let source = clause.source { last = source }
        }
        for clause in handing { handOn(clause, from: first, reporting.phrases, in: utterance) }
        let heads = found[first...].map(\.cue)
        for one in byNouns where !heads.contains(where: { $0.overlaps(one.cue) }) {
            found.append(one)
        }
    }

    /// What a speaker says that others say: `“⟦The ministry says⟧ that it fell,” Ode said`.
    private mutating func readWithin(_ quotation: Int32, _ content: Range<Int>) {
        let quotationOf = self.quotationOf
        let reporting = ReportingClauses(tagged, cues: cues) { quotationOf[$0] != quotation }
        var start = content.lowerBound
        while start < content.upperBound, let number = tagged.sentenceIndex(ofToken: start) {
            let range = start..<min(content.upperBound, tagged.sentences[number].tokens.upperBound)
            guard !range.isEmpty else { return }
            start = range.upperBound
            let clauses = reporting.clauses(in: range)
            let cuts = cuts(clauses, reporting.phrases, in: range) + range.filter { isOwnTurn($0, in: range) }
            let ends = ClauseEnds(tagged: tagged, isQuoted: { _ in false }, cuts: cuts.sorted())
            let finder = ContentFinder(tagged: tagged, phrases: reporting.phrases, ends: ends, range: range)
            for clause in clauses where clause.form == .finite && clause.order != .shared {
                guard let source = clause.source, isTelling(clause, source), var one = finder.attribution(of: clause)
                else { continue }
                one.isWithin = true
                found.append(one)
            }
        }
    }

    /// Whether a clause says right away what somebody else says. Whom a pronoun means within quoted words is not known; "I think"
    /// tells how firmly the speaker says it, and stays with his words, as "which has announced" does and "has not said".
    private func isTelling(_ clause: ReportingClause, _ source: Range<Int>) -> Bool {
        let isPronoun = source.count == 1 && tagged.tags[source.lowerBound] == .pronoun
        let isAside =
            source.upperBound <= clause.cue.lowerBound
            && (source.upperBound..<clause.cue.lowerBound).contains { !tagged.tags[$0].isAdverb }
        let isDenied = clause.tokens.contains { Self.negations.contains(tagged.hashes[$0]) }
        return !isPronoun && !isAside && !isDenied && clause.verb.act == .statement
    }

    private static let negations = WordSet("not n't never")

    /// `the police said they had him*, and I* went home`: where the speaker goes on with his own.
    private func isOwnTurn(_ index: Int, in range: Range<Int>) -> Bool {
        guard tagged.tags[index] == .comma, index + 2 < range.upperBound, tagged.tags[index + 1] == .conjunction else {
            return false
        }
        return (index + 2..<min(range.upperBound, index + 4)).contains { Self.speaker.contains(tagged.hashes[$0]) }
    }

    private static let speaker = WordSet("i we")

    /// What is said within quoted words ends with them: `“She said that ⟦it fell⟧,” Ode said`.
    private mutating func clip() {
        let quoted = analysis.quotations.filter { !$0.isScare }.flatMap(\.content).compactMap(tokens)
            .sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
        guard !quoted.isEmpty else { return }
        var place = [Int32](repeating: -1, count: analysis.tokens.count)
        for (number, range) in quoted.enumerated() { for token in range { place[token] = Int32(number) } }
        for number in found.indices {
            let holder = Int(place[found[number].cue.lowerBound])
            guard holder >= 0 else { continue }
            let within = found[number].content.map { $0.clamped(to: quoted[holder]) }.filter { !$0.isEmpty }
            if !within.isEmpty { found[number].content = within }
        }
    }

    /// `Ode said that many ⟦doubted her⟧ *but that* she stayed`: the second "that" goes with the first, and not with a verb between
    /// that has none.
    private mutating func cutParallels() {
        for inner in found.indices where found[inner].host == nil {
            guard let last = found[inner].content.last, !Self.that.contains(tagged.hashes[last.lowerBound]),
                let cut = (last.lowerBound + 1..<max(last.lowerBound + 1, last.upperBound - 2)).first(where: { index in
                    tagged.tags[index] == .conjunction && Self.that.contains(tagged.hashes[index + 1])
                        && tagged.tags[index + 1] == .preposition
                }), isGoverned(inner, through: last.upperBound)
            else { continue }
            let end = tagged.tags[cut - 1] == .comma ? cut - 1 : cut
            found[inner].content[found[inner].content.count - 1] = last.lowerBound..<max(last.lowerBound + 1, end)
        }
    }

    /// Whether an attribution stands within another one's words up to `end`. Those of one sentence were found together.
    private func isGoverned(_ inner: Int, through end: Int) -> Bool {
        (max(0, inner - Self.neighbours)..<min(found.count, inner + Self.neighbours)).contains { outer in
            outer != inner && found[outer].cue.upperBound <= found[inner].head.lowerBound
                && found[outer].content.contains {
                    $0.contains(found[inner].cue.lowerBound) && $0.upperBound >= end
                }
        }
    }

    private static let neighbours = 32

    private static let that = WordSet("that")

    /// `*Asked* ⟦whether it fell⟧, he said yes.`
    private func asked(_ utterance: Range<Int>, _ ends: ClauseEnds) -> FoundAttribution? {
        let first = utterance.lowerBound
        guard first + 3 < utterance.upperBound, Self.asked.contains(tagged.hashes[first]), quotationOf[first] < 0,
            quotationOf[first + 1] < 0
        else { return nil }
        let isAbout = Self.about.contains(tagged.hashes[first + 1])
        let start = isAbout ? first + 2 : first + 1
        guard
            isAbout || tagged.tags[start] == .preposition || tagged.tags[start] == .whPronoun
                || tagged.tags[start] == .whAdverb
                || tagged.tags[start] == .whDeterminer
        else { return nil }
        let end = ends.objectEnd(from: start, to: utterance.upperBound)
        guard end > start + 1, end < utterance.upperBound, tagged.tags[end] == .comma else { return nil }
        return FoundAttribution(source: nil, cue: first..<start, content: [start..<end])
    }

    private static let asked = WordSet("asked told questioned pressed")
    private static let about = WordSet("about")

    /// Whose a verb is that shares its subject with another: that of the noun right before it (`evidence ⟦suggesting⟧ that`), the
    /// last one who said something (`Ode said that it fell, ⟦adding⟧ that`), or the subject that was found.
    private func shared(
        _ clause: ReportingClause, after last: Range<Int>?, _ phrases: NounPhrases, in utterance: Range<Int>
    ) -> Range<Int>? {
        let before = clause.cue.lowerBound - 1
        if clause.form == .gerund, before >= utterance.lowerBound, tagged.tags[before].isNoun,
            let noun = phrases.phrase(endingAt: before, from: utterance.lowerBound)
        {
            return noun
        }
        let isParted =
            before >= utterance.lowerBound && (tagged.tags[before] == .comma || tagged.tags[before] == .conjunction)
        if let last, isParted, clause.verb.act == .statement { return last }
        return clause.source ?? last ?? opener(of: utterance, before: clause.cue.lowerBound, phrases)
    }

    /// The phrase that an utterance begins with, where a verb follows it.
    private func opener(of utterance: Range<Int>, before end: Int, _ phrases: NounPhrases) -> Range<Int>? {
        guard let phrase = phrases.phrase(startingAt: utterance.lowerBound, to: min(end, utterance.lowerBound + 40)),
            phrase.upperBound < end, tagged.tags[phrase.upperBound].isVerb || tagged.tags[phrase.upperBound].isAdverb
        else { return nil }
        return phrase
    }

    /// `Reuters reported that it fell, ⟦citing the ministry⟧`: what the ministry said is what Reuters reported.
    private mutating func handOn(
        _ clause: ReportingClause, from first: Int, _ phrases: NounPhrases, in utterance: Range<Int>
    ) {
        guard let source = phrases.phrase(startingAt: clause.cue.upperBound, to: utterance.upperBound) else { return }
        let hosts = found.indices.filter { $0 >= first && found[$0].host == nil && found[$0].source != nil }
        func distance(_ host: Int) -> Int { abs(found[host].cue.lowerBound - clause.cue.lowerBound) }
        guard let host = hosts.min(by: { (distance($0), $0) < (distance($1), $1) }),
            !found[host].content.contains(where: { $0.overlaps(clause.cue) })
        else { return }
        found.append(
            FoundAttribution(source: source, cue: clause.cue, content: found[host].content, host: host))
    }

    /// `The ministry announced it`: the words are those of the sentences before.
    private func withMeaning(_ one: FoundAttribution, in utterance: Range<Int>) -> FoundAttribution? {
        guard one.content.count == 1, one.content[0].count == 1,
            outlets.role(tagged.hashes[one.content[0].lowerBound]).contains(.pronounObject),
            one.content[0].lowerBound >= one.cue.upperBound
        else { return one }
        guard let number = tagged.sentenceIndex(ofToken: one.cue.lowerBound), number > 0 else { return nil }
        var start = number
        let block = tagged.sentences[number].block
        while start > 0, tagged.sentences[start - 1].block == block,
            tagged.sentences[number].tokens.lowerBound - tagged.sentences[start - 1].tokens.lowerBound
                < ClauseEnds.longest
        { start -= 1 }
        guard start < number else { return nil }
        var one = one
        one.content = (start..<number).map { tagged.sentences[$0].tokens }
        return one
    }

    /// Where the words of one clause end because another attribution begins: the token past the words.
    private func cuts(_ clauses: [ReportingClause], _ phrases: NounPhrases, in utterance: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        for clause in clauses {
            let first = clause.tokens.lowerBound
            // The words of a clause within the source end before the verb: "Ode, who promised to go, said".
            if clause.form == .finite, clause.order == .sourceFirst, clause.cue.lowerBound > first,
                tagged.tags[clause.cue.lowerBound - 1] == .comma
            {
                cuts.append(clause.cue.lowerBound - 1)
            }
            guard first > utterance.lowerBound else { continue }
            let before = first - 1
            let isParted = tagged.tags[before] == .comma || phrases.isDash(before)
            switch clause.form {
            case .phrase: cuts.append(isParted ? before : first)
            case .gerund where isParted: cuts.append(before)
            case .finite:
                let next = clause.tokens.upperBound
                let isClosing =
                    next >= utterance.upperBound || tagged.tags[next].isMark
                    || phrases.isTime(next) || tagged.tags[next] == .preposition
                if clause.order == .shared {
                    // "said A, and added B".
                    var start = clause.cue.lowerBound
                    while start > utterance.lowerBound,
                        tagged.tags[start - 1] == .conjunction || tagged.tags[start - 1] == .comma
                            || tagged.tags[start - 1].isAdverb
                    { start -= 1 }
                    if start < clause.cue.lowerBound { cuts.append(start) }
                } else if isParted, isClosing {
                    cuts.append(before)
                } else if Self.contrasts.contains(tagged.hashes[before]) {
                    cuts.append(
                        before > utterance.lowerBound && tagged.tags[before - 1] == .comma ? before - 1 : before)
                } else if tagged.tags[before] == .conjunction, before > utterance.lowerBound,
                    tagged.tags[before - 1] == .comma
                {
                    cuts.append(before - 1)
                }
            default: continue
            }
        }
        return cuts.sorted()
    }

    private static let contrasts = WordSet("while whereas although though")

    // MARK: The layer

    private func assembled() -> [Attribution] {
        let order = found.indices.sorted {
            (found[$0].head.lowerBound, found[$0].cue.lowerBound, $0) < (
                found[$1].head.lowerBound, found[$1].cue.lowerBound, $1
            )
        }
        let parents = parents()
        var attributions = order.map { number in (number: number, attribution: attribution(found[number])) }
        attributions.sort {
            ($0.attribution.span, $0.attribution.cue, $0.number) < ($1.attribution.span, $1.attribution.cue, $1.number)
        }
        var place: [Int: Int] = [:]
        for (index, one) in attributions.enumerated() { place[one.number] = index }
        return attributions.map { one in
            var attribution = one.attribution
            attribution.parent = parents[one.number].flatMap { place[$0] }
            return attribution
        }
    }

    private func attribution(_ one: FoundAttribution) -> Attribution {
        var one = one
        // "has repeatedly said", "also said": the adverbs before a verb belong to it.
        while one.cue.lowerBound > 0, tagged.tags[one.cue.lowerBound - 1].isAdverb,
            quotationOf[one.cue.lowerBound - 1] < 0,
            !tagged.hasBreak(before: one.cue.lowerBound),
            one.source.map({ !$0.contains(one.cue.lowerBound - 1) }) ?? true,
            !one.content.contains(where: { $0.contains(one.cue.lowerBound - 1) })
        {
            one.cue = one.cue.lowerBound - 1..<one.cue.upperBound
        }
        let content = one.content.map { tagged.span($0) }.sorted()
        let source = one.source.map { kind(of: $0) }
        return Attribution(
            source: one.source.map { tagged.span(relative(one, source?.chain) ?? $0) },
            sourceKind: source?.kind ?? .unnamed,
            sourceChain: source?.chain,
            cue: tagged.span(one.cue), content: content, style: style(one))
    }

    /// `who said`: the source as written is the pronoun, where the chain tells whom it stands for.
    private func relative(_ one: FoundAttribution, _ chain: Int?) -> Range<Int>? {
        guard let source = one.source, chain != nil, source.upperBound < one.cue.lowerBound else { return nil }
        for index in source.upperBound..<one.cue.lowerBound {
            if tagged.tags[index] == .whPronoun || tagged.tags[index] == .whDeterminer { return index..<index + 1 }
            guard tagged.tags[index] == .comma || tagged.tags[index].isAdverb else { return nil }
        }
        return nil
    }

    private func kind(of source: Range<Int>) -> (kind: SourceKind, chain: Int?) {
        let found = kinds.kind(of: source)
        guard found.kind != .person else { return found }
        let names = OutletNames(tagged: tagged, lexicon: outlets, kinds: kinds) { _ in false }.names(
            in: source.prefix(12))
        guard let name = names.first(where: { $0.form == .listed || $0.form == .shaped }) else { return found }
        // "a spokesman for the BBC" is no outlet; "a report in the Post" is.
        let before = source.lowerBound..<max(source.lowerBound, name.tokens.lowerBound)
        if let preposition = before.last(where: { tagged.tags[$0] == .preposition || tagged.tags[$0] == .to }),
            preposition == before.lowerBound || !outlets.role(tagged.hashes[preposition - 1]).contains(.report)
        {
            return found
        }
        return (name.kind, found.chain)
    }

    private func style(_ one: FoundAttribution) -> SpeechStyle {
        if one.isWithin { return .indirect }
        var quoted = 0
        var words = 0
        for range in one.content {
            for token in range where tagged.tokens[token].kind == .word {
                words += 1
                if quotationOf[token] >= 0 { quoted += 1 }
            }
        }
        return quoted == 0 ? .indirect : quoted == words ? .direct : .mixed
    }

    /// For each attribution the one in whose words its source and cue stand: the innermost, and none that is narrower.
    private func parents() -> [Int?] {
        let widths = found.map { $0.content.reduce(0) { $0 + $1.count } }
        var governor = [Int32](repeating: -1, count: analysis.tokens.count)
        for number in found.indices.sorted(by: { (-widths[$0], $0) < (-widths[$1], $1) })
        where found[number].host == nil {
            for range in found[number].content { for token in range { governor[token] = Int32(number) } }
        }
        return found.indices.map { number in
            if let host = found[number].host { return host }
            let owner = Int(governor[found[number].cue.lowerBound])
            guard owner >= 0, owner != number, (widths[owner], -owner) > (widths[number], -number) else { return nil }
            return owner
        }
    }
}
