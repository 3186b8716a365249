import NewsModel
import TextCore

extension AccountShape {
    func writeDocuments(_ writer: inout JSONWriter) {
        writer.member("documents", account.analyses) { write($1.document, &$0) }
    }

    private func write(_ document: Document, _ writer: inout JSONWriter) {
        let metadata = document.metadata
        writer.object {
            $0.member("id", document.id.description)
            $0.member("file", document.files.first)
            $0.member("files", document.files)
            $0.member("outlet", metadata.outlet)
            $0.member("publisher", metadata.publisher)
            $0.member("transport", metadata.transport)
            $0.member("title", metadata.title)
            $0.member("byline", metadata.byline)
            $0.member("dateline", metadata.datelinePlace)
            $0.member("published", metadata.published?.description)
            $0.member("publishedPrecision", (metadata.published?.precision ?? .unknown).rawValue)
            $0.member("updated", metadata.updated?.description)
            $0.member("updatedPrecision", (metadata.updated?.precision ?? .unknown).rawValue)
            $0.member("language", metadata.language)
            $0.member("url", metadata.url)
            $0.key("text")
            $0.string(document.text.bytes[...])
            $0.member("blocks", document.blocks) { writer, block in
                writer.object {
                    $0.member("type", block.kind.rawValue)
                    $0.member("start", document.text.scalarOffset(of: block.span.start))
                    $0.member("end", document.text.scalarOffset(of: block.span.end))
                }
            }
        }
    }
}
