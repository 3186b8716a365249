import NewsModel
import TextCore

extension AccountShape {
    func writeLedger(_ writer: inout JSONWriter) {
        list("claims", account.ledger.claims, members, &writer)
        list("figures", account.ledger.figures, members, &writer)
        list("discrepancies", account.ledger.discrepancies.enumerated(), members, &writer)
        list("casualties", account.ledger.casualties, members, &writer)
        list("quotations", account.quotationEntries, members, &writer)
    }

    func members(_ claim: Claim, _ writer: inout JSONWriter) {
        writer.member("id", claim.id)
        writer.member("text", claim.text)
        writer.member("kind", claim.kind.rawValue)
        writer.member("modality", claim.modality.rawValue)
        writer.member("polarity", claim.polarity.rawValue)
        writer.member("documents", claim.documents)
        writer.member("origins", claim.origins)
        writer.member("ultimateSources", claim.ultimateSources)
        writer.member("status", claim.status.rawValue)
        writer.member("statements", claim.statements) { writer, statement in
            let quantities = analyses[statement.citation.document]?.quantities ?? []
            let quantity = statement.quantity.flatMap { quantities.indices.contains($0) ? quantities[$0] : nil }
            write(statement, figure: quantity, &writer)
        }
    }

    func members(_ item: (offset: Int, element: Discrepancy), _ writer: inout JSONWriter) {
        writer.member("id", "d\(item.offset + 1)")
        writer.member("kind", item.element.kind.rawValue)
        writer.member("text", item.element.text)
        citations("citations", item.element.citations, &writer)
        writer.member("explanation", item.element.explanation)
    }

    func members(_ casualties: Casualties, _ writer: inout JSONWriter) {
        writer.member("document", casualties.document.description)
        for (name, count) in [("killed", casualties.killed), ("injured", casualties.injured)] {
            writer.key(name)
            guard let count else {
                writer.null()
                continue
            }
            writer.object {
                $0.member("number", count.number)
                $0.member("stated", count.isStated)
                citations("citations", count.citations, &$0)
            }
        }
    }

    private func write(_ statement: Statement, figure: Quantity?, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("id", statement.id)
            citation("citation", statement.citation, &$0)
            $0.member("reading", statement.reading)
            $0.member("modality", statement.modality.rawValue)
            $0.member("polarity", statement.polarity.rawValue)
            $0.member("chain", statement.chain) { writer, link in
                writer.object {
                    $0.member("name", link.name)
                    $0.member("kind", link.kind.rawValue)
                    $0.member("inferred", link.isInferred)
                    citation("citation", link.citation, &$0)
                }
            }
            $0.member("origin", statement.origin.description)
            $0.key("figure")
            if let figure {
                $0.object { amount(figure.amount, unit: figure.unit, thing: figure.thing, &$0) }
            } else {
                $0.null()
            }
            $0.member("time", statement.time)
        }
    }

    func members(_ figure: FigureComparison, _ writer: inout JSONWriter) {
        writer.member("id", figure.id)
        writer.member("slot", figure.slot)
        writer.member("verdict", figure.verdict.rawValue)
        writer.member("explanation", figure.explanation)
        writer.member("values", figure.values) { writer, value in
            writer.object {
                $0.member("statement", value.statement)
                citation("citation", value.citation, &$0)
                amount(value.amount, unit: value.unit, thing: value.thing, &$0)
            }
        }
    }

    /// The members of an interval: `high` is null where there is no upper end.
    func amount(_ amount: Amount, unit: String?, thing: String?, _ writer: inout JSONWriter) {
        writer.member("low", amount.low)
        writer.member("high", amount.high)
        writer.member("bound", amount.bound.rawValue)
        writer.member("unit", unit)
        writer.member("thing", thing)
    }

    func members(_ entry: QuotationEntry, _ writer: inout JSONWriter) {
        func cited(_ span: TextSpan?) -> Citation? { span.map { Citation(entry.document, $0) } }
        let text = analyses[entry.document]?.text
        writer.member("id", entry.id)
        writer.member("text", entry.content.compactMap { text?[$0] }.joined(separator: " "))
        writer.member("speaker", entry.actor)
        writer.member("style", entry.style.rawValue)
        citation("citation", cited(entry.span), &writer)
        citations("content", entry.content.map { Citation(entry.document, $0) }, &writer)
        citation("speakerMention", cited(entry.speaker), &writer)
        citation("cue", cited(entry.cue), &writer)
        writer.member("variants", entry.variants)
    }
}
