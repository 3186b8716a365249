/// What a report tells of one victim: enough to see that two are not the same person.
struct VictimProfile: Hashable, Sendable {
    /// Whom the words stand for.
    enum Sex: Sendable { case male, female }

    /// The words of the fullest name, folded; empty where none is given.
    var name: [String] = []
    /// In years.
    var age: Int?
    var sex: Sex?
    /// Whether the words are those for small children, or for the grown.
    var isSmall: Bool?

    /// Whether what is told tells them apart: names, ages or sexes that differ.
    func isSomebodyElse(than other: VictimProfile) -> Bool {
        if let age, let known = other.age, abs(age - known) > 1 { return true }
        if let sex, let known = other.sex, sex != known { return true }
        if let isSmall, let known = other.isSmall, isSmall != known { return true }
        guard !name.isEmpty, !other.name.isEmpty else { return false }
        if Set(name).isDisjoint(with: other.name) { return true }
        // "Ann Ode" and "Ida Ode" are two, "Ode" and "Ann Ode" may be one.
        guard name.count > 1, other.name.count > 1, name.last == other.name.last else { return false }
        return name[0].first != other.name[0].first
    }

    /// Takes over what another telling of the same person adds.
    mutating func learn(_ other: VictimProfile) {
        if other.name.count > name.count { name = other.name }
        age = age ?? other.age
        sex = sex ?? other.sex
        isSmall = isSmall ?? other.isSmall
    }
}
