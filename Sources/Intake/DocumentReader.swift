public import Lexicons
public import NewsModel
import TextCore

/// Turns raw items into documents: decodes, types the blocks, reads the metadata. The room's door.
public struct DocumentReader: Sendable {
    private let facts: WordFacts
    private let phrases: PhraseRules

    /// Prepares a reader.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        facts = try WordFacts(resources: resources)
        phrases = try PhraseRules(resources: resources)
    }

    /// The document of an item, with what the user should know about it; nil where nothing can be read from it.
    ///
    /// Codes: `intake.empty`, `intake.binary`, `intake.unsupported` (errors: no document); `intake.charset`,
    /// `intake.illFormed`, `intake.mojibake`, `intake.nul`, `intake.control` (what was done to the text);
    /// `intake.language` (a note: not English).
    ///
    /// - Complexity: O(n) in the bytes of the item.
    public func read(_ item: RawItem) -> (document: Document?, diagnostics: [Diagnostic]) {
        let shown = item.name == "-" ? "standard input" : item.name
        func refuse(_ code: String, _ message: String) -> (Document?, [Diagnostic]) {
            (nil, [Diagnostic("intake." + code, .error, "\(shown) \(message)", file: item.name)])
        }
        if item.bytes.isEmpty { return refuse("empty", "is empty") }
        if let kind = FileSignature.kind(of: item.bytes) {
            return kind.isDocument
                ? refuse("unsupported", "is \(kind.name), which Headwater does not read yet; give it as plain text")
                : refuse("binary", "is \(kind.name), not a text")
        }
        if CharsetDecoder.isSingleByte(item.bytes), FileSignature.looksBinary(item.bytes) {
            return refuse("binary", "is not a text: it is full of control characters")
        }
        let decoded = TextMender.mend(CharsetDecoder.decode(item.bytes))
        let text = SourceText(repairing: decoded.bytes)
        if text.trimmed(text.span).isEmpty { return refuse("empty", "holds nothing but white space") }

        let isMarkdown = item.format == .markdown || (item.format == .unknown && MarkdownFormat.isLikely(text))
        let layout = isMarkdown ? MarkdownFormat.layout(text) : PlainTextFormat.layout(text)
        let typed = BlockTyper(text, layout, facts, phrases)
        var metadata = MetadataReader.metadata(text, typed, facts)
        metadata.language = LanguageIdentifier.tag(of: text) ?? metadata.language
        let document = Document(
            id: DocumentID(hashing: item.bytes), files: [item.name], text: text, rawMap: decoded.map,
            metadata: metadata, blocks: BlockAssembler.blocks(text, typed))
        var diagnostics = decoded.repairs.map { RepairDiagnostics.diagnostic($0, document, item, shown) }
        if !metadata.isReadable, let language = metadata.language {
            diagnostics.append(
                Diagnostic(
                    "intake.language", .note,
                    "\(shown) is not in English (\(language)); it is kept and aligned for lineage, but not analysed",
                    file: item.name, document: document.id))
        }
        return (document, diagnostics)
    }
}
