import NewsModel
import TextCore

/// Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeedParser {
    /// Whether a value is a feed.
    static func isFeed(_ value: JSONValue) -> Bool {
        value["version"]?.string?.contains("jsonfeed.org") == true
            || (value["items"]?.elements != nil && value["home_page_url"] != nil)
    }

    /// The feed of a value.
    static func feed(_ value: JSONValue, _ decoded: DecodedText) -> Feed {
        var feed = Feed(kind: .json)
        feed.title = value["title"]?.string
        feed.link = value["home_page_url"]?.string
        feed.language = value["language"]?.string
        feed.author = names(value).first
        for item in value["items"]?.elements ?? [] {
            var entry = FeedEntry()
            entry.id = item["id"]?.text
            entry.link = item["url"]?.string ?? item["external_url"]?.string
            entry.title = item["title"]?.string
            entry.authors = names(item)
            entry.published = item["date_published"]?.string.flatMap { ClockText.time($0, from: .feed) }
            entry.updated = item["date_modified"]?.string.flatMap { ClockText.time($0, from: .feed) }
            entry.section = item["tags"]?.elements?.first?.string
            entry.content =
                content(item["content_html"], decoded, isMarkup: true)
                ?? content(item["content_text"], decoded, isMarkup: false)
            entry.summary = content(item["summary"], decoded, isMarkup: false)
            if let place = JSONPlaces.span(of: item) { entry.span = place }
            feed.entries.append(entry)
        }
        return feed
    }

    private static func names(_ value: JSONValue) -> [String] {
        let authors = value["authors"]?.elements ?? value["author"]?.each ?? []
        return authors.compactMap { $0["name"]?.string ?? $0.string }
    }

    private static func content(_ value: JSONValue?, _ decoded: DecodedText, isMarkup: Bool) -> FeedEntry.Content? {
        guard let span = value?.span, !span.isEmpty else { return nil }
        return FeedEntry.Content(text: JSONPlaces.text(span, in: decoded), isMarkup: isMarkup)
    }
}

/// Strings of JSON as texts with the way back to the raw bytes.
enum JSONPlaces {
    /// The string at `span` of a decoded file.
    static func text(_ span: TextSpan, in decoded: DecodedText) -> DecodedText {
        let (bytes, map) = JSONReader.text(decoded.bytes, span)
        var text = DecodedText()
        text.bytes = bytes
        text.map = decoded.map == .identity ? map : map.followed(by: decoded.map, length: bytes.count)
        return text
    }

    /// From the first string of a value to its last: what stands in its place in the file, nearly.
    static func span(of value: JSONValue) -> TextSpan? {
        switch value {
        case .string(_, let span): return span
        case .array(let elements): return joined(elements)
        case .object(let members): return joined(members.map(\.value))
        default: return nil
        }
    }

    private static func joined(_ values: [JSONValue]) -> TextSpan? {
        var result: TextSpan?
        for value in values { if let span = span(of: value) { result = result?.union(span) ?? span } }
        return result
    }
}
