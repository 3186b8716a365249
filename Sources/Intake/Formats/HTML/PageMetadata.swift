import NewsModel
import TextCore

/// What a page says of itself: structured data before OpenGraph, before other meta elements, before `time` elements, before
/// the address.
struct PageMetadata {
    private let facts: PageFacts
    private let tree: MarkupTree
    private let references: CharacterReferences
    private let words: WordFacts
    private(set) var metadata = DocumentMetadata()
    /// Where the title stands, where that is markup.
    private(set) var titlePlace: PageFacts.Value?
    /// What the page says that the report is about, in a sentence.
    private(set) var description: String?

    init(
        _ tree: MarkupTree, _ facts: PageFacts, _ references: CharacterReferences, _ words: WordFacts, address: String?
    ) {
        self.tree = tree
        self.facts = facts
        self.references = references
        self.words = words
        let article = facts.articles.first
        readAddress(article, address)
        readOutlet(article)
        readTitle(article)
        readAuthors(article)
        readTimes(article)
        metadata.section = section(article)
        metadata.language = facts.language ?? article?["inLanguage"]?.string
        metadata.basedOn = origins(article)
        description =
            facts.meta("og:description", "description", "twitter:description")?.text
            ?? article?["description"]?.string.map { plain($0) }
    }

    /// A string of structured data as text: references decoded, no markup.
    private func plain(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return references.decoded(bytes, TextSpan(0, bytes.count)).oneLine
    }

    // MARK: Address and outlet

    private mutating func readAddress(_ article: JSONValue?, _ address: String?) {
        let told = [
            facts.links["canonical"], facts.meta("og:url")?.text, article?["mainEntityOfPage"]?["@id"]?.string,
            article?["mainEntityOfPage"]?.string, article?["url"]?.string,
        ]
        let base = address ?? savedFrom
        let found = told.firstValue { $0.flatMap { WebAddress.absolute($0, base: base) } } ?? base
        metadata.url = found.map(WebAddress.original)
        let neighbours = ["next", "prev", "previous"].map {
            facts.links[$0].flatMap { WebAddress.absolute($0, base: base ?? metadata.url) }
        }
        metadata.page = PageAddress.position(
            own: (told + [base]).compactMap { $0.flatMap { WebAddress.absolute($0, base: base) } },
            next: neighbours[0], previous: neighbours[1] ?? neighbours[2])
    }

    /// The address that a browser wrote into a page that it saved: `<!-- saved from url=(0014)about:internet -->`.
    private var savedFrom: String? {
        let head = String(decoding: tree.bytes.prefix(2_048), as: UTF8.self)
        guard let mark = head.firstRange(of: "saved from url=("),
            let close = head[mark.upperBound...].firstIndex(of: ")")
        else { return nil }
        let rest = head[head.index(after: close)...]
        let address = rest.prefix { !$0.isWhitespace }
        return address.hasPrefix("http") ? String(address) : nil
    }

    private mutating func readOutlet(_ article: JSONValue?) {
        let publisher = (article?["publisher"]?.each ?? []).firstValue { name(of: $0) }
        let site = facts.meta(
            "og:site_name", "application-name", "publisher", "dc.publisher", "twitter:app:name:iphone")
        let told = site.map(\.text).flatMap { WebAddress.isAddress($0) ? nil : $0 }
        metadata.outlet = told ?? publisher ?? metadata.url.flatMap(WebAddress.host)
        if let publisher, publisher != metadata.outlet { metadata.publisher = publisher }
    }

    /// The name of a person or organisation of structured data.
    private func name(of node: JSONValue) -> String? {
        if let text = node.string { return text.isEmpty ? nil : plain(text) }
        if let name = node["name"]?.each.firstValue(\.string) { return name.isEmpty ? nil : plain(name) }
        return node["@id"]?.string.flatMap { facts.named[$0]?["name"]?.string }.map { plain($0) }
    }

    private func section(_ article: JSONValue?) -> String? {
        facts.meta("article:section", "parsely-section", "section")?.text
            ?? article?["articleSection"]?.each.firstValue(\.string).map { plain($0) }
    }

    private func origins(_ article: JSONValue?) -> [String] {
        var origins: [String] = []
        for node in article?["isBasedOn"]?.each ?? [] {
            if let address = node.string ?? node["url"]?.string ?? node["@id"]?.string { origins.append(address) }
        }
        for name in ["original-source", "syndication-source"] {
            origins += (facts.metas[name] ?? []).map(\.text)
        }
        return origins.filter { !$0.isEmpty && $0 != metadata.url }
    }

    // MARK: Title

