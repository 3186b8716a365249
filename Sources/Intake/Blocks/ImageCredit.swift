import Lexicons
import TextCore

/// The credit at the end of a caption, or of a report.
///
///     The ferry in the harbour on Monday. ⟦(AP Photo/Jane Doe)⟧
///     Rescue workers at the pier | ⟦Jane Doe/Getty Images⟧
///     Crowds at the pier on Sunday. ⟦Credit Jane Doe/The Daily Example⟧
///     ⟦Jane Doe/The Daily Example⟧
///     The talks go on. ⟦(Reuters)⟧
struct ImageCredit {
    /// From the bracket or bar to the end.
    var span: TextSpan
    /// Whether it can be nothing but a picture's: it says "photo", or names a photographer.
    var isImage: Bool

    /// Longest credit, in bytes.
    private static let longest = 140

    /// The credit that `profile` ends with.
    ///
    /// - Complexity: O(1).
    init?(_ text: SourceText, _ profile: UnitProfile, _ facts: WordFacts) {
        let span = profile.span
        let limit = max(span.start, span.end - Self.longest)
        if text.bytes[span.end - 1] == UInt8(ascii: ")"),
            let open = text.bytes[limit..<span.end].lastIndex(of: UInt8(ascii: "("))
        {
            let inner = TextSpan(open + 1, span.end - 1)
            guard let isImage = Self.read(text, inner, facts) else { return nil }
            self.span = TextSpan(open, span.end)
            self.isImage = isImage
            return
        }
        guard !profile.words.isCut, profile.words.count <= 80 else { return nil }
        if let start = Self.creditWord(text, profile) ?? Self.photographer(text, profile, facts) {
            self.span = TextSpan(start, span.end)
            isImage = true
            return
        }
        // "… | Jane Doe/Getty Images", "Jane Doe / AFP": a bar or the whole line, and an agency after a stroke.
        let bar = text.bytes[limit..<span.end].lastIndex(of: UInt8(ascii: "|"))
        let tail = bar.map { text.trimmed(TextSpan($0 + 1, span.end)) } ?? span
        let words = UnitWords(text, tail)
        guard (1...8).contains(words.count), let last = words.spans.last,
            let agency = Self.agencyAtEnd(words, facts), last.end == tail.end
        else { return nil }
        let start = words.spans[words.count - agency].start
        let before = text.bytes[tail.start..<start].last { !ASCII.isSpace($0) }
        let previous = words.count > agency ? words.hashes[words.count - agency - 1] : 0
        guard before == UInt8(ascii: "/") || previous == Self.via || (bar != nil && words.count > agency) else {
            return nil
        }
        self.span = TextSpan(bar ?? tail.start, span.end)
        isImage = true
    }

    /// Where "Credit" stands among the last words, only capitalised ones after it and the end of a sentence before.
    private static func creditWord(_ text: SourceText, _ profile: UnitProfile) -> Int? {
        let words = profile.words
        guard let index = words.hashes.suffix(9).lastIndex(of: credit), index > 0, index + 1 < words.count,
            text.bytes[words.spans[index].start] == UInt8(ascii: "C"),
            words.spans[index...].allSatisfy({ !ASCII.isLower(text.bytes[$0.start]) })
        else { return nil }
        let start = words.spans[index].start
        return Sentences.ends(text, text.trimmed(TextSpan(profile.span.start, start))) ? start : nil
    }

    /// The start of a line that is a name, a stroke and another name.
    private static func photographer(_ text: SourceText, _ profile: UnitProfile, _ facts: WordFacts) -> Int? {
        let words = profile.words
        guard (3...8).contains(words.count), profile.capitals == 1, facts.isFirstName(words.hashes[0]),
            text.bytes[profile.span.range].contains(UInt8(ascii: "/")), !profile.endsSentence
        else { return nil }
        return profile.span.start
    }

    /// Whether the words in brackets are a credit, and then whether a picture's.
    private static func read(_ text: SourceText, _ inner: TextSpan, _ facts: WordFacts) -> Bool? {
        let words = UnitWords(text, inner)
        guard (1...14).contains(words.count) else { return nil }
        if facts.agency(words.hashes[...]) != nil { return false }
        let isTold = words.hashes.contains(where: imageWords.contains)
        if isTold, text.bytes[inner.range].contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) {
            return true
        }
        guard words.count <= 8, agencyAtEnd(words, facts) != nil else { return nil }
        return isTold || text.bytes[inner.range].contains(UInt8(ascii: "/")) ? true : nil
    }

    /// How many words at the end sign for an agency.
    private static func agencyAtEnd(_ words: UnitWords, _ facts: WordFacts) -> Int? {
        (1...4).reversed().first { words.count >= $0 && facts.agency(words.hashes.suffix($0)) != nil }
    }

    private static let via = WordHash.of("via")
    private static let credit = WordHash.of("credit")
    private static let imageWords = Set(
        ["photo", "photos", "photograph", "picture", "image", "source", "credit", "courtesy", "file", "screengrab"].map
        {
            WordHash.of($0)
        })
}
