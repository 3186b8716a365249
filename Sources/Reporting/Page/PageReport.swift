public import NewsModel
import TextCore

/// An account as one HTML page that works offline.
public struct PageReport: Sendable {
    /// A report.
    public init() {}

    /// The page of the accounts of a run.
    public func render(_ accounts: [Account]) -> String { "<!doctype html>\n" }
}
