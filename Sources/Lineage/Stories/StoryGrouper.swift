public import Lexicons
public import NewsModel

/// Tells the documents of different stories apart.
///
/// Two reports tell one story when they tell of the same event: the same people, places, days and rare things, within
/// a time in which one event is reported. Two reports of the same kind of event (one shooting and another) share words
/// that are common in news of that kind, and no names.
public struct StoryGrouper: Sendable {
    private let background: BackgroundFrequency

    /// Prepares a grouper.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        background = try BackgroundFrequency(resources: resources)
    }

    /// A stream that no document has come down yet.
    public func stream() -> StoryStream { StoryStream(background: background) }

    /// Indices of the documents of each story, each group ascending, groups by their first document.
    ///
    /// The documents are taken in order of publication, those of one day and those of no known day by their names; then
    /// stories that turn out to be one are put together. The order of `analyses` changes nothing.
    public func stories(of analyses: [Analysis]) -> [[Int]] {
        var stream = stream()
        let order = analyses.indices.sorted { a, b in
            Self.place(of: analyses[a].document) < Self.place(of: analyses[b].document)
        }
        for index in order { stream.add(analyses[index]) }
        stream.joinStories()
        var stories: [Int: [Int]] = [:]
        for (place, index) in order.enumerated() { stories[stream.story(of: place), default: []].append(index) }
        return stories.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Where a document stands in the order of arrival.
    private static func place(of document: Document) -> (Int, DocumentID) {
        (document.metadata.published?.date.dayNumber ?? .max, document.id)
    }
}
