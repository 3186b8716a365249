public import Lexicons
public import NewsModel
import TextCore

/// Sets the statements of a story against one another: claims, figures, discrepancies, and the world they describe. The
/// room's door.
public struct Reconciler: Sendable {
    private let facts: WordFacts
    private let firmness: Firmness
    private let units: UnitConversion

    /// Prepares a reconciler.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        facts = try WordFacts(resources: resources)
        firmness = try Firmness(resources: resources)
        units = try UnitConversion(resources: resources)
    }

    /// The ledger and the world of one story.
    public func reconcile(_ analyses: [Analysis], lineage: Lineage) -> (ledger: Ledger, world: World) {
        let actors = ActorMerger.actors(of: analyses)
        let builder = LedgerBuilder(
            analyses: analyses, lineage: lineage, actors: actors, facts: facts, firmness: firmness, units: units)
        var world = World()
        world.actors = actors
        return (builder.ledger(), world)
    }

    /// What a hurried reader needs, composed of cited sentences.
    public func brief(_ analyses: [Analysis], lineage: Lineage, ledger: Ledger, world: World) -> [BriefItem] {
        BriefComposer(analyses: analyses, lineage: lineage, ledger: ledger, outlets: OutletNames(analyses)).items()
    }

    /// Title, dates and stable id of the story.
    public func story(_ analyses: [Analysis], ledger: Ledger, world: World) -> Story {
        StoryDescriber(analyses: analyses, ledger: ledger, facts: facts).story()
    }
}
