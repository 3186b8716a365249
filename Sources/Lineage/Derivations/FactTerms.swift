/// The names and numbers of a text, with what each weighs: what it tells of, whatever the words.
struct FactTerms {
    /// The weights of the text's names and numbers.
    let weights: [Term: Float]
    /// Those of them that are numbers.
    let numbers: Set<Term>

    /// The names and numbers of a text.
    init(_ text: IndexedText, vocabulary: Vocabulary, weights: TermWeights) {
        var found: [Term: Float] = [:]
        var numbers: Set<Term> = []
        for profile in text.profiles {
            for item in profile.items where vocabulary[item.term].isName || vocabulary[item.term].isNumber {
                found[item.term] = weights.matching[Int(item.term)]
                if vocabulary[item.term].isNumber { numbers.insert(item.term) }
            }
        }
        self.weights = found
        self.numbers = numbers
    }

    /// The numbers in some units of a text, and how many of them another text has nowhere.
    func numbers(in units: [Int], of text: IndexedText, missingIn other: FactTerms) -> (all: Int, alone: Int) {
        let found = Set(units.flatMap { text.profiles[$0].items.map(\.term) }).intersection(numbers)
        return (found.count, found.subtracting(other.numbers).count)
    }

    /// The weight of the names and numbers in some units of a text that another text has, and of those that it has not.
    func parted(_ units: [Int], of text: IndexedText, by other: FactTerms) -> (shared: Float, alone: Float) {
        var seen: Set<Term> = []
        var shared: Float = 0
        var alone: Float = 0
        for unit in units {
            for item in text.profiles[unit].items {
                guard let weight = weights[item.term], seen.insert(item.term).inserted else { continue }
                if other.weights[item.term] != nil { shared += weight } else { alone += weight }
            }
        }
        return (shared, alone)
    }
}
