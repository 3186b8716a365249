import TextCore

/// Labelled lines: `Title: …`, `Published: …`, `source: …`.
enum HeaderFields {
    /// The field on `line`, or nil where no known label begins it.
    static func field(_ text: SourceText, _ line: TextSpan) -> HeaderField? {
        guard let colon = text.bytes[line.range].prefix(24).firstIndex(of: UInt8(ascii: ":")),
            colon > line.start, let key = labels[FoldedText.fold(text[text.trimmed(TextSpan(line.start, colon))])]
        else { return nil }
        var value = text.trimmed(TextSpan(colon + 1, line.end))
        if value.count >= 2, let quote = text.bytes[value.range].first, quote == 0x22 || quote == 0x27,
            text.bytes[value.end - 1] == quote
        {
            value = TextSpan(value.start + 1, value.end - 1)
        }
        return value.isEmpty ? nil : HeaderField(key: key, span: line, value: value)
    }

    /// The fields that `units` begin with: two lines or more with a known label, or one that says "Title:".
    static func leading(_ text: SourceText, _ units: [LayoutUnit]) -> [HeaderField] {
        var fields: [HeaderField] = []
        for unit in units {
            guard unit.mark == nil, let field = field(text, unit.span) else { break }
            fields.append(field)
        }
        return fields.count >= 2 || fields.first?.key == .title ? fields : []
    }

    private static let labels: [String: HeaderField.Key] = [
        "title": .title, "headline": .title, "source": .outlet, "outlet": .outlet, "publication": .outlet,
        "newspaper": .outlet, "site": .outlet, "website": .outlet, "site name": .outlet, "publisher": .publisher,
        "agency": .publisher, "author": .byline, "authors": .byline, "byline": .byline, "by": .byline,
        "date": .published, "published": .published, "published at": .published, "published on": .published,
        "publication date": .published, "pubdate": .published, "posted": .published, "updated": .updated,
        "last updated": .updated, "modified": .updated, "lastmod": .updated, "url": .url, "link": .url,
        "address": .url, "canonical": .url, "permalink": .url, "language": .language, "lang": .language,
        "description": .other, "summary": .other, "tags": .other, "keywords": .other, "categories": .other,
        "section": .other, "category": .other, "retrieved": .other, "accessed": .other, "layout": .other,
        "slug": .other, "image": .other, "draft": .other,
    ]
}
