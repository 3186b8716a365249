import Lexicons
import NewsModel
import TextCore

/// Where and by whom a report was filed, at the beginning of a paragraph.
///
///     ⟦KYIV (Reuters) –⟧ Ukraine said on Monday …
///     ⟦WASHINGTON, June 3 (AP) —⟧ The Senate …
///     ⟦TURNBERRY/GLASGOW, Scotland —⟧ The president …
///     ⟦Washington (CNN)⟧The president …
///     ⟦(Reuters) -⟧ Shares fell …
///     ⟦Bergen –⟧ Known for its rain, …                     a place and a capital after the dash
///     ⟦GLASGOW, Scotland⟧                                  on a line of its own
///     NATO – the alliance founded in 1949 – said …         no dateline: no place, no agency
struct Dateline {
    /// From the first word to the dash.
    var span: TextSpan
    /// The place, as written, without region and date.
    var place: TextSpan?
    /// The agency, by its usual name.
    var agency: String?
    /// The day, where the dateline gives one with its year.
    var date: CivilDate?

    /// Longest dateline, in bytes.
    private static let longest = 120

    /// The dateline that `profile` begins with; a dash alone makes one only in the `lead` of a report.
    ///
    /// - Complexity: O(1).
    init?(_ text: SourceText, _ profile: UnitProfile, isLead: Bool, _ facts: WordFacts) {
        let span = profile.span
        guard let mark = Self.mark(text, span) ?? Self.lone(text, profile) else { return nil }
        let head = text.trimmed(TextSpan(span.start, mark.head))
        var parts: [TextSpan] = []
        var start = head.start
        for index in head.range where text.bytes[index] == UInt8(ascii: ",") {
            parts.append(text.trimmed(TextSpan(start, index)))
            start = index + 1
        }
        parts.append(text.trimmed(TextSpan(start, head.end)))
        parts.removeAll(where: \.isEmpty)

        var agency: String?
        if let inner = mark.inner {
            let words = UnitWords(text, inner)
            agency = facts.agency(words.hashes[...])
            if parts.isEmpty, agency == nil, facts.gazetteer.match(words.hashes, at: 0)?.words == words.count {
                guard mark.hasDash else { return nil }
                (self.span, place) = (TextSpan(span.start, mark.end), inner)
                return
            }
            if agency == nil, DateLine(text, inner).published != nil {
                date = DateLine(text, inner).published?.date
            } else if agency == nil {
                // An agency that nobody told us of: its name, after a place in capitals and before a dash.
                let isFiled =
                    mark.hasDash && Self.isCapitalised(text, inner) && !parts.isEmpty
                    && Self.isFiled(text, parts[0], facts)
                guard isFiled || Self.isCallSign(text, inner) else { return nil }
                agency = text[inner]
            }
        }
        self.span = TextSpan(span.start, mark.end)
        self.agency = agency
        guard let first = parts.first else {
            guard agency != nil, mark.hasDash else { return nil }
            return
        }
        let words = UnitWords(text, first)
        guard (1...5).contains(words.count) else { return nil }
        let isUpper = !text.bytes[first.range].contains(where: ASCII.isLower)
        let isPlace = facts.gazetteer.match(words.hashes, at: 0).map { $0.words == words.count } ?? false
        var hasDate = false
        for part in parts.dropFirst() {
            let dated = DateLine(text, part)
            if dated.hasTime {
                hasDate = true
            } else if !Self.isCapitalised(text, part), !text.bytes[part.range].allSatisfy(ASCII.isDigit) {
                return nil
            }
        }
        let whole = DateLine(text, head)
        date = date ?? whole.published?.date
        // "WATCH:", "WHAT TO KNOW –": words of the language, and no place by that name.
        let isPhrase = words.hashes.allSatisfy { !facts.partsOfSpeech($0).isEmpty } && !isPlace && parts.count == 1
        let isNamed =
            agency != nil && (isUpper || isPlace || (isLead && mark.hasDash && Self.isCapitalised(text, first)))
        let isDashed =
            mark.hasDash && (isLead || hasDate)
            && (((isUpper && first.count >= 3) || isPlace)
                && (parts.count > 1 || Self.isCapital(text, after: mark.end, span)))
        let isLone = mark.end == span.end && isUpper && isPlace
        guard !isPhrase, isNamed || isDashed || isLone else { return nil }
        place = first
    }

