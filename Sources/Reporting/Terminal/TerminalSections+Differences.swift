import NewsModel
import TextCore

extension TerminalSections {
    /// Figures: those with something to compare, conflicts first; reports by their numbers in the tree of origins.
    mutating func writeFigures() {
        let order: [FigureComparison.Verdict] = [.conflicts, .superseded, .refines, .compatible, .same, .incomparable]
        let compared = account.ledger.figures.filter { $0.values.count > 1 }
        let figures =
            order.flatMap { verdict in compared.filter { $0.verdict == verdict } }
            + account.ledger.figures.filter { $0.values.count == 1 }
        guard !figures.isEmpty else { return }
        let once = figures.count - compared.count
        let first = min(3, compared.count)
        canvas.heading(
            "FIGURES",
            "\(compared.count) compared" + (once > 0 ? ", \(once) given once" : "")
                + (shown(compared.count, first: first) < compared.count ? "; the first \(first)" : ""))
        for figure in figures.prefix(shown(figures.count, first: first)) {
            let isCompared = figure.values.count > 1
            canvas.paragraph(
                isCompared ? Wording.verdict(figure.verdict) : "", indent: 2,
                label: TerminalText.cut(TerminalText.clean(figure.slot), to: canvas.width - 24)
                    + (isCompared ? ": " : ""),
                style: figure.verdict == .conflicts && isCompared ? .warning : .faint)
            let rows = rows(figure.values.map { (AmountText.words($0.amount, unit: $0.unit), $0.citation) })
            canvas.paragraph(
                rows.joined(separator: " · "), indent: 4, style: isCompared ? .plain : .faint,
                atMost: isFull ? .max : 2)
            if isFull && isCompared { canvas.paragraph(figure.explanation, indent: 4, style: .faint) }
        }
    }

    /// How many each report says were killed and injured, those that say the same in one row. Left to the full form.
    mutating func writeCasualties() {
        let all = account.ledger.casualties
        guard isFull, !all.isEmpty else { return }
        canvas.heading(
            "KILLED AND INJURED", "as \(all.count == 1 ? "one report gives" : "\(all.count) reports give") it")
        let told = all.compactMap { casualties -> (words: String, citation: Citation)? in
            let counts = [("killed", casualties.killed), ("injured", casualties.injured)]
            let words = counts.compactMap { name, count in count.map { "\($0.number) \(name)" } }
            return (casualties.killed ?? casualties.injured).map { (words.joined(separator: ", "), $0.citations[0]) }
        }
        for row in rows(told) { canvas.paragraph(row, indent: 2) }
    }

    /// What reads alike together, each with the numbers of its reports: "at least 12 [1, 2]".
    private func rows(_ items: [(words: String, citation: Citation)]) -> [String] {
        var rows: [(words: String, citations: [Citation])] = []
        for item in items {
            let words = TerminalText.clean(item.words)
            if let row = rows.firstIndex(where: { $0.words == words }) {
                rows[row].citations.append(item.citation)
            } else {
                rows.append((words, [item.citation]))
            }
        }
        return rows.map { "\($0.words) \(marks($0.citations))" }
    }

    /// Discrepancies. In the short form those between figures are left out where the figures stand above already.
    mutating func writeDiscrepancies() {
        let figured = Set(account.ledger.figures.flatMap { $0.values.map(\.citation) })
        let all = account.ledger.discrepancies
        let others = all.filter { $0.kind != .figure || !$0.citations.allSatisfy(figured.contains) }
        let items = isFull ? all : others
        guard !items.isEmpty else { return }
        let count = shown(items.count, first: 4)
        canvas.heading(
            "DISCREPANCIES", isFull ? "\(all.count)" : extent(items.count, first: 4, of: "beside the figures"))
        for item in items.prefix(count) {
            let label = TerminalText.padded(item.kind.rawValue, to: 13)
            let sides = rows(item.citations.map { (names.quoted($0), $0) }).joined(separator: " ↔ ")
            switch item.kind {
            case .figure, .wording:
                canvas.paragraph(sides, indent: 2, label: label, labelStyle: .warning, atMost: isFull ? .max : 2)
                if isFull { canvas.paragraph(item.text, indent: 15, style: .faint) }
            case .date, .polarity, .arithmetic, .attribution:
                canvas.paragraph(
                    item.text, indent: 2, label: label, labelStyle: .warning, atMost: isFull ? .max : 2,
                    tail: marks(item.citations))
                if isFull { canvas.paragraph(sides, indent: 15, style: .faint) }
            }
            if isFull { canvas.paragraph(item.explanation, indent: 15, style: .faint) }
        }
    }

    /// What the short form leaves out, and how to see it.
    mutating func writeHint() {
        canvas.gap()
        canvas.paragraph(
            "--full shows all of it: every claim with its statements, quotations, timeline, events, actors, places, "
                + "reports.", style: .faint)
    }
}
