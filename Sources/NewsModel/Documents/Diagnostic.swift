public import TextCore

/// Something the user should know that did not stop the work: what, how bad, and where.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is: `note` is for information, `warning` says that something may be missing, `error` that an input
    /// could not be used.
    public enum Severity: String, Sendable { case note, warning, error }

    /// A stable dotted code, room first: `intake.charset`.
    public var code: String
    /// How bad it is.
    public var severity: Severity
    /// A sentence: what happened, and where it helps, what to do.
    public var message: String
    /// The file it is about, as the user named it.
    public var file: String?
    /// The document it is about.
    public var document: DocumentID?
    /// Where in the document.
    public var span: TextSpan?

    /// A diagnostic.
    public init(
        _ code: String, _ severity: Severity, _ message: String, file: String? = nil, document: DocumentID? = nil,
        span: TextSpan? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.file = file
        self.document = document
        self.span = span
    }
}
