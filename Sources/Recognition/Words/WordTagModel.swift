import Lexicons
import TextCore

/// What the word tagger knows: which tags a word or ending takes, and how tags follow one another.
struct WordTagModel: Sendable {
    /// A tag with how well it explains a word: P(word | tag), up to a factor that is the same for all tags of the word.
    struct Candidate: Sendable {
        var tag: WordTag
        var weight: Float
    }

    private let words: CandidateTable
    private let endings: CandidateTable
    /// P(third | first, second), `first` major; the tag after the last stands for the edge of a sentence.
    private let transitions: [Float]

    /// The edge of a sentence, as a tag number.
    static let edge = WordTag.allCases.count
    private static let size = edge + 1
    private static let longestEnding = 5

    /// Reads the tables.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        var trigrams = [Float](repeating: 0, count: Self.size * Self.size * Self.size)
        let table = try ByteTable("tag-trigrams.tsv", in: resources)
        try table.forEachRow { fields in
            guard let first = Self.tag(table.bytes[fields[0]]), let second = Self.tag(table.bytes[fields[1]]),
                let third = Self.tag(table.bytes[fields[2]]), let count = table.number(fields[3])
            else { return false }
            trigrams[(first * Self.size + second) * Self.size + third] = Float(count)
            return true
        }
        let counts = Counts(trigrams: trigrams, size: Self.size)
        transitions = counts.smoothed()
        words = try CandidateTable(
            try ByteTable("word-tags.tsv", in: resources), tags: 1, unigrams: counts.unigrams
        ) { table, fields in StableHash.hash(table.bytes[fields[0]]) }
        endings = try CandidateTable(
            try ByteTable("ending-tags.tsv", in: resources), tags: 2, unigrams: counts.unigrams
        ) { table, fields in
            Self.endingKey(
                table.bytes[fields[1]], isCapitalised: table.bytes[fields[0]].first == UInt8(ascii: "1"))
        }
    }

    /// P(third | first, second) of tag numbers.
    @inline(__always)
    func transition(_ first: Int, _ second: Int, _ third: Int) -> Float {
        transitions[(first * Self.size + second) * Self.size + third]
    }

    /// The tags that a word may take.
    ///
    /// - Parameters:
    ///   - word: its bytes, with plain apostrophes.
    ///   - isFirst: whether it begins a sentence, where a capital says nothing.
    /// - Complexity: O(length of the word).
    func candidates(for word: [UInt8], isFirst: Bool) -> ArraySlice<Candidate> {
        let isCapitalised = word.first.map { ASCII.isUpper($0) } ?? false
        if let found = words[StableHash.hash(Self.shape(word))] {
            guard isFirst, isCapitalised, let other = words[StableHash.hash(word.lazy.map(ASCII.lowercased))] else {
                return found
            }
            return Self.merged(found, other)
        }
        if isCapitalised, isFirst || word.allSatisfy({ !ASCII.isLower($0) }),
            let found = words[StableHash.hash(word.lazy.map(ASCII.lowercased))]
        {
            return found
        }
        for length in stride(from: min(Self.longestEnding, word.count), through: 0, by: -1) {
            let ending = word.suffix(length).lazy.map(ASCII.lowercased)
            guard let found = endings[Self.endingKey(ending, isCapitalised: isCapitalised)] else { continue }
            // A capital in the middle of a sentence, on a word never seen, makes a name or an adjective of one.
            if isCapitalised, !isFirst {
                let names = found.filter { $0.tag.isName || $0.tag == .adjective }
                if names.contains(where: { $0.tag.isName }) { return names[...] }
                return [Candidate(tag: .name, weight: 1)]
            }
            return found
        }
        return [Candidate(tag: .noun, weight: 1)]
    }

    // MARK: Reading

    private static func tag(_ name: ArraySlice<UInt8>) -> Int? {
        name.elementsEqual("^".utf8) || name.elementsEqual("$$".utf8)
            ? edge : WordTag(treebank: name).map { Int($0.rawValue) }
    }

    private static func endingKey(_ ending: some Sequence<UInt8>, isCapitalised: Bool) -> UInt64 {
        StableHash.hash(ending, seed: isCapitalised ? 1 : 2)
    }

    /// Numbers of any digits are one word.
    private static func shape(_ word: [UInt8]) -> [UInt8] {
        var hasDigit = false
        for byte in word {
            if ASCII.isDigit(byte) {
                hasDigit = true
            } else if ![0x2E, 0x2C, 0x3A, 0x2F, 0x2D].contains(byte) {
                return word
            }
        }
        return hasDigit ? [UInt8(ascii: "0")] : word
    }

    private static func merged(_ a: ArraySlice<Candidate>, _ b: ArraySlice<Candidate>) -> ArraySlice<Candidate> {
        var sum = Array(a)
        for candidate in b {
            if let index = sum.firstIndex(where: { $0.tag == candidate.tag }) {
                sum[index].weight += candidate.weight
            } else {
                sum.append(candidate)
            }
        }
        return sum[...]
    }
}

