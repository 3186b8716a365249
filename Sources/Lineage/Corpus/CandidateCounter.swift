/// Counts what pairs of documents of a corpus share, from postings in any number of portions.
public struct CandidateCounter: Sendable {
    /// A hash that a document has.
    public struct Posting: Comparable, Sendable {
        public var hash: UInt64
        public var document: UInt32

        public init(hash: UInt64, document: UInt32) {
            self.hash = hash
            self.document = document
        }

        public static func < (a: Posting, b: Posting) -> Bool { (a.hash, a.document) < (b.hash, b.document) }
    }

    /// Two documents, and how much speaks for comparing them.
    public struct Candidate: Hashable, Sendable {
        public var a: UInt32, b: UInt32
        public var score: UInt32
    }

    /// What more documents have tells nothing: a boilerplate sentence, a name of the day.
    private static let widest = 60
    /// Score of a shared run and of a shared rare term, and the score from which a pair is compared.
    private static let runScore: UInt32 = 3, termScore: UInt32 = 1, least: UInt32 = 6

    private var scores: [UInt64: UInt32] = [:]

    /// A counter that has counted nothing.
    public init() {}

    /// Counts a portion that has all postings of its hashes.
    ///
    /// - Complexity: O(n log n) in the postings, and 60 pairs for each at most.
    public mutating func count(_ postings: [Posting], areRuns: Bool) {
        let postings = postings.sorted()
        var start = 0
        while start < postings.count {
            var end = start
            while end < postings.count, postings[end].hash == postings[start].hash { end += 1 }
            if end - start > 1, end - start <= Self.widest {
                for a in start..<end {
                    for b in (a + 1)..<end {
                        let key = UInt64(postings[a].document) << 32 | UInt64(postings[b].document)
                        scores[key, default: 0] += areRuns ? Self.runScore : Self.termScore
                    }
                }
            }
            start = end
        }
    }

    /// The pairs worth comparing, ascending.
    public var candidates: [Candidate] {
        scores.filter { $0.value >= Self.least }.sorted { $0.key < $1.key }
            .map { Candidate(a: UInt32($0.key >> 32), b: UInt32(truncatingIfNeeded: $0.key), score: $0.value) }
    }

    /// The documents of candidates in groups that are looked at as one story: pairs of the highest scores first, no
    /// group of more than `most`. Each group ascending, groups by their first document.
    public static func groups(of candidates: [Candidate], most: Int) -> [[UInt32]] {
        var leader: [UInt32: UInt32] = [:]
        var members: [UInt32: [UInt32]] = [:]
        func find(_ document: UInt32) -> UInt32 {
            var document = document
            while let next = leader[document], next != document { document = next }
            return document
        }
        for pair in candidates.sorted(by: { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }) {
            for document in [pair.a, pair.b] where leader[document] == nil {
                leader[document] = document
                members[document] = [document]
            }
            let (x, y) = (find(pair.a), find(pair.b))
            guard x != y, (members[x]?.count ?? 0) + (members[y]?.count ?? 0) <= most else { continue }
            let (low, high) = (min(x, y), max(x, y))
            leader[high] = low
            members[low, default: []] += members.removeValue(forKey: high) ?? []
        }
        return members.values.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
