import TextCore

/// A unit as it is compared with others: its terms with their weights, and its runs of two words.
struct UnitProfile {
    /// A term of a unit.
    struct Item {
        /// The term.
        var term: Term
        /// How often the unit has it, at most 3: saying it again proves no more.
        var count: UInt8
        /// How many of these stand outside quotations.
        var own: UInt8
    }

    /// The terms that weigh anything, ascending.
    let items: [Item]
    /// Hashes of pairs of neighbouring words, ascending.
    let pairs: [UInt64]
    /// Sum of the matching weights.
    let weight: Float
    /// Number of words.
    let words: Int

    /// The profile of a stretch of words: a unit, or several that stand together.
    init(_ stretch: Range<Int>, of text: ComparableText, weights: TermWeights) {
        let place = text.words[stretch]
        var items: [Item] = []
        for word in place.sorted(by: { $0.term < $1.term }) where weights.matching[Int(word.term)] > 0 {
            if let last = items.indices.last, items[last].term == word.term {
                guard items[last].count < 3 else { continue }
                items[last].count += 1
                items[last].own += word.isQuoted ? 0 : 1
            } else {
                items.append(Item(term: word.term, count: 1, own: word.isQuoted ? 0 : 1))
            }
        }
        self.items = items
        self.weight = items.reduce(0) { $0 + weights.matching[Int($1.term)] * Float($1.count) }
        self.pairs = zip(place, place.dropFirst())
            .map { UInt64(UInt32(bitPattern: $0.term)) << 32 | UInt64(UInt32(bitPattern: $1.term)) }.sorted()
        self.words = stretch.count
    }
}
