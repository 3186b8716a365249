public import NewsModel

/// Two documents of a story, compared.
public struct DocumentPair: Hashable, Sendable {
    /// The documents; `a < b`.
    public var a: DocumentID, b: DocumentID
    /// Probability that they share a text origin: one comes from the other, or both from a third.
    public var probability: Double
    /// Share of the own five-word runs of the shorter that the other has: the field's plain measure of copying.
    public var containment: Double
    /// What the probability was worked out from, by feature, for fitting the model.
    public var features: [Double]
}

extension LineageFinder {
    /// Every pair that is compared, ascending, and the lineage of the documents as one story, from one comparison.
    public func compare(_ analyses: [Analysis]) -> (pairs: [DocumentPair], lineage: Lineage) {
        let story = StoryTexts(analyses, background: background)
        let compared = CandidatePairs(story.captioned, weights: story.comparer.weights).pairs.map { a, b in
            let evidence = story.evidence(a, b)
            return DerivedPair(a: a, b: b, probability: model.probability(of: evidence), evidence: evidence)
        }
        let pairs = compared.map { pair in
            DocumentPair(
                a: story.analyses[pair.a].document.id, b: story.analyses[pair.b].document.id,
                probability: pair.probability, containment: pair.evidence.containment,
                features: DerivationModel.features(of: pair.evidence))
        }
        return (pairs, lineage(of: story, pairs: compared.filter { $0.probability >= 0.5 }))
    }

    /// Every pair of documents that shares enough to be compared, ascending.
    public func pairs(of analyses: [Analysis]) -> [DocumentPair] {
        let story = StoryTexts(analyses, background: background)
        return CandidatePairs(story.captioned, weights: story.comparer.weights).pairs.map { a, b in
            let evidence = story.evidence(a, b)
            return DocumentPair(
                a: story.analyses[a].document.id, b: story.analyses[b].document.id,
                probability: model.probability(of: evidence), containment: evidence.containment,
                features: DerivationModel.features(of: evidence))
        }
    }

    /// The names of the features of a pair, in their order.
    public static var featureNames: [String] { DerivationModel.Feature.allCases.map(\.rawValue) }
}
