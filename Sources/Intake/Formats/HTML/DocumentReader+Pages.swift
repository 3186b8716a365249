import NewsModel
import TextCore

extension DocumentReader {
    /// The document of a saved page.
    func page(_ item: RawItem) -> Outcome {
        let label = item.charset ?? DeclaredCharset.label(in: item.bytes)
        let decoded = TextMender.mend(CharsetDecoder.decode(item.bytes, label: label))
        return page(decoded, item, address: item.address, id: DocumentID(hashing: item.bytes))
    }

    /// The document of a page that was decoded.
    func page(
        _ decoded: DecodedText, _ item: RawItem, address: String?, id: DocumentID, told: DocumentMetadata? = nil
    ) -> Outcome {
        guard let page = pages.read(decoded, address: address) else {
            return refuse(item, "empty", "is a page without any text")
        }
        return document(
            page, decoded, item, id: id, metadata: told.map { $0.filled(from: page.metadata) } ?? page.metadata)
    }

    /// The document of markup that was read.
    func document(
        _ page: PageReader.Page, _ decoded: DecodedText, _ item: RawItem, id: DocumentID, metadata: DocumentMetadata
    ) -> Outcome {
        var metadata = metadata
        metadata.language = LanguageIdentifier.tag(of: page.text) ?? metadata.language
        let document = Document(
            id: id, files: [item.name], text: page.text, rawMap: page.map, metadata: metadata,
            blocks: LanguageIdentifier.marked(page.blocks, page.text, document: metadata.language))
        var repaired = decoded
        // Places of what was done to the page's bytes are not places of the text.
        for index in repaired.repairs.indices { repaired.repairs[index].place = 0 }
        var diagnostics = diagnostics(repaired, document, item)
        let shown = Self.shown(item)
        func tell(_ code: String, _ damage: InlineText.DamageCount, _ what: String) {
            guard damage.count > 0 else { return }
            let place = "first at byte \(page.map.rawOffset(of: damage.place))"
            diagnostics.append(
                Diagnostic(
                    "intake." + code, .note, "\(shown) \(what) (\(damage.count), \(place))", file: item.name,
                    document: document.id))
        }
        tell("invisible", page.invisible, "holds characters that cannot be seen; they were left out")
        tell("references", page.twice, "holds references that were encoded twice; they were decoded twice")
        if page.isCut {
            diagnostics.append(
                Diagnostic(
                    "intake.cut", .warning,
                    "\(shown) has more than \(HTMLTreeBuilder.mostNodes) elements and texts; the rest was left out",
                    file: item.name, document: document.id))
        }
        return ([document], diagnostics)
    }
}
