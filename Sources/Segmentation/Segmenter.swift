public import Lexicons
public import NewsModel
import TextCore

/// Adds sentences and tokens. The room's door.
public struct Segmenter: Annotator {
    /// Prepares a segmenter.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {}

    public func annotate(_ analysis: inout Analysis) {
        for (index, block) in analysis.document.blocks.enumerated() {
            analysis.sentences.append(Sentence(span: block.span, tokens: 0..<0, block: index))
        }
    }
}
