public import Lexicons
public import NewsModel
import TextCore

/// Adds attributions: source, cue, content.
public struct AttributionRecognizer: Annotator {
    /// Prepares a recogniser.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    public func annotate(_ analysis: inout Analysis) {}
}