    /// The headline as the page hands it to others (OpenGraph), then as structured data gives it, which is more often written
    /// for search engines, then what other meta elements and the title of the window say.
    private mutating func readTitle(_ article: JSONValue?) {
        let heads = facts.headlines.prefix(8).map { nodeText($0) }.filter { $0.split(separator: " ").count >= 2 }
        var candidates: [PageFacts.Value] = []
        func add(_ name: String) {
            if let value = facts.metas[name]?.first(where: { !$0.text.isEmpty }) { candidates.append(value) }
        }
        add("og:title")
        var structured: String?
        if let value = article?["headline"]?.each.first ?? article?["name"]?.each.first, let text = value.string,
            let span = value.span
        {
            structured = plain(text)
            candidates.append(PageFacts.Value(text: plain(text), span: span))
        }
        for name in ["twitter:title", "dc.title", "headline", "title"] { add(name) }
        if let title = facts.title { candidates.append(title) }
        candidates.removeAll { $0.text.isEmpty }
        let told = heads + candidates.map(\.text)
        for index in candidates.indices {
            candidates[index].text = withoutOutlet(candidates[index].text, told, structured: structured)
        }
        guard
            var best = candidates.first(where: { isHeadline($0.text) && isOfThisPage($0.text, told) })
                ?? candidates.first(where: { isHeadline($0.text) }) ?? candidates.first
        else {
            metadata.title = heads.first
            return
        }
        // A headline that was cut for a machine is told in full elsewhere.
        let stem =
            best.text.hasSuffix("...")
            ? String(best.text.dropLast(3)) : best.text.hasSuffix("…") ? String(best.text.dropLast()) : nil
        if let stem, let full = candidates.first(where: { $0.text.count > best.text.count && $0.text.hasPrefix(stem) })
        {
            best = full
        }
        if let title = facts.title, best.span == title.span,
            let head = heads.first(where: { best.text.hasPrefix($0) || $0.hasPrefix(best.text) })
        {
            best.text = head
        }
        metadata.title = best.text
        titlePlace = best
    }

    private func isHeadline(_ text: String) -> Bool {
        text != metadata.outlet && (text.split(separator: " ").count >= 2 || text.utf8.count >= 12)
    }

    /// Whether `text` shares a word with what else the page calls itself. One that shares none while the others do is the
    /// site's, not the report's.
    private func isOfThisPage(_ text: String, _ told: [String]) -> Bool {
        let words = TitleMarks.words(text)
        let others = told.map(TitleMarks.words).filter { $0 != words }
        if words.isEmpty || others.count < 2 || others.contains(where: { !$0.isDisjoint(with: words) }) { return true }
        return !others.dropFirst().contains { !$0.isDisjoint(with: others[0]) }
    }

