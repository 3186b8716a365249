import NewsModel
import TextCore

extension PageStory {
    func writeLedger(_ writer: inout JSONWriter) {
        var sources = SourcePool()
        writer.member("claims", account.ledger.claims) { writer, claim in
            writer.object {
                $0.member("id", claim.id)
                $0.member("text", claim.text)
                $0.member("kind", claim.kind.rawValue)
                $0.member("modality", claim.modality.rawValue)
                $0.member("polarity", claim.polarity.rawValue)
                $0.member("reports", claim.documents)
                $0.member("origins", claim.origins)
                $0.member("sources", claim.ultimateSources)
                $0.member("status", claim.status.rawValue)
                $0.member("statements", claim.statements) { write($1, of: claim, &sources, &$0) }
            }
        }
        writer.member("links", sources.links) { writer, link in
            writer.object {
                $0.member("name", link.name)
                $0.member("kind", link.kind.rawValue)
                $0.member("inferred", link.isInferred)
                place("at", link.citation, &$0)
            }
        }
        writer.member("figures", account.ledger.figures) { writer, figure in
            writer.object {
                $0.member("id", figure.id)
                $0.member("slot", figure.slot)
                $0.member("verdict", figure.verdict.rawValue)
                $0.member("explanation", figure.explanation)
                $0.member("values", figure.values) { writer, value in
                    writer.object {
                        place("at", value.citation, &$0)
                        $0.member("statement", value.statement)
                        $0.member("words", AmountText.words(value.amount, unit: value.unit))
                        $0.member("low", value.amount.low)
                        $0.member("high", value.amount.high)
                        $0.member("bound", value.amount.bound.rawValue)
                    }
                }
            }
        }
        writer.member("casualties", account.ledger.casualties) { writer, casualties in
            writer.object {
                for (name, count) in [("killed", casualties.killed), ("injured", casualties.injured)] {
                    guard let count else { continue }
                    $0.key(name)
                    $0.object {
                        $0.member("number", count.number)
                        $0.member("stated", count.isStated)
                        places("at", count.citations, &$0)
                    }
                }
            }
        }
        writer.member("discrepancies", account.ledger.discrepancies.enumerated()) { writer, item in
            writer.object {
                $0.member("id", "d\(item.offset + 1)")
                $0.member("kind", item.element.kind.rawValue)
                $0.member("text", item.element.text)
                places("at", item.element.citations, &$0)
                $0.member("explanation", item.element.explanation)
            }
        }
        writer.member("quotations", account.quotationEntries) { writer, entry in
            func cited(_ span: TextSpan?) -> Citation? { span.map { Citation(entry.document, $0) } }
            writer.object {
                $0.member("id", entry.id)
                $0.member("style", entry.style.rawValue)
                place("at", cited(entry.span), &$0)
                places("content", entry.content.map { Citation(entry.document, $0) }, &$0)
                $0.member("actor", entry.actor)
                place("speaker", cited(entry.speaker), &$0)
                place("cue", cited(entry.cue), &$0)
                $0.member("variants", entry.variants)
            }
        }
    }

    /// A statement, without what it shares with its claim or has not: a ledger has thousands.
    private func write(
        _ statement: Statement, of claim: Claim, _ sources: inout SourcePool, _ writer: inout JSONWriter
    ) {
        writer.object {
            $0.member("id", statement.id)
            place("at", statement.citation, &$0)
            if statement.reading != names.exact(statement.citation) { $0.member("reading", statement.reading) }
            if statement.modality != claim.modality { $0.member("modality", statement.modality.rawValue) }
            if statement.polarity != claim.polarity { $0.member("polarity", statement.polarity.rawValue) }
            $0.member("origin", index(statement.origin))
            if let time = statement.time { $0.member("time", time) }
            $0.member("chain", statement.chain.map { sources.index(of: $0) }) { $0.number($1) }
        }
    }
}

/// Every link of the chains of attribution once; statements name links by their places here.
private struct SourcePool {
    private(set) var links: [ChainLink] = []
    private var places: [ChainLink: Int] = [:]

    mutating func index(of link: ChainLink) -> Int {
        if let place = places[link] { return place }
        places[link] = links.count
        links.append(link)
        return links.count - 1
    }
}
