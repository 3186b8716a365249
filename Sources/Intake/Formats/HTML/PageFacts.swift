import TextCore

/// What a page says of itself outside its text: meta elements, links, structured data, and the elements that name a
/// headline, a time or a writer. Collected in one walk; what to believe is decided by ``PageMetadata``.
struct PageFacts {
    /// A value with its place in the page's decoded bytes.
    struct Value {
        var text: String
        var span: TextSpan
    }

    /// Content of meta elements by their name or property, in lower case, in order.
    private(set) var metas: [String: [Value]] = [:]
    /// Addresses of link elements by their `rel`; those of the next and the previous page also of other links.
    private(set) var links: [String: String] = [:]
    /// Articles of the structured data, the page's own first.
    private(set) var articles: [JSONValue] = []
    /// Other nodes of the structured data, by `@id`.
    private(set) var named: [String: JSONValue] = [:]
    /// The `title` element of the head.
    private(set) var title: Value?
    /// Headings of the first level: nodes.
    private(set) var headlines: [Int] = []
    /// `time` elements and what is marked as a date, in order: node and value.
    private(set) var times: [(node: Int, value: String, name: String)] = []
    /// Elements that name a writer by `rel` or `itemprop`: nodes.
    private(set) var authors: [Int] = []
    /// Language of the page.
    private(set) var language: String?
    /// The text of the report that structured data gives.
    private(set) var body: String?
    /// The entries of a live blog that structured data gives.
    private(set) var updates: [JSONValue] = []

    /// Longest structured data that is read, in bytes.
    private static let longestData = 4 << 20

    /// Collects the facts of a page.
    ///
    /// - Complexity: O(n).
    init(_ tree: MarkupTree, _ references: CharacterReferences) {
        var data: [JSONValue] = []
        var foreignEnd = 0
        for (index, node) in tree.nodes.enumerated() {
            switch node.tag {
            case .meta: readMeta(tree, index, references)
            case .link:
                if let rel = tree.attribute(index, "rel"), let href = tree.attribute(index, "href") {
                    let name = tree.raw(rel).lowercased()
                    if links[name] == nil { links[name] = references.decoded(tree.bytes, href, isAttribute: true) }
                }
            case .html:
                if language == nil, let lang = tree.attribute(index, "lang") { language = tree.raw(lang) }
            case .svg, .math: foreignEnd = max(foreignEnd, Int(node.end))
            case .title where title == nil && index >= foreignEnd && index + 1 < tree.nodes.count:
                if tree.nodes[index + 1].tag == .text, Int(tree.nodes[index + 1].parent) == index {
                    let span = tree.nodes[index + 1].span
                    title = Value(text: references.decoded(tree.bytes, span).oneLine, span: span)
                }
            case .h1: headlines.append(index)
            case .time:
                let value = tree.attribute(index, "datetime").map { tree.raw($0) } ?? ""
                times.append((index, value, tree.attribute(index, "itemprop").map { tree.raw($0) } ?? ""))
            case .script:
                if let type = tree.attribute(index, "type"), tree.isNamed(type, "application/ld+json"),
                    index + 1 < Int(node.end)
                {
                    data += Self.structuredData(tree.bytes, tree.nodes[index + 1].span)
                }
            case .text: break
            default: readProperty(tree, index, references)
            }
        }
        readData(data)
    }

    /// The first value of the first of `names` that has one.
    func meta(_ names: String...) -> Value? {
        for name in names { if let value = metas[name]?.first(where: { !$0.text.isEmpty }) { return value } }
        return nil
    }

    private mutating func readMeta(_ tree: MarkupTree, _ index: Int, _ references: CharacterReferences) {
        guard let content = tree.attribute(index, "content"), content.count < 8_192 else { return }
        for attribute: StaticString in ["property", "name", "itemprop"] {
            guard let key = tree.attribute(index, attribute), !key.isEmpty, key.count < 64 else { continue }
            let text = references.decoded(tree.bytes, content, isAttribute: true).oneLine
            metas[tree.raw(key).lowercased(), default: []].append(Value(text: text, span: content))
        }
    }

    private mutating func readProperty(_ tree: MarkupTree, _ index: Int, _ references: CharacterReferences) {
        guard tree.nodes[index].attributeCount > 0 else { return }
        if let property = tree.attribute(index, "itemprop") {
            switch tree.raw(property) {
            case "author", "creator", "author name": authors.append(index)
            case "datePublished", "dateModified":
                let value = tree.attribute(index, "content") ?? tree.attribute(index, "datetime")
                times.append((index, value.map { tree.raw($0) } ?? "", tree.raw(property)))
            default: break
            }
        }
        if tree.nodes[index].tag == .a, let rel = tree.attribute(index, "rel") {
            for name in tree.raw(rel).lowercased().split(separator: " ") {
                if name == "author" {
                    authors.append(index)
                } else if name == "next" || name == "prev" || name == "previous",
                    let href = tree.attribute(index, "href"), links[String(name)] == nil
                {
                    links[String(name)] = references.decoded(tree.bytes, href, isAttribute: true)
                }
            }
        }
    }

    // MARK: Structured data

    /// The values of a block of JSON-LD: comments and CDATA marks around it, and several values in a row, are borne.
    private static func structuredData(_ bytes: [UInt8], _ span: TextSpan) -> [JSONValue] {
        guard span.count <= longestData,
            let start = bytes[span.range].firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            let value = try? JSONReader.value(bytes, range: start..<span.end, isLenient: true)
        else { return [] }
        return value.each
    }

    private mutating func readData(_ data: [JSONValue]) {
        var nodes: [JSONValue] = []
        for value in data { Self.collect(value, depth: 0, into: &nodes) }
        for node in nodes {
            if let id = node["@id"]?.string, node["name"] != nil || node["headline"] != nil {
                named[id] = named[id] ?? node
            }
        }
        let found = nodes.filter(Self.isArticle)
        // A list of other reports is no article: where several are told, the page's own has a body, or is told first.
        articles = found.filter { $0["articleBody"] != nil } + found.filter { $0["articleBody"] == nil }
        updates = Array(articles.lazy.flatMap { $0["liveBlogUpdate"]?.each ?? [] }.prefix(2_000))
        body = articles.first?["articleBody"]?.string
        if let text = body, text.utf8.count < 300 { body = nil }
    }

    private static func collect(_ value: JSONValue, depth: Int, into nodes: inout [JSONValue]) {
        guard depth < 8, nodes.count < 2_000 else { return }
        switch value {
        case .array(let elements): for element in elements { collect(element, depth: depth + 1, into: &nodes) }
        case .object(let members):
            nodes.append(value)
            for member in members where !others.contains(member.name) {
                collect(member.value, depth: depth + 1, into: &nodes)
            }
        default: break
        }
    }

    /// Members whose values are no report of the page's own: what readers say, lists of others, the entries of a live blog.
    private static let others: Set<String> = ["comment", "itemListElement", "liveBlogUpdate"]

    /// Whether a node is a report by its `@type`: NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting …
    static func isArticle(_ node: JSONValue) -> Bool {
        (node["@type"]?.each ?? []).contains { type in
            guard let name = type.string else { return false }
            return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
                || name.hasSuffix("NewsArticle")
                || name == "Review"
        }
    }
}
