/// Which pairs of documents share enough rare words to be aligned: found through an index of the words, so that a
/// story of hundreds of documents costs little more than the pairs that matter.
struct CandidatePairs {
    /// Pairs, ascending.
    let pairs: [(a: Int, b: Int)]

    /// A story of fewer documents has all its pairs aligned.
    private static let fewDocuments = 40
    /// Weight of rare words that a pair must share.
    private static let leastShared: Float = 12
    /// A word that more documents have is not rare.
    private static let widest = 120

    /// The pairs worth aligning.
    ///
    /// - Complexity: O(w · d) in the words and the documents that share one, at most 120.
    init(_ texts: [IndexedText], weights: TermWeights) {
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
        pairs = texts.indices.flatMap { a in
            ((a + 1)..<max(a + 1, texts.count)).filter { shared[a][$0 - a] >= Self.leastShared }.map { (a, $0) }
        }
    }
}
