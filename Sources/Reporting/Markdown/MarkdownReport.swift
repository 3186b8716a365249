public import NewsModel
import TextCore

/// An account as Markdown (CommonMark with footnotes): the brief, every sentence with the exact words that it stands on.
public struct MarkdownReport: Sendable {
    /// A report.
    public init() {}

    /// The account as Markdown. Everything from a document is escaped: markup in a report is shown, never obeyed.
    public func render(_ account: Account) -> String {
        var page = MarkdownPage(account)
        page.write()
        return page.text
    }

    /// The claims alone, each with the exact words that it stands on.
    public func claims(_ account: Account) -> String {
        var page = MarkdownPage(account)
        page.writeTitle()
        page.writeClaims()
        return page.text
    }
}

/// A page in the making: the body so far, and the footnotes that it called for.
private struct MarkdownPage {
    private let account: Account
    private let names: AccountNames
    private var body: [String] = []
    private var notes: [String] = []
    private var noteOf: [Citation: Int] = [:]

    init(_ account: Account) {
        self.account = account
        names = AccountNames(account)
    }

    var text: String { (body + [""] + notes).joined(separator: "\n") + "\n" }

    mutating func writeTitle() {
        let title = account.story.title.isEmpty ? "A story without a title" : account.story.title
        body += [
            "# " + Markdown.escaped(title), "", Markdown.escaped(Wording.summary(account).joined(separator: " · ")),
        ]
    }

    mutating func write() {
        writeTitle()
        for section in BriefItem.Section.allCases {
            let items = account.brief.filter { $0.section == section }
            if items.isEmpty { continue }
            body += ["", "## " + Wording.heading(section), ""]
            for item in items { body.append("- " + Markdown.escaped(item.text) + marks(item.citations)) }
        }
        writeLineage()
        writeClaims()
        writeFigures()
        writeDiscrepancies()
        body += ["", "## Reports", ""]
        for (index, analysis) in account.analyses.enumerated() {
            let metadata = analysis.document.metadata
            let parts = [
                metadata.title, metadata.byline, metadata.published?.description, analysis.document.files.first,
            ]
            let told = [names.labels[index]] + parts.compactMap { $0 }
            body.append("\(index + 1). " + told.map(Markdown.escaped).joined(separator: " · "))
        }
    }

    private mutating func writeLineage() {
        let edges = account.lineage.derivations.sorted { names.index($0.document) < names.index($1.document) }
        if account.lineage.origins.isEmpty { return }
        body += ["", "## Origins", ""]
        for origin in account.lineage.origins {
            let letter = origin.id.letters
            body.append(
                "- **\(letter)** \(Markdown.escaped(names.name(origin))) (\(Wording.origin(origin.kind)))")
            for edge in edges where comes(edge, from: origin) {
                let credit = edge.credited ? "credited" : "**not credited**"
                body.append(
                    "  - \(Markdown.escaped(names.label(edge.document))): \(Wording.derivation(edge.kind)), "
                        + "\(AmountText.percent(edge.coverage)) of it, \(credit)" + marks(edge.credits))
            }
        }
    }

    private func comes(_ edge: Derivation, from origin: Origin) -> Bool {
        switch edge.from {
        case .origin(let id): id == origin.id
        case .document(let id): origin.kind == .observed && origin.documents.first == id
        }
    }

    mutating func writeClaims() {
        let claims = account.ledger.claims
        if claims.isEmpty { return }
        body += ["", "## Claims", "", "| Claim | Reports | Origins | Sources | Status |", "|---|---:|---:|---:|---|"]
        for claim in claims {
            let cited = claim.statements.map(\.citation)
            body.append(
                "| \(Markdown.escaped(claim.text))\(marks(cited)) | \(claim.documents) | \(claim.origins) | "
                    + "\(claim.ultimateSources) | \(Wording.status(claim.status)) |")
        }
    }

    private mutating func writeFigures() {
        let figures = Wording.comparedFirst(account.ledger.figures)
        if figures.isEmpty { return }
        body += ["", "## Figures", ""]
        for figure in figures {
            let verdict = figure.values.count > 1 ? ": **\(figure.verdict.rawValue)**. " : ". "
            body.append("- " + Markdown.escaped(figure.slot) + verdict + Markdown.escaped(figure.explanation))
            for value in figure.values {
                let words = Markdown.escaped(AmountText.words(value.amount, unit: value.unit))
                body.append(
                    "  - \(words): \(Markdown.escaped(names.label(value.citation.document)))" + marks([value.citation]))
            }
        }
    }

    private mutating func writeDiscrepancies() {
        if account.ledger.discrepancies.isEmpty { return }
        body += ["", "## Discrepancies", ""]
        for item in account.ledger.discrepancies {
            body.append(
                "- *\(item.kind.rawValue)*: \(Markdown.escaped(item.text))\(marks(item.citations)). "
                    + Markdown.escaped(item.explanation))
        }
    }

    /// Footnote marks; the same evidence has the same number wherever it is cited.
    private mutating func marks(_ citations: [Citation]) -> String {
        citations.map { citation in
            if let number = noteOf[citation] { return "[^\(number)]" }
            let number = notes.count + 1
            noteOf[citation] = number
            let document = account.analyses[names.index(citation.document)].document
            let start = document.text.scalarOffset(of: citation.span.start)
            let end = document.text.scalarOffset(of: citation.span.end)
            let file = document.files.first.map { ", " + Markdown.escaped($0) } ?? ""
            notes.append(
                "[^\(number)]: \(Markdown.escaped(names.label(citation.document)))\(file), characters \(start)–\(end): "
                    + Markdown.escaped(names.quoted(citation)))
            return "[^\(number)]"
        }.joined()
    }
}
