import Lexicons
import NewsModel
import TextCore

/// Finds where sentences end among the tokens of one block.
///
/// `He left. She stayed.` is two · `J. Smith of the U.S. Navy` is one · `“Stop!” he said.` is one ·
/// `He said: “We left. We came.”` is two · `Apple Inc. The firm …` is two · `war.The next` is two ·
/// `1. One item 2. Another` is two · `It ended.[4] Then` is two, the mark with the first.
struct SentenceSplitter: Sendable {
    let abbreviations: WordClasses<Abbreviation>
    let words: WordClasses<CuttingWord>

    /// Ranges of token indices, in order, that together hold all tokens of `range`.
    ///
    /// - Complexity: O(n): from each full stop only a few tokens ahead are looked at.
    func sentences(_ tokens: [Token], _ range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let view = TokenView(tokens: tokens, range: range, bytes: bytes)
        var start = range.lowerBound
        var index = range.lowerBound
        var list = Enumeration()
        while index < range.upperBound {
            let isItem = list.begins(at: index, sentenceStart: start, view)
            if index > start,
                isItem || view.beginsLine(index) && breaksAtLine(index, after: start, view)
                    || view.isBullet(index) && view.hasGap(before: index)
            {
                found.append(start..<index)
                start = index
            }
            if let run = view.spacedStops(from: index) {
                if endsWithSpacedStops(run, view) {
                    // "is done. . . . The next": the first stop ends the sentence, the others stand for what is left out.
                    let end = view.hasGap(before: index) ? run.upperBound : index + 1
                    found.append(start..<end)
                    start = end
                }
                index = run.upperBound
                continue
            }
            guard let stop = Stop(index, view) else {
                index += 1
                continue
            }
            var next = index + 1
            var isQuoted = false
            while let mark = view.noteMarkEnd(next) { next = mark }
            while next < range.upperBound, view.closes(next) {
                isQuoted = isQuoted || tokens[next].kind == .quoteMark
                next += 1
            }
            while let mark = view.noteMarkEnd(next) { next = mark }
            guard next < range.upperBound else { break }
            if ends(stop, at: index, start: start, quoted: isQuoted, before: next, view) {
                found.append(start..<next)
                start = next
            }
            index = next
        }
        if start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }

    /// Whether a sentence ends at stops with spaces between: `is done . . . . The next`, not `is . . . I didn't`.
    private func endsWithSpacedStops(_ run: Range<Int>, _ view: TokenView) -> Bool {
        guard run.upperBound < view.range.upperBound, let head = view.firstWord(from: run.upperBound) else {
            return false
        }
        guard view.tokens[head].shape == .title || view.tokens[head].shape == .upper && !view.isI(head) else {
            return false
        }
        return run.count >= 4 || !view.hasGap(before: run.lowerBound)
    }

    /// Whether a new line within a block begins a sentence.
    private func breaksAtLine(_ index: Int, after start: Int, _ view: TokenView) -> Bool {
        if view.isBlankLine(before: index) || view.isListMarker(index) { return true }
        guard view.tokens[index].shape != .lower else { return false }
        // A short line that stops before the margin, as a heading or an item does.
        return view.tokens[index - 1].span.end - view.tokens[start].span.start < 48
            && view.tokens[index].kind != .punctuation
    }

    /// Whether the sentence that began at `start` ends before token `next`.
    private func ends(
        _ stop: Stop, at index: Int, start: Int, quoted: Bool, before next: Int, _ view: TokenView
    ) -> Bool {
        let tokens = view.tokens
        if view.isContinuingMark(next) { return false }
        guard let head = view.firstWord(from: next) else { return view.hasGap(before: next) && stop != .pause }
        let shape = tokens[head].kind == .number ? .title : tokens[head].shape
        let isLower = shape == .lower
        guard view.hasGap(before: next) else {
            // A space was forgotten: "the war.The next".
            return (stop == .full || stop == .exclamation) && (shape == .title || shape == .upper)
                && tokens[head].kind == .word && index > start && tokens[index - 1].shape != .upper
        }
        switch stop {
        case .full:
            if isLower { return !quoted && !view.closesBracket(next - 1) }
            return !view.isListLead(start..<index)
        case .exclamation:
            if isLower {
                return !quoted && !view.closesBracket(next - 1) && !view.isName(index - 1, notFirst: start)
            }
            return !(quoted && reports(from: head, view))
        case .pause:
            return !isLower && tokens[head].kind == .word && !view.isI(head)
        case .abbreviation:
            // "At 5 a.m. Mr. Ode left": nothing is said yet.
            if index - start <= 3, tokens[start].shape == .title, opensWithTime(start, view) { return false }
            return !isLower && endsAfterAbbreviation(index, quoted: quoted, head: head, next: next, view)
        }
    }

    private func opensWithTime(_ start: Int, _ view: TokenView) -> Bool {
        let word = view.bytes[view.tokens[start].span.range].map(ASCII.lowercased)
        return [Array("at".utf8), Array("by".utf8), Array("around".utf8), Array("until".utf8)].contains(word)
    }

    private func endsAfterAbbreviation(
        _ index: Int, quoted: Bool, head: Int, next: Int, _ view: TokenView
    ) -> Bool {
        let token = view.tokens[index].span
        let word = view.tokens[head].span.range
        let isStarter = words.of(view.bytes, word) == .starter
        let isNumber = view.tokens[head].kind == .number
        let isOpened = view.tokens[next].kind == .quoteMark
        switch abbreviations.of(view.bytes, token.start..<(token.end - 1)) {
        case .title, .inner, .number: return false
        case .street: return isStarter
        case .month: return isStarter && !isNumber
        case .closing, .measure: return !isNumber
        case .time: return !isNumber && words.of(view.bytes, word) != .calendar
        case .suffix, .place, .degree: return isStarter || quoted && !isNumber || isOpened && isStarter
        case nil: return token.count > 3 && isStarter
        }
    }

    /// Whether `Name said` and a mark follow: the reporting clause of the quotation that just closed.
    private func reports(from head: Int, _ view: TokenView) -> Bool {
        var index = head
        while index < view.range.upperBound, index < head + 5 {
            let token = view.tokens[index]
            if token.kind != .word { return false }
            if token.shape == .lower { return index > head && words.of(view.bytes, token.span.range) == .reporting }
            index += 1
        }
        return false
    }
}

/// What a token that may end a sentence is.
private enum Stop {
    case full, exclamation, pause, abbreviation

    init?(_ index: Int, _ view: TokenView) {
        let token = view.tokens[index]
        guard let last = UTF8Scanner.scalar(in: view.bytes, before: token.span.end)?.scalar else { return nil }
        switch (token.kind, last) {
        case (.word, "."): self = .abbreviation
        case (.punctuation, "."), (.punctuation, "…"): self = token.span.count == 1 ? .full : .pause
        case (.punctuation, "!"), (.punctuation, "?"): self = .exclamation
        case (.punctuation, "。"), (.punctuation, "！"), (.punctuation, "？"): self = .full
        default: return nil
        }
        if token.kind == .punctuation, token.span.count == 2, last == "." { self = .full }
    }
}
