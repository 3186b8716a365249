import NewsModel
import TextCore

/// Reads RSS 0.9 to 2.0, RSS 1.0 and Atom 0.3 and 1.0, well formed or not, and the addresses of an OPML outline.
struct FeedParser {
    private let tree: MarkupTree
    private let names: FeedNames
    private let references: CharacterReferences
    private let original: AlignmentMap
    private var feed: Feed
    private let base: String?

    /// The feed in `decoded`; nil where it is none.
    ///
    /// - Complexity: O(n).
    static func feed(_ decoded: DecodedText, _ references: CharacterReferences) -> Feed? {
        let tree = XMLTreeBuilder.tree(decoded.bytes)
        for node in tree.nodes.indices.dropFirst().prefix(400) where tree.nodes[node].tag != .text {
            let names = FeedNames(tree)
            let kind: Feed.Kind
            switch names.name(tree, node).local {
            case "rss", "channel": kind = .rss
            case "rdf": kind = .rdf
            case "feed": kind = .atom
            case "opml": kind = .opml
            default: continue
            }
            var parser = FeedParser(tree, names, references, decoded.map, kind, root: node)
            parser.read(node)
            return parser.feed
        }
        return nil
    }

    private init(
        _ tree: MarkupTree, _ names: FeedNames, _ references: CharacterReferences, _ original: AlignmentMap,
        _ kind: Feed.Kind,
        root: Int
    ) {
        self.tree = tree
        self.names = names
        self.references = references
        self.original = original
        feed = Feed(kind: kind)
        base = tree.attribute(root, "xml:base").map { tree.raw($0) }
    }

    private mutating func read(_ root: Int) {
        var index = root
        let end = Int(tree.nodes[root].end)
        while index < end {
            let node = tree.nodes[index]
            guard node.tag != .text else {
                index += 1
                continue
            }
            let name = names.name(tree, index)
            switch name.local {
            case "item", "entry":
                feed.entries.append(entry(index))
                index = Int(node.end)
                continue
            case "outline":
                if let address = tree.attribute(index, "xmlurl") {
                    feed.outlines.append(references.decoded(tree.bytes, address, isAttribute: true))
                }
            case "image", "textinput", "source", "cloud":
                if index > root { index = Int(node.end) } else { index += 1 }
                continue
            case "title" where isOwn(index) && (feed.title == nil || name.space != .other):
                if feed.title == nil, name.space != .media { feed.title = line(index) }
            case "link" where isOwn(index) && name.space != .other:
                if feed.link == nil || name.space == .plain { feed.link = link(index) ?? feed.link }
            case "language": feed.language = feed.language ?? text(index)
            default: break
            }
            index += 1
        }
        if feed.language == nil { feed.language = tree.attribute(root, "xml:lang").map { tree.raw($0) } }
    }

    /// Whether a node is the feed's own: of its root or channel, not of an author's or an entry's.
    private func isOwn(_ node: Int) -> Bool {
        let parent = Int(tree.nodes[node].parent)
        return ["channel", "feed", "rss", "rdf"].contains(names.name(tree, parent).local)
    }

    // MARK: Entries

