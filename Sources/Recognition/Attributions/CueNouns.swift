import Lexicons
import TextCore

/// Nouns that attribute: `her ⟦claim⟧ that`, `their ⟦support⟧ for`.
struct CueNouns: Sendable {
    private var prepositions: [UInt64: WordSet] = [:]

    /// Reads `cue-nouns.tsv`.
    ///
    /// - Throws: where the file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let table = try LexiconTable("cue-nouns.tsv", in: resources)
        for (line, row) in table.rows.enumerated() {
            guard row.count == 2 else { throw .malformed(file: table.file, line: line + 1) }
            for form in row[0].split(separator: " ") {
                prepositions[PhraseTable<Bool>.hash(word: String(form))] = WordSet(row[1])
            }
        }
    }

    /// The words that may introduce what a noun attributes; nil for a noun that attributes nothing.
    func prepositions(_ hash: UInt64) -> WordSet? { prepositions[hash] }
}

/// Finds attributions by nouns and adverbs.
///
/// `⟦Ode⟧'s *claim* ⟦that it fell⟧` · `⟦their⟧ *support for* ⟦the mayor⟧` · `a *warning* ⟦that it may fall⟧` (no source) ·
/// `⟦Ode⟧ *raised new concerns about* ⟦the bridge⟧` · `⟦the bridge⟧ *reportedly* ⟦fell⟧`
struct NounAttributions {
    let tagged: TaggedText
    let nouns: CueNouns
    let reporting: ReportingClauses
    let ends: ClauseEnds

    private var phrases: NounPhrases { reporting.phrases }

    /// The attributions of `range` in order.
    func attributions(in range: Range<Int>) -> [FoundAttribution] {
        var found: [FoundAttribution] = []
        for index in range where !phrases.isBarrier(index) {
            if tagged.tags[index].isNoun, let one = noun(index, in: range) {
                found.append(one)
            } else if Self.hearsay.contains(tagged.hashes[index]), let one = adverb(index, in: range) {
                found.append(one)
            }
        }
        return found
    }

    private func noun(_ index: Int, in range: Range<Int>) -> FoundAttribution? {
        guard let prepositions = nouns.prepositions(tagged.hashes[index]), index + 2 < range.upperBound,
            prepositions.contains(tagged.hashes[index + 1]), !phrases.isBarrier(index + 1)
        else { return nil }
        let isClause = ClosedClass.that.contains(tagged.hashes[index + 1])
        let isInfinitive = tagged.tags[index + 1] == .to && tagged.tags[index + 2] == .verb
        let owner = possessor(of: index, from: range.lowerBound)
        let verb = owner == nil ? carrier(of: index, in: range) : nil
        let source = owner ?? verb?.subject
        // "There is no doubt that": nobody's.
        guard source != nil || isClause, index == range.lowerBound || !Self.no.contains(tagged.hashes[index - 1]) else {
            return nil
        }
        let start = isClause || isInfinitive ? index + 1 : index + 2
        let end =
            isClause
            ? ends.clauseEnd(from: start, to: range.upperBound) : ends.objectEnd(from: start, to: range.upperBound)
        guard end > start else { return nil }
        return FoundAttribution(
            source: source, cue: (verb?.start ?? index)..<(isClause || isInfinitive ? index + 1 : index + 2),
            content: [start..<end])
    }

    /// The verb that carries a noun, with its subject: `⟦Ode⟧ ⟦raised⟧ new concerns`.
    private func carrier(of noun: Int, in range: Range<Int>) -> (start: Int, subject: Range<Int>)? {
        var index = noun - 1
        while index > range.lowerBound, index > noun - 5, !phrases.isBarrier(index),
            tagged.tags[index].isAdjective || tagged.tags[index] == .determiner || tagged.tags[index] == .noun
                || tagged.tags[index] == .number || tagged.tags[index].isAdverb
        {
            index -= 1
        }
        guard index > range.lowerBound, Self.carriers.contains(tagged.hashes[index]) else { return nil }
        return reporting.activeVerb(at: index, in: range)
    }

    private static let carriers = WordSet(
        "express expresses expressed expressing voice voices voiced voicing raise raises raised raising make makes made "
            + "making give gives gave given giving offer offers offered offering issue issues issued issuing have has had "
            + "having share shares shared sharing show shows showed shown showing reiterate reiterates reiterated repeat "
            + "repeats repeated air airs aired draw draws drew drawn release releases released deliver delivers delivered"
    )

    /// `⟦his⟧ repeated claim` · `⟦the mayor⟧'s claim`.
    private func possessor(of noun: Int, from lower: Int) -> Range<Int>? {
        var index = noun - 1
        while index >= lower, index > noun - 4,
            tagged.tags[index].isAdjective || tagged.tags[index] == .participle || tagged.tags[index] == .noun
        {
            index -= 1
        }
        guard index >= lower, !phrases.isBarrier(index) else { return nil }
        if tagged.tags[index] == .possessive { return index..<index + 1 }
        guard tagged.tags[index] == .genitive, index > lower else { return nil }
        return phrases.phrase(endingAt: index - 1, from: max(lower, index - 30))
    }

    /// The clause around an adverb of hearsay.
    private func adverb(_ index: Int, in range: Range<Int>) -> FoundAttribution? {
        var start = index
        while start > range.lowerBound, start > index - 30, !tagged.tags[start - 1].isMark,
            !phrases.isBarrier(start - 1)
        {
            start -= 1
        }
        let end = ends.objectEnd(from: index + 1, to: range.upperBound)
        guard end > index + 1 else { return nil }
        let content = start < index ? [start..<index, index + 1..<end] : [index + 1..<end]
        return FoundAttribution(source: nil, cue: index..<index + 1, content: content)
    }

    private static let no = WordSet("no")
    private static let hearsay = WordSet("reportedly allegedly purportedly supposedly")
}