    /// Where the dateline would end: an agency in brackets with or without a dash, or a dash.
    private struct Mark {
        var head: Int
        var inner: TextSpan?
        var end: Int
        var hasDash: Bool
        /// Whether white space stands before the dash.
        var isSpaced: Bool
    }

    private static func mark(_ text: SourceText, _ span: TextSpan) -> Mark? {
        let limit = min(span.end, span.start + longest)
        var index = span.start
        while index < limit {
            let byte = text.bytes[index]
            if byte == UInt8(ascii: "(") {
                guard let close = text.bytes[index..<limit].firstIndex(of: UInt8(ascii: ")")) else { return nil }
                var end = close + 1
                while end < limit, ASCII.isSpace(text.bytes[end]) { end += 1 }
                let dash = dashWidth(text, end, limit, isLoose: true)
                let isGlued = end == close + 1 && end < limit && dash == 0
                guard dash > 0 || isGlued || end == span.end || index > span.start else { return nil }
                return Mark(
                    head: index, inner: TextSpan(index + 1, close), end: dash > 0 ? end + dash : close + 1,
                    hasDash: dash > 0, isSpaced: true)
            }
            let isSpaced = index > span.start && ASCII.isSpace(text.bytes[index - 1])
            let dash = dashWidth(text, index, limit, isLoose: false)
            if dash > 0 { return Mark(head: index, inner: nil, end: index + dash, hasDash: true, isSpaced: isSpaced) }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";") { return nil }
            index += 1
        }
        return nil
    }

    /// A short line that may be nothing but a place and where it lies.
    private static func lone(_ text: SourceText, _ profile: UnitProfile) -> Mark? {
        let span = profile.span
        guard span.count <= 60, profile.words.count <= 6, profile.finalMark == nil,
            text.bytes[span.range].contains(UInt8(ascii: ","))
        else { return nil }
        return Mark(head: span.end, inner: nil, end: span.end, hasDash: false, isSpaced: false)
    }

    private static func isCapital(_ text: SourceText, after place: Int, _ span: TextSpan) -> Bool {
        let rest = text.trimmed(TextSpan(min(place, span.end), span.end))
        guard !rest.isEmpty else { return false }
        return UTF8Scanner.scalar(in: text.bytes, at: rest.start).scalar.properties.isUppercase
    }

    /// Width of the dash at `index`: a long one, two hyphens, or a hyphen with a space on either side (`isLoose`: after).
    private static func dashWidth(_ text: SourceText, _ index: Int, _ limit: Int, isLoose: Bool) -> Int {
        guard index < limit else { return 0 }
        if text.bytes[index] == 0xE2 {
            let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, at: index)
            return (0x2010...0x2015).contains(scalar.value) ? width : 0
        }
        guard text.bytes[index] == UInt8(ascii: "-") else { return 0 }
        if index + 1 < limit, text.bytes[index + 1] == UInt8(ascii: "-") {
            return index + 2 < limit && text.bytes[index + 2] == UInt8(ascii: "-") ? 3 : 2
        }
        let before = isLoose || (index > 0 && ASCII.isSpace(text.bytes[index - 1]))
        let after = index + 1 >= limit || ASCII.isSpace(text.bytes[index + 1])
        return before && after ? 1 : 0
    }

    /// Whether the words in brackets look like those of a station or paper: "WKRC", "KMOV.com", "CBSNewYork", "KPIX 5".
    private static func isCallSign(_ text: SourceText, _ span: TextSpan) -> Bool {
        guard (2...24).contains(span.count) else { return false }
        let head = text.bytes[span.range].prefix(while: ASCII.isUpper).count
        let words = text.bytes[span.range].count(where: ASCII.isSpace)
        return head >= 2 && (head >= 3 || head == span.count) && words <= 2
    }

    private static func isFiled(_ text: SourceText, _ place: TextSpan, _ facts: WordFacts) -> Bool {
        let hashes = UnitWords(text, place).hashes
        return !text.bytes[place.range].contains(where: ASCII.isLower)
            && facts.gazetteer.match(hashes, at: 0).map { $0.words == hashes.count } ?? false
    }

    private static func isCapitalised(_ text: SourceText, _ span: TextSpan) -> Bool {
        let words = UnitWords(text, span)
        return (1...4).contains(words.count)
            && words.spans.allSatisfy {
                UTF8Scanner.scalar(in: text.bytes, at: $0.start).scalar.properties.isUppercase
            }
    }
}
