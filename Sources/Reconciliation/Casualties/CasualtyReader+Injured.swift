import NewsModel

/// How many a report says were injured and live.
extension CasualtyReader {
    func injured(_ told: [Told], killed: Casualties.Count?, _ dead: VictimTally) -> Casualties.Count? {
        // Numbers of the injured, and of those hit beside somebody who died in the same sentence or "others".
        // "One is dead after a gunman shot five": the five are all.
        func isOccasion(_ dead: Victims, _ hit: Victims) -> Bool {
            hit.clause.map { $0 > dead.head } ?? false
        }
        // "All three had suffered gunshot wounds", of three dead.
        func isDead(_ victims: Victims, _ sentence: Told) -> Bool {
            guard let killed, killed.number > 1 else { return false }
            return victims.count == killed.number && victims.isAll && sentence.killed.isEmpty
        }
        // "One person is dead and three others are treated."
        func isBesideDead(_ victims: Victims, _ sentence: Told) -> Bool {
            victims.isOther && (victims.count ?? 0) > 1 && !sentence.killed.isEmpty
        }
        func stated(withStates: Bool) -> [(number: Int, sentence: Told)] {
            told.compactMap { sentence -> (number: Int, sentence: Told)? in
                let injured = sentence.injured.filter {
                    (withStates || !$0.isState || !$0.isNumbered || isBesideDead($0, sentence)) && !isDead($0, sentence)
                }
                let own = injured.filter { !$0.isPart }
                // "three of the men were hurt and another taken to hospital": the others of a part make the whole.
                let hurt = own.allSatisfy(\.isOther) && !own.isEmpty ? injured : own
                let beside = sentence.hit.filter { victims in
                    victims.isOther
                        || killed != nil && victims.isDescribed && victims.isNumbered && !victims.isPart
                            && sentence.killed.contains {
                                $0.head < victims.head && !$0.isPart && !isOccasion($0, victims)
                            }
                }
                let whole = hurt.contains(where: \.isNumbered) ? hurt : hurt + beside
                guard whole.contains(where: { $0.isNumbered && $0.count != nil }) else { return nil }
                return (VictimTally.number(of: whole), sentence)
            }
        }
        func totals(withStates: Bool) -> [(number: Int, sentence: Told)] {
            told.compactMap { sentence -> (number: Int, sentence: Told)? in
                let hasOthers = sentence.injured.contains { $0.isOther && $0.isNumbered }
                let injured = sentence.injured.filter {
                    withStates || hasOthers || !$0.isState || !$0.isNumbered
                }
                let whole = Self.shot(sentence.hit, injured, killed)
                guard
                    sentence.killed.allSatisfy({ dead in
                        dead.isPart || whole.allSatisfy { $0.head < dead.head || !$0.isDescribed }
                    }),
                    whole.contains(where: { $0.isNumbered && $0.count != nil })
                else { return nil }
                return (VictimTally.number(of: whole), sentence)
            }
        }
        let all = totals(withStates: false)
        let single = told.filter { $0.weight >= 2 && ($0.hit + $0.injured).contains { $0.count == 1 } }
        let isStray = killed == nil && all.count == 1 && all[0].sentence.weight < 2 && !single.isEmpty
        let total = isStray ? nil : Self.weightiest(all) ?? Self.weightiest(totals(withStates: true))
        guard let killed else {
            // "A fourth victim was found": three others before.
            let rank = told.flatMap { $0.hit + $0.injured }.compactMap(\.rank).max() ?? 0
            guard var total else {
                var counted = counted(told)
                if let number = counted?.number, rank > number { counted?.number = rank }
                return counted
            }
            if rank == total.number + 1 { total.number = rank }
            return total
        }
        if let stated = Self.weightiest(stated(withStates: false)) { return stated }
        if let total, total.number > killed.number {
            return Casualties.Count(
                number: total.number - killed.number, isStated: true, citations: total.citations + killed.citations)
        }
        if let stated = Self.weightiest(stated(withStates: true)) { return stated }
        return besides(told, dead, isOfMany: killed.isStated && killed.number > 1)
    }

    /// Those hit, and those hurt besides. Whoever is said to be hurt beside several who were hit is one of them:
    /// "6 shot, one critically hurt" are six.
    private static func shot(_ hit: [Victims], _ injured: [Victims], _ killed: Casualties.Count?) -> [Victims] {
        let hit = hit.filter { !$0.isPart }
        guard killed == nil else { return hit }
        let all = hit.compactMap(\.count).reduce(0, +)
        let isSeveral = all > 1 && hit.contains(where: \.isNumbered)
        return hit + injured.filter { !$0.isPart && (!isSeveral || $0.isOther || ($0.count ?? 0) > all) }
    }

    /// Persons told of one by one where nobody died.
    private func counted(_ told: [Told]) -> Casualties.Count? {
        let single = told.filter { !($0.injured + $0.hit).isEmpty }
        guard !single.isEmpty else { return nil }
        let together =
            single.map { VictimTally.number(of: ($0.injured + $0.hit).filter { !$0.isPart }) }.max() ?? 0
        let added = single.flatMap { $0.injured + $0.hit }.count { $0.isOther && !$0.isNumbered && $0.count == 1 }
        let number = max(together, 1 + (together > 1 ? 0 : min(added, 3)))
        return Casualties.Count(number: number, isStated: false, citations: single.prefix(3).map(\.citation))
    }

    /// Persons told of one by one who were hurt beside those who died.
    private func besides(_ told: [Told], _ dead: VictimTally, isOfMany: Bool) -> Casualties.Count? {
        let chains = Set(told.flatMap(\.killed).compactMap(\.chain))
        var hurt = VictimTally()
        var citations: [Citation] = []
        var most = 0
        for sentence in told {
            // "he was shot and died": who is hit in a sentence in which a pronoun dies is that one.
            let isOne = sentence.killed.allSatisfy { !$0.isDescribed && ($0.count ?? 1) == 1 }
            let others = (sentence.injured + sentence.hit).filter { victims in
                guard victims.count != nil, victims.isDescribed, !(victims.chain.map(chains.contains) ?? false) else {
                    return false
                }
                // Of those hit in a killing of several, the text tells that they are dead.
                if victims.profile.map(dead.isNone) ?? false { return !isOfMany || victims.outcome == .injured }
                // "he shot another teen": beside whoever shot.
                if victims.isOther { return victims.doer == nil && (sentence.killed.isEmpty || !isOne) }
                let isApart = sentence.killed.allSatisfy { ($0.count ?? 0) > 1 }
                return !sentence.killed.isEmpty && (victims.outcome == .injured && !isOne || isApart)
            }
            guard !others.isEmpty else { continue }
            for case let profile? in others.map(\.profile) { hurt.add(profile) }
            most = max(most, VictimTally.number(of: others))
            citations.append(sentence.citation)
        }
        guard most > 0 else { return nil }
        return Casualties.Count(
            number: max(most, hurt.persons.count), isStated: false, citations: Array(citations.prefix(3)))
    }
}
