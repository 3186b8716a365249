import NewsModel
import TextCore

extension Correcting {
    /// Makes one claim of those that the texts name.
    mutating func mergeClaims(_ texts: [String]) -> String? {
        let found = texts.map { text in account.ledger.claims.firstIndex { isNamed($0, text) } }
        guard found.compactMap({ $0 }).count >= 2 else { return nil }
        let places = Array(Set(found.compactMap { $0 })).sorted()
        guard let kept = places.first, places.count >= 2 else { return "one claim already" }
        var claim = account.ledger.claims[kept]
        for place in places.dropFirst() {
            let other = account.ledger.claims[place]
            claim.statements += other.statements
            if other.status == .disputed { claim.status = .disputed }
            for index in account.world.events.indices {
                account.world.events[index].claims = renamed(account.world.events[index].claims, other.id, to: claim.id)
            }
            for index in account.world.exchanges.indices {
                account.world.exchanges[index].claims = renamed(
                    account.world.exchanges[index].claims, other.id, to: claim.id)
            }
            for (thread, step) in steps {
                account.world.threads[thread].steps[step].claims = renamed(
                    account.world.threads[thread].steps[step].claims, other.id, to: claim.id)
            }
        }
        let order = Dictionary(
            account.analyses.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { first, _ in first })
        claim.statements.sort {
            let (a, b) = (order[$0.citation.document] ?? 0, order[$1.citation.document] ?? 0)
            return a != b ? a < b : $0.citation.span < $1.citation.span
        }
        account.ledger.claims[kept] = recounted(claim)
        for place in places.dropFirst().reversed() { account.ledger.claims.remove(at: place) }
        return "\(places.count) claims are one, \(claim.id)"
    }

    /// Takes statements out of the claim of the first text; each becomes a claim of its own.
    mutating func splitClaim(_ texts: [String]) -> String? {
        guard let first = texts.first, let place = account.ledger.claims.firstIndex(where: { isNamed($0, first) })
        else {
            return nil
        }
        var claim = account.ledger.claims[place]
        var next = (account.ledger.claims.compactMap { Int($0.id.dropFirst()) }.max() ?? 0) + 1
        var made: [Claim] = []
        for text in texts.dropFirst() {
            let own = claim.statements.filter { isNamed($0, text) }
            guard !own.isEmpty, own.count < claim.statements.count else { continue }
            claim.statements.removeAll { statement in own.contains { $0.id == statement.id } }
            var other = claim
            other.id = "c\(next)"
            other.text = own[0].reading
            other.statements = own
            made.append(recounted(other))
            next += 1
        }
        guard !made.isEmpty else { return nil }
        account.ledger.claims[place] = recounted(claim)
        account.ledger.claims += made
        return ([claim] + made).map(\.id).joined(separator: " and ") + " are told apart"
    }

    /// Leaves out what has these words: a claim, else a statement, an event, an exchange, a thread, a relation,
    /// a discrepancy.
    mutating func reject(_ text: String) -> String? {
        var told: [String] = []
        let claims = account.ledger.claims.filter { isNamed($0, text) }
        var statements = Set(claims.flatMap { $0.statements.map(\.id) })
        if claims.isEmpty {
            statements = Set(account.ledger.claims.flatMap(\.statements).filter { isNamed($0, text) }.map(\.id))
        }
        if !statements.isEmpty {
            remove(statements)
            told.append(
                claims.isEmpty ? Self.count(statements.count, "statement") : Self.count(claims.count, "claim"))
        }
        func dropped(_ number: Int, _ thing: String) { if number > 0 { told.append(Self.count(number, thing)) } }
        let (events, exchanges) = (account.world.events.count, account.world.exchanges.count)
        let threads = account.world.threads.count
        let (relations, discrepancies) = (account.world.relations.count, account.ledger.discrepancies.count)
        account.world.events.removeAll { $0.id == text || Self.isSame($0.text, text) }
        account.world.exchanges.removeAll { Self.isSame($0.thing, text) }
        account.world.threads.removeAll { thread in thread.steps.contains { Self.isSame($0.text, text) } }
        account.world.relations.removeAll { Self.isSame($0.text, text) }
        account.ledger.discrepancies.removeAll { Self.isSame($0.text, text) }
        dropped(events - account.world.events.count, "event")
        dropped(exchanges - account.world.exchanges.count, "exchange")
        dropped(threads - account.world.threads.count, "thread")
        dropped(relations - account.world.relations.count, "relation")
        dropped(discrepancies - account.ledger.discrepancies.count, "discrepancy")
        return told.isEmpty ? nil : told.joined(separator: ", ") + " left out"
    }

    /// Where the steps of all threads are: thread and place in it.
    var steps: [(thread: Int, step: Int)] {
        account.world.threads.enumerated().flatMap { thread, item in item.steps.indices.map { (thread, $0) } }
    }

    /// Removes statements, and everything that stood on them alone.
    private mutating func remove(_ statements: Set<String>) {
        var gone: Set<String> = []
        account.ledger.claims = account.ledger.claims.compactMap { claim in
            var claim = claim
            let before = claim.statements.count
            claim.statements.removeAll { statements.contains($0.id) }
            if claim.statements.isEmpty { gone.insert(claim.id) }
            return claim.statements.isEmpty ? nil : claim.statements.count == before ? claim : recounted(claim)
        }
        account.ledger.figures = account.ledger.figures.compactMap { figure in
            var figure = figure
            figure.values.removeAll { statements.contains($0.statement) }
            return figure.values.isEmpty ? nil : figure
        }
        for index in account.world.events.indices { account.world.events[index].claims.removeAll(where: gone.contains) }
        for index in account.world.exchanges.indices {
            account.world.exchanges[index].claims.removeAll(where: gone.contains)
        }
        for (thread, step) in steps {
            account.world.threads[thread].steps[step].claims.removeAll(where: gone.contains)
        }
    }

    /// A claim with its counts and its status as its statements now give them; what is disputed stays so.
    func recounted(_ claim: Claim) -> Claim {
        var claim = claim
        claim.documents = Set(claim.statements.map(\.citation.document)).count
        claim.origins = Set(claim.statements.map(\.origin)).count
        let sources = claim.statements.map { statement in
            statement.chain.last { $0.kind != .outlet }?.name.lowercased() ?? statement.origin.description
        }
        claim.ultimateSources = Set(sources).count
        if claim.status != .disputed {
            claim.status = claim.origins >= 2 && claim.ultimateSources >= 2 ? .corroborated : .singleOrigin
        }
        return claim
    }

    private func renamed(_ ids: [String], _ old: String, to new: String) -> [String] {
        var seen: Set<String> = []
        return ids.map { $0 == old ? new : $0 }.filter { seen.insert($0).inserted }
    }

    private func isNamed(_ claim: Claim, _ text: String) -> Bool { claim.id == text || Self.isSame(claim.text, text) }

    private func isNamed(_ statement: Statement, _ text: String) -> Bool {
        statement.id == text || Self.isSame(statement.reading, text) || Self.isSame(exact(statement.citation), text)
    }
}
