import NewsModel
import TextCore

extension PageStory {
    func writeWorld(_ writer: inout JSONWriter) {
        let world = account.world
        writer.member("actors", world.actors) { writer, actor in
            writer.object {
                $0.member("id", actor.id)
                $0.member("name", actor.name)
                $0.member("kind", actor.kind.rawValue)
                $0.member("names", actor.names)
                $0.member("roles", actor.roles)
                places("at", actor.mentions, &$0)
            }
        }
        writer.member("relations", world.relations) { writer, relation in
            writer.object {
                $0.member("from", relation.from)
                $0.member("to", relation.to)
                $0.member("text", relation.text)
                places("at", relation.citations, &$0)
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
                places("at", exchange.citations, &$0)
            }
        }
        writer.member("threads", world.threads) { writer, thread in
            writer.array(thread.steps) { writer, step in
                writer.object {
                    $0.member("move", Wording.move(step.kind))
                    $0.member("actor", step.actor)
                    $0.member("towards", step.towards)
                    optionalNumber("answers", step.answers, &$0)
                    $0.member("text", step.text)
                    $0.member("start", step.start)
                    $0.member("end", step.end)
                    places("at", step.citations, &$0)
                }
            }
        }
        writer.member("places", world.places) { writer, place in
            writer.object {
                $0.member("id", place.id)
                $0.member("name", place.name)
                $0.member("latitude", place.latitude)
                $0.member("longitude", place.longitude)
                places("at", place.citations, &$0)
                $0.member("evidence", place.evidence.map(\.rawValue))
            }
        }
        writer.member("timeline", world.timeline) { writer, entry in
            writer.object {
                $0.member("start", entry.start)
                $0.member("end", entry.end)
                $0.member("text", entry.text)
                $0.member("lane", entry.lane.rawValue)
                places("at", entry.citations, &$0)
            }
        }
    }
}
