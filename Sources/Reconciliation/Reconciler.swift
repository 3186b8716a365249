public import Lexicons
public import NewsModel
import TextCore

/// Sets the statements of a story against one another: claims, figures, discrepancies, and the world they describe. The
/// room's door.
public struct Reconciler: Sendable {
    /// Prepares a reconciler.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    /// The ledger and the world of one story.
    public func reconcile(_ analyses: [Analysis], lineage: Lineage) -> (ledger: Ledger, world: World) {
        (Ledger(), World())
    }

    /// What a hurried reader needs, composed of cited sentences.
    public func brief(_ analyses: [Analysis], lineage: Lineage, ledger: Ledger, world: World) -> [BriefItem] { [] }

    /// Title, dates and stable id of the story.
    public func story(_ analyses: [Analysis], ledger: Ledger, world: World) -> Story {
        let first = analyses.map(\.document).min { $0.id < $1.id }
        return Story(id: first.map { String($0.id.description.dropFirst(7).prefix(16)) } ?? "empty", title: "")
    }
}
