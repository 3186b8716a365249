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
    private func extent(_ count: Int, first: Int) -> String {
        shown(count, first: first) < count ? "\(count), the first \(first)" : "\(count)"
    }

    mutating func writeHeader() {
        let title = account.story.title.isEmpty ? "A story without a title" : account.story.title
        canvas.paragraph(title, labelStyle: .bold, style: .bold)
        canvas.paragraph(Wording.summary(account).joined(separator: " · "), style: .faint)
    }

    mutating func writeBrief() {
        guard !account.brief.isEmpty else { return }
        canvas.heading("BRIEF")
        let labelWidth = min(26, canvas.width / 3)
        for section in BriefItem.Section.allCases {
            let items = account.brief.filter { $0.section == section }
            for (index, item) in items.prefix(shown(items.count, first: 3)).enumerated() {
                let label = index == 0 ? TerminalText.cut(Wording.heading(section), to: labelWidth) : ""
                let reports = Set(item.citations.map { names.index($0.document) + 1 }).sorted()
                let marks = reports.isEmpty ? "" : " [" + reports.map(String.init).joined(separator: ", ") + "]"
                canvas.paragraph(
                    item.text + marks, indent: 2, label: TerminalText.padded(label, to: labelWidth), labelStyle: .faint,
                    atMost: isFull ? .max : 3)
            }
        }
    }

    mutating func writeLineage() {
        let lines = LineageTree(account, names).lines
        guard !lines.isEmpty else { return }
        canvas.heading("LINEAGE", Wording.count(account.lineage.origins.count, "origin"))
        let count = shown(lines.count, first: 16)
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

    mutating func writeClaims() {
        let claims = account.ledger.claims
        let counts = [Claim.Status.corroborated, .singleOrigin, .disputed].compactMap { status -> String? in
            let number = claims.count { $0.status == status }
            return number == 0 ? nil : "\(number) \(status == .singleOrigin ? "on one origin" : Wording.status(status))"
        }
        guard !claims.isEmpty else {
            canvas.heading("CLAIMS", "none was found")
            return
        }
        canvas.heading("CLAIMS", extent(claims.count, first: 6) + ": " + counts.joined(separator: ", "))
        let isWide = canvas.width >= 80
        if isWide { canvas.paragraph("reports origins sources", indent: 2, style: .faint) }
        for claim in claims.prefix(shown(claims.count, first: 6)) {
            let id = TerminalText.padded(claim.id, to: 4) + " "
            canvas.paragraph(
                claim.text, indent: 2, label: isWide ? columns(of: claim) + id : id, labelStyle: style(claim.status),
                atMost: isFull ? .max : 2)
            if !isWide { canvas.paragraph(countsInWords(of: claim), indent: 7, style: .faint) }
            if isFull { writeStatements(of: claim) }
        }
    }

    /// Counts and status of a claim as columns under "reports origins sources".
    private func columns(of claim: Claim) -> String {
        let numbers = [claim.documents, claim.origins, claim.ultimateSources].map { number in
            let digits = String(number)
            return String(repeating: " ", count: max(0, 7 - digits.count)) + digits
        }
        return numbers.joined(separator: " ") + "  " + TerminalText.padded(Wording.status(claim.status), to: 14)
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
            let origin = AccountNames.letters(statement.origin)
            let chained = chain.isEmpty ? names.short(statement.citation.document) : chain
            canvas.paragraph(
                "\(names.quoted(statement.citation))  \(chained)", indent: 8, label: origin + "  ", labelStyle: .bold,
                style: .faint)
        }
    }

    mutating func writeFigures() {
        let figures = Wording.comparedFirst(account.ledger.figures)
        guard !figures.isEmpty else { return }
        let compared = figures.count { $0.values.count > 1 }
        let first = min(4, compared)
        canvas.heading("FIGURES", "\(compared) compared, \(figures.count - compared) given once")
        for figure in figures.prefix(shown(figures.count, first: first)) {
            canvas.paragraph(
                figure.slot + (figure.values.count > 1 ? ": " + figure.verdict.rawValue : ""), indent: 2,
                style: figure.verdict == .conflicts ? .warning : .plain)
            let rows = rows(of: figure)
            let width = min(rows.map { DisplayWidth.of($0.value) }.max() ?? 0, canvas.width / 2)
            for row in rows {
                let value = TerminalText.padded(TerminalText.cut(row.value, to: width), to: width)
                canvas.paragraph(row.reports.joined(separator: ", "), indent: 4, label: value + "  ", style: .faint)
            }
            if isFull { canvas.paragraph(figure.explanation, indent: 4, style: .faint) }
        }
    }

    /// The values of a figure that read alike, with the reports that give them.
    private func rows(of figure: FigureComparison) -> [(value: String, reports: [String])] {
        var rows: [(value: String, reports: [String])] = []
        for value in figure.values {
            let words = TerminalText.clean(AmountText.words(value.amount, unit: value.unit))
            let label = names.short(value.citation.document)
            if let row = rows.firstIndex(where: { $0.value == words }) {
                if !rows[row].reports.contains(label) { rows[row].reports.append(label) }
            } else {
                rows.append((words, [label]))
            }
        }
        return rows
    }

    mutating func writeDiscrepancies() {
        let discrepancies = account.ledger.discrepancies
        guard !discrepancies.isEmpty else { return }
        canvas.heading("DISCREPANCIES", extent(discrepancies.count, first: 4))
        for item in discrepancies.prefix(shown(discrepancies.count, first: 4)) {
            canvas.paragraph(
                item.text, indent: 2, label: TerminalText.padded(item.kind.rawValue, to: 13), labelStyle: .warning)
            for citation in item.citations.prefix(isFull ? item.citations.count : 2) {
                canvas.paragraph(
                    "\(names.short(citation.document)): \(names.quoted(citation))", indent: 15, style: .faint,
                    atMost: isFull ? .max : 1)
            }
            if isFull { canvas.paragraph(item.explanation, indent: 15, style: .faint) }
        }
    }
}
