import NewsModel
import TextCore

extension AccountShape {
    func writeDocuments(_ writer: inout JSONWriter) {
        list("documents", account.analyses.map(\.document), members, &writer)
    }

    func members(_ document: Document, _ writer: inout JSONWriter) {
        func ends(_ span: TextSpan, _ writer: inout JSONWriter) {
            writer.member("start", document.text.scalarOffset(of: span.start))
            writer.member("end", document.text.scalarOffset(of: span.end))
        }
        let metadata = document.metadata
        writer.member("id", document.id.description)
        writer.member("file", document.files.first)
        writer.member("files", document.files)
        writer.member("outlet", metadata.outlet)
        writer.member("publisher", metadata.publisher)
        writer.member("transport", metadata.transport)
        writer.member("title", metadata.title)
        writer.member("byline", metadata.byline)
        writer.member("dateline", metadata.datelinePlace)
        writer.member("published", metadata.published?.description)
        writer.member("publishedPrecision", (metadata.published?.precision ?? .unknown).rawValue)
        writer.member("updated", metadata.updated?.description)
        writer.member("updatedPrecision", (metadata.updated?.precision ?? .unknown).rawValue)
        writer.member("language", metadata.language)
        writer.member("url", metadata.url)
        writer.member("retrieved", document.retrieved)
        writer.key("text")
        writer.string(document.text.bytes[...])
        writer.member("blocks", document.blocks) { writer, block in
            writer.object {
                $0.member("type", block.kind.rawValue)
                ends(block.span, &$0)
                if let language = block.language { $0.member("language", language) }
            }
        }
        writer.member("versions", document.versions) { writer, version in
            writer.object {
                $0.member("id", version.id.description)
                $0.member("files", version.files)
                $0.member("title", version.title)
                $0.member("time", version.time?.description)
                $0.member("timePrecision", (version.time?.precision ?? .unknown).rawValue)
                $0.member("retrieved", version.retrieved)
                $0.member("removed", version.removed)
                $0.member("added", version.added) { writer, span in writer.object { ends(span, &$0) } }
            }
        }
        writer.member("stretches", account.lineage.stretches[document.id] ?? []) { writer, stretch in
            writer.object {
                ends(stretch.span, &$0)
                $0.member("origin", stretch.origin.description)
                $0.member("traced", stretch.isTraced)
            }
        }
    }
}
