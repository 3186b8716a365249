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
        countries = CountryNames(try Gazetteer(resources: resources))
    }

    /// The ledger and the world of one story.
    public func reconcile(_ analyses: [Analysis], lineage: Lineage) -> (ledger: Ledger, world: World) {
        let words = StoryWords(analyses, facts: facts)
        let merger = ActorMerger(
            analyses: analyses, countries: countries,
            kinds: ActorKinds(analyses: analyses, words: words, facts: facts))
        let (actors, acting) = ActorList(analyses: analyses, countries: countries).actors(merger.groups())
        let places = PlaceFinder(analyses: analyses, words: words, facts: facts, countries: countries)
        var participants = Participants(actors)
        participants.learn(analyses: analyses, places: places)
        let (ledger, drafts) = LedgerBuilder(
            analyses: analyses, lineage: lineage, participants: participants, words: words, facts: facts,
            firmness: firmness, units: units, embedder: embedder
        ).build()
        let world = WorldBuilder(
            analyses: analyses, drafts: drafts, ledger: ledger, words: words, facts: facts, transfers: transfers,
            finder: places, participants: participants, actors: actors, acting: acting
        ).world()
        return (ledger, world)
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
