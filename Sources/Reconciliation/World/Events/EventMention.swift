public import TextCore

/// Words that tell of an event: a verb, a noun, a name.
public struct EventMention: Hashable, Sendable {
    /// Index of the document among those that are looked at together.
    public var document: Int
    /// Where the words stand.
    public var span: TextSpan

    /// A mention.
    public init(document: Int, span: TextSpan) {
        self.document = document
        self.span = span
    }
}

/// What is read of a mention of an event, to compare it with others.
struct EventReading {
    var document: Int
    var sentence: Int?
    var trigger: WordForm
    /// Lemmas of all its words that tell something.
    var lemmas: [String]
    /// Whether it tells of something said.
    var isSpeech: Bool
    /// Lemmas of its arguments and modifiers, and of all its sentence, with their weights.
    var near = WordBag()
    var context = WordBag()
}

/// Words with weights.
struct WordBag {
    /// Words in order, each once.
    private var entries: [(word: UInt64, weight: Double)] = []
    private var length = 0.0

    /// Adds a word; of two weights the greater counts.
    ///
    /// - Complexity: O(n) in the words.
    mutating func add(_ word: UInt64, _ weight: Double) {
        guard weight > 0 else { return }
        let place = entries.partitioningIndex { $0.word >= word }
        if place < entries.count, entries[place].word == word {
            guard weight > entries[place].weight else { return }
            length += weight * weight - entries[place].weight * entries[place].weight
            entries[place].weight = weight
        } else {
            length += weight * weight
            entries.insert((word, weight), at: place)
        }
    }

    mutating func add(_ other: WordBag) { for entry in other.entries { add(entry.word, entry.weight) } }

    /// Cosine of the angle between two bags, from 0 to 1; 0 where one is empty.
    func cosine(_ other: WordBag) -> Double {
        guard length > 0, other.length > 0 else { return 0 }
        var sum = 0.0
        var (a, b) = (0, 0)
        while a < entries.count, b < other.entries.count {
            let (x, y) = (entries[a], other.entries[b])
            if x.word == y.word { sum += x.weight * y.weight }
            if x.word <= y.word { a += 1 }
            if y.word <= x.word { b += 1 }
        }
        return sum / (length * other.length).squareRoot()
    }
}
