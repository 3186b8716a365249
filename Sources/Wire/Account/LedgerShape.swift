import NewsModel
import TextCore

extension AccountShape {
    func writeLedger(_ writer: inout JSONWriter) {
        let analyses = Dictionary(account.analyses.map { ($0.document.id, $0) }, uniquingKeysWith: { a, _ in a })
        writer.member("claims", account.ledger.claims) { writer, claim in
            writer.object {
                $0.member("id", claim.id)
                $0.member("text", claim.text)
                $0.member("kind", claim.kind.rawValue)
                $0.member("modality", claim.modality.rawValue)
                $0.member("polarity", claim.polarity.rawValue)
                $0.member("documents", claim.documents)
                $0.member("origins", claim.origins)
                $0.member("ultimateSources", claim.ultimateSources)
                $0.member("status", claim.status.rawValue)
                $0.member("statements", claim.statements) { writer, statement in
                    let quantities = analyses[statement.citation.document]?.quantities ?? []
                    let quantity = statement.quantity.flatMap { quantities.indices.contains($0) ? quantities[$0] : nil }
                    write(statement, figure: quantity, &writer)
                }
            }
        }
        writer.member("figures", account.ledger.figures) { write($1, &$0) }
        writer.member("discrepancies", account.ledger.discrepancies.enumerated()) { writer, item in
            writer.object {
                $0.member("id", "d\(item.offset + 1)")
                $0.member("kind", item.element.kind.rawValue)
                $0.member("text", item.element.text)
                citations("citations", item.element.citations, &$0)
                $0.member("explanation", item.element.explanation)
            }
        }
        writeQuotations(&writer)
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

    private func write(_ figure: FigureComparison, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("id", figure.id)
            $0.member("slot", figure.slot)
            $0.member("verdict", figure.verdict.rawValue)
            $0.member("explanation", figure.explanation)
            $0.member("values", figure.values) { writer, value in
                writer.object {
                    $0.member("statement", value.statement)
                    citation("citation", value.citation, &$0)
                    amount(value.amount, unit: value.unit, thing: value.thing, &$0)
                }
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

    private func writeQuotations(_ writer: inout JSONWriter) {
        let texts = Dictionary(account.analyses.map { ($0.document.id, $0.text) }, uniquingKeysWith: { a, _ in a })
        writer.member("quotations", account.quotationEntries) { writer, entry in
            func cited(_ span: TextSpan?) -> Citation? { span.map { Citation(entry.document, $0) } }
            writer.object {
                $0.member("id", entry.id)
                $0.member("text", entry.content.compactMap { texts[entry.document]?[$0] }.joined(separator: " "))
                $0.member("speaker", entry.actor)
                $0.member("style", entry.style.rawValue)
                citation("citation", cited(entry.span), &$0)
                citations("content", entry.content.map { Citation(entry.document, $0) }, &$0)
                citation("speakerMention", cited(entry.speaker), &$0)
                citation("cue", cited(entry.cue), &$0)
                $0.member("variants", entry.variants)
            }
        }
    }
}
