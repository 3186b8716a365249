public import NewsModel
import TextCore

/// An account as text for a terminal.
public struct TerminalReport: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Whether to use ANSI colours.
    public var usesColor: Bool

    /// A report for a terminal of `width` columns.
    public init(width: Int = 100, usesColor: Bool = false) {
        self.width = width
        self.usesColor = usesColor
    }

    /// The account as text.
    public func render(_ account: Account) -> String { account.story.title + "\n" }
}
