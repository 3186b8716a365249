import NewsModel
import TextCore

/// Blocks from typed units: a dateline, a credit in brackets and the label of a header field become blocks of their own.
enum BlockAssembler {
    /// The blocks of the document, sorted; every character that is not white space is in exactly one.
    ///
    /// - Complexity: O(n).
    static func blocks(_ text: SourceText, _ typed: BlockTyper) -> [Block] {
        var blocks: [Block] = []
        func append(_ kind: Block.Kind, _ start: Int, _ end: Int) {
            let span = text.trimmed(TextSpan(start, max(start, end)))
            if !span.isEmpty { blocks.append(Block(kind, span)) }
        }
        for (index, profile) in typed.profiles.enumerated() {
            let kind = typed.kinds[index] ?? .paragraph
            var start = profile.span.start
            var end = profile.span.end
            if let field = typed.fields[index], field.key == .title {
                append(.boilerplate, start, field.value.start)
                append(.title, field.value.start, field.value.end)
                append(.boilerplate, field.value.end, end)
                continue
            }
            if kind.isProse, let dateline = typed.datelines[index] {
                append(.dateline, start, dateline.span.end)
                start = dateline.span.end
            }
            // "KYIV (Reuters)" on a line of its own: the dateline has the credit.
            let credit = kind.isProse ? typed.credits[index].flatMap { $0.span.start >= start ? $0 : nil } : nil
            if let credit { end = credit.span.start }
            append(kind, start, end)
            if let credit { append(.credit, credit.span.start, credit.span.end) }
        }
        return blocks
    }
}
