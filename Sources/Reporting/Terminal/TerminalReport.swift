public import NewsModel
import TextCore

/// An account as text for a terminal: what fits a screen first, or all of it.
public struct TerminalReport: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Whether to use ANSI colours.
    public var usesColor: Bool
    /// Whether to print everything, not only what comes first.
    public var isFull: Bool

    /// A report for a terminal of `width` columns.
    public init(width: Int = 100, usesColor: Bool = false, isFull: Bool = false) {
        self.width = width
        self.usesColor = usesColor
        self.isFull = isFull
    }

    /// The account as text. Nothing that a document says can move the cursor or change a colour.
    public func render(_ account: Account) -> String {
        var sections = TerminalSections(
            account: account, canvas: TerminalCanvas(width: width, usesColor: usesColor), isFull: isFull)
        sections.writeHeader()
        sections.writeBrief()
        sections.writeLineage()
        sections.writeClaims()
        sections.writeFigures()
        sections.writeCasualties()
        sections.writeDiscrepancies()
        sections.writeExchanges()
        sections.writeThreads()
        if isFull {
            sections.writeQuotations()
            sections.writeTimeline()
            sections.writeEvents()
            sections.writeActors()
            sections.writePlaces()
            sections.writeReports()
        }
        sections.writeNotes()
        if !isFull { sections.writeHint() }
        return sections.canvas.text
    }

    /// The claims alone, all of them; where everything is printed, each with its statements and their chains.
    public func claims(_ account: Account) -> String {
        var sections = TerminalSections(
            account: account, canvas: TerminalCanvas(width: width, usesColor: usesColor), isFull: isFull)
        sections.writeHeader()
        sections.writeClaims(first: .max)
        return sections.canvas.text
    }
}