    /// The text of a node, white space folded.
    func nodeText(_ node: Int) -> String {
        var text = InlineText(references, original: .identity)
        var index = node + 1
        while index < Int(tree.nodes[node].end), text.count < 2_000 {
            let inner = tree.nodes[index]
            if inner.tag == .text {
                text.append(tree.bytes, inner.span, isLiteral: inner.isLiteral)
            } else if inner.tag.has(.skipped) {
                index = Int(inner.end)
                continue
            } else if inner.tag.has(.block) || inner.tag == .br {
                text.breakWord(at: inner.span.start)
            }
            index += 1
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// A title without what pages put behind it: the outlet's name, a section, a date.
    ///
    /// It ends where another title of the page ends, unless the structured headline goes on as it does; or before what the
    /// outlet is called.
    private func withoutOutlet(_ title: String, _ others: [String], structured: String?) -> String {
        let letters = Set(others.map(TitleMarks.letters))
        let isWhole = structured.map(TitleMarks.letters) == TitleMarks.letters(title)
        for mark in TitleMarks.marks(title) where !isWhole {
            let head = title[..<mark.lowerBound]
            if head.split(separator: " ").count >= 2, letters.contains(TitleMarks.letters(String(head))) {
                return String(head)
            }
        }
        var title = title
        for _ in 0..<3 {
            guard let mark = TitleMarks.marks(title).last else { return title }
            let head = String(title[..<mark.lowerBound])
            let isTold = letters.contains(TitleMarks.letters(head))
            guard head.split(separator: " ").count >= 2 || isTold, isOutlet(String(title[mark.upperBound...])) else {
                return title
            }
            title = head
        }
        return title
    }

    /// Whether `name` is what the outlet is called, as a whole or by its domain.
    private func isOutlet(_ name: String) -> Bool {
        let letters = TitleMarks.letters
        let plain = letters(name)
        guard plain.count >= 2, name.split(separator: " ").count <= 6 else { return false }
        let outlet = letters(metadata.outlet ?? "")
        if !outlet.isEmpty, outlet == plain || outlet.hasPrefix(plain) || plain.hasPrefix(outlet) { return true }
        if let publisher = metadata.publisher.map(letters), publisher == plain { return true }
        let host = letters(metadata.url.flatMap(WebAddress.host) ?? "")
        return plain.count >= 3 && !host.isEmpty && (host.hasPrefix(plain) || host.contains(plain) || host == plain)
    }

    // MARK: Authors

    private mutating func readAuthors(_ article: JSONValue?) {
        var names: [String] = []
        for value in facts.articles.prefix(4) where names.isEmpty {
            for node in (value["author"] ?? value["creator"])?.each ?? [] {
                if let name = name(of: node) { names += AuthorNames.split(name, words) }
            }
        }
        if names.isEmpty {
            for key in [
                "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
                "article:author_name", "twitter:creator:name",
            ] {
                let told = (facts.metas[key] ?? []).flatMap { AuthorNames.split($0.text, words) }
                    .filter { !isOutlet($0) }
                if !told.isEmpty {
                    names = told
                    break
                }
            }
        }
        if names.isEmpty {
            for node in facts.authors.prefix(12) { names += AuthorNames.split(nodeText(node), words) }
        }
        setAuthors(names)
    }

    /// Takes `names`, each once.
    mutating func setAuthors(_ names: [String]) {
        var seen: Set<String> = []
        metadata.authors = names.filter { seen.insert(FoldedText.fold($0)).inserted }.prefix(30).map { $0 }
        metadata.byline = metadata.authors.isEmpty ? nil : AuthorNames.joined(metadata.authors)
        let agency = metadata.authors.firstValue { name in
            let text = SourceText(name)
            return words.agency(UnitWords(text, text.span).hashes[...])
        }
        if let agency, agency != metadata.outlet { metadata.publisher = agency }
    }

    // MARK: Times

    private mutating func readTimes(_ article: JSONValue?) {
        func structured(_ name: String) -> PublicationTime? {
            facts.articles.firstValue { $0[name]?.string.flatMap { ClockText.time($0, from: .structuredData) } }
        }
        func meta(_ names: [String], _ source: PublicationTime.Source) -> PublicationTime? {
            names.firstValue { facts.metas[$0]?.first.flatMap { ClockText.time($0.text, from: source) } }
        }
        func element(_ name: String) -> PublicationTime? {
            facts.times.filter { $0.name == name }.lazy.compactMap { ClockText.time($0.value, from: .timeElement) }
                .first
        }
        metadata.published =
            structured("datePublished") ?? structured("dateCreated")
            ?? meta(
                ["article:published_time", "og:article:published_time", "og:published_time", "article:published"],
                .openGraph)
            ?? meta(Self.published, .meta) ?? element("datePublished")
        metadata.updated =
            structured("dateModified")
            ?? meta(["article:modified_time", "og:updated_time", "og:article:modified_time"], .openGraph)
            ?? meta(["last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "datemodified"], .meta)
            ?? element("dateModified")
    }

    private static let published = [
        "datepublished", "date", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date",
        "published-date", "publisheddate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
        "dc.date.created", "dcterms.created", "dcterms.issued", "dcterms.date", "cxenseparse:recs:publishtime",
        "article.published", "originalpublicationdate", "bt:pubdate", "displaydate", "dc.created", "created",
        "vr:published_time", "iso-8601-publish-date", "cxenseparse:publishtime",
    ]

    /// What the page shows where no machine-readable time is given: the first `time` element from `start` on, then the
    /// address.
    mutating func readShownTimes(from nodes: Range<Int>, lines: [String]) {
        if metadata.published == nil {
            let near = facts.times.first { nodes.contains($0.node) && !$0.value.isEmpty }
            metadata.published = near.flatMap { ClockText.time($0.value, from: .timeElement) }
        }
        for line in lines where metadata.published == nil || metadata.updated == nil {
            let text = SourceText(line)
            let read = DateLine(text, text.span)
            guard read.isDateLine else { continue }
            if metadata.published == nil { metadata.published = read.published.map(Self.shown) }
            if metadata.updated == nil { metadata.updated = read.updated.map(Self.shown) }
        }
        if metadata.published == nil {
            metadata.published = metadata.url.flatMap(ClockText.day(inAddress:))
        }
    }

    private static func shown(_ time: PublicationTime) -> PublicationTime {
        var time = time
        time.span = nil
        return time
    }
}
