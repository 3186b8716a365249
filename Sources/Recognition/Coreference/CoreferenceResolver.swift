public import Lexicons
public import NewsModel
import TextCore

/// Adds coreference chains over the mentions.
public struct CoreferenceResolver: Annotator {
    /// Prepares a recogniser.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    public func annotate(_ analysis: inout Analysis) {}
}
