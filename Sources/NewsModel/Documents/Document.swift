public import TextCore

/// The name of a document: the SHA-256 of its raw bytes.
public struct DocumentID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let digest: SHA256Digest

    /// The name of a document with these raw bytes.
    public init(hashing bytes: [UInt8]) { digest = SHA256Digest(of: bytes) }

    /// The name that a ``description`` writes, or nil where it is no such thing.
    public init?(_ description: String) {
        guard description.hasPrefix("sha256:"),
            let digest = SHA256Digest(hexadecimal: String(description.dropFirst(7)))
        else { return nil }
        self.digest = digest
    }

    /// `sha256:` and 64 hexadecimal digits.
    public var description: String { "sha256:" + digest.hexadecimal }

    public static func < (a: DocumentID, b: DocumentID) -> Bool { a.digest < b.digest }
}

/// One report by one outlet: immutable decoded text, metadata, typed blocks.
public struct Document: Sendable {
    /// Hash of the raw bytes; of a report of several pages, of their names.
    public let id: DocumentID
    /// The names under which these bytes were given, sorted; two files with the same bytes are one document. Of a report
    /// of several pages, in their order.
    public var files: [String]
    /// The decoded text.
    public let text: SourceText
    /// The way from `text` back to the raw bytes; of a report of several pages, to the bytes of its files one after another.
    public let rawMap: AlignmentMap
    /// Number of raw bytes; 0 where it is not known.
    public var rawCount = 0
    /// What the document says of itself.
    public var metadata: DocumentMetadata
    /// The text as typed blocks: sorted, disjoint; only white space lies between them.
    public var blocks: [Block]
    /// When it was fetched, as ISO 8601 in UTC; nil where that is not known.
    public var retrieved: String?
    /// Its earlier texts that were given, the earliest first.
    public var versions: [DocumentVersion] = []

    /// A document whose blocks are sorted and disjoint.
    public init(
        id: DocumentID, files: [String], text: SourceText, rawMap: AlignmentMap = .identity,
        metadata: DocumentMetadata = DocumentMetadata(), blocks: [Block]
    ) {
        self.id = id
        self.files = files
        self.text = text
        self.rawMap = rawMap
        self.metadata = metadata
        self.blocks = blocks
    }

    /// The name of its first file, without folders; nil where it has none.
    public var fileName: String? { files.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } }

    /// Whether Headwater's reader may analyse what stands at byte `offset`: it reads English.
    public func isReadable(at offset: Int) -> Bool {
        DocumentMetadata.isReadable(blockIndex(at: offset).flatMap { blocks[$0].language } ?? metadata.language)
    }

    /// Index of the block that holds byte `offset`.
    ///
    /// - Complexity: O(log n) in the number of blocks.
    public func blockIndex(at offset: Int) -> Int? {
        let low = blocks.partitioningIndex { $0.span.start > offset }
        return low > 0 && blocks[low - 1].span.contains(offset) ? low - 1 : nil
    }
}

/// A stretch of a document with a type. Typed, never thrown away.
public struct Block: Hashable, Sendable {
    /// What a block is to its document.
    public enum Kind: String, Sendable, CaseIterable {
        case title, standfirst, heading, paragraph, quote, caption, credit, byline, biography, dateline, promo
        case relatedLink, boilerplate

        /// Whether the block is the reporter's own telling, which statements may be read from.
        public var isArticleText: Bool {
            switch self {
            case .title, .standfirst, .heading, .paragraph, .quote, .caption: true
            case .credit, .byline, .biography, .dateline, .promo, .relatedLink, .boilerplate: false
            }
        }

        /// Whether the block is running text: sentences that carry claims (a title or heading only repeats them).
        public var isProse: Bool {
            switch self {
            case .standfirst, .paragraph, .quote, .caption: true
            default: false
            }
        }
    }

    /// The type.
    public var kind: Kind
    /// Where it stands, without white space at either end.
    public var span: TextSpan
    /// When it was published, where it belongs to a dated entry of a live blog.
    public var published: PublicationTime?
    /// Language as a BCP 47 tag, where it is sure and another than the document's.
    public var language: String?

    /// A block of a kind.
    public init(_ kind: Kind, _ span: TextSpan, published: PublicationTime? = nil, language: String? = nil) {
        self.kind = kind
        self.span = span
        self.published = published
        self.language = language
    }
}
