public import Lexicons
public import NewsModel
import TextCore

/// Turns raw items into documents: decodes, types the blocks, reads the metadata. The room's door.
public struct DocumentReader: Sendable {
    /// Prepares a reader.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    /// The document of an item, with what the user should know about it; nil where nothing can be read from it.
    public func read(_ item: RawItem) -> (document: Document?, diagnostics: [Diagnostic]) {
        let text = SourceText(repairing: item.bytes)
        let document = Document(
            id: DocumentID(hashing: item.bytes), files: [item.name], text: text,
            blocks: LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }.map { Block(.paragraph, $0) })
        return (document, [])
    }
}