    private func entry(_ node: Int) -> FeedEntry {
        var entry = FeedEntry()
        entry.span = TextSpan(
            tree.nodes[node].span.start, max(tree.nodes[node].span.start, Int(tree.nodes[node].close)))
        var creators: [String] = []
        // What stands in for a title or summary that is not given.
        var shown: String?
        var told: FeedEntry.Content?
        for child in tree.children(of: node) where tree.nodes[child].tag != .text {
            let (space, local) = names.name(tree, child)
            switch (space, local) {
            case (.other, _), (.itunes, "subtitle"), (.itunes, "title"): break
            case (.media, "title"): if entry.title == nil { shown = line(child) }
            case (.media, _): break
            case (.itunes, "summary"): told = content(child)
            case (_, "title"):
                if entry.title == nil || space == .atom || space == .plain { entry.title = line(child) ?? entry.title }
            case (_, "link"): readLink(child, isPlain: space == .plain, &entry)
            case (_, "guid"):
                entry.id = text(child)
                let isLink = tree.attribute(child, "ispermalink").map { tree.isNamed($0, "false") } != true
                if entry.link == nil, isLink, let id = entry.id, WebAddress.isAddress(id) { entry.link = id }
            case (_, "id"), (.dublinCore, "identifier"): entry.id = entry.id ?? text(child)
            case (_, "author"), (.itunes, "author"):
                if let name = person(child), !(space == .itunes && !entry.authors.isEmpty) {
                    entry.authors.append(name)
                }
            case (.dublinCore, "creator"), (.terms, "creator"), (.dublinCore, "author"):
                if let name = line(child).flatMap(MailAddress.name) { creators.append(name) }
            case (_, "pubdate"), (_, "published"), (_, "issued"), (_, "created"), (.dublinCore, "date"),
                (.terms, "issued"), (.terms, "created"):
                entry.published = entry.published ?? text(child).flatMap { ClockText.time($0, from: .feed) }
            case (_, "updated"), (_, "modified"), (.terms, "modified"), (_, "lastbuilddate"):
                entry.updated = entry.updated ?? text(child).flatMap { ClockText.time($0, from: .feed) }
            case (.content, "encoded"), (.plain, "fullitem"): entry.content = content(child)
            case (_, "content") where space == .atom || space == .plain:
                if entry.content == nil { entry.content = content(child) }
            case (_, "body") where space == .markup || space == .plain: entry.content = entry.content ?? content(child)
            case (_, "description"), (_, "summary"), (.terms, "abstract"), (_, "tagline"):
                entry.summary = entry.summary ?? content(child)
            case (_, "source") where space != .dublinCore: readSource(child, &entry)
            case (_, "category"), (.dublinCore, "subject"):
                entry.section = entry.section ?? line(child) ?? tree.attribute(child, "term").map { tree.raw($0) }
            default: break
            }
        }
        if entry.authors.isEmpty { entry.authors = creators }
        entry.title = entry.title ?? shown
        entry.summary = entry.summary ?? told
        if entry.link == nil, let about = tree.attribute(node, "rdf:about") {
            entry.link = references.decoded(tree.bytes, about, isAttribute: true)
        }
        if entry.published == nil { entry.published = entry.updated }
        return entry
    }

    /// Address of a link: its `href`, or its text.
    private func link(_ node: Int) -> String? {
        if let href = tree.attribute(node, "href") {
            let rel = tree.attribute(node, "rel").map { tree.raw($0) }
            guard rel == nil || rel == "alternate" else { return nil }
            return resolved(references.decoded(tree.bytes, href, isAttribute: true), node)
        }
        return text(node).map { resolved($0, node) }
    }

    private func readLink(_ node: Int, isPlain: Bool, _ entry: inout FeedEntry) {
        guard let address = link(node), !address.isEmpty else { return }
        // Of several the last is meant in RSS, the first in Atom.
        let isPage = tree.attribute(node, "type").map { tree.isNamed($0, "text/html") } == true
        if entry.link == nil || isPlain || isPage { entry.link = address }
    }

    private func resolved(_ address: String, _ node: Int) -> String {
        var place = node
        while place >= 0 {
            if let base = tree.attribute(place, "xml:base").map({ tree.raw($0) }), WebAddress.isAddress(base) {
                return WebAddress.absolute(address, base: base) ?? address
            }
            place = Int(tree.nodes[place].parent)
        }
        return WebAddress.absolute(address, base: base ?? feed.link) ?? address
    }

    /// Name of a person: its `name`, or "jane@example.org (Jane Doe)".
    private func person(_ node: Int) -> String? {
        for child in tree.children(of: node) where tree.nodes[child].tag != .text {
            if names.name(tree, child).local == "name" { return line(child) }
        }
        guard let whole = line(node) else { return nil }
        return MailAddress.name(whole)
    }

    private func readSource(_ node: Int, _ entry: inout FeedEntry) {
        if let url = tree.attribute(node, "url") { entry.sourceLink = tree.raw(url) }
        for child in tree.children(of: node) where tree.nodes[child].tag != .text {
            switch names.name(tree, child).local {
            case "title": entry.source = line(child)
            case "link": entry.sourceLink = entry.sourceLink ?? link(child)
            default: break
            }
        }
        if entry.source == nil { entry.source = line(node) }
    }

    // MARK: Texts

    /// The text of a node as it stands for a program: references decoded, white space at the ends off.
    private func text(_ node: Int) -> String? {
        var result = ""
        for index in (node + 1)..<max(node + 1, Int(tree.nodes[node].end)) where tree.nodes[index].tag == .text {
            let span = tree.nodes[index].span
            let holder = tree.nodes[Int(tree.nodes[index].parent)].name
            if tree.isNamed(holder, "script") || tree.isNamed(holder, "style") { continue }
            result +=
                tree.nodes[index].isLiteral ? tree.raw(span) : references.decoded(tree.bytes, span, isAttribute: true)
        }
        if isCoded(node) {
            let bytes = Array(result.utf8)
            if TransferCoding.isBase64(bytes) {
                result = String(decoding: TransferCoding.base64(bytes, 0..<bytes.count).bytes, as: UTF8.self)
            }
        }
        let line = result.oneLine
        return line.isEmpty ? nil : line
    }

