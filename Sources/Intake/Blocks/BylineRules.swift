import Lexicons
import TextCore

/// Lines that name the writer.
///
///     By Jane Doe and John Roe, Staff Writer
///     By JONATHAN ROE Associated Press
///     From CNN's Jane Doe
///     Jane Doe and John Roe                    only between the title and the text
///     By Monday night the fire was out.        none
enum BylineRules {
    /// Whether the line begins with "By" and a name.
    static func isByline(_ text: SourceText, _ profile: UnitProfile, _ facts: WordFacts) -> Bool {
        let words = profile.words
        guard (2...18).contains(words.count), let first = words.hashes.first else { return false }
        let isSigned = first == by
        if isSigned, words.count <= 6, facts.agency(words.hashes.dropFirst()) != nil { return true }
        guard !profile.hasCertainVerb || profile.capitals >= 0.9 else { return false }
        guard isSigned || first == from, profile.finalMark == nil || isAbbreviated(text, profile) else { return false }
        let second = words.spans[1]
        guard UTF8Scanner.scalar(in: text.bytes, at: second.start).scalar.properties.isUppercase else { return false }
        if !isSigned {
            return words.count <= 8 && profile.capitals == 1 && words.hashes.contains(where: facts.isFirstName)
                && (profile.finalMark == nil) && names(words.hashes.dropFirst(), facts)
        }
        let line = DateLine(text, TextSpan(second.start, profile.span.end))
        if let start = line.start, start == second.start { return false }
        return profile.capitals >= (text.bytes[profile.span.range].contains(UInt8(ascii: "@")) ? 0.4 : 0.7)
    }

    /// Whether the line is a name or several, and nothing else.
    static func isNameLine(_ text: SourceText, _ profile: UnitProfile, _ facts: WordFacts) -> Bool {
        let words = profile.words
        guard (2...12).contains(words.count), profile.capitals == 1, profile.finalMark == nil, !profile.hasVerb,
            facts.isFirstName(words.hashes[0])
        else { return false }
        return names(words.hashes.dropFirst(), facts)
    }

    /// Where the names begin and end: after "By", before a date, a bar or a sign-off.
    static func author(_ text: SourceText, _ profile: UnitProfile) -> TextSpan {
        var start = profile.span.start
        for (index, hash) in profile.words.hashes.enumerated().prefix(4) where hash == by || hash == from {
            start = profile.words.spans[index].end
        }
        while start < profile.span.end, !ASCII.isWord(text.bytes[start]) { start += 1 }
        var end = profile.span.end
        let line = DateLine(text, TextSpan(start, end))
        if line.hasTime, let date = line.start, date > start { end = date }
        if let bar = text.bytes[start..<end].firstIndex(of: UInt8(ascii: "|")) { end = bar }
        var span = text.trimmed(TextSpan(start, end))
        while span.count > 0, ",-;(•".utf8.contains(text.bytes[span.end - 1]) {
            span = text.trimmed(TextSpan(span.start, span.end - 1))
        }
        return span
    }

    /// Whether the only function words are those that join names.
    private static func names(_ hashes: ArraySlice<UInt64>, _ facts: WordFacts) -> Bool {
        hashes.allSatisfy { !facts.isFunctionWord($0) || joining.contains($0) }
    }

    /// "Jr.", "Ph.D.": a full stop that ends no sentence.
    private static func isAbbreviated(_ text: SourceText, _ profile: UnitProfile) -> Bool {
        profile.finalMark == "." && (profile.words.spans.last?.count ?? 9) <= 2
    }

    private static let by = WordHash.of("by")
    private static let from = WordHash.of("from")
    private static let joining = Set(["and", "for", "of", "in", "at", "the", "with"].map { WordHash.of($0) })
}
