import NewsModel
import TextCore

/// Which names and times of a sentence belong to a deed that it tells of: `While depots in Omsk ⟦burned⟧, he visited
/// Yakutia` has one place for each of its deeds.
struct DeedScope {
    private let trigger: Int
    let tree: SentenceTree
    private let analysis: Analysis
    private let asides: (adverbial: Set<Int>, relative: Set<Int>)

    init(_ trigger: Int, _ tree: SentenceTree, _ analysis: Analysis) {
        self.trigger = trigger
        self.tree = tree
        self.analysis = analysis
        asides = tree.asides(trigger)
    }

    /// Whether another deed is told in a clause beside this one's.
    func isBeside(_ other: DeedScope) -> Bool { asides.adverbial != other.asides.adverbial }

    /// Whether a name or time stands in the clause of the deed, or in one that the deed's clause hangs on as a relative one.
    func holds(_ span: TextSpan) -> Bool {
        guard let head = head(of: span) else { return true }
        let around = tree.asides(head)
        return around.adverbial == asides.adverbial && around.relative.isSubset(of: asides.relative)
    }

    /// Whether the word for the deed governs a name or time.
    func governs(_ span: TextSpan) -> Bool { head(of: span).map { tree.ancestors($0).contains(trigger) } ?? false }

    /// The word of a stretch that hangs on a word outside it; nil where there is none in the sentence.
    private func head(of span: TextSpan) -> Int? {
        let tokens = AttributionLayout.tokens(in: span, of: analysis)
        return tokens.first { token in
            tree.tokens.contains(token) && (tree.head(token).map { !tokens.contains($0) } ?? false)
        }
    }
}
