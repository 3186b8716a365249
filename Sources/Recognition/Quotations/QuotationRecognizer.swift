public import Lexicons
public import NewsModel
import TextCore

/// Adds quotations with their speakers.
///
/// `“⟦We stay⟧,” said Ann Ode.` · `Ode praised the «⟦brave step⟧»` · `– ⟦We stay⟧, recalled the mayor.` ·
/// `the so-called “⟦hermit⟧” state` (marked as no speech)
public struct QuotationRecognizer: Annotator {
    private let tagger: WordTagger
    private let cues: CueLexicon

    /// Loads the word tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        tagger = try resources.shared(WordTagger.self)
        cues = try resources.shared(CueLexicon.self)
    }

    public func annotate(_ analysis: inout Analysis) {
        let tagged = TaggedText(analysis, tagger: tagger)
        var reader = QuotationReader(tagged: tagged, cues: cues)
        let quotations = reader.quotations()
        for name in reader.brokenNames { BrokenName.join(name.given, name.rest, in: tagged, &analysis) }
        analysis.quotations = quotations.map { quotation in
            var quotation = quotation
            quotation.speakerChain = quotation.speaker.flatMap { analysis.chain(at: $0) }
            return quotation
        }
    }
}

extension Analysis {
    /// The chain of whom `span` names: of the mention that is the span, else of the first one within it.
    func chain(at span: TextSpan) -> Int? {
        let inside = within(span, mentions) { $0.span }
        return inside.first { $0.span == span }?.chain ?? inside.first { $0.chain != nil }?.chain
    }
}
