public import Lexicons
public import NewsModel
import TextCore

/// Adds sentences and tokens to every block. The room's door.
public struct Segmenter: Annotator {
    private let tokenizer: Tokenizer
    private let splitter: SentenceSplitter

    /// Loads the word tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        tokenizer = try Tokenizer(resources: resources)
        splitter = SentenceSplitter(abbreviations: tokenizer.abbreviations, words: tokenizer.words)
    }

    public func annotate(_ analysis: inout Analysis) {
        let bytes = analysis.text.bytes
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        for (index, block) in analysis.document.blocks.enumerated() {
            let start = tokens.count
            tokens += tokenizer.tokens(of: bytes, in: block.span)
            for range in splitter.sentences(tokens, start..<tokens.count, in: bytes) {
                let span = tokens[range.lowerBound].span.union(tokens[range.upperBound - 1].span)
                sentences.append(Sentence(span: span, tokens: range, block: index))
            }
        }
        analysis.tokens = tokens
        analysis.sentences = sentences
    }
}
