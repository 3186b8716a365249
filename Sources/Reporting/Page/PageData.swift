import NewsModel
import TextCore

/// The accounts as the page's script reads them: one JSON, every citation a triple of report number, start and end in
/// UTF-16 units. Not a public format; that is `headwater.account/1`.
struct PageData {
    private let accounts: [Account]

    init(_ accounts: [Account]) { self.accounts = accounts }

    /// The data, safe inside a script element.
    var json: [UInt8] {
        var writer = JSONWriter(forMarkup: true)
        writer.array(accounts) { PageStory($1).write(to: &$0) }
        return writer.bytes
    }
}

/// One account of the page. The parts are in files of their own.
struct PageStory {
    let account: Account
    let names: AccountNames
    private let offsets: [UTF16Offsets]
    private let originIndex: [OriginID: Int]

    init(_ account: Account) {
        self.account = account
        names = AccountNames(account)
        offsets = account.analyses.map { UTF16Offsets($0.text) }
        originIndex = Dictionary(
            account.lineage.origins.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", account.story.id)
            $0.member("title", account.story.title)
            $0.member("start", account.story.start)
            $0.member("end", account.story.end)
            $0.member("brief", account.brief) { writer, item in
                writer.object {
                    $0.member("section", item.section.rawValue)
                    $0.member("text", item.text)
                    places("at", item.citations, &$0)
                }
            }
            writeReports(&$0)
            writeLineage(&$0)
            writeLedger(&$0)
            writeWorld(&$0)
            $0.member("notes", account.diagnostics) { writer, note in
                writer.object {
                    $0.member("code", note.code)
                    $0.member("severity", note.severity.rawValue)
                    $0.member("message", note.message)
                    $0.member("file", note.file)
                    optionalNumber("report", note.document.map { names.index($0) }, &$0)
                }
            }
        }
    }

    // MARK: Places in reports

    /// A member that is a place: report number, start, end; null where there is none.
    func place(_ name: String, _ citation: Citation?, _ writer: inout JSONWriter) {
        writer.key(name)
        if let citation { write(citation, &writer) } else { writer.null() }
    }

    /// A member that is an array of places.
    func places(_ name: String, _ citations: [Citation], _ writer: inout JSONWriter) {
        writer.member(name, citations) { write($1, &$0) }
    }

    private func write(_ citation: Citation, _ writer: inout JSONWriter) {
        let report = names.index(citation.document)
        writer.array {
            $0.number(report)
            $0.number(offsets[report].offset(citation.span.start))
            $0.number(offsets[report].offset(citation.span.end))
        }
    }

    /// The ends of a span of a report, as elements of the array that is being written.
    func ends(_ span: TextSpan, of report: Int, _ writer: inout JSONWriter) {
        writer.number(offsets[report].offset(span.start))
        writer.number(offsets[report].offset(span.end))
    }

    /// Index of an origin; -1 where the lineage does not know it.
    func index(_ origin: OriginID) -> Int { originIndex[origin] ?? -1 }

    /// A member that is a number, or null.
    func optionalNumber(_ name: String, _ value: Int?, _ writer: inout JSONWriter) {
        writer.key(name)
        if let value { writer.number(value) } else { writer.null() }
    }
}
