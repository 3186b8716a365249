import NewsModel
import TextCore

extension AccountAssembler {
    /// Times, quantities and credits, back in their documents.
    func addLayers(to analyses: inout [Analysis]) throws(AccountReader.Failure) {
        let slots = Dictionary(analyses.indices.map { (analyses[$0].document.id, $0) }, uniquingKeysWith: { a, _ in a })
        for (index, time) in record.times.enumerated() {
            let path = "\(path).times[\(index)]"
            let cited = try citation(time.citation, path)
            guard let slot = slots[cited.document] else { continue }
            let (start, end) = (try day(time.start, path + ".start"), try day(time.end, path + ".end"))
            analyses[slot].times.append(
                TimeExpression(
                    span: cited.span, kind: try word(time.type, path + ".type"), value: time.value,
                    modifier: time.modifier, resolution: try word(time.resolution, path + ".resolution"), how: time.how,
                    range: start == nil && end == nil ? nil : DateRange(start: start, end: end)))
        }
        for (index, quantity) in record.quantities.enumerated() {
            let path = "\(path).quantities[\(index)]"
            let cited = try citation(quantity.citation, path)
            guard let slot = slots[cited.document] else { continue }
            let bound: Amount.Bound = try word(quantity.bound, path + ".bound")
            analyses[slot].quantities.append(
                Quantity(
                    span: cited.span, kind: try word(quantity.kind, path + ".kind"),
                    amount: Amount(low: quantity.low, high: quantity.high, bound: bound), unit: quantity.unit,
                    thing: quantity.thing))
        }
        for (index, credit) in record.credits.enumerated() {
            let path = "\(path).credits[\(index)]"
            let cited = try citation(credit.citation, path)
            guard let slot = slots[cited.document], !credit.links.isEmpty else {
                throw .invalid(path: path, detail: "a credit names somebody")
            }
            var links: [Credit.Link] = []
            for link in credit.links {
                links.append(
                    Credit.Link(
                        span: try span(link.citation, of: cited.document, path + ".links"), name: link.name,
                        kind: try word(link.kind, path + ".links")))
            }
            analyses[slot].credits.append(
                Credit(
                    span: cited.span, kind: try word(credit.kind, path + ".kind"), links: links,
                    scope: try span(credit.scope, of: cited.document, path + ".scope")))
        }
    }

    private func day(_ iso: String?, _ path: String) throws(AccountReader.Failure) -> CivilDate? {
        guard let iso else { return nil }
        guard let time = PublicationTime(iso: iso, precision: .day), time.date.description == iso else {
            throw .invalid(path: path, detail: "'\(iso)' is no day")
        }
        return time.date
    }

    /// The world. An actor's chain in a document is its number in the list of actors, so that quotations find it.
    func world(of analyses: [Analysis]) throws(AccountReader.Failure) -> World {
        var world = World()
        for (index, actor) in record.actors.enumerated() {
            let path = "\(path).actors[\(index)]"
            world.actors.append(
                Actor(
                    id: actor.id, name: actor.name, kind: try word(actor.kind, path + ".kind"), names: actor.names,
                    roles: actor.roles, mentions: try citations(actor.mentions, path),
                    chains: analyses.map { Actor.ChainReference(document: $0.document.id, chain: index) }))
        }
        for (index, relation) in record.relations.enumerated() {
            world.relations.append(
                Relation(
                    from: relation.from, to: relation.to, text: relation.text,
                    citations: try citations(relation.citations, "\(path).relations[\(index)]")))
        }
        for (index, event) in record.events.enumerated() {
            world.events.append(
                Event(
                    id: event.id, text: event.text, participants: event.participants, place: event.place,
                    start: event.start, end: event.end, claims: event.claims,
                    status: try word(event.status, "\(path).events[\(index)].status"), partOf: event.partOf,
                    type: event.type))
        }
        for (index, exchange) in record.exchanges.enumerated() {
            let path = "\(path).exchanges[\(index)]"
            world.exchanges.append(
                Exchange(
                    from: exchange.from, to: exchange.to, thing: exchange.thing, figure: exchange.figure,
                    inReturnFor: exchange.inReturnFor, status: try word(exchange.status, path + ".status"),
                    claims: exchange.claims, citations: try citations(exchange.citations, path)))
        }
        for (index, thread) in (record.threads ?? []).enumerated() {
            world.threads.append(try self.thread(thread, "\(path).threads[\(index)]"))
        }
        for (index, place) in record.places.enumerated() {
            let path = "\(path).places[\(index)]"
            var evidence: [Place.Evidence] = []
            for kind in place.evidence { evidence.append(try word(kind, path + ".evidence")) }
            guard evidence.count == place.citations.count else {
                throw .invalid(path: path, detail: "there is a kind of evidence for each citation")
            }
            world.places.append(
                Place(
                    id: place.id, name: place.name, latitude: place.latitude, longitude: place.longitude,
                    citations: try citations(place.citations, path), evidence: evidence))
        }
        for (index, entry) in record.timeline.enumerated() {
            let path = "\(path).timeline[\(index)]"
            world.timeline.append(
                TimelineEntry(
                    start: entry.start, end: entry.end, text: entry.text,
                    citations: try citations(entry.citations, path),
                    lane: try word(entry.lane, path + ".lane")))
        }
        return world
    }

    private func thread(_ record: ThreadRecord, _ path: String) throws(AccountReader.Failure) -> ExchangeThread {
        guard record.steps.count > 1 else { throw .invalid(path: path, detail: "a thread has two steps at least") }
        var steps: [ExchangeThread.Step] = []
        for (index, step) in record.steps.enumerated() {
            let path = "\(path).steps[\(index)]"
            if let answers = step.answers, !steps.indices.contains(answers) {
                throw .invalid(path: path, detail: "a step answers one before it")
            }
            steps.append(
                ExchangeThread.Step(
                    kind: step.kind, actor: step.actor, towards: step.towards, answers: step.answers, text: step.text,
                    start: step.start, end: step.end, claims: step.claims,
                    citations: try citations(step.citations, path)))
        }
        return ExchangeThread(steps: steps)
    }
}
