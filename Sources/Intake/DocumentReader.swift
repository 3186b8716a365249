public import Lexicons
public import NewsModel
import TextCore

/// Turns raw items into documents: decodes, types the blocks, reads the metadata. The room's door.
///
/// The bytes decide what an item is, then its declared format: HTML pages, feeds, JSON, messages, PDF, Markdown, plain text.
public struct DocumentReader: Sendable {
    let facts: WordFacts
    let phrases: PhraseRules
    let pages: PageReader

    /// Prepares a reader.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        facts = try WordFacts(resources: resources)
        phrases = try PhraseRules(resources: resources)
        pages = PageReader(
            references: try CharacterReferences(resources: resources), cues: try PageCues(resources: resources),
            facts: facts, phrases: phrases)
    }

    /// What an item gave.
    typealias Outcome = (documents: [Document], diagnostics: [Diagnostic])

    /// The first document of an item, with what the user should know about it; nil where nothing can be read from it.
    public func read(_ item: RawItem) -> (document: Document?, diagnostics: [Diagnostic]) {
        let outcome = documents(of: item)
        return (outcome.documents.first, outcome.diagnostics)
    }

    /// The documents of an item: one, or those of a feed or of a list of articles.
    ///
    /// Codes: `intake.empty`, `intake.binary`, `intake.unsupported`, `intake.damaged` (errors: no document);
    /// `intake.charset`, `intake.illFormed`, `intake.mojibake`, `intake.nul`, `intake.control`, `intake.invisible`,
    /// `intake.references` (what was done to the text); `intake.cut` (a warning: not all was read); `intake.language` (a
    /// note: not English).
    ///
    /// - Complexity: O(n · d) in the bytes of the item and the depth of its markup, which is bounded.
    public func documents(of item: RawItem) -> (documents: [Document], diagnostics: [Diagnostic]) {
        var outcome = outcome(of: item)
        for index in outcome.documents.indices {
            outcome.documents[index].retrieved = item.retrieved
            outcome.documents[index].rawCount = item.bytes.count
        }
        return outcome
    }

    private func outcome(of item: RawItem) -> Outcome {
        if item.bytes.isEmpty { return refuse(item, "empty", "is empty") }
        switch ContentFormat(item) {
        case .page: return page(item)
        case .feed: return feed(item)
        case .json: return json(item)
        case .message: return message(item)
        case .pdf: return pdf(item)
        case .gzip: return gzip(item)
        case .markdown: return text(item, isMarkdown: true)
        case .plain: return text(item, isMarkdown: false)
        case .archive:
            return refuse(item, "unsupported", "is a web archive within another file; give it as a file of its own")
        case .unsupported(let name):
            return refuse(
                item, "unsupported", "is \(name), which Headwater does not read; give it as HTML, plain text or PDF")
        case .binary(let name):
            return refuse(
                item, "binary", name.map { "is \($0), not a text" } ?? "is not a text: it is full of control characters"
            )
        }
    }

    /// Says why an item gives no document: an error, or a note for what an archive holds beside its pages.
    func refuse(_ item: RawItem, _ code: String, _ message: String) -> Outcome {
        let severity: Diagnostic.Severity = item.address == nil ? .error : .note
        return ([], [Diagnostic("intake." + code, severity, "\(Self.shown(item)) \(message)", file: item.name)])
    }

    /// The name of an item for a message.
    static func shown(_ item: RawItem) -> String { item.name == "-" ? "standard input" : item.name }

    /// What was done to a text, and whether its language is one that is not analysed.
    func diagnostics(_ decoded: DecodedText, _ document: Document, _ item: RawItem) -> [Diagnostic] {
        let shown = Self.shown(item)
        var diagnostics = decoded.repairs.map { RepairDiagnostics.diagnostic($0, document, item, shown) }
        if !document.metadata.isReadable, let language = document.metadata.language {
            diagnostics.append(
                Diagnostic(
                    "intake.language", .note,
                    "\(shown) is not in English (\(language)); it is kept and aligned for lineage, but not analysed",
                    file: item.name, document: document.id))
        }
        let others = Set(document.blocks.compactMap(\.language)).subtracting(["en"]).sorted()
        if document.metadata.isReadable, !others.isEmpty {
            diagnostics.append(
                Diagnostic(
                    "intake.language", .note,
                    "\(shown) has paragraphs that are not in English (\(others.joined(separator: ", "))); they are kept, and no "
                        + "statement is read from them", file: item.name, document: document.id))
        }
        return diagnostics
    }

    /// A plain text or Markdown.
    private func text(_ item: RawItem, isMarkdown: Bool) -> Outcome {
        let decoded = TextMender.mend(CharsetDecoder.decode(item.bytes, label: item.charset))
        guard let document = document(decoded, isMarkdown: isMarkdown, item: item, id: DocumentID(hashing: item.bytes))
        else {
            return refuse(item, "empty", "holds nothing but white space")
        }
        return ([document], diagnostics(decoded, document, item))
    }

    /// The document of a plain text; `told` is what its container says of it and goes before what the text suggests.
    func document(
        _ decoded: DecodedText, isMarkdown: Bool, item: RawItem, id: DocumentID, told: DocumentMetadata? = nil,
        titled: TextSpan? = nil
    ) -> Document? {
        let text = SourceText(repairing: decoded.bytes)
        if text.trimmed(text.span).isEmpty { return nil }
        var layout = isMarkdown ? MarkdownFormat.layout(text) : PlainTextFormat.layout(text)
        if let titled, let index = layout.units.firstIndex(where: { $0.span.overlaps(titled) }) {
            layout.units[index].mark = .heading(level: 1)
        }
        let typed = BlockTyper(text, layout, facts, phrases)
        var metadata = MetadataReader.metadata(text, typed, facts)
        if let told { metadata = told.filled(from: metadata) }
        metadata.language = LanguageIdentifier.tag(of: text) ?? metadata.language
        return Document(
            id: id, files: [item.name], text: text, rawMap: decoded.map, metadata: metadata,
            blocks: LanguageIdentifier.marked(
                BlockAssembler.blocks(text, typed), text, document: metadata.language))
    }
}

extension DocumentMetadata {
    /// This metadata, and what `other` says where this says nothing.
    func filled(from other: DocumentMetadata) -> DocumentMetadata {
        var filled = self
        filled.outlet = outlet ?? other.outlet
        filled.publisher = publisher ?? other.publisher
        filled.transport = transport ?? other.transport
        filled.title = title ?? other.title
        if byline == nil, authors.isEmpty {
            filled.byline = other.byline
            filled.authors = other.authors
        }
        filled.section = section ?? other.section
        if basedOn.isEmpty { filled.basedOn = other.basedOn }
        filled.datelinePlace = datelinePlace ?? other.datelinePlace
        filled.published = published ?? other.published
        filled.updated = updated ?? other.updated
        filled.language = language ?? other.language
        filled.url = url ?? other.url
        return filled
    }
}
