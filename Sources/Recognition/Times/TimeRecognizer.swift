public import Lexicons
public import NewsModel
import TextCore

/// Adds times, dates, durations and sets with their TIMEX3 values.
public struct TimeRecognizer: Annotator {
    /// Prepares a recogniser.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    public func annotate(_ analysis: inout Analysis) {}
}
