public import Lexicons
public import NewsModel
import TextCore

/// Adds credits with their scope.
public struct CreditRecognizer: Annotator {
    /// Prepares a recogniser.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    public func annotate(_ analysis: inout Analysis) {}
}
