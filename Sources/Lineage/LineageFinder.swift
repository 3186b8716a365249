public import Lexicons
public import NewsModel
import TextCore

/// Finds who has what from whom in the documents of one story. The room's door.
public struct LineageFinder: Sendable {
    /// Prepares a finder.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    /// The lineage of the documents of one story. The order of the documents changes nothing.
    public func lineage(of analyses: [Analysis]) -> Lineage {
        var lineage = Lineage()
        let ids = analyses.map(\.document.id).sorted()
        for (index, id) in ids.enumerated() {
            lineage.origins.append(Origin(id: OriginID(index + 1), kind: .observed, name: nil, documents: [id]))
        }
        return lineage
    }
}
