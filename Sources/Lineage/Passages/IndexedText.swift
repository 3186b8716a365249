/// A text with the profiles of its units and an index of which units have a term.
struct IndexedText {
    /// The text.
    let text: ComparableText
    /// A profile for each unit.
    let profiles: [UnitProfile]
    /// For each term that is rare enough to seed an alignment, the units that have it, ascending.
    let postings: [Term: [Int32]]

    /// A term of less weight seeds nothing.
    static let seedWeight: Float = 0.8
    /// A term that stands in more units seeds nothing, so that no text makes the search quadratic.
    private static let widest = 150

    /// Indexes the first units of a text.
    init(_ text: ComparableText, units: Int, weights: TermWeights) {
        self.text = text
        self.profiles = text.units.prefix(units).map { UnitProfile($0.words, of: text, weights: weights) }
        var postings: [Term: [Int32]] = [:]
        for (index, profile) in profiles.enumerated() {
            for item in profile.items where weights.matching[Int(item.term)] >= Self.seedWeight {
                postings[item.term, default: []].append(Int32(index))
            }
        }
        self.postings = postings.filter { $0.value.count <= Self.widest }
    }

    /// Weight of some units.
    func weight(of units: Range<Int>) -> Double {
        units.reduce(0) { profiles.indices.contains($1) ? $0 + Double(profiles[$1].weight) : $0 }
    }

    /// Share of the text's weight that stands in some units, from 0 to 1.
    func share(of units: Set<Int>) -> Double {
        let total = profiles.reduce(Float(0)) { $0 + $1.weight }
        let part = units.sorted().reduce(Float(0)) { profiles.indices.contains($1) ? $0 + profiles[$1].weight : $0 }
        return total > 0 ? Double(part / total) : 0
    }
}
