import NewsModel
import TextCore

/// Aligned units, graded.
struct AlignedPassage {
    /// Units of the first and of the second text.
    var a: Range<Int>, b: Range<Int>
    /// How alike they are.
    var grade: Passage.Grade
    /// From 0 to 1.
    var similarity: Double
    /// What they have in common.
    var comparison: UnitComparison
    /// Words of the longest common run outside quotations.
    var longestOwnRun: Int
    /// Whether only their meaning is alike.
    var isByMeaning: Bool

    /// Share of common words from which a passage counts as verbatim, and as edited.
    private static let verbatim = 0.95, edited = 0.6

    /// Grades aligned units.
    init(_ units: AlignedUnits, _ a: ComparableText, _ b: ComparableText) {
        func words(_ range: Range<Int>, _ text: ComparableText) -> ArraySlice<ComparableText.Word> {
            text.words[
                text.units[range.lowerBound].words.lowerBound..<text.units[range.upperBound - 1].words.upperBound]
        }
        let alignment = WordAlignment(words(units.a, a), words(units.b, b))
        self.a = units.a
        self.b = units.b
        self.comparison = units.comparison
        self.isByMeaning = units.isByMeaning
        self.longestOwnRun = alignment.longestOwnRun
        self.similarity = min(1, max(alignment.ratio, Double(units.comparison.similarity)))
        self.grade =
            alignment.ratio >= Self.verbatim ? .verbatim : alignment.ratio >= Self.edited ? .edited : .paraphrase
    }

    /// The passage as the model has it, documents in the order of their names.
    func passage(_ a: ComparableText, _ b: ComparableText) -> Passage {
        func citation(_ range: Range<Int>, _ text: ComparableText) -> Citation {
            Citation(
                text.document, text.units[range.lowerBound].span.union(text.units[range.upperBound - 1].span))
        }
        return Passage(
            a: citation(self.a, a), b: citation(self.b, b), grade: grade, similarity: similarity,
            ownWording: Double(comparison.ownShare))
    }
}
