public import TextCore

/// The evidence for a finding: a document and a span in it. The exact text is read from the document when it is shown,
/// so it can never differ from it.
public struct Citation: Hashable, Comparable, Sendable {
    /// The document.
    public var document: DocumentID
    /// Where in its text.
    public var span: TextSpan

    /// A span of a document.
    public init(_ document: DocumentID, _ span: TextSpan) {
        self.document = document
        self.span = span
    }

    public static func < (a: Citation, b: Citation) -> Bool {
        a.document != b.document ? a.document < b.document : a.span < b.span
    }
}
