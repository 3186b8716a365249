public import Lexicons
public import NewsModel
import TextCore

/// Sets the statements of a story against one another: claims, figures, discrepancies, and the world they describe. The
/// room's door.
public struct Reconciler: Sendable {
    private let facts: WordFacts
    private let firmness: Firmness
    private let units: UnitConversion
    private let transfers: TransferWords
    private let countries: CountryNames
    private let embedder: (any WordEmbedder)?
    private let interactionWords: InteractionWords
    private let moveVerbs: MoveVerbs

    /// Prepares a reconciler.
    ///
    /// - Parameter embedder: tells how alike words are in meaning; without one only words of one form or of one sense in
    ///   the lexicon are alike.
    /// - Throws: where a resource file is missing or damaged.
    public init(
        resources: ResourceDirectory, embedder: (any WordEmbedder)?
    ) throws(ResourceDirectory.Failure) {
        self.embedder = embedder
        facts = try WordFacts(resources: resources)
        firmness = try Firmness(resources: resources)
        units = try UnitConversion(resources: resources)
        transfers = try TransferWords(resources: resources)
        countries = CountryNames(try resources.shared(Gazetteer.self))
        interactionWords = try InteractionWords(resources: resources)
        moveVerbs = try MoveVerbs(resources: resources)
    }

    /// The ledger and the world of one story.
    public func reconcile(_ analyses: [Analysis], lineage: Lineage) -> (ledger: Ledger, world: World) {
        let ground = ground(analyses, lineage)
        let (ledger, drafts) = ground.ledger.build()
        let world = WorldBuilder(
            analyses: analyses, drafts: drafts, ledger: ledger, words: ground.words, facts: facts, transfers: transfers,
            interactions: interactionWords, moveVerbs: moveVerbs, finder: ground.places,
            participants: ground.participants, actors: ground.actors, acting: ground.acting
        ).world()
        return (ledger, world)
    }

    /// How likely the likeliest pair of statements of two documents is one claim, from 0 to 1; 0 where every pair is
    /// forbidden to be.
    public func likeness(_ a: Analysis, _ b: Analysis) -> Double {
        ground([a, b], Lineage()).ledger.likenesses().max() ?? 0
    }

    /// What ledger and world are built on.
    private struct Ground {
        var ledger: LedgerBuilder
        var words: StoryWords
        var places: PlaceFinder
        var participants: Participants
        var actors: [Actor]
        var acting: Int
    }

    private func ground(_ analyses: [Analysis], _ lineage: Lineage) -> Ground {
        let words = StoryWords(analyses, facts: facts)
        let merger = ActorMerger(
            analyses: analyses, countries: countries,
            kinds: ActorKinds(analyses: analyses, words: words, facts: facts))
        let (actors, acting) = ActorList(analyses: analyses, countries: countries).actors(merger.groups())
        let places = PlaceFinder(analyses: analyses, words: words, facts: facts, countries: countries)
        var participants = Participants(actors)
        participants.learn(analyses: analyses, places: places)
        let ledger = LedgerBuilder(
            analyses: analyses, lineage: lineage, participants: participants, words: words, facts: facts,
            firmness: firmness, units: units, embedder: embedder)
        return Ground(
            ledger: ledger, words: words, places: places, participants: participants, actors: actors, acting: acting)
    }

    /// Who does what to whom in a document, of each sentence what it tells first of all.
    public func interactions(in analysis: Analysis) -> [Interaction] {
        analysis.sentences.compactMap { sentence in
            InteractionReader(sentence, of: analysis, words: interactionWords, facts: facts).interaction()
        }
    }

    /// For each mention of an event the number of the event that it tells of, across the documents of one story.
    public func events(_ mentions: [EventMention], in analyses: [Analysis]) -> [Int] {
        eventMerger(analyses).groups(of: mentions)
    }

    /// What the merging of events looks at, for whoever fits it: for each pair of mentions, the first before the second,
    /// one number for each of the names.
    public func eventFeatures(
        _ mentions: [EventMention], in analyses: [Analysis]
    ) -> (names: [String], pairs: [(Int, Int, [Double])]) {
        let features = eventMerger(analyses).pairs(of: mentions)
        return (
            EventPairFeatures.names,
            mentions.indices.flatMap { a in
                mentions.indices.dropFirst(a + 1).map { (a, $0, features.features(a, $0)) }
            }
        )
    }

    private func eventMerger(_ analyses: [Analysis]) -> EventMerger {
        EventMerger(
            analyses: analyses,
            reader: EventReader(analyses: analyses, words: StoryWords(analyses, facts: facts)))
    }

    /// What a hurried reader needs, composed of cited sentences.
    public func brief(_ analyses: [Analysis], lineage: Lineage, ledger: Ledger, world: World) -> [BriefItem] {
        BriefComposer(
            analyses: analyses, lineage: lineage, ledger: ledger, outlets: OutletNames(analyses),
            headlines: HeadlineWords(analyses, facts: facts)
        ).items()
    }

    /// What an editor should look at in the reports of an account before they are printed.
    public func findings(in account: Account) -> [Finding] { DraftChecker(account: account, facts: facts).findings() }

    /// Title, dates and stable id of the story.
    public func story(_ analyses: [Analysis], ledger: Ledger, world: World) -> Story {
        StoryDescriber(analyses: analyses, ledger: ledger, facts: facts).story()
    }
}
