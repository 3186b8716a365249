import NewsModel
import TextCore

/// Accounts in the words of schema.org as JSON-LD: NewsArticle, Claim, Quotation, Event and Place.
struct SchemaOrgExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("@context", "https://schema.org")
            $0.key("@graph")
            $0.array { writer in for view in views { write(view, &writer) } }
        }
        return writer.bytes + [0x0A]
    }

    private func write(_ view: ExportView, _ writer: inout JSONWriter) {
        for document in view.documents { writeArticle(document, view, &writer) }
        for origin in view.account.lineage.origins where origin.kind != .observed {
            thing("CreativeWork", view.iri(origin), name: view.label(origin), &writer) { _ in }
        }
        for claim in view.account.ledger.claims { writeClaim(claim, view, &writer) }
        for entry in view.account.quotationEntries { writeQuotation(entry, view, &writer) }
        for place in view.account.world.places {
            thing("Place", view.iri(place.id), name: place.name, &writer) {
                $0.key("geo")
                $0.object {
                    $0.member("@type", "GeoCoordinates")
                    $0.member("latitude", place.latitude)
                    $0.member("longitude", place.longitude)
                }
            }
        }
        for event in view.account.world.events {
            thing("Event", view.iri(event.id), name: event.text, &writer) {
                if let start = event.start { $0.member("startDate", start) }
                if let end = event.end { $0.member("endDate", end) }
                if let place = event.place {
                    $0.key("location")
                    reference(view.iri(place), &$0)
                }
                $0.member("about", event.participants) { reference(view.iri($1), &$0) }
                $0.member("subjectOf", view.documents(of: event)) { reference(view.iri($1.id), &$0) }
            }
        }
        for actor in view.account.world.actors {
            thing(type(actor.kind), view.iri(actor.id), name: actor.name, &writer) {
                $0.member("alternateName", actor.names.filter { $0 != actor.name })
            }
        }
    }

    private func writeArticle(_ document: Document, _ view: ExportView, _ writer: inout JSONWriter) {
        let data = document.metadata
        thing("NewsArticle", view.iri(document.id), name: data.title ?? view.label(document), &writer) {
            if let title = data.title { $0.member("headline", title) }
            if let published = data.published { $0.member("datePublished", published.description) }
            if let updated = data.updated { $0.member("dateModified", updated.description) }
            if let language = data.language { $0.member("inLanguage", language) }
            if let address = view.webAddress(document) { $0.member("url", address) }
            $0.member("identifier", document.id.description)
            if let byline = data.byline { agent("author", "Person", byline, &$0) }
            if let outlet = data.outlet ?? data.publisher { agent("publisher", "Organization", outlet, &$0) }
            let sources = view.account.lineage.derivations.filter { $0.document == document.id && $0.directionKnown }
            $0.member("isBasedOn", sources) { reference(view.iri($1.from), &$0) }
        }
    }

    private func writeClaim(_ claim: Claim, _ view: ExportView, _ writer: inout JSONWriter) {
        var sources: [ChainLink] = []
        for source in claim.statements.compactMap({ view.ultimateSource($0) })
        where !sources.contains(where: { $0.name == source.name }) { sources.append(source) }
        thing("Claim", view.iri(claim.id), name: claim.text, &writer) {
            $0.member("text", claim.text)
            $0.member("creativeWorkStatus", claim.status.rawValue)
            $0.member("author", sources) { writer, source in
                writer.object {
                    $0.member("@type", source.kind == .person || source.kind == .author ? "Person" : "Organization")
                    $0.member("name", source.name)
                }
            }
            $0.member("appearance", view.documents(of: claim.statements.map(\.citation))) {
                reference(view.iri($1.id), &$0)
            }
        }
    }

    private func writeQuotation(_ entry: QuotationEntry, _ view: ExportView, _ writer: inout JSONWriter) {
        guard entry.style != .indirect else { return }
        let words = entry.content.map { view.exact(Citation(entry.document, $0)) }.joined(separator: " … ")
        thing("Quotation", view.iri(entry.id), name: nil, &writer) {
            $0.member("text", words)
            if let actor = entry.actor {
                $0.key("creator")
                reference(view.iri(actor), &$0)
            } else if let speaker = entry.speaker {
                agent("creator", "Person", view.exact(Citation(entry.document, speaker)), &$0)
            }
            $0.key("isPartOf")
            reference(view.iri(entry.document), &$0)
        }
    }

    private func type(_ kind: Mention.Kind) -> String {
        switch kind {
        case .person: "Person"
        case .organisation: "Organization"
        case .place, .geopoliticalEntity, .facility: "Place"
        case .event: "Event"
        case .product: "Product"
        case .law: "Legislation"
        case .nationality: "Thing"
        }
    }

    private func thing(
        _ type: String, _ iri: String, name: String?, _ writer: inout JSONWriter, _ members: (inout JSONWriter) -> Void
    ) {
        writer.object {
            $0.member("@type", type)
            $0.member("@id", iri)
            if let name { $0.member("name", name) }
            members(&$0)
        }
    }

    private func agent(_ property: String, _ type: String, _ name: String, _ writer: inout JSONWriter) {
        writer.key(property)
        writer.object {
            $0.member("@type", type)
            $0.member("name", name)
        }
    }

    private func reference(_ iri: String, _ writer: inout JSONWriter) { writer.object { $0.member("@id", iri) } }
}
