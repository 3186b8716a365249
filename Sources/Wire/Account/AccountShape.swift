import NewsModel
import TextCore

/// One account in the shape of `headwater.account/1`. The parts are in files of their own.
struct AccountShape {
    let account: Account
    private let texts: [DocumentID: (name: String, text: SourceText)]

    init(_ account: Account) {
        self.account = account
        let pairs = account.analyses.map { ($0.document.id, ($0.document.id.description, $0.text)) }
        texts = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("schema", "headwater.account/1")
            writeStory(&$0)
            writeBrief(&$0)
            writeDocuments(&$0)
            writeLineage(&$0)
            writeLedger(&$0)
            writeLayers(&$0)
            writeWorld(&$0)
            writeDiagnostics(&$0)
        }
    }

    private func writeStory(_ writer: inout JSONWriter) {
        writer.key("story")
        writer.object {
            $0.member("id", account.story.id)
            $0.member("title", account.story.title)
            $0.member("start", account.story.start)
            $0.member("end", account.story.end)
        }
    }

    private func writeBrief(_ writer: inout JSONWriter) {
        writer.member("brief", account.brief) { writer, item in
            writer.object {
                $0.member("section", item.section.rawValue)
                $0.member("text", item.text)
                citations("citations", item.citations, &$0)
            }
        }
    }

    private func writeDiagnostics(_ writer: inout JSONWriter) {
        writer.member("diagnostics", account.diagnostics) { writer, diagnostic in
            writer.object {
                $0.member("code", diagnostic.code)
                $0.member("severity", diagnostic.severity.rawValue)
                $0.member("message", diagnostic.message)
                $0.member("file", diagnostic.file)
                $0.member("document", diagnostic.document?.description)
                citation(
                    "citation", diagnostic.document.flatMap { id in diagnostic.span.map { Citation(id, $0) } }, &$0)
            }
        }
    }

    // MARK: Citations

    /// A member that is a citation, or null.
    func citation(_ name: String, _ citation: Citation?, _ writer: inout JSONWriter) {
        writer.key(name)
        if let citation { write(citation, &writer) } else { writer.null() }
    }

    /// A member that is an array of citations.
    func citations(_ name: String, _ citations: [Citation], _ writer: inout JSONWriter) {
        writer.member(name, citations) { write($1, &$0) }
    }

    /// The evidence itself: offsets in Unicode scalars, and exactly the text that stands there.
    private func write(_ citation: Citation, _ writer: inout JSONWriter) {
        guard let (name, text) = texts[citation.document] else {
            preconditionFailure("an account cites only its own documents")
        }
        writer.object {
            $0.member("document", name)
            $0.member("start", text.scalarOffset(of: citation.span.start))
            $0.member("end", text.scalarOffset(of: citation.span.end))
            $0.key("exact")
            $0.string(text.bytes[citation.span.range])
        }
    }
}
