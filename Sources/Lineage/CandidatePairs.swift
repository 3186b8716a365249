/// Which pairs of documents share enough rare words, or enough runs of words, to be aligned: found through an index of
/// both, so that a story of hundreds of documents costs little more than the pairs that matter.
struct CandidatePairs {
    /// Pairs, ascending.
    let pairs: [(a: Int, b: Int)]

    /// A story of fewer documents has all its pairs aligned.
    private static let fewDocuments = 40
    /// Weight of rare words that a pair must share.
    private static let leastShared: Float = 12
    /// Or runs of five words: a short text has few rare words.
    private static let leastRuns: UInt16 = 4
    /// A word that more documents have is not rare.
    private static let widest = 120

    /// The pairs worth aligning.
    ///
    /// - Complexity: O(w · d) in the words and the documents that share one, at most 120.
    init(_ readings: [StoryTexts.Reading], weights: TermWeights) {
        let texts = readings.map(\.text)
        if texts.count <= Self.fewDocuments {
            pairs = texts.indices.flatMap { a in ((a + 1)..<max(a + 1, texts.count)).map { (a, $0) } }
            return
        }
        var documentsOf: [Term: [Int]] = [:]
        for (index, text) in texts.enumerated() {
            for term in text.postings.keys where weights.matching[Int(term)] >= 1.5 {
                documentsOf[term, default: []].append(index)
            }
        }
        var shared: [[Float]] = texts.indices.map { [Float](repeating: 0, count: texts.count - $0) }
        for (term, documents) in documentsOf.sorted(by: { $0.key < $1.key }) where documents.count <= Self.widest {
            for (place, a) in documents.enumerated() {
                for b in documents[(place + 1)...] { shared[a][b - a] += weights.matching[Int(term)] }
            }
        }
        let runs = Self.sharedRuns(readings)
        pairs = texts.indices.flatMap { a in
            ((a + 1)..<max(a + 1, texts.count))
                .filter { shared[a][$0 - a] >= Self.leastShared || runs[a][$0 - a] >= Self.leastRuns }.map { (a, $0) }
        }
    }

    /// For each document, how many runs of five words it shares with those from it on.
    private static func sharedRuns(_ readings: [StoryTexts.Reading]) -> [[UInt16]] {
        var documentsOf: [UInt64: [Int]] = [:]
        for (index, reading) in readings.enumerated() {
            for run in reading.runs.hashes { documentsOf[run, default: []].append(index) }
        }
        var shared: [[UInt16]] = readings.indices.map { [UInt16](repeating: 0, count: readings.count - $0) }
        for documents in documentsOf.values where (2...widest).contains(documents.count) {  // sums: in any order
            for (place, a) in documents.enumerated() {
                for b in documents[(place + 1)...] where shared[a][b - a] < .max { shared[a][b - a] += 1 }
            }
        }
        return shared
    }
}
