import NewsModel
import TextCore

/// The words of a story's headlines, each weighing what it tells and how many headlines have it.
struct HeadlineWords {
    private var weights: [String: Double] = [:]
    private let facts: WordFacts

    init(_ analyses: [Analysis], facts: WordFacts) {
        self.facts = facts
        for analysis in analyses {
            guard let title = analysis.document.metadata.title else { continue }
            for form in Self.forms(title, facts) { weights[form.lemma, default: 0] += form.weight }
        }
    }

    /// How much of the headlines' words a text has, a long text counting less: from 0 to 1.
    func share(of text: String) -> Double {
        let total = weights.values.sorted().reduce(0, +)
        guard total > 0 else { return 0 }
        let forms = Self.forms(text, facts)
        let covered = forms.reduce(0.0) { $0 + (weights[$1.lemma] ?? 0) }
        let length = forms.reduce(0.0) { $0 + $1.weight }
        return covered / total * min(1, 12 / max(1, length))
    }

    /// The distinct words that tell something.
    private static func forms(_ text: String, _ facts: WordFacts) -> [WordForm] {
        var seen: Set<String> = []
        return FoldedText.fold(text).split { !$0.isLetter && !$0.isNumber }.map { facts.form(String($0)) }
            .filter { $0.weight > 0.2 && seen.insert($0.lemma).inserted }
    }
}
