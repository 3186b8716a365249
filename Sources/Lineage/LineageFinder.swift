public import Lexicons
public import NewsModel

/// Finds who has what from whom in the documents of one story. The room's door.
public struct LineageFinder: Sendable {
    let background: BackgroundFrequency
    let model: DerivationModel

    /// Prepares a finder.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        background = try BackgroundFrequency(resources: resources)
        model = try DerivationModel(resources: resources)
    }

    /// The lineage of the documents of one story. The order of the documents changes nothing.
    public func lineage(of analyses: [Analysis]) -> Lineage {
        let story = StoryTexts(analyses, background: background)
        return lineage(of: story, pairs: derivedPairs(of: story))
    }

    /// The lineage of documents whose pairs that share an origin are known.
    func lineage(of story: StoryTexts, pairs: [DerivedPair]) -> Lineage {
        let byDocuments = Dictionary(uniqueKeysWithValues: pairs.map { ([$0.a, $0.b], $0) })
        let finder = RootFinder(story: story, pairs: byDocuments)
        let groups = OriginGroups(count: story.texts.count, pairs: pairs) { a, b in
            finder.pair(a, b).map { Precedence(of: a, in: $0, story: story).firmLogOdds } ?? 0
        }
        return LineageBuilder(story: story, finder: finder, pairs: pairs, groups: groups.groups).lineage()
    }

    /// The pairs of documents that probably share an origin, ascending.
    func derivedPairs(of story: StoryTexts) -> [DerivedPair] {
        CandidatePairs(story.captioned, weights: story.comparer.weights).pairs.compactMap { a, b in
            let evidence = story.evidence(a, b)
            let probability = model.probability(of: evidence)
            return probability >= 0.5
                ? DerivedPair(a: a, b: b, probability: probability, evidence: evidence) : nil
        }
    }
}