    /// The text of a node as a person reads it: markup within it left out, references of that markup decoded too.
    private func line(_ node: Int) -> String? {
        guard let plain = text(node) else { return nil }
        guard plain.contains("<") || plain.contains("&") else { return plain }
        let inner = HTMLTreeBuilder.tree(Array(plain.utf8))
        var text = InlineText(references, original: .identity, isStrict: true)
        var index = 0
        while index < inner.nodes.count {
            let node = inner.nodes[index]
            if node.tag == .text { text.append(inner.bytes, node.span) }
            index = node.tag.has(.skipped) ? Int(node.end) : index + 1
        }
        let line = String(decoding: text.bytes, as: UTF8.self)
        return line.isEmpty ? nil : line
    }

    /// Whether the text of a node is base64: by its mode, or by a type that is no text.
    private func isCoded(_ node: Int) -> Bool {
        if let mode = tree.attribute(node, "mode") { return tree.isNamed(mode, "base64") }
        guard let type = tree.attribute(node, "type").map({ tree.raw($0).lowercased() }), type.contains("/") else {
            return false
        }
        return !type.hasPrefix("text/") && !type.contains("xml") && !type.contains("html")
    }

    /// The markup or text of a node with its place in the feed.
    private func content(_ node: Int) -> FeedEntry.Content? {
        let type =
            (tree.attribute(node, "type") ?? tree.attribute(node, "mode")).map { tree.raw($0).lowercased() } ?? ""
        let hasElements = tree.children(of: node).contains { tree.nodes[$0].tag != .text }
        var decoded = DecodedText()
        if type == "xhtml" || hasElements {
            // The markup stands in the feed as it is.
            let span = TextSpan(tree.nodes[node].span.end, max(tree.nodes[node].span.end, Int(tree.nodes[node].close)))
            for offset in span.range {
                if UTF8.isContinuation(tree.bytes[offset]) { continue }
                decoded.map.add(
                    decoded: offset - span.start, raw: original.rawOffset(of: offset),
                    step: tree.bytes[offset] < 0x80 ? 1 : 0)
            }
            decoded.bytes = Array(tree.bytes[span.range])
            return decoded.bytes.isEmpty ? nil : FeedEntry.Content(text: decoded, isMarkup: true)
        }
        for index in (node + 1)..<max(node + 1, Int(tree.nodes[node].end)) where tree.nodes[index].tag == .text {
            append(tree.nodes[index].span, isLiteral: tree.nodes[index].isLiteral, to: &decoded)
        }
        guard decoded.bytes.contains(where: { !ASCII.isSpace($0) }) else { return nil }
        if isCoded(node), TransferCoding.isBase64(decoded.bytes) {
            let plain = TransferCoding.base64(decoded.bytes, 0..<decoded.bytes.count)
            decoded = DecodedText(
                bytes: SourceText(repairing: plain.bytes).bytes,
                map: plain.map.followed(by: decoded.map, length: plain.bytes.count))
        }
        let isPlain = type == "text" || type == "text/plain"
        return FeedEntry.Content(text: decoded, isMarkup: !isPlain)
    }

    /// Adds `span` with its references decoded, each character keeping its place.
    private func append(_ span: TextSpan, isLiteral: Bool, to decoded: inout DecodedText) {
        var index = span.start
        while index < span.end {
            let byte = tree.bytes[index]
            if byte == UInt8(ascii: "&"), !isLiteral,
                let found = references.reference(in: tree.bytes, at: index, end: span.end, isAttribute: true)
            {
                for scalar in found.scalars { decoded.append(scalar, raw: original.rawOffset(of: index), step: 0) }
                index += found.width
                continue
            }
            let width = byte < 0x80 ? 1 : UTF8Scanner.scalar(in: tree.bytes, at: index).width
            decoded.map.add(decoded: decoded.bytes.count, raw: original.rawOffset(of: index), step: width == 1 ? 1 : 0)
            decoded.bytes += tree.bytes[index..<(index + width)]
            index += width
        }
    }
}
