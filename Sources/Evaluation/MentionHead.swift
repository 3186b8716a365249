import NewsModel
import TextCore

/// The word of a gold mention that the rest of it belongs to, by Headwater's own reading.
enum MentionHead {
    /// Index of the head's token among those within `span`: the first whose own head stands outside; without syntax the
    /// last word. Nil where no token lies within.
    static func token(in span: TextSpan, of analysis: Analysis) -> Int? {
        let low = analysis.tokens.partitioningIndex { $0.span.end > span.start }
        var end = low
        while end < analysis.tokens.count, analysis.tokens[end].span.start < span.end { end += 1 }
        let words = (low..<end).filter { analysis.tokens[$0].kind != .punctuation }
        let top = words.first { token in
            guard let reading = analysis.reading(ofToken: token) else { return false }
            return reading.head.map { !(low..<end).contains($0) } ?? true
        }
        return top ?? words.last
    }

    /// Where the head stands; the whole mention where it is a name and nothing else, for all words of a name are it.
    static func span(in span: TextSpan, of analysis: Analysis) -> TextSpan {
        guard let token = token(in: span, of: analysis) else { return span }
        let low = analysis.tokens.partitioningIndex { $0.span.end > span.start }
        let words = analysis.tokens.indices[low...].prefix { analysis.tokens[$0].span.start < span.end }
        let isName = words.allSatisfy { index in
            analysis.reading(ofToken: index)?.category == .properNoun || analysis.tokens[index].kind == .punctuation
        }
        return isName ? span : analysis.tokens[token].span
    }
}
