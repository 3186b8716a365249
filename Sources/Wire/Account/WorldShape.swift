import NewsModel
import TextCore

extension AccountShape {
    func writeWorld(_ writer: inout JSONWriter) {
        let world = account.world
        list("actors", world.actors, members, &writer)
        list("relations", world.relations, members, &writer)
        list("events", world.events, members, &writer)
        list("exchanges", world.exchanges, members, &writer)
        list("threads", world.threads, members, &writer)
        list("places", world.places, members, &writer)
        list("timeline", world.timeline, members, &writer)
    }

    func members(_ actor: Actor, _ writer: inout JSONWriter) {
        writer.member("id", actor.id)
        writer.member("name", actor.name)
        writer.member("kind", actor.kind.rawValue)
        writer.member("names", actor.names)
        writer.member("roles", actor.roles)
        citations("mentions", actor.mentions, &writer)
    }

    func members(_ relation: Relation, _ writer: inout JSONWriter) {
        writer.member("from", relation.from)
        writer.member("to", relation.to)
        writer.member("text", relation.text)
        citations("citations", relation.citations, &writer)
    }

    func members(_ event: Event, _ writer: inout JSONWriter) {
        writer.member("id", event.id)
        writer.member("text", event.text)
        writer.member("participants", event.participants)
        writer.member("place", event.place)
        writer.member("start", event.start)
        writer.member("end", event.end)
        writer.member("claims", event.claims)
        writer.member("status", event.status.rawValue)
        writer.member("partOf", event.partOf)
        writer.member("type", event.type)
    }

    func members(_ exchange: Exchange, _ writer: inout JSONWriter) {
        writer.member("from", exchange.from)
        writer.member("to", exchange.to)
        writer.member("thing", exchange.thing)
        writer.member("figure", exchange.figure)
        writer.member("inReturnFor", exchange.inReturnFor)
        writer.member("status", exchange.status.rawValue)
        writer.member("claims", exchange.claims)
        citations("citations", exchange.citations, &writer)
    }

    func members(_ thread: ExchangeThread, _ writer: inout JSONWriter) {
        list("steps", thread.steps, members, &writer)
    }

    func members(_ step: ExchangeThread.Step, _ writer: inout JSONWriter) {
        writer.member("kind", step.kind)
        writer.member("actor", step.actor)
        writer.member("towards", step.towards)
        writer.key("answers")
        if let answers = step.answers { writer.number(answers) } else { writer.null() }
        writer.member("text", step.text)
        writer.member("start", step.start)
        writer.member("end", step.end)
        writer.member("claims", step.claims)
        citations("citations", step.citations, &writer)
    }

    func members(_ place: Place, _ writer: inout JSONWriter) {
        writer.member("id", place.id)
        writer.member("name", place.name)
        writer.member("latitude", place.latitude)
        writer.member("longitude", place.longitude)
        citations("citations", place.citations, &writer)
        writer.member("evidence", place.evidence.map(\.rawValue))
    }

    func members(_ entry: TimelineEntry, _ writer: inout JSONWriter) {
        writer.member("start", entry.start)
        writer.member("end", entry.end)
        writer.member("text", entry.text)
        citations("citations", entry.citations, &writer)
        writer.member("lane", entry.lane.rawValue)
    }
}
