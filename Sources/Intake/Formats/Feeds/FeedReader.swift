public import Lexicons
public import NewsModel
import TextCore

/// Reads a feed as a list: what it says of itself and of each of its reports, for whoever follows feeds. The reports as
/// documents are ``DocumentReader``'s.
public struct FeedReader: Sendable {
    private let references: CharacterReferences

    /// Prepares a reader.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        references = try CharacterReferences(resources: resources)
    }

    /// The list of the feed in `bytes` (RSS, Atom, JSON Feed or OPML); nil where they are none.
    ///
    /// - Parameter charset: the character set that the giver declares.
    /// - Complexity: O(n).
    public func list(_ bytes: [UInt8], charset: String? = nil) -> FeedList? {
        let decoded = TextMender.mend(CharsetDecoder.decode(bytes, label: charset ?? DeclaredCharset.label(in: bytes)))
        let first = decoded.bytes.first { !ASCII.isSpace($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            guard let value = try? JSONReader.value(decoded.bytes), JSONFeedParser.isFeed(value) else { return nil }
            return FeedList(JSONFeedParser.feed(value, decoded))
        }
        return FeedParser.feed(decoded, references).map(FeedList.init)
    }
}

/// What a feed says.
public struct FeedList: Sendable {
    /// A report of a feed.
    public struct Entry: Sendable {
        /// The headline.
        public var title: String?
        /// Its address.
        public var link: String?
        /// What the feed calls it.
        public var id: String?
        /// Its writers.
        public var authors: [String]
        /// When it was published.
        public var published: PublicationTime?
        /// When it was last changed.
        public var updated: PublicationTime?
        /// The report in full as the feed gives it: markup or plain text.
        public var content: String?
        /// What the feed says that it is about: markup or plain text.
        public var summary: String?
        /// Whose report it is, where the feed only carries it.
        public var source: String?
    }

    /// Name of the feed.
    public var title: String?
    /// Address of the site.
    public var link: String?
    /// Language as the feed declares it.
    public var language: String?
    /// Its reports, in order.
    public var entries: [Entry]
    /// Addresses of the feeds that an OPML outline names.
    public var feeds: [String]

    init(_ feed: Feed) {
        title = feed.title
        link = feed.link
        language = feed.language
        feeds = feed.outlines
        entries = feed.entries.map { entry in
            func string(_ content: FeedEntry.Content?) -> String? {
                content.map { String(decoding: $0.text.bytes, as: UTF8.self) }
            }
            return Entry(
                title: entry.title, link: entry.link, id: entry.id, authors: entry.authors, published: entry.published,
                updated: entry.updated, content: string(entry.content), summary: string(entry.summary),
                source: entry.source)
        }
    }
}
