import NewsModel
import TextCore

/// Accounts as PLOVER records (Open Event Data Alliance): an array of events with actors, recipients, type and text.
///
/// Events come with the type that the account gives them. An exchange that was done or is claimed is `AID`, one that is
/// sought `REQUEST`, one that was refused `REJECT`; what is only possible is no PLOVER event and is left out, and so are
/// events that did not come about.
struct PloverExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.array { writer in
            for view in views {
                for event in view.account.world.events where event.status == .happened || event.status == .announced {
                    write(event, view, &writer)
                }
                for (index, exchange) in view.account.world.exchanges.enumerated() {
                    write(exchange, number: index + 1, view, &writer)
                }
            }
        }
        return writer.bytes + [0x0A]
    }

    private func write(_ event: Event, _ view: ExportView, _ writer: inout JSONWriter) {
        let claims = view.account.ledger.claims.filter { event.claims.contains($0.id) }
        let place = event.place.flatMap { id in view.account.world.places.first { $0.id == id } }
        writer.object {
            $0.member("id", view.iri(event.id))
            $0.member("date", event.start)
            $0.member("actor", event.participants) { actor($1, view, &$0) }
            $0.member("recipient", [String]())
            $0.member("event", event.type)
            $0.member("eventText", event.text)
            if let place {
                $0.key("location")
                $0.object {
                    $0.member("name", place.name)
                    $0.member("lat", place.latitude)
                    $0.member("lon", place.longitude)
                }
            }
            evidence(claims.flatMap { $0.statements.map(\.citation) }, view, &$0)
        }
    }

    private func write(_ exchange: Exchange, number: Int, _ view: ExportView, _ writer: inout JSONWriter) {
        let type: String
        switch exchange.status {
        case .done, .claimed: type = "AID"
        case .sought: type = "REQUEST"
        case .refused: type = "REJECT"
        case .possible: return
        }
        // Who asks is the actor of a request: the one who would receive.
        let isRequest = exchange.status == .sought
        writer.object {
            $0.member("id", view.iri("exchange\(number)"))
            $0.member("date", nil as String?)
            $0.member("actor", [isRequest ? exchange.to : exchange.from]) { actor($1, view, &$0) }
            $0.member("recipient", [isRequest ? exchange.from : exchange.to]) { actor($1, view, &$0) }
            $0.member("event", type)
            $0.member("eventText", exchange.thing)
            $0.member("comment", exchange.status == .claimed ? "claimed" : nil)
            evidence(exchange.citations, view, &$0)
        }
    }

    private func actor(_ id: String, _ view: ExportView, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("actorText", view.name(ofActor: id))
            $0.member("id", view.iri(id))
        }
    }

    /// The text of the first report that tells it, and all reports that do.
    private func evidence(_ citations: [Citation], _ view: ExportView, _ writer: inout JSONWriter) {
        let documents = view.documents(of: citations)
        writer.member("text", citations.first.map { view.exact($0) })
        writer.member("publication", documents.map { view.label($0) })
        writer.member("source", documents.map { view.iri($0.id) })
        writer.member("language", "en")
        writer.member("coder", "Headwater")
    }
}
