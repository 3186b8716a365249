import NewsModel

/// The trees that the neural reader sees in the sentences of a document.
struct SentenceTrees {
    private let words: [WordReading]
    /// How far from a word its dependents are looked for, in tokens.
    private static let reach = 60

    init(words: [WordReading]) { self.words = words }

    /// The subject of the verb at `head` with all that hangs on it; nil where the tree gives none in `range`, or where its
    /// words do not stand together.
    ///
    /// - Complexity: O(reach × depth).
    func subject(of head: Int, in range: Range<Int>) -> Range<Int>? {
        guard words.indices.contains(head) else { return nil }
        let near = range.clamped(to: max(0, head - Self.reach)..<min(words.count, head + Self.reach))
        let subject = near.first { index in
            words[index].head == head && (words[index].relation == .nsubj || words[index].relation == .outerSubject)
        }
        guard let subject else { return nil }
        let own = near.filter { hangs($0, on: subject) }
        guard let first = own.first, let last = own.last, last - first < own.count else { return nil }
        return trimmed(first..<last + 1)
    }

    /// The subject of the verb that the verb at `head` hangs on: `⟦Ode⟧ answered by saying`.
    func subject(governing head: Int, in range: Range<Int>) -> Range<Int>? {
        guard words.indices.contains(head), let governor = words[head].head else { return nil }
        return subject(of: governor, in: range).flatMap { $0.contains(head) ? nil : $0 }
    }

    /// Whether the verb at `index` has its subject from one among `verbs`: it stands beside it or depends on it.
    func shares(subjectOf index: Int, with verbs: Range<Int>) -> Bool {
        var node = index
        for _ in 0..<4 {
            guard words.indices.contains(node), let head = words[node].head else { return false }
            switch words[node].relation {
            case .conj, .advcl, .parataxis, .xcomp, .aux: node = head
            default: return false
            }
            if verbs.contains(node) { return true }
        }
        return false
    }

    /// Without marks at either end.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        guard let first = range.first(where: { words[$0].category != .punctuation }),
            let last = range.last(where: { words[$0].category != .punctuation })
        else { return nil }
        return first..<last + 1
    }

    /// Whether a word is `root` or hangs on it, at whatever distance.
    private func hangs(_ word: Int, on root: Int) -> Bool {
        var node = word
        for _ in 0..<Self.reach {
            if node == root { return true }
            guard let head = words[node].head, words.indices.contains(head) else { return false }
            node = head
        }
        return false
    }
}
