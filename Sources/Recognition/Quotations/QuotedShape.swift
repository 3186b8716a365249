import NewsModel
import TextCore

/// What quoted words look like from outside: a whole utterance, a fragment, a title, words held at arm's length.
struct QuotedShape {
    private let stretch: MarkedStretch
    private let tagged: TaggedText
    private let utterance: Range<Int>

    init(_ stretch: MarkedStretch, _ tagged: TaggedText, utterance: Range<Int>) {
        self.stretch = stretch
        self.tagged = tagged
        self.utterance = utterance
    }

    /// Whether the words are a whole utterance, given the clause that reports them.
    func isWhole(beside link: SpeakerLinks.Link) -> Bool {
        if link.side == .around { return isWholeAlone }
        if link.side == .after { return stretch.content.count > 2 || endsOpen || beginsUtterance }
        guard stretch.tokens.lowerBound > 0, beginsWithCapital else { return false }
        let before = stretch.tokens.lowerBound - 1
        return tagged.tags[before] == .comma || tagged.tags[before] == .colon
            || endsSentence
                && before == link.clause.tokens.upperBound - 1
    }

    /// Whether the words are a sentence of their own with nothing of another around them.
    var isWholeAlone: Bool {
        if isSpoken { return true }
        guard beginsUtterance, beginsWithCapital || tagged.tags[stretch.content.lowerBound] == .colon else {
            return false
        }
        let rest = stretch.tokens.upperBound..<max(stretch.tokens.upperBound, utterance.upperBound)
        guard endsSentence || rest.allSatisfy({ tagged.tags[$0].isMark }) || hasDashAfter else { return false }
        return endsSentence && hasVerb
            || rest.allSatisfy { tagged.tags[$0].isMark } && hasVerb && stretch.content.count > 3
    }

    /// Whether the words are more than one sentence, or a clause at the head of one that leaves the rest to its reporter:
    /// `“We left. We came back” – and so they did` · `“It scares me,” as Ode has it`.
    private var isSpoken: Bool {
        guard beginsUtterance, beginsWithCapital, hasVerb, stretch.content.count > 3 else { return false }
        let inner = stretch.content.dropLast()
        let goesOn = inner.contains { tagged.tags[$0] == .stop && tagged.isCapitalised($0 + 1) }
        return goesOn || stretch.last(in: tagged).map { tagged.tags[$0] == .comma } ?? false
    }

    /// Whether nothing but marks stands beside the words in their utterance: `“Friendship forever!” – that is another banner` is no
    /// speaker's.
    var standsAlone: Bool {
        (stretch.tokens.upperBound..<max(stretch.tokens.upperBound, utterance.upperBound)).allSatisfy {
            tagged.tags[$0].isMark
        }
    }

    /// Whether words that a clause governs are still no speech: a title, a nickname, "so-called".
    var isAside: Bool { isTitle || follows(Self.soCalled) }

    private static let soCalled = WordSet("so-called called dubbed nicknamed titled entitled codenamed")

    private func follows(_ words: WordSet) -> Bool {
        let before = stretch.tokens.lowerBound - 1
        return before >= utterance.lowerBound && words.contains(tagged.hashes[before])
            && tagged.tags[before] != .past
    }

    /// Whether every longer word has a capital: a film, a book, a programme.
    private var isTitle: Bool {
        var words = 0
        for index in stretch.content where tagged.tokens[index].kind == .word {
            if tagged.isCapitalised(index) {
                words += 1
            } else if tagged.tokens[index].span.count > 4 || tagged.tags[index].isVerb {
                return false
            }
        }
        return words >= 2 && !endsSentence
    }

    private var beginsUtterance: Bool {
        let before = stretch.tokens.lowerBound - 1
        return before < utterance.lowerBound
            || before - utterance.lowerBound < 4
                && (utterance.lowerBound...before).allSatisfy {
                    tagged.tags[$0].isMark || tagged.tags[$0].isAdverb || tagged.tags[$0] == .conjunction
                }
    }

    private var beginsWithCapital: Bool {
        // `“… We have a chance”` leaves words out.
        stretch.content.first { tagged.tags[$0] != .stop && tagged.tags[$0] != .colon }
            .map { tagged.isCapitalised($0) || [.number, .quote, .opening].contains(tagged.tags[$0]) } ?? false
    }

    private var endsSentence: Bool {
        if let last = stretch.content.last,
            tagged.tags[last] == .stop || tagged.tokens[last].span.count > 1 && tagged.tags[last] == .colon
        {
            return true
        }
        let after = stretch.tokens.upperBound
        return after < tagged.tags.count && tagged.tags[after] == .stop && !tagged.hasGap(before: after)
    }

    private var endsOpen: Bool {
        stretch.last(in: tagged).map { tagged.tags[$0] == .comma || tagged.tags[$0] == .stop } ?? false
    }

    private var hasDashAfter: Bool {
        let after = stretch.tokens.upperBound
        return after < utterance.upperBound && tagged.tags[after] == .colon
    }

    private var hasVerb: Bool { stretch.content.contains { tagged.tags[$0].isVerb } }
}
