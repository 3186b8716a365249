import NewsModel
import TextCore

/// Reads the quotations of one document.
struct QuotationReader {
    private let tagged: TaggedText
    private let cues: CueLexicon
    private let stretches: [MarkedStretch]
    /// For every token the top-level stretch that it stands in, where that stands apart from the sentence around it.
    private var stretchOf: [Int32]
    private var found: [Quotation] = []
    /// Who spoke last, quoted whole or in the reporter's words, for words that go on without a clause of their own.
    private var last: Turn?

    /// Somebody's turn to speak, and the block that it stands in.
    private struct Turn {
        var speaker: TextSpan?
        var cue: TextSpan?
        var block: Int
    }

    /// Names that a full stop broke: the given name, and the words after the stop.
    private(set) var brokenNames: [(given: Range<Int>, rest: Range<Int>)] = []

    /// Who the sentence before announced with a colon: "The mayor said:".
    private var announcer: (source: Range<Int>?, cue: Range<Int>?)?

    init(tagged: TaggedText, cues: CueLexicon) {
        self.tagged = tagged
        self.cues = cues
        stretches = QuotationMarks.stretches(in: tagged)
        stretchOf = Self.barriers(stretches.filter { !$0.isNested }, tagged)
    }

    /// The quotations in the order of their spans.
    mutating func quotations() -> [Quotation] {
        let reporting = clauseFinder { [stretchOf] in stretchOf[$0] >= 0 }
        dashSpeech(reporting)
        let top = stretches.filter { !$0.isNested }
        var next = 0
        for utterance in Utterances.ranges(of: tagged, top) {
            let first = next
            while next < top.count, top[next].tokens.lowerBound < utterance.upperBound { next += 1 }
            let links = SpeakerLinks(tagged, reporting, utterance: utterance)
            guard next > first else {
                announcer = self.announcer(links, reporting)
                report(links)
                continue
            }
            let told = top[first..<next].map { ($0, links.link(for: $0)) }
            if told.allSatisfy({ $0.1 == nil }) { report(links) }
            for (stretch, link) in told { add(stretch, link, in: utterance) }
            announcer = nil
        }
        nested()
        blockQuotes()
        joinContinued()
        found.sort { ($0.span, $0.content.count) < ($1.span, $1.content.count) }
        return found
    }

    private func clauseFinder(_ isBarrier: @escaping (Int) -> Bool) -> ReportingClauses {
        ReportingClauses(tagged, cues: cues, isBarrier: isBarrier)
    }

    /// Words of at least this many tokens stand apart from the sentence around them.
    private static let barrierLength = 4

    private static func barriers(_ stretches: [MarkedStretch], _ tagged: TaggedText) -> [Int32] {
        var barriers = [Int32](repeating: -1, count: tagged.tokens.count)
        for (number, stretch) in stretches.enumerated() {
            let endsOpen =
                stretch.last(in: tagged).map { tagged.tags[$0] == .comma || tagged.tags[$0] == .stop } ?? false
            guard stretch.content.count >= Self.barrierLength || endsOpen else { continue }
            for index in stretch.tokens { barriers[index] = Int32(number) }
        }
        return barriers
    }

    // MARK: Marked words

    private mutating func add(_ stretch: MarkedStretch, _ link: SpeakerLinks.Link?, in utterance: Range<Int>) {
        var quotation = Quotation(
            content: [tagged.span(stretch.content)], span: tagged.span(stretch.tokens), marks: stretch.marks,
            style: .mixed)
        let shape = QuotedShape(stretch, tagged, utterance: utterance)
        if let link {
            quotation.speaker = link.clause.source.map { speaker($0, link.clause) }
            quotation.cue = tagged.span(link.clause.cue)
            quotation.style = shape.isWhole(beside: link) ? .direct : .mixed
            quotation.isScare = quotation.style == .mixed && shape.isAside
        } else if shape.isWholeAlone {
            quotation.style = .direct
            if let announcer {
                quotation.speaker = announcer.source.map { tagged.span($0) }
                quotation.cue = announcer.cue.map { tagged.span($0) }
            } else if let last, goesOn(from: last, to: stretch), shape.standsAlone {
                quotation.speaker = last.speaker
                quotation.cue = last.cue
            }
            if let signature = signature(under: stretch) { (quotation.speaker, quotation.cue) = (signature, nil) }
        } else {
            quotation.isScare = true
        }
        found.append(quotation)
        if quotation.style == .direct, quotation.speaker != nil {
            last = Turn(speaker: quotation.speaker, cue: quotation.cue, block: block(at: stretch.tokens.lowerBound))
        }
    }

    /// The name under words that stand by themselves, after a dash: `“We stay.” – ⟦Ann Ode, Rome⟧`, in their paragraph or the next.
    private func signature(under stretch: MarkedStretch) -> TextSpan? {
        let start = stretch.tokens.upperBound
        guard start + 1 < tagged.tokens.count, tagged.hasGap(before: start),
            ["–", "—", "―", "-", "~"].contains(tagged.first(start)), tagged.tags[start + 1].isName,
            let number = tagged.sentenceIndex(ofToken: start), case let sentence = tagged.sentences[number],
            case let name = start + 1..<sentence.tokens.upperBound, name.count <= 14,
            !name.contains(where: { tagged.tags[$0].isVerb || tagged.tokens[$0].kind == .quoteMark }),
            sentence.tokens.upperBound == tagged.tokens.count || sentence.block != block(at: sentence.tokens.upperBound)
        else { return nil }
        let end = name.last { !tagged.tags[$0].isMark || tagged.tags[$0] == .closing } ?? start + 1
        return tagged.span(start + 1..<end + 1)
    }

