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
        /// About what share of the smaller one's fingerprint they have in common.
        public var strength: Float
    }

    /// What so many documents have, or fewer, speaks for each pair of them.
    private static let narrow = 16
    /// A run that more than `narrow` documents have is a text that many printed: each is set beside the first few of them
    /// and the one before it, which ties all together at a cost that grows with their number and not with its square.
    private static let anchors = 8
    /// What more documents have tells nothing: a name of the day; a boilerplate sentence.
    private static let widestTerm = 60, widestRun = 2_000
    /// Score of a shared run and of a shared rare term, and the score from which a pair is compared.
    private static let runScore: UInt32 = 3, termScore: UInt32 = 1, least: UInt32 = 6

    private var scores = PairScores()
    /// For each document, the score that all its runs and terms would make.
    private var sizes: [UInt32] = []

    /// A counter that has counted nothing.
    public init() {}

    /// Counts a portion that has all postings of its hashes.
    ///
    /// - Complexity: O(n log n) in the postings; for each of a run, 16 pairs at most.
    public mutating func count(_ postings: [Posting], areRuns: Bool) {
        let postings = Self.gathered(postings)
        for posting in postings {
            let document = Int(posting.document)
            if document >= sizes.count { sizes += [UInt32](repeating: 0, count: document + 1 - sizes.count) }
            sizes[document] += areRuns ? Self.runScore : Self.termScore
        }
        var start = 0
        while start < postings.count {
            var end = start
            while end < postings.count, postings[end].hash == postings[start].hash { end += 1 }
            if end - start > 1, end - start <= (areRuns ? Self.widestRun : Self.widestTerm) {
                let score = areRuns ? Self.runScore : Self.termScore
                let isNarrow = !areRuns || end - start <= Self.narrow
                for b in (start + 1)..<end {
                    let first = isNarrow ? b : min(b, start + Self.anchors)
                    for a in start..<first { scores.add(score, postings[a].document, postings[b].document) }
                    if first < b { scores.add(score, postings[b - 1].document, postings[b].document) }
                }
            }
            start = end
        }
    }

    /// The postings with those of one hash together, documents ascending; hashes in no order that means anything. Parted
    /// by some bits of the hash first, so that what is sorted lies in the cache.
    private static func gathered(_ postings: [Posting]) -> [Posting] {
        guard postings.count > parts else { return postings.sorted() }
        func part(_ posting: Posting) -> Int { Int(posting.hash & UInt64(parts - 1)) }
        var ends = [Int](repeating: 0, count: parts + 1)
        for posting in postings { ends[part(posting) + 1] += 1 }
        for place in 0..<parts { ends[place + 1] += ends[place] }
        return [Posting](unsafeUninitializedCapacity: postings.count) { buffer, count in
            var next = ends
            for posting in postings {
                let place = part(posting)
                buffer.initializeElement(at: next[place], to: posting)
                next[place] += 1
            }
            for place in 0..<parts { buffer[ends[place]..<ends[place + 1]].sort() }
            count = postings.count
        }
    }

    private static let parts = 4096

    /// The pairs worth comparing, ascending.
    public var candidates: [Candidate] {
        scores.pairs(from: Self.least).map { pair in
            let smaller = max(1, min(sizes[Int(pair.a)], sizes[Int(pair.b)]))
            return Candidate(a: pair.a, b: pair.b, strength: Float(pair.score) / Float(smaller))
        }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    /// What documents have in common that are two tellings of one text; what has less ties no more than a few together,
    /// else all of one topic would stand in one group.
    private static let strong: Float = 0.15
    private static let mostTiedWeakly = 40

    /// The documents of candidates in groups that are looked at as one story: pairs of the greatest strength first, no
    /// group of more than `most`. Each group ascending, groups by their first document.
    public static func groups(of candidates: [Candidate], most: Int) -> [[UInt32]] {
        var leader: [UInt32: UInt32] = [:]
        var members: [UInt32: [UInt32]] = [:]
        func find(_ document: UInt32) -> UInt32 {
            var document = document
            while let next = leader[document], next != document { document = next }
            return document
        }
        for pair in candidates.sorted(by: { ($1.strength, $0.a, $0.b) < ($0.strength, $1.a, $1.b) }) {
            for document in [pair.a, pair.b] where leader[document] == nil {
                leader[document] = document
                members[document] = [document]
            }
            let (x, y) = (find(pair.a), find(pair.b))
            let limit = pair.strength >= strong ? most : min(most, mostTiedWeakly)
            guard x != y, (members[x]?.count ?? 0) + (members[y]?.count ?? 0) <= limit else { continue }
            let (low, high) = (min(x, y), max(x, y))
            leader[high] = low
            members[low, default: []] += members.removeValue(forKey: high) ?? []
        }
        return members.values.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
