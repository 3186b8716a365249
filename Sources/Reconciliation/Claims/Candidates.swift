import Lexicons

/// Pairs of statements worth comparing: they share a word or a concept that is not everywhere in the story.
struct Candidates {
    /// The pairs, first index smaller, each once, in order.
    ///
    /// - Complexity: O(n k m) for n statements of k content words and lists of at most m statements a word.
    static func pairs(_ drafts: [Draft]) -> [(Int, Int)] {
        let longest = max(60, drafts.count / 6)
        var postings: [UInt64: [Int]] = [:]
        for (index, draft) in drafts.enumerated() {
            var keys: Set<UInt64> = []
            for term in draft.features.terms {
                keys.insert(term.meaning.word)
                for concept in term.meaning.concepts { keys.insert(UInt64(bitPattern: Int64(concept)) | 1 << 62) }
            }
            for key in keys { postings[key, default: []].append(index) }
        }
        var partners: [Set<Int>] = Array(repeating: [], count: drafts.count)
        for list in postings.values where list.count > 1 && list.count <= longest {
            for (place, a) in list.enumerated() {
                for b in list[(place + 1)...] { partners[a].insert(b) }
            }
        }
        return partners.enumerated().flatMap { a, others in others.sorted().map { (a, $0) } }
    }
}
