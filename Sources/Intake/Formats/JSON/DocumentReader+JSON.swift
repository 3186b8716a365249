import NewsModel
import TextCore

extension DocumentReader {
    /// The articles of a JSON file: one object, an array of them, objects line by line, or a JSON Feed.
    func json(_ item: RawItem) -> Outcome {
        let decoded = CharsetDecoder.decode(item.bytes)
        var values: [JSONValue] = []
        do {
            values = [try JSONReader.value(decoded.bytes)]
        } catch {
            values = lines(decoded)
            if values.isEmpty { return refuse(item, "damaged", "is no JSON: it \(error)") }
        }
        if let value = values.first, values.count == 1, JSONFeedParser.isFeed(value) {
            return documents(of: JSONFeedParser.feed(value, decoded), decoded, item)
        }
        var articles: [JSONValue] = []
        for value in values {
            let list =
                value.elements ?? value["articles"]?.elements ?? value["documents"]?.elements
                ?? value["associations"]?.elements
            articles += list ?? [value]
        }
        var outcome: Outcome = ([], [])
        for (number, value) in articles.enumerated() {
            guard let fields = ArticleFields(value, facts) else { continue }
            let part = articles.count == 1 ? item : RawItem(name: "\(item.name)#\(number + 1)", bytes: [])
            let span = JSONPlaces.span(of: value) ?? TextSpan(0, 0)
            let id = DocumentID(hashing: articles.count == 1 ? item.bytes : Array(decoded.bytes[span.range]))
            let found = document(fields, decoded, part, id)
            outcome.documents += found.documents
            outcome.diagnostics += found.diagnostics
        }
        if outcome.documents.isEmpty {
            return refuse(
                item, "unsupported", "is JSON, but has no article: no title and no text under a name that is known")
        }
        return outcome
    }

    /// Values that stand on a line each.
    private func lines(_ decoded: DecodedText) -> [JSONValue] {
        var values: [JSONValue] = []
        var start = 0
        while start < decoded.bytes.count {
            let end = decoded.bytes[start...].firstIndex(of: 0x0A) ?? decoded.bytes.count
            if let value = try? JSONReader.value(decoded.bytes, range: start..<end), value.isContainer {
                values.append(value)
            }
            start = end + 1
        }
        return values
    }

    private func document(_ fields: ArticleFields, _ decoded: DecodedText, _ item: RawItem, _ id: DocumentID) -> Outcome
    {
        let body = fields.body ?? fields.summary.map { ($0, false) }
        let content = body.map { JSONPlaces.text($0.0, in: decoded) } ?? DecodedText()
        if body?.1 == true {
            let title = fields.metadata.title.map {
                PageReader.Headline(text: $0, rawOffset: decoded.map.rawOffset(of: fields.title?.start ?? 0))
            }
            guard let page = pages.fragment(content, title: title) else { return ([], []) }
            return document(page, content, item, id: id, metadata: fields.metadata)
        }
        var text = DecodedText()
        var titled: TextSpan?
        if let span = fields.title {
            let title = JSONPlaces.text(span, in: decoded)
            let isRepeated = content.bytes.starts(with: title.bytes)
            if !isRepeated, !title.bytes.isEmpty {
                append(title, to: &text)
                titled = TextSpan(0, text.bytes.count)
                for _ in 0..<2 { text.append("\n", raw: decoded.map.rawOffset(of: span.end), step: 0) }
            } else if !title.bytes.isEmpty {
                titled = TextSpan(0, title.bytes.count)
            }
        }
        append(content, to: &text)
        let mended = TextMender.mend(text)
        guard
            let document = document(
                mended, isMarkdown: false, item: item, id: id, told: fields.metadata, titled: titled)
        else { return ([], []) }
        return ([document], diagnostics(mended, document, item))
    }

    private func append(_ part: DecodedText, to text: inout DecodedText) {
        let start = text.bytes.count
        for (offset, byte) in part.bytes.enumerated() {
            text.map.add(decoded: start + offset, raw: part.map.rawOffset(of: offset))
            text.bytes.append(byte)
        }
    }
}
