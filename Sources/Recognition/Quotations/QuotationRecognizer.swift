public import Lexicons
public import NewsModel
import TextCore

/// Adds quotations with their speakers.
public struct QuotationRecognizer: Annotator {
    /// Prepares a recogniser.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    public func annotate(_ analysis: inout Analysis) {}
}
