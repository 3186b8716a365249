import NewsModel

/// The documents of a story made ready for comparison, in the order of their names.
struct StoryTexts {
    /// The analyses, by document name.
    let analyses: [Analysis]
    /// The texts, in the same order.
    let texts: [IndexedText]
    /// Their runs of five words.
    let fiveGrams: [FiveGrams]
    /// Compares their units.
    let comparer: UnitComparer

    /// Reads the documents.
    init(_ analyses: [Analysis], background: BackgroundFrequency) {
        let ordered = analyses.sorted { $0.document.id < $1.document.id }
        var vocabulary = Vocabulary(background: background)
        let read = ordered.map { ComparableText($0, into: &vocabulary) }
        let weights = TermWeights(vocabulary, documents: read.count)
        self.analyses = ordered
        self.texts = read.map { IndexedText($0, weights: weights) }
        self.fiveGrams = read.map { FiveGrams($0) }
        self.comparer = UnitComparer(vocabulary: vocabulary, weights: weights, kinship: WordKinship(vocabulary))
    }

    /// The evidence of a pair.
    func evidence(_ a: Int, _ b: Int) -> PairEvidence {
        let aligned = PassageAligner(comparer: comparer).align(texts[a], texts[b])
        let passages = aligned.map { AlignedPassage($0, texts[a].text, texts[b].text) }
        return PairEvidence(passages, texts[a], texts[b], (fiveGrams[a], fiveGrams[b]))
    }
}
