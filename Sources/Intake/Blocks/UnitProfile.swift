import Lexicons
import TextCore

/// What a unit looks like: its words, how they are cased, how it ends, whether it has a finite verb.
struct UnitProfile {
    let unit: LayoutUnit
    let words: UnitWords
    /// Hashes of the stems of its content words, each once, in order of appearance.
    let stems: [UInt64]
    /// The mark that ends its last sentence, or nil where it ends with none.
    let finalMark: Unicode.Scalar?
    /// Share of its content words that begin with a capital.
    let capitals: Double
    /// Whether all its letters are capitals, and there are some.
    let isUpper: Bool
    /// Whether its first letter is small.
    let startsSmall: Bool
    /// Whether a word of it can hardly be anything but a finite verb: it says something, as a headline does.
    let hasVerb: Bool
    /// Whether a word of it is one in any place ("will", "announced"), not only between two names ("visits").
    let hasCertainVerb: Bool
    /// Whether it begins with a quotation mark.
    let isQuoted: Bool
    /// Whether it begins with "what", "how", "why", …
    let opensQuestion: Bool

    /// The profile of `unit`.
    ///
    /// - Complexity: O(1): ``UnitWords/reach`` bytes are looked at.
    init(_ text: SourceText, _ unit: LayoutUnit, _ facts: WordFacts) {
        self.unit = unit
        let words = UnitWords(text, unit.span)
        self.words = words
        // A line that breaks off ("… and what we know so far...") is a headline cut short.
        let isCutShort = words.count <= 24 && Sentences.breaksOff(text, unit.span)
        finalMark = isCutShort ? nil : Sentences.finalMark(text, unit.span)
        var stems: [UInt64] = []
        var seen: Set<UInt64> = []
        var content = 0
        var capitals = 0
        var small = 0
        for (index, span) in words.spans.enumerated() {
            let first = UTF8Scanner.scalar(in: text.bytes, at: span.start).scalar
            if text.bytes[span.range].contains(where: ASCII.isLower) { small += 1 }
            guard !facts.isFunctionWord(words.hashes[index]) else { continue }
            content += 1
            if Self.isCapital(first) || ASCII.isDigit(text.bytes[span.start]) { capitals += 1 }
            let stem = Self.stem(text, span)
            if seen.insert(stem).inserted { stems.append(stem) }
        }
        self.stems = stems
        self.capitals = content == 0 ? 0 : Double(capitals) / Double(content)
        let letters = words.spans.contains { text.bytes[$0.range].contains(where: ASCII.isUpper) }
        isUpper = small == 0 && letters
        startsSmall =
            words.spans.first.map { UTF8Scanner.scalar(in: text.bytes, at: $0.start).scalar.properties.isLowercase }
            ?? false
        let verb = words.count <= 40 ? Self.verb(text, words, facts) : .none
        hasVerb = verb != .none
        hasCertainVerb = verb == .certain
        isQuoted = Fold.utf8(UTF8Scanner.scalar(in: text.bytes, at: unit.span.start).scalar) == [0x22]
        opensQuestion = words.hashes.first.map(Self.questions.contains) == true
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ASCII.isUpper(UInt8(scalar.value)) : scalar.properties.isUppercase
    }

    /// Where it stands.
    var span: TextSpan { unit.span }
    /// Whether it asks, as headings do.
    var asks: Bool { opensQuestion || finalMark == "?" }
    /// Whether it ends with the end of a sentence.
    var endsSentence: Bool { finalMark != nil }
    /// Running text: long enough for a sentence, and ends one; or too long for anything else, however it ends.
    var isProse: Bool { endsSentence && words.count >= 16 || words.isCut }

    /// The first letters of a folded word without its ending, so that "Russia" and "Russian", "welder" and "welding" meet.
    private static func stem(_ text: SourceText, _ span: TextSpan) -> UInt64 {
        var folded = FoldedText(text, in: span).bytes[...]
        if folded.suffix(2).elementsEqual("'s".utf8) { folded = folded.dropLast(2) }
        if folded.count > 3, folded.last == UInt8(ascii: "s"), folded.dropLast().last != UInt8(ascii: "s") {
            folded = folded.dropLast()
        }
        for ending in ["ing", "er", "ed"] where folded.count >= ending.utf8.count + 4 {
            guard folded.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
            folded = folded.dropLast(ending.utf8.count)
            break
        }
        return StableHash.hash(folded.prefix(5))
    }

    private enum Verb { case none, likely, certain }

    private static func verb(_ text: SourceText, _ words: UnitWords, _ facts: WordFacts) -> Verb {
        var verb = Verb.none
        for index in words.hashes.indices.dropFirst() {
            let hash = words.hashes[index]
            if auxiliaries.contains(hash) { return .certain }
            guard index + 1 < words.count else { break }
            let kinds = facts.partsOfSpeech(hash)
            guard kinds.contains(UInt8(ascii: "v")) else { continue }
            let ending = text.bytes[words.spans[index].range].suffix(2)
            let small = ending.map(ASCII.lowercased)
            let isThirdPerson = small.last == UInt8(ascii: "s") && !small.elementsEqual("ss".utf8)
            let isPast = small.elementsEqual("ed".utf8)
            let afterTo = words.hashes[index - 1] == toWord && !isThirdPerson
            let isNoun = kinds.contains(UInt8(ascii: "n"))
            if afterTo || (isThirdPerson && !isNoun) || (isPast && !kinds.contains(UInt8(ascii: "a"))) {
                return .certain
            }
            // "Putin visits Pyongyang": a name before and a name after leave a verb between them.
            let before = facts.partsOfSpeech(words.hashes[index - 1])
            if isThirdPerson, before.isEmpty, !facts.isFunctionWord(words.hashes[index + 1]) { verb = .likely }
        }
        return verb
    }

    private static let questions = Set(["what", "how", "why", "who", "where", "when"].map { WordHash.of($0) })

    private static let toWord = WordHash.of("to")

    private static let auxiliaries = Set(
        [
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
            "should", "does", "did", "won't", "can't", "isn't", "aren't", "wasn't", "doesn't", "didn't", "hasn't",
            "says", "said",
        ].map { WordHash.of($0) })
}
