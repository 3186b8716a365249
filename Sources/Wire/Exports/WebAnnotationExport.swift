import NewsModel
import TextCore

/// Accounts as a W3C Web Annotation page (https://www.w3.org/TR/annotation-model/): every statement, quotation and credit
/// is an annotation of the report's text, found by position and by its words.
struct WebAnnotationExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("@context", "http://www.w3.org/ns/anno.jsonld")
            $0.member("id", views.first.map { $0.iri("annotations") } ?? "urn:headwater:annotations")
            $0.member("type", "AnnotationPage")
            $0.key("items")
            $0.array { writer in for view in views { write(view, &writer) } }
        }
        return writer.bytes + [0x0A]
    }

    private func write(_ view: ExportView, _ writer: inout JSONWriter) {
        for claim in view.account.ledger.claims {
            for statement in claim.statements {
                let chain = statement.chain.map(\.name).joined(separator: " ← ")
                annotation(
                    statement.id, "describing", at: statement.citation,
                    [("describing", statement.reading), ("tagging", "claim " + claim.id)]
                        + [("tagging", claim.status.rawValue), ("tagging", statement.modality.rawValue)]
                        + (chain.isEmpty ? [] : [("commenting", "Source: " + chain)]), view, &writer)
            }
        }
        for entry in view.account.quotationEntries {
            let speaker =
                entry.actor.map { view.name(ofActor: $0) }
                ?? entry.speaker.map { view.exact(Citation(entry.document, $0)) }
            annotation(
                entry.id, "identifying", at: Citation(entry.document, entry.span),
                [("tagging", entry.style.rawValue + " quotation")] + (speaker.map { [("identifying", $0)] } ?? []),
                view,
                &writer)
        }
        var number = 0
        for analysis in view.account.analyses {
            for credit in analysis.credits {
                number += 1
                annotation(
                    "credit\(number)", "identifying", at: Citation(analysis.document.id, credit.span),
                    [("tagging", "credit")] + credit.links.map { ("identifying", $0.name) }, view, &writer)
            }
        }
    }

    private func annotation(
        _ id: String, _ motivation: String, at citation: Citation, _ bodies: [(purpose: String, value: String)],
        _ view: ExportView, _ writer: inout JSONWriter
    ) {
        let (start, end) = view.offsets(citation)
        let (before, after) = view.surroundings(citation)
        writer.object {
            $0.member("id", view.iri(id))
            $0.member("type", "Annotation")
            $0.member("motivation", motivation)
            $0.member("body", bodies) { writer, body in
                writer.object {
                    $0.member("type", "TextualBody")
                    $0.member("purpose", body.purpose)
                    $0.member("value", body.value)
                    $0.member("format", "text/plain")
                }
            }
            $0.key("target")
            $0.object {
                $0.member("source", view.webAddress(view.document(citation.document)) ?? view.iri(citation.document))
                $0.key("selector")
                $0.array {
                    $0.object {
                        $0.member("type", "TextPositionSelector")
                        $0.member("start", start)
                        $0.member("end", end)
                    }
                    $0.object {
                        $0.member("type", "TextQuoteSelector")
                        $0.member("exact", view.exact(citation))
                        $0.member("prefix", before)
                        $0.member("suffix", after)
                    }
                }
            }
        }
    }
}
