import NewsModel
import TextCore

extension AccountShape {
    func writeWorld(_ writer: inout JSONWriter) {
        let world = account.world
        writer.member("actors", world.actors) { writer, actor in
            writer.object {
                $0.member("id", actor.id)
                $0.member("name", actor.name)
                $0.member("kind", actor.kind.rawValue)
                $0.member("names", actor.names)
                $0.member("roles", actor.roles)
                citations("mentions", actor.mentions, &$0)
            }
        }
        writer.member("relations", world.relations) { writer, relation in
            writer.object {
                $0.member("from", relation.from)
                $0.member("to", relation.to)
                $0.member("text", relation.text)
                citations("citations", relation.citations, &$0)
            }
        }
        writer.member("events", world.events) { writer, event in
            writer.object {
                $0.member("id", event.id)
                $0.member("text", event.text)
                $0.member("participants", event.participants)
                $0.member("place", event.place)
                $0.member("start", event.start)
                $0.member("end", event.end)
                $0.member("claims", event.claims)
                $0.member("status", event.status.rawValue)
                $0.member("partOf", event.partOf)
            }
        }
        writer.member("exchanges", world.exchanges) { writer, exchange in
            writer.object {
                $0.member("from", exchange.from)
                $0.member("to", exchange.to)
                $0.member("thing", exchange.thing)
                $0.member("figure", exchange.figure)
                $0.member("inReturnFor", exchange.inReturnFor)
                $0.member("status", exchange.status.rawValue)
                $0.member("claims", exchange.claims)
                citations("citations", exchange.citations, &$0)
            }
        }
        writer.member("places", world.places) { writer, place in
            writer.object {
                $0.member("id", place.id)
                $0.member("name", place.name)
                $0.member("latitude", place.latitude)
                $0.member("longitude", place.longitude)
                citations("citations", place.citations, &$0)
                $0.member("evidence", place.evidence.map(\.rawValue))
            }
        }
        writer.member("timeline", world.timeline) { writer, entry in
            writer.object {
                $0.member("start", entry.start)
                $0.member("end", entry.end)
                $0.member("text", entry.text)
                citations("citations", entry.citations, &$0)
                $0.member("lane", entry.lane.rawValue)
            }
        }
    }
}
