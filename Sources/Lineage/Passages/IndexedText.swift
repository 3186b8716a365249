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

    /// Indexes a text.
    init(_ text: ComparableText, weights: TermWeights) {
        self.text = text
        self.profiles = text.units.map { UnitProfile($0.words, of: text, weights: weights) }
        var postings: [Term: [Int32]] = [:]
        for (index, profile) in profiles.enumerated() {
            for item in profile.items where weights.matching[Int(item.term)] >= Self.seedWeight {
                postings[item.term, default: []].append(Int32(index))
            }
        }
        self.postings = postings.filter { $0.value.count <= Self.widest }
    }
}
