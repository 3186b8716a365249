/// The persons of a report who are told apart.
struct VictimTally {
    private(set) var persons: [VictimProfile] = []

    /// Counts somebody who is none of those before; whoever may be one of them is.
    mutating func add(_ profile: VictimProfile) {
        guard let known = persons.firstIndex(where: { !profile.isSomebodyElse(than: $0) }) else {
            persons.append(profile)
            return
        }
        persons[known].learn(profile)
    }

    /// How many persons they are that a sentence tells of. A pronoun is one of those described; one person may be told of twice:
    /// `a boy is in hospital after his father hit his son`.
    static func number(of victims: [Victims]) -> Int {
        var several = 0
        var single: [Victims] = []
        for victim in victims.filter(\.isDescribed) + victims.filter({ !$0.isDescribed }) {
            guard let count = victim.count else { continue }
            guard count == 1, !victim.isNumbered, !victim.isOther, let profile = victim.profile else {
                several += count
                continue
            }
            let isNew = single.allSatisfy { known in
                known.deed != nil && known.deed == victim.deed || known.isSelf && victim.isDoneTo
                    || known.isDoneTo && victim.isSelf
                    || victim.isDescribed && profile.isSomebodyElse(than: known.profile ?? profile)
            }
            let isBeside = victims.contains { $0.head != victim.head && $0.deed == victim.deed && $0.deed != nil }
            // "he killed four before he was shot dead": one beside the four.
            let isAlone = single.isEmpty && !victims.contains { $0.isNumbered && $0.count == 1 }
            if victim.isDescribed ? isNew : isAlone || isBeside { single.append(victim) }
        }
        return several + single.count
    }

    /// Whether somebody is none of them, by what is told.
    func isNone(_ profile: VictimProfile) -> Bool {
        !persons.isEmpty && persons.allSatisfy { profile.isSomebodyElse(than: $0) }
    }
}
