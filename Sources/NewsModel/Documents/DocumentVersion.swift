public import TextCore

/// An earlier text of a document: what its page said before it was changed, whether it says so itself or not.
public struct DocumentVersion: Hashable, Sendable {
    /// Hash of the raw bytes.
    public var id: DocumentID
    /// The names under which these bytes were given, sorted.
    public var files: [String]
    /// Its headline.
    public var title: String?
    /// When it was last changed, or else published, as it says of itself.
    public var time: PublicationTime?
    /// When it was fetched, as ISO 8601 in UTC.
    public var retrieved: String?
    /// Its paragraphs and headlines that the document has no longer, in their order and as they stood.
    public var removed: [String]
    /// Where the document has what this version had not.
    public var added: [TextSpan]

    /// A version.
    public init(
        id: DocumentID, files: [String], title: String? = nil, time: PublicationTime? = nil, retrieved: String? = nil,
        removed: [String], added: [TextSpan]
    ) {
        self.id = id
        self.files = files
        self.title = title
        self.time = time
        self.retrieved = retrieved
        self.removed = removed
        self.added = added
    }
}
