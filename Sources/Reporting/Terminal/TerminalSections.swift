import NewsModel
import TextCore

/// The sections of an account on a canvas, in the order of what a hurried reader needs.
struct TerminalSections {
    let account: Account
    var canvas: TerminalCanvas
    let isFull: Bool
    let names: AccountNames

    init(account: Account, canvas: TerminalCanvas, isFull: Bool) {
        self.account = account
        self.canvas = canvas
        self.isFull = isFull
        self.names = AccountNames(account)
    }

    /// How many of `count` things to show, of which `first` fit a screen.
    func shown(_ count: Int, first: Int) -> Int { isFull ? count : min(count, first) }

    /// "9, the first 6", "9".
    func extent(_ count: Int, first: Int, of what: String = "") -> String {
        let all = what.isEmpty ? "\(count)" : "\(count) \(what)"
        return shown(count, first: first) < count ? "\(all), the first \(first)" : all
    }

    mutating func writeHeader() {
        let title = account.story.title.isEmpty ? "A story without a title" : account.story.title
        canvas.paragraph(title, labelStyle: .bold, style: .bold)
        canvas.paragraph(Wording.summary(account).joined(separator: " · "), style: .faint)
    }

    /// The brief. What differs is left to the sections of figures and discrepancies where not all is shown: it stands
    /// there with both sides.
    mutating func writeBrief() {
        let sections = isFull ? BriefItem.Section.allCases : [.agreed, .single, .unknown]
        guard account.brief.contains(where: { sections.contains($0.section) }) else { return }
        canvas.heading("BRIEF")
        let labelWidth = min(isFull ? 26 : 15, canvas.width / 3)
        for section in sections {
            let items = account.brief.filter { $0.section == section }
            for (index, item) in items.prefix(shown(items.count, first: section == .agreed ? 3 : 2)).enumerated() {
                let label = index == 0 ? TerminalText.cut(Wording.heading(section), to: labelWidth - 1) : ""
                canvas.paragraph(
                    item.text, indent: 2,
                    label: TerminalText.padded(label, to: labelWidth), labelStyle: .faint, atMost: isFull ? .max : 2,
                    tail: marks(item.citations))
            }
        }
    }

    /// The numbers of the reports in which something stands: "[1,3]", without a space that a line could break at; of
    /// many reports the first, and how many more: "[1,2,3,4,5,6+14]".
    func marks(_ citations: [Citation]) -> String {
        let reports = Set(citations.map { names.index($0.document) + 1 }).sorted()
        if reports.isEmpty { return "" }
        let more = reports.count > 8 ? "+\(reports.count - 6)" : ""
        return "[" + reports.prefix(more.isEmpty ? 8 : 6).map(String.init).joined(separator: ",") + more + "]"
    }

    mutating func writeLineage() {
        let lines = LineageTree(account, names).lines
        guard !lines.isEmpty else { return }
        canvas.heading("LINEAGE", Wording.count(account.lineage.origins.count, "origin"))
        let count = shown(lines.count, first: 14)
        let nameWidth = min(
            lines.prefix(count).map { DisplayWidth.of($0.branches + TerminalText.clean($0.name)) }.max() ?? 0,
            canvas.width / 2)
        for line in lines.prefix(count) {
            let name = TerminalText.cut(line.branches + TerminalText.clean(line.name), to: nameWidth)
            canvas.paragraph(
                line.remark, indent: 2, label: TerminalText.padded(name, to: nameWidth) + "  ",
                labelStyle: line.isOrigin ? .bold : .plain,
                style: line.remark.contains("not credited") ? .warning : .faint)
        }
        if count < lines.count { canvas.paragraph("… and \(lines.count - count) more", indent: 2, style: .faint) }
    }

    /// The claims, `first` of them where not all is shown.
    mutating func writeClaims(first: Int = 5) {
        let claims = account.ledger.claims
        let counts = [Claim.Status.corroborated, .singleOrigin, .disputed].compactMap { status -> String? in
            let number = claims.count { $0.status == status }
            return number == 0 ? nil : "\(number) \(status == .singleOrigin ? "on one origin" : Wording.status(status))"
        }
        guard !claims.isEmpty else {
            canvas.heading("CLAIMS", "none was found")
            return
        }
        canvas.heading("CLAIMS", extent(claims.count, first: first) + ": " + counts.joined(separator: ", "))
        let isWide = canvas.width >= 80
        if isWide {
            canvas.paragraph(
                "reports, origins and sources of each; ● corroborated  ○ one origin  ◆ disputed", indent: 2,
                style: .faint)
        }
        if first > 5 { writeOriginNames() }
        for claim in claims.prefix(shown(claims.count, first: first)) {
            let label = "\(Self.sign(claim.status)) " + TerminalText.padded(claim.id, to: 4) + " "
            canvas.paragraph(
                claim.text, indent: 2, label: isWide ? columns(of: claim) + label : label,
                labelStyle: style(claim.status), atMost: isFull ? .max : 2)
            if !isWide { canvas.paragraph(countsInWords(of: claim), indent: 9, style: .faint) }
            if isFull { writeStatements(of: claim) }
        }
    }

    /// What the letters of the origins stand for.
    private mutating func writeOriginNames() {
        let told = account.lineage.origins.map { "\($0.id.letters) \(names.name($0))" }
        if isFull, !told.isEmpty {
            canvas.paragraph(told.joined(separator: " · "), indent: 2, label: "origins: ", style: .faint)
        }
    }

    /// Counts of a claim as columns.
    private func columns(of claim: Claim) -> String {
        [claim.documents, claim.origins, claim.ultimateSources].map { number in
            let digits = String(number)
            return String(repeating: " ", count: max(0, 3 - digits.count)) + digits + " "
        }.joined() + " "
    }

    /// A sign for a status, which says without colour what the colour says.
    private static func sign(_ status: Claim.Status) -> String {
        switch status {
        case .corroborated: "●"
        case .singleOrigin: "○"
        case .disputed: "◆"
        }
    }

    /// The same in words, for a narrow terminal.
    private func countsInWords(of claim: Claim) -> String {
        [
            Wording.count(claim.documents, "report"), Wording.count(claim.origins, "origin"),
            Wording.count(claim.ultimateSources, "source"), Wording.status(claim.status),
        ].joined(separator: ", ")
    }

    private func style(_ status: Claim.Status) -> TerminalCanvas.Style {
        switch status {
        case .corroborated: .good
        case .singleOrigin: .plain
        case .disputed: .warning
        }
    }

    private mutating func writeStatements(of claim: Claim) {
        for statement in claim.statements {
            let chain = statement.chain.map { $0.isInferred ? "(\($0.name))" : $0.name }.joined(separator: " ← ")
            let origin = statement.origin.letters
            let chained = chain.isEmpty ? names.short(statement.citation.document) : chain
            canvas.paragraph(
                "\(names.quoted(statement.citation))  \(chained)", indent: 8, label: origin + "  ", labelStyle: .bold,
                style: .faint)
        }
    }
}
