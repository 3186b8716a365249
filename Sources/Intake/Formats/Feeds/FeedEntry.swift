import NewsModel
import TextCore

/// What a feed says of one of its reports.
struct FeedEntry {
    /// A text of a feed: its markup or plain text with the way back to the feed's bytes.
    struct Content {
        var text: DecodedText
        var isMarkup: Bool
    }

    var title: String?
    var link: String?
    var id: String?
    var authors: [String] = []
    var published: PublicationTime?
    var updated: PublicationTime?
    /// The report in full, where the feed gives it.
    var content: Content?
    /// What the feed says that it is about.
    var summary: Content?
    /// Whose report it is, where the feed only carries it.
    var source: String?
    var sourceLink: String?
    var section: String?
    /// Where it stands in the feed's bytes.
    var span = TextSpan(0, 0)
}

/// A feed: what it says of itself, and its reports.
struct Feed {
    enum Kind: String { case rss, rdf, atom, json, opml }
    var kind: Kind
    var title: String?
    var link: String?
    var language: String?
    var author: String?
    var entries: [FeedEntry] = []
    /// Feeds that an outline names.
    var outlines: [String] = []
}
