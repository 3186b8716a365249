import NewsModel
import TextCore

/// The places of accounts as a GeoJSON feature collection (RFC 7946), each with what it is evidence of and what happened
/// there.
struct GeoExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("type", "FeatureCollection")
            $0.key("features")
            $0.array { writer in
                for view in views { for place in view.account.world.places { write(place, view, &writer) } }
            }
        }
        return writer.bytes + [0x0A]
    }

    private func write(_ place: Place, _ view: ExportView, _ writer: inout JSONWriter) {
        let kinds = Place.Evidence.allCases.filter { place.evidence.contains($0) }
        let events = view.account.world.events.filter { $0.place == place.id }
        writer.object {
            $0.member("type", "Feature")
            $0.member("id", view.iri(place.id))
            $0.key("geometry")
            $0.object {
                $0.member("type", "Point")
                $0.member("coordinates", [place.longitude, place.latitude]) { $0.number($1) }
            }
            $0.key("properties")
            $0.object {
                $0.member("name", place.name)
                $0.member("story", view.account.story.id)
                $0.member("evidence", kinds.map(\.rawValue))
                $0.member("mentions", place.citations.count)
                $0.member("reports", view.documents(of: place.citations).map { view.label($0) })
                $0.member("events", events) { writer, event in
                    writer.object {
                        $0.member("text", event.text)
                        $0.member("status", event.status.rawValue)
                        $0.member("start", event.start)
                        $0.member("end", event.end)
                    }
                }
            }
        }
    }
}
