public import NewsModel
import TextCore

extension Document {
    /// A document for a test: every line of `text` that is not empty is a paragraph, or what `kinds` says of it.
    public static func make(
        _ text: String, file: String = "test.txt", kinds: [Block.Kind] = [],
        metadata: DocumentMetadata = DocumentMetadata()
    ) -> Document {
        let source = SourceText(text)
        let spans = LineIndex(source).lines.map { source.trimmed($0) }.filter { !$0.isEmpty }
        let blocks = spans.enumerated().map { index, span in
            Block(index < kinds.count ? kinds[index] : .paragraph, span)
        }
        return Document(
            id: DocumentID(hashing: Array(text.utf8)), files: [file], text: source, metadata: metadata, blocks: blocks)
    }
}
