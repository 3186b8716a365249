import NewsModel
import TextCore

extension PageStory {
    func writeReports(_ writer: inout JSONWriter) {
        writer.member("reports", account.analyses.enumerated()) { writer, item in
            let (index, analysis) = item
            let document = analysis.document
            let metadata = document.metadata
            writer.object {
                $0.member("id", document.id.description)
                $0.member("label", names.labels[index])
                $0.member("files", document.files)
                $0.member("outlet", metadata.outlet)
                $0.member("publisher", metadata.publisher)
                $0.member("transport", metadata.transport)
                $0.member("title", metadata.title)
                $0.member("byline", metadata.byline)
                $0.member("published", metadata.published?.description)
                $0.member("updated", metadata.updated?.description)
                $0.member("language", metadata.language)
                $0.member("url", metadata.url)
                $0.key("text")
                $0.string(document.text.bytes[...])
                $0.member("blocks", document.blocks) { writer, block in
                    writer.array {
                        $0.string(block.kind.rawValue)
                        ends(block.span, of: index, &$0)
                    }
                }
                $0.member("stretches", account.lineage.stretches[document.id] ?? []) { writer, stretch in
                    writer.array {
                        ends(stretch.span, of: index, &$0)
                        $0.number(self.index(stretch.origin))
                        $0.bool(stretch.isTraced)
                    }
                }
                $0.member("times", account.times(of: analysis)) { writer, time in
                    writer.array {
                        ends(time.span, of: index, &$0)
                        $0.string(time.value)
                        $0.string(time.how)
                    }
                }
                $0.member("credits", analysis.credits) { writer, credit in
                    writer.array {
                        ends(credit.span, of: index, &$0)
                        $0.string(credit.links.map(\.name).joined(separator: " ← "))
                    }
                }
            }
        }
    }
}
