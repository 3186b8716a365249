public import NewsModel
import TextCore

/// Writes what was read of one document as JSON: `headwater extract`. Offsets are Unicode scalars of `text`.
public struct ArticleWriter: Sendable {
    /// A writer.
    public init() {}

    /// One object and a line end.
    ///
    /// - Complexity: O(n) in the text.
    public func json(_ document: Document) -> [UInt8] {
        let metadata = document.metadata
        var writer = JSONWriter()
        writer.object {
            $0.member("schema", "headwater.article/1")
            $0.member("id", document.id.description)
            $0.member("file", document.files.first)
            $0.member("title", metadata.title)
            $0.member("authors", metadata.authors.isEmpty ? [metadata.byline].compactMap { $0 } : metadata.authors)
            $0.member("published", metadata.published?.description)
            $0.member("publishedPrecision", metadata.published?.precision.rawValue ?? "unknown")
            $0.member("publishedFrom", metadata.published?.source.rawValue)
            $0.member("updated", metadata.updated?.description)
            $0.member("outlet", metadata.outlet)
            $0.member("publisher", metadata.publisher)
            $0.member("transport", metadata.transport)
            $0.member("section", metadata.section)
            $0.member("url", metadata.url)
            $0.member("retrieved", document.retrieved)
            $0.member("basedOn", metadata.basedOn)
            $0.member("language", metadata.language)
            $0.member("body", Self.body(document))
            $0.member("text", document.text.string)
            $0.member("blocks", document.blocks) { writer, block in
                writer.object {
                    $0.member("type", block.kind.rawValue)
                    $0.member("start", document.text.scalarOffset(of: block.span.start))
                    $0.member("end", document.text.scalarOffset(of: block.span.end))
                    if let published = block.published { $0.member("published", published.description) }
                    if let language = block.language { $0.member("language", language) }
                }
            }
        }
        return writer.bytes + [0x0A]
    }

    /// The text of the article: its standfirst, headings, paragraphs and quotes, an empty line between them.
    public static func body(_ document: Document) -> String {
        document.blocks.filter { $0.kind.isArticleText && $0.kind != .title && $0.kind != .caption }
            .map { document.text[$0.span] }.joined(separator: "\n\n")
    }
}
