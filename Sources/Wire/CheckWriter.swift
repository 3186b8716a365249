public import NewsModel
import TextCore

/// Writes what is to be looked at in drafts as JSON (`headwater.check/1`). Offsets are Unicode scalars; lines and columns
/// count from 1.
public struct CheckWriter: Sendable {
    /// A writer.
    public init() {}

    /// One object and a line end: the drafts, and the findings of each story in order, each with its places.
    ///
    /// - Complexity: O(n) in the findings and texts.
    public func json(_ checks: [(account: Account, findings: [Finding])]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("schema", "headwater.check/1")
            $0.member("drafts", checks.flatMap(\.account.analyses)) { writer, analysis in
                let document = analysis.document
                writer.object {
                    $0.member("id", document.id.description)
                    $0.member("file", document.files.first)
                    $0.member("title", document.metadata.title)
                }
            }
            let found = checks.flatMap { check in
                let places = Places(check.account)
                return check.findings.map { (places, $0) }
            }
            $0.member("disagreements", found.count { $0.1.grade == .disagreement })
            $0.member("questions", found.count { $0.1.grade == .question })
            $0.member("findings", found) { writer, item in
                let (places, finding) = item
                writer.object {
                    $0.member("kind", finding.kind.rawValue)
                    $0.member("grade", finding.grade.rawValue)
                    $0.member("text", finding.text)
                    $0.member("explanation", finding.explanation)
                    $0.member("places", finding.citations) { places.write($1, &$0) }
                }
            }
        }
        return writer.bytes + [0x0A]
    }
}

/// Citations of an account with the line and column at which they stand.
private struct Places {
    private let analyses: [DocumentID: (analysis: Analysis, lines: LineIndex)]

    init(_ account: Account) {
        analyses = Dictionary(
            account.analyses.map { ($0.document.id, ($0, LineIndex($0.text))) }, uniquingKeysWith: { a, _ in a })
    }

    func write(_ citation: Citation, _ writer: inout JSONWriter) {
        guard let (analysis, lines) = analyses[citation.document] else {
            preconditionFailure("a finding cites only its own documents")
        }
        let text = analysis.text
        let (line, column) = lines.position(of: citation.span.start, in: text)
        writer.object {
            $0.member("document", citation.document.description)
            $0.member("file", analysis.document.files.first)
            $0.member("line", line)
            $0.member("column", column)
            $0.member("start", text.scalarOffset(of: citation.span.start))
            $0.member("end", text.scalarOffset(of: citation.span.end))
            $0.key("exact")
            $0.string(text.bytes[citation.span.range])
        }
    }
}