/// The tags that words or endings may take, by hash.
private struct CandidateTable: Sendable {
    private var index: HashIndex
    private var candidates: [WordTagModel.Candidate] = []
    /// Where the candidates of each entry begin, and where the last ones end.
    private var starts: [UInt32] = [0]

    /// Reads a table whose column `tags` has `TAG count TAG count …`; counts of a tag are divided by how common it is. Of
    /// rows with the same key the last counts.
    init(
        _ table: ByteTable, tags: Int, unigrams: [Float], key: (ByteTable, [Range<Int>]) -> UInt64
    ) throws(ResourceDirectory.Failure) {
        index = HashIndex(capacity: table.count)
        var (index, candidates, starts) = (index, candidates, starts)
        try table.forEachRow { fields in
            var start = fields[tags].lowerBound
            while start < fields[tags].upperBound {
                let name = table.word(from: start, in: fields[tags])
                let number = table.word(from: name.upperBound + 1, in: fields[tags])
                guard let tag = WordTag(treebank: table.bytes[name]), let count = table.number(number) else {
                    return false
                }
                candidates.append(
                    WordTagModel.Candidate(tag: tag, weight: Float(count) / max(1, unigrams[Int(tag.rawValue)])))
                start = number.upperBound + 1
            }
            guard candidates.count > Int(starts[starts.count - 1]) else { return false }
            index.insert(key(table, fields), UInt32(starts.count - 1))
            starts.append(UInt32(candidates.count))
            return true
        }
        (self.index, self.candidates, self.starts) = (index, candidates, starts)
    }

    /// The candidates under `hash`.
    subscript(hash: UInt64) -> ArraySlice<WordTagModel.Candidate>? {
        index.newest(hash).map { candidates[Int(starts[Int($0)])..<Int(starts[Int($0) + 1])] }
    }
}

/// Counts of tag trigrams and what follows from them.
private struct Counts {
    let trigrams: [Float]
    let size: Int
    let bigrams: [Float]
    let unigrams: [Float]

    init(trigrams: [Float], size: Int) {
        var bigrams = [Float](repeating: 0, count: size * size)
        var unigrams = [Float](repeating: 0, count: size)
        for first in 0..<size {
            for second in 0..<size {
                for third in 0..<size {
                    let count = trigrams[(first * size + second) * size + third]
                    bigrams[second * size + third] += count
                    unigrams[third] += count
                }
            }
        }
        (self.trigrams, self.size, self.bigrams, self.unigrams) = (trigrams, size, bigrams, unigrams)
    }

    /// Trigram probabilities smoothed by linear interpolation; the weights by deleted interpolation (Brants 2000).
    func smoothed() -> [Float] {
        let total = unigrams.reduce(0, +)
        var contexts = [Float](repeating: 0, count: size * size)
        var singles = [Float](repeating: 0, count: size)
        for index in trigrams.indices { contexts[index / size] += trigrams[index] }
        for index in bigrams.indices { singles[index / size] += bigrams[index] }
        var votes: (one: Float, two: Float, three: Float) = (0, 0, 0)
        for index in trigrams.indices where trigrams[index] > 0 {
            let pair = index / size
            let (second, third) = (pair % size, index % size)
            let three = contexts[pair] > 1 ? (trigrams[index] - 1) / (contexts[pair] - 1) : 0
            let two = singles[second] > 1 ? (bigrams[second * size + third] - 1) / (singles[second] - 1) : 0
            let one = (unigrams[third] - 1) / (total - 1)
            if three >= two, three >= one {
                votes.three += trigrams[index]
            } else if two >= one {
                votes.two += trigrams[index]
            } else {
                votes.one += trigrams[index]
            }
        }
        let sum = max(1, votes.one + votes.two + votes.three)
        return trigrams.indices.map { index in
            let pair = index / size
            let (second, third) = (pair % size, index % size)
            let one = unigrams[third] / max(1, total)
            let two = singles[second] > 0 ? bigrams[second * size + third] / singles[second] : 0
            let three = contexts[pair] > 0 ? trigrams[index] / contexts[pair] : 0
            return (votes.one * one + votes.two * two + votes.three * three) / sum + 1e-9
        }
    }
}
