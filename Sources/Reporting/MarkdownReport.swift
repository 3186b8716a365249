public import NewsModel
import TextCore

/// An account as Markdown with footnotes.
public struct MarkdownReport: Sendable {
    /// A report.
    public init() {}

    /// The account as Markdown.
    public func render(_ account: Account) -> String { "# " + account.story.title + "\n" }
}
