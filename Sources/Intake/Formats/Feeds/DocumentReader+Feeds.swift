import NewsModel
import TextCore

extension DocumentReader {
    /// The reports of an RSS or Atom feed.
    func feed(_ item: RawItem) -> Outcome {
        let label = item.charset ?? DeclaredCharset.label(in: item.bytes)
        let decoded = TextMender.mend(CharsetDecoder.decode(item.bytes, label: label))
        guard let feed = FeedParser.feed(decoded, pages.references) else {
            return refuse(
                item, "unsupported", "is XML but no feed that Headwater knows; give RSS, Atom, JSON Feed or HTML")
        }
        return documents(of: feed, decoded, item)
    }

    /// The documents of a feed's entries. Each is named after the bytes of its own entry.
    func documents(of feed: Feed, _ decoded: DecodedText, _ item: RawItem) -> Outcome {
        if feed.kind == .opml {
            return refuse(
                item, "unsupported", "is a list of \(feed.outlines.count) feeds; give the feeds that it names")
        }
        var outcome: Outcome = ([], [])
        for (number, entry) in feed.entries.enumerated() {
            let name = "\(item.name)#\(number + 1)"
            let part = RawItem(name: name, format: .html, bytes: [])
            let id = DocumentID(
                hashing: Array(decoded.bytes[entry.span.range]) + Array((entry.link ?? entry.id ?? "").utf8))
            let found = document(entry, feed, decoded, part, id)
            outcome.documents += found.documents
            outcome.diagnostics += found.diagnostics
        }
        if outcome.documents.isEmpty { return refuse(item, "empty", "is a feed without any report") }
        return outcome
    }

    private func document(
        _ entry: FeedEntry, _ feed: Feed, _ decoded: DecodedText, _ item: RawItem, _ id: DocumentID
    ) -> Outcome {
        var metadata = DocumentMetadata()
        metadata.title = entry.title
        metadata.url = entry.link
        metadata.authors =
            entry.authors.isEmpty
            ? [feed.author].compactMap { $0 } : entry.authors.flatMap { AuthorNames.split($0, facts) }
        metadata.byline = metadata.authors.isEmpty ? nil : AuthorNames.joined(metadata.authors)
        metadata.published = entry.published
        metadata.updated = entry.updated == entry.published ? nil : entry.updated
        metadata.outlet = entry.source ?? feed.title
        metadata.transport = entry.source == nil ? nil : feed.title
        metadata.section = entry.section
        metadata.language = feed.language
        let place = decoded.map.rawOffset(of: entry.span.start)
        let content = entry.content ?? entry.summary
        if let content, !content.isMarkup {
            var text = DecodedText()
            for scalar in (entry.title ?? "").unicodeScalars { text.append(scalar, raw: place, step: 0) }
            let end = text.bytes.count
            if end > 0 { for _ in 0..<2 { text.append("\n", raw: place, step: 0) } }
            let start = text.bytes.count
            for (offset, byte) in content.text.bytes.enumerated() {
                text.map.add(decoded: start + offset, raw: content.text.map.rawOffset(of: offset))
                text.bytes.append(byte)
            }
            guard
                let document = document(
                    text, isMarkdown: false, item: item, id: id, told: metadata,
                    titled: end > 0 ? TextSpan(0, end) : nil)
            else { return ([], []) }
            return ([document], diagnostics(content.text, document, item))
        }
        let title = entry.title.map { PageReader.Headline(text: $0, rawOffset: place) }
        guard let page = pages.fragment(content?.text ?? DecodedText(), title: title) else { return ([], []) }
        return document(page, content?.text ?? DecodedText(), item, id: id, metadata: metadata)
    }
}
