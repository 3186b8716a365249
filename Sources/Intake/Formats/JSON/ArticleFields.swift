import NewsModel
import TextCore

/// An article as JSON: what Headwater's own `extract`, trafilatura, news-please, newspaper, Giveme5W1H and IPTC ninjs write.
struct ArticleFields {
    private let value: JSONValue
    /// What the fields say of the article.
    private(set) var metadata = DocumentMetadata()
    /// The text of the article, and whether it is HTML.
    private(set) var body: (span: TextSpan, isMarkup: Bool)?
    /// Where the title stands.
    private(set) var title: TextSpan?
    private(set) var summary: TextSpan?

    /// The article of an object; nil where it has neither a title nor a text.
    init?(_ value: JSONValue, _ facts: WordFacts) {
        guard case .object = value else { return nil }
        self.value = value
        if let found = first(Self.texts), let span = found.span {
            body = (span, Self.isMarkup(found.string ?? ""))
        } else if let found = first(Self.markups) ?? ninjsBody(), let span = found.span {
            body = (span, true)
        }
        let headline =
            first(["title", "headline"]) ?? value["headlines"]?.elements?.first?["value"]
            ?? value["headlines"]?.elements?.first
        title = headline?.span
        summary = first(["description", "summary", "standfirst", "abstract", "excerpt", "lead"])?.span
        metadata.title = headline?.string.map(\.oneLine)
        readNames(facts)
        readTimes()
        metadata.language = first(["language", "lang", "meta_lang", "dc_language"])?.string
        metadata.url = (first(["url", "canonical_url", "link", "canonical_link", "uri"]) ?? address("source"))?.string
            .flatMap {
                WebAddress.isAddress($0) ? $0 : nil
            }
        metadata.section = (first(["section", "category", "categories"])?.each.first)?.string
        guard body != nil || summary != nil || (title != nil && metadata.url != nil) else { return nil }
    }

    private static let texts = [
        "body", "maintext", "text", "body_text", "article_text", "content", "raw_text", "articleBody", "cleaned_text",
        "full_text", "fulltext", "plain_text", "story", "bodytext",
    ]
    private static let markups = ["body_xhtml", "body_html", "content_html", "html", "article_html", "raw_html"]

    private func first(_ names: [String]) -> JSONValue? {
        names.firstValue { name in
            guard let found = value[name] else { return nil }
            if case .string(let text, _) = found { return text.isEmpty ? nil : found }
            if case .array(let elements) = found { return elements.isEmpty ? nil : found }
            return nil
        }
    }

    private func address(_ name: String) -> JSONValue? {
        value[name]?.string.map(WebAddress.isAddress) == true ? value[name] : nil
    }

    /// `bodies: [{"role": "main", "contenttype": "text/html", "value": "…"}]` of ninjs 2.
    private func ninjsBody() -> JSONValue? {
        let bodies = value["bodies"]?.elements ?? []
        return (bodies.first { $0["role"]?.string == "main" } ?? bodies.first)?["value"]
    }

    private static func isMarkup(_ text: String) -> Bool {
        text.contains("</p>") || text.contains("<br") || text.contains("</div>")
    }

    private mutating func readNames(_ facts: WordFacts) {
        var names: [String] = []
        for key in ["authors", "author", "byline", "creator", "by"] where names.isEmpty {
            for node in value[key]?.each ?? [] {
                guard let text = node.string ?? node["name"]?.string ?? node["byline"]?.string else { continue }
                names += AuthorNames.split(text, facts)
            }
        }
        metadata.authors = names
        metadata.byline = names.isEmpty ? nil : AuthorNames.joined(names)
        let hosts = first(["hostname", "source_domain", "source-hostname", "source-domain", "domain"])?.string
        let site = first([
            "outlet", "sitename", "site_name", "source_name", "publication", "newspaper", "provider", "source-name",
        ])
        let source =
            value["source"]?.string.flatMap { WebAddress.isAddress($0) ? nil : $0 } ?? value["source"]?["name"]?.string
        metadata.outlet = site?.string ?? source ?? hosts
        metadata.publisher =
            value["publisher"]?.string ?? value["publisher"]?["name"]?.string
            ?? value["infosources"]?.elements?.first?["name"]?.string
        if metadata.publisher == metadata.outlet { metadata.publisher = nil }
        metadata.transport = value["transport"]?.string
    }

    private mutating func readTimes() {
        func time(_ names: [String]) -> PublicationTime? {
            names.firstValue { name in value[name]?.text.flatMap { ClockText.time($0, from: .meta) } }
        }
        metadata.published = time([
            "published", "date_publish", "publishDate", "publish_date", "date_published", "datePublished",
            "firstcreated",
            "firstCreated", "published_at", "publishedAt", "pubDate", "publication_date", "date", "versioncreated",
            "versionCreated",
            "contentcreated",
        ])
        metadata.updated = time([
            "updated", "date_modify", "date_modified", "dateModified", "modified", "updated_at", "versioncreated",
            "versionCreated",
        ])
        if metadata.updated == metadata.published { metadata.updated = nil }
    }
}
