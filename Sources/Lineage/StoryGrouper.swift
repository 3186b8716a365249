public import Lexicons
public import NewsModel
import TextCore

/// Tells the documents of different stories apart.
public struct StoryGrouper: Sendable {
    /// Prepares a grouper.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    /// Indices of the documents of each story, each group ascending, groups by their first document.
    public func stories(of analyses: [Analysis]) -> [[Int]] {
        analyses.isEmpty ? [] : [Array(analyses.indices)]
    }
}
