import Lexicons
import NewsModel
import TextCore

/// Puts together what the statements tell of giving and getting: one exchange for each pair of parties and thing, with
/// everything that tells of it.
///
/// A party that one telling leaves out is taken from what the story says of the others: what a report says is given "in
/// return" goes the other way. Where no telling of the story has both parties, nothing is made up.
struct ExchangeFinder {
    let transfers: [Transfer]
    let drafts: [Draft]
    let ledger: Ledger
    let parties: Parties
    let claims: [Citation: String]

    /// The exchanges, those told of most often first.
    func exchanges() -> [Exchange] {
        let completed = completed()
        var groups: [[Transfer]] = []
        for transfer in completed {
            if let place = groups.firstIndex(where: { $0.contains { isOne($0, transfer) } }) {
                groups[place].append(transfer)
            } else {
                groups.append([transfer])
            }
        }
        let exchanges = groups.compactMap { exchange($0, returns: completed) }
        return exchanges.enumerated().sorted { a, b in
            a.element.citations.count != b.element.citations.count
                ? a.element.citations.count > b.element.citations.count : a.offset < b.offset
        }.map(\.element)
    }

    // MARK: Parties

    /// The transfers with both parties, missing ones filled in from their surroundings.
    private func completed() -> [Transfer] {
        var known: [[Int]: Int] = [:]
        for transfer in transfers {
            guard let giver = transfer.giver.map(lifted), let receiver = transfer.receiver.map(lifted) else { continue }
            known[[giver, receiver], default: 0] += 1
        }
        return transfers.compactMap { transfer in
            var transfer = transfer
            if transfer.giver == nil, let receiver = transfer.receiver {
                transfer.giver = counterpart(of: receiver, giving: false, transfer, known)
            } else if transfer.receiver == nil, let giver = transfer.giver {
                transfer.receiver = counterpart(of: giver, giving: true, transfer, known)
            }
            guard let giver = transfer.giver, let receiver = transfer.receiver, giver != receiver else { return nil }
            // A leader and a country: what the leader gets is the country's. Two leaders: a gift between them.
            let isMixed = parties.actors[giver].kind != parties.actors[receiver].kind
            if isMixed {
                transfer.giver = lifted(giver)
                transfer.receiver = lifted(receiver)
            }
            return transfer.giver == transfer.receiver ? nil : transfer
        }
    }

    private func lifted(_ party: Int) -> Int { parties.country(of: party) ?? party }

    /// Who else is party to what a party gives or gets: in the sentence beside it, else in the story as a whole.
    private func counterpart(
        of party: Int, giving: Bool, _ transfer: Transfer, _ known: [[Int]: Int]
    ) -> Int? {
        let own = lifted(party)
        let near = transfers.filter { $0.document == transfer.document && abs($0.sentence - transfer.sentence) <= 1 }
            .flatMap { [$0.giver, $0.receiver] }.compactMap { $0.map(lifted) }.filter { $0 != own }
        if let only = Set(near).first, Set(near).count == 1, hasDealings(own, only, known) { return only }
        var counts: [Int: Int] = [:]
        for (pair, count) in known where pair.contains(own) {
            let other = pair[0] == own ? pair[1] : pair[0]
            counts[other, default: 0] += count
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let best = ranked.first, ranked.count == 1 || best.value >= 2 * ranked[1].value else { return nil }
        return best.key
    }

    private func hasDealings(_ a: Int, _ b: Int, _ known: [[Int]: Int]) -> Bool {
        known[[a, b]] != nil || known[[b, a]] != nil
    }

    // MARK: Exchanges

    private func isOne(_ a: Transfer, _ b: Transfer) -> Bool {
        guard a.giver == b.giver, a.receiver == b.receiver else { return false }
        guard (a.status == .refused) == (b.status == .refused) else { return false }
        return WordMeanings.closeness(a.head, b.head) >= .exchangeable
    }

    private func exchange(_ group: [Transfer], returns all: [Transfer]) -> Exchange? {
        guard let first = group.first, let giver = first.giver, let receiver = first.receiver else { return nil }
        var claims: [String] = []
        var citations: [Citation] = []
        for transfer in group {
            let citation = drafts[transfer.draft].statement.citation
            if !citations.contains(citation) { citations.append(citation) }
            if let claim = self.claims[citation], !claims.contains(claim) { claims.append(claim) }
        }
        let figure = ledger.figures.first { figure in
            figure.values.contains { value in
                citations.contains { $0.document == value.citation.document && $0.span.contains(value.citation.span) }
                    && value.thing.map { FoldedText.fold($0) }.map { thing in
                        group.contains { Self.isNamed($0.thing, thing) }
                    } ?? false
            }
        }
        return Exchange(
            from: parties.actors[giver].id, to: parties.actors[receiver].id, thing: clearest(group), figure: figure?.id,
            inReturnFor: inReturn(group, all), status: Self.firmest(group.map(\.status)), claims: claims,
            citations: citations.sorted())
    }

    /// Whether two namings end in one noun: "artillery shells" and "shell".
    private static func isNamed(_ a: String, _ b: String) -> Bool {
        func singular(_ text: String) -> String {
            let folded = FoldedText.fold(text)
            return folded.hasSuffix("s") ? String(folded.dropLast()) : folded
        }
        let (x, y) = (singular(a), singular(b))
        return x.hasSuffix(y) || y.hasSuffix(x)
    }

    /// The commonest naming of the thing, the longest of equals.
    private func clearest(_ group: [Transfer]) -> String {
        var counts: [String: Int] = [:]
        for transfer in group { counts[transfer.thing, default: 0] += 1 }
        return counts.max { a, b in
            (a.value, a.key.count, b.key) < (b.value, b.key.count, a.key)
        }?.key ?? ""
    }

    /// What goes the other way: what the sentence before gives where this one says "in return", and the other way round.
    private func inReturn(_ group: [Transfer], _ all: [Transfer]) -> String? {
        var things: [String] = []
        for transfer in group {
            for other in all
            where other.document == transfer.document && other.giver == transfer.receiver
                && other.receiver == transfer.giver && abs(other.sentence - transfer.sentence) <= 6
                && (transfer.isReturn && other.sentence <= transfer.sentence
                    || other.isReturn && other.sentence >= transfer.sentence)
                && !things.contains(where: { FoldedText.fold($0) == FoldedText.fold(other.thing) })
            {
                things.append(other.thing)
            }
        }
        return things.isEmpty ? nil : things.prefix(4).joined(separator: ", ")
    }

    private static func firmest(_ statuses: [Exchange.Status]) -> Exchange.Status {
        let order: [Exchange.Status] = [.done, .claimed, .possible, .sought, .refused]
        return order.first(where: statuses.contains) ?? .claimed
    }
}
