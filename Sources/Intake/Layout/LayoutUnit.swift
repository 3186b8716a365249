import TextCore

/// A stretch that the layout of a text sets apart: a line, a paragraph wrapped over several lines, a list item. What it
/// is to the report is decided later, by ``BlockTyper``; what its format says of it is a mark.
struct LayoutUnit: Equatable {
    /// What the marks of a format say: `#`, `>`, `![]()`.
    enum Mark: Equatable {
        case heading(level: Int)
        case quote
        case image
        case listItem
        /// A rule, a code fence, a comment: nothing of the report.
        case furniture
    }

    /// Where it stands, without white space at either end.
    var span: TextSpan
    /// Whether a blank line (or the beginning of the text) stands before it.
    var afterGap: Bool
    /// What its format says of it.
    var mark: Mark?

    /// A unit.
    init(_ span: TextSpan, afterGap: Bool, mark: Mark? = nil) {
        self.span = span
        self.afterGap = afterGap
        self.mark = mark
    }
}

/// What a format gives: the units of the text in order, and what it says outside the text (front matter).
struct Layout {
    /// Units in order, disjoint, covering every character that is not white space.
    var units: [LayoutUnit]
    /// Header fields that the format holds apart, each with its span.
    var fields: [HeaderField] = []
}

/// A labelled line at the top of a text: `Title: …`, `Source: …`, or a line of front matter.
struct HeaderField: Equatable {
    /// What the label means.
    enum Key: String { case title, outlet, publisher, byline, published, updated, url, language, other }
    var key: Key
    /// The whole line.
    var span: TextSpan
    /// What stands after the label, without quotes.
    var value: TextSpan
}