    /// Takes note of who says something in words that are not quoted: `Ode said it was late.` and, next, `“We left.”`
    private mutating func report(_ links: SpeakerLinks) {
        let told =
            links.closing
            ?? links.clauses.first { $0.verb.act == .statement && $0.form == .finite && $0.order != .absent }
        guard let told, let source = told.source else { return }
        last = Turn(
            speaker: tagged.span(source), cue: tagged.span(told.cue), block: block(at: links.utterance.lowerBound))
    }

    /// The last clause of a sentence that ends with a colon, or the subject of its last verb.
    private func announcer(
        _ links: SpeakerLinks, _ reporting: ReportingClauses
    ) -> (source: Range<Int>?, cue: Range<Int>?)? {
        guard let last = links.utterance.last, tagged.first(last) == ":" else { return nil }
        if let clause = links.clauses.last(where: { $0.source != nil }) {
            return (clause.source, clause.cue)
        }
        return (reporting.lastSubject(in: links.utterance), last..<(last + 1))
    }

    /// Whether words without a clause are the last speaker's: in the same paragraph, or in the next one.
    private func goesOn(from last: Turn, to stretch: MarkedStretch) -> Bool {
        let block = block(at: stretch.tokens.lowerBound)
        return block == last.block || block == last.block + 1
    }

    private func block(at token: Int) -> Int {
        tagged.sentenceIndex(ofToken: token).map { tagged.sentences[$0].block } ?? 0
    }

    /// The source's span; where a machine translation broke "John Ode said" into "John said. Ode of the council.", both.
    private mutating func speaker(_ source: Range<Int>, _ clause: ReportingClause) -> TextSpan {
        let span = tagged.span(source)
        guard source.count == 1, tagged.tags[source.lowerBound].isName, clause.order == .sourceFirst,
            let rest = BrokenName.rest(after: clause.cue.upperBound, in: tagged)
        else { return span }
        brokenNames.append((source, rest))
        return span.union(tagged.span(rest))
    }

    // MARK: Quotations of other kinds

    private mutating func dashSpeech(_ reporting: ReportingClauses) {
        let speech = DashSpeech(tagged: tagged, clauses: reporting)
        var sentence = 0
        while sentence < tagged.sentences.count {
            let block = tagged.sentences[sentence].block
            var starts: [Int] = []
            let first = tagged.sentences[sentence].tokens.lowerBound
            var end = first
            while sentence < tagged.sentences.count, tagged.sentences[sentence].block == block {
                starts.append(tagged.sentences[sentence].tokens.lowerBound)
                end = tagged.sentences[sentence].tokens.upperBound
                sentence += 1
            }
            for speech in speech.speeches(in: first..<end, sentenceStarts: starts) {
                let speaker = speech.clause.source.map { self.speaker($0, speech.clause) }
                found.append(
                    Quotation(
                        content: speech.content.map { tagged.span($0) }, span: tagged.span(speech.tokens), marks: .dash,
                        style: .direct, speaker: speaker, cue: tagged.span(speech.clause.cue)))
            }
        }
    }

    /// Quotations within quotations: their clauses stand within the outer words.
    private mutating func nested() {
        let barriers = Self.barriers(stretches.filter(\.isNested), tagged)
        let reporting = clauseFinder { barriers[$0] >= 0 }
        var index = 0
        while index < stretches.count {
            let outer = stretches[index]
            index += 1
            let first = index
            while index < stretches.count, stretches[index].isNested { index += 1 }
            guard index > first else { continue }
            let links = SpeakerLinks(tagged, reporting, utterance: outer.content)
            let before = last
            for inner in stretches[first..<index] { add(inner, links.link(for: inner), in: outer.content) }
            last = before
        }
    }

    /// Blocks that are set apart as quotations.
    private mutating func blockQuotes() {
        for (index, block) in tagged.blocks.enumerated() where block.kind == .quote {
            let isMarked = found.contains { $0.span.count * 2 > block.span.count && block.span.contains($0.span) }
            guard !isMarked else { continue }
            let before = found.last { $0.span.end <= block.span.start && $0.speaker != nil }
            let previous = index > 0 ? tagged.blocks[index - 1].span : nil
            let follows = before.map { quotation in previous.map { $0.contains(quotation.span) } ?? false } ?? false
            found.append(
                Quotation(
                    content: [block.span], span: block.span, marks: .block, style: .direct,
                    speaker: follows ? before?.speaker : nil, cue: follows ? before?.cue : nil))
        }
    }

    /// Makes one quotation of a quotation that goes on over paragraphs.
    private mutating func joinContinued() {
        let continued = Set(stretches.filter { $0.isContinued && !$0.isNested }.map { tagged.span($0.tokens).end })
        guard !continued.isEmpty else { return }
        found.sort { ($0.span, $0.content.count) < ($1.span, $1.content.count) }
        var joined: [Quotation] = []
        var openIndex: Int?
        for quotation in found {
            if let index = openIndex, quotation.marks == joined[index].marks,
                quotation.span.start > joined[index].span.end
            {
                joined[index].content += quotation.content
                joined[index].span = joined[index].span.union(quotation.span)
                if joined[index].speaker == nil || quotation.cue != nil && joined[index].cue == nil {
                    joined[index].speaker = quotation.speaker
                    joined[index].cue = quotation.cue
                }
                joined[index].style = .direct
                joined[index].isScare = false
                if !continued.contains(quotation.span.end) { openIndex = nil }
                continue
            }
            if continued.contains(quotation.span.end), quotation.marks != .dash { openIndex = joined.count }
            joined.append(quotation)
        }
        found = joined
    }
}
