import NewsModel
import TextCore

extension Correcting {
    /// Makes one actor of those that the names name; nil where fewer than two names are known.
    mutating func mergeActors(_ names: [String]) -> String? {
        let found = names.map { name in account.world.actors.firstIndex { goes($0, by: name) } }
        guard found.compactMap({ $0 }).count >= 2 else { return nil }
        let places = Array(Set(found.compactMap { $0 })).sorted()
        guard let kept = places.first, places.count >= 2 else { return "one actor already" }
        var actor = account.world.actors[kept]
        for place in places.dropFirst() {
            let other = account.world.actors[place]
            actor.names += other.names.filter { !actor.names.contains($0) }
            actor.roles += other.roles.filter { !actor.roles.contains($0) }
            actor.mentions = Array(Set(actor.mentions + other.mentions)).sorted()
            actor.chains += other.chains.filter { !actor.chains.contains($0) }
            refer(from: other.id, to: actor.id)
        }
        account.world.actors[kept] = actor
        for place in places.dropFirst().reversed() { account.world.actors.remove(at: place) }
        return "\(places.count) actors are one, \(actor.name)"
    }

    /// Takes the names after the first out of the actor that the first names; nil where no actor has both.
    mutating func splitActor(_ names: [String]) -> String? {
        guard let first = names.first, let place = account.world.actors.firstIndex(where: { goes($0, by: first) })
        else {
            return nil
        }
        var actor = account.world.actors[place]
        var made: [Actor] = []
        var wereApart = 0
        for name in names.dropFirst() {
            guard let kept = actor.names.first(where: { Self.isSame($0, name) }) else {
                if account.world.actors.contains(where: { goes($0, by: name) }) { wereApart += 1 }
                continue
            }
            let own = actor.mentions.filter { Self.isSame(exact($0), name) }
            guard !own.isEmpty, own.count < actor.mentions.count else { continue }
            actor.mentions.removeAll { own.contains($0) }
            actor.names.removeAll { Self.isSame($0, name) }
            made.append(
                Actor(
                    id: "a\(nextActorNumber + made.count)", name: kept, kind: actor.kind, names: [kept], roles: [],
                    mentions: own, chains: []))
        }
        guard !made.isEmpty else { return wereApart == names.count - 1 ? "different actors already" : nil }
        if !actor.names.contains(actor.name), let name = actor.names.first { actor.name = name }
        account.world.actors[place] = actor
        account.world.actors += made
        return "\(([actor] + made).map(\.name).joined(separator: " and ")) are told apart"
    }

    /// Gives another name to every actor, origin, outlet, place and source of that name.
    mutating func rename(_ name: String, to other: String) -> String? {
        var changed = 0
        func replace(_ text: inout String) -> Bool {
            guard Self.isSame(text, name) else { return false }
            text = other
            return true
        }
        for index in account.world.actors.indices where goes(account.world.actors[index], by: name) {
            account.world.actors[index].names.removeAll { Self.isSame($0, other) }
            account.world.actors[index].names.insert(other, at: 0)
            account.world.actors[index].name = other
            changed += 1
        }
        for index in account.world.places.indices where replace(&account.world.places[index].name) { changed += 1 }
        for index in account.lineage.origins.indices {
            if var old = account.lineage.origins[index].name, replace(&old) {
                account.lineage.origins[index].name = old
                changed += 1
            }
        }
        for index in account.analyses.indices {
            if var old = account.analyses[index].document.metadata.outlet, replace(&old) {
                account.analyses[index].document.metadata.outlet = old
                changed += 1
            }
        }
        for claim in account.ledger.claims.indices {
            for statement in account.ledger.claims[claim].statements.indices {
                for link in account.ledger.claims[claim].statements[statement].chain.indices
                where replace(&account.ledger.claims[claim].statements[statement].chain[link].name) { changed += 1 }
            }
        }
        return changed == 0 ? nil : Self.count(changed, "place") + " changed"
    }

    /// Whether an actor goes by a name or an id.
    private func goes(_ actor: Actor, by name: String) -> Bool {
        actor.id == name || actor.names.contains { Self.isSame($0, name) } || Self.isSame(actor.name, name)
    }

    private var nextActorNumber: Int {
        (account.world.actors.compactMap { Int($0.id.dropFirst()) }.max() ?? 0) + 1
    }

    /// Lets everything that names an actor name another.
    private mutating func refer(from old: String, to new: String) {
        func replace(_ id: inout String) { if id == old { id = new } }
        for index in account.world.events.indices {
            var seen: Set<String> = []
            account.world.events[index].participants = account.world.events[index].participants
                .map { $0 == old ? new : $0 }.filter { seen.insert($0).inserted }
        }
        for index in account.world.exchanges.indices {
            replace(&account.world.exchanges[index].from)
            replace(&account.world.exchanges[index].to)
        }
        for (thread, step) in steps {
            replace(&account.world.threads[thread].steps[step].actor)
            if account.world.threads[thread].steps[step].towards == old {
                account.world.threads[thread].steps[step].towards = new
            }
        }
        for index in account.world.relations.indices {
            replace(&account.world.relations[index].from)
            replace(&account.world.relations[index].to)
        }
        account.world.relations.removeAll { $0.from == $0.to }
    }
}
