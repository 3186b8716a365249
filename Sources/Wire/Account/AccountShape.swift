import NewsModel
import TextCore

/// One account in the shape of `headwater.account/1`. The parts are in files of their own.
struct AccountShape {
    let account: Account
    let analyses: [DocumentID: Analysis]
    private let texts: [DocumentID: (name: String, text: SourceText)]

    init(_ account: Account) {
        self.account = account
        analyses = Dictionary(account.analyses.map { ($0.document.id, $0) }, uniquingKeysWith: { first, _ in first })
        let pairs = account.analyses.map { ($0.document.id, ($0.document.id.description, $0.text)) }
        texts = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("schema", "headwater.account/1")
            $0.key("story")
            $0.object { members(account.story, &$0) }
            list("brief", account.brief, members, &$0)
            writeDocuments(&$0)
            writeLineage(&$0)
            writeLedger(&$0)
            writeLayers(&$0)
            writeWorld(&$0)
            list("diagnostics", account.diagnostics, members, &$0)
        }
    }

    /// The claims with what they cite: the story, its reports without their texts, the origins.
    func writeClaims(to writer: inout JSONWriter) {
        writer.object {
            $0.key("story")
            $0.object { members(account.story, &$0) }
            $0.member("documents", account.analyses.map(\.document)) { writer, document in
                writer.object {
                    $0.member("id", document.id.description)
                    $0.member("file", document.files.first)
                    $0.member("outlet", document.metadata.outlet)
                    $0.member("title", document.metadata.title)
                    $0.member("published", document.metadata.published?.description)
                }
            }
            list("origins", account.lineage.origins, members, &$0)
            list("claims", account.ledger.claims, members, &$0)
        }
    }

    /// A member that is an array of objects, each with the members that `members` writes.
    func list<Item>(
        _ name: String, _ items: some Sequence<Item>, _ members: (Item, inout JSONWriter) -> Void,
        _ writer: inout JSONWriter
    ) {
        writer.member(name, items) { writer, item in writer.object { members(item, &$0) } }
    }

    // MARK: Members, which JSON Lines write too

    func members(_ story: Story, _ writer: inout JSONWriter) {
        writer.member("id", story.id)
        writer.member("title", story.title)
        writer.member("start", story.start)
        writer.member("end", story.end)
    }

    func members(_ item: BriefItem, _ writer: inout JSONWriter) {
        writer.member("section", item.section.rawValue)
        writer.member("text", item.text)
        citations("citations", item.citations, &writer)
    }

    func members(_ diagnostic: Diagnostic, _ writer: inout JSONWriter) {
        writer.member("code", diagnostic.code)
        writer.member("severity", diagnostic.severity.rawValue)
        writer.member("message", diagnostic.message)
        writer.member("file", diagnostic.file)
        writer.member("document", diagnostic.document?.description)
        citation("citation", diagnostic.document.flatMap { id in diagnostic.span.map { Citation(id, $0) } }, &writer)
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
