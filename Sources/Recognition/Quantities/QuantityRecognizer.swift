public import Lexicons
public import NewsModel
import TextCore

/// Adds amounts: values and ranges, bounds, units, and the thing counted.
public struct QuantityRecognizer: Annotator {
    /// Prepares a recogniser.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    public func annotate(_ analysis: inout Analysis) {}
}
