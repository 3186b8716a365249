import NewsModel
import TextCore

/// The measures of the CoNLL 2018 shared task (Zeman et al. 2018), from raw text: F1 of tokens, sentences and words, and
/// of words with the right part of speech, features, lemma, head, and head with relation.
struct SyntaxScore {
    private var scores: [String: SpanScore] = [:]

    /// The measures in the order in which they are told.
    private static let measures = [
        "sentence F1", "token F1", "word F1", "UPOS F1", "UFeats F1", "lemma F1", "UAS", "LAS",
    ]

    /// Adds a document.
    mutating func add(_ analysis: Analysis, gold: ConlluFile.Text) {
        let found = Self.words(of: analysis)
        var tokens: [TextSpan] = []
        for word in found where tokens.last != word.span { tokens.append(word.span) }
        scores["sentence F1", default: SpanScore()].add(found: analysis.sentences.map(\.span), there: gold.sentences)
        scores["token F1", default: SpanScore()].add(found: tokens, there: gold.tokens)

        let alignment = TreebankAlignment(gold: gold.rows, found: found)
        var goldOf = [Int?](repeating: nil, count: found.count)
        for pair in alignment.pairs { goldOf[pair.found] = pair.gold }
        func count(_ measure: String, _ isRight: (TreebankWord, TreebankWord) -> Bool) {
            var score = scores[measure, default: SpanScore()]
            score.found += found.count
            score.there += gold.rows.count
            score.right += alignment.pairs.count { isRight(gold.rows[$0.gold], found[$0.found]) }
            scores[measure] = score
        }
        func hasSameHead(_ a: TreebankWord, _ b: TreebankWord) -> Bool {
            guard let head = b.head else { return a.head == nil }
            return a.head != nil && goldOf[head] == a.head
        }
        count("word F1") { _, _ in true }
        count("UPOS F1") { $0.category == $1.category }
        count("UFeats F1") { $0.universalFeatures == $1.universalFeatures }
        count("lemma F1") { $0.lemma == $1.lemma }
        count("UAS", hasSameHead)
        count("LAS") { hasSameHead($0, $1) && $0.universalRelation == $1.universalRelation }
    }

    /// The measures, on data of this name.
    func measurements(_ data: String) -> [Measurement] {
        Self.measures.compactMap { measure in scores[measure]?.measurement(data, measure) }
    }

    /// The words of what was read.
    static func words(of analysis: Analysis) -> [TreebankWord] {
        var words: [TreebankWord] = []
        words.reserveCapacity(analysis.tokens.count)
        for sentence in analysis.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                var end = index + 1
                while end < sentence.tokens.upperBound, analysis.isWrittenTogether(token: end - 1) { end += 1 }
                let span = analysis.tokens[index].span.union(analysis.tokens[end - 1].span)
                for token in index..<end {
                    let reading = analysis.reading(ofToken: token)
                    words.append(
                        TreebankWord(
                            span: span, isMultiword: end > index + 1, form: analysis.text[analysis.tokens[token].span],
                            lemma: analysis.lemma(ofToken: token), category: reading?.category.rawValue ?? "_",
                            features: analysis.features(ofToken: token), head: reading?.head,
                            relation: reading?.relation.rawValue ?? "_"))
                }
                index = end
            }
        }
        return words
    }
}
