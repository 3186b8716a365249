public import Lexicons
public import NewsModel
import TextCore

/// Adds attributions: source, cue, content.
///
/// `⟦Ann Ode⟧ *said* ⟦that the bridge fell⟧` · `⟦the bridge fell⟧, *according to* ⟦police⟧` · `⟦the bridge⟧, ⟦she⟧ *said*, ⟦fell⟧` ·
/// `⟦“It fell,”⟧ *told* ⟦Ode⟧ reporters` · `*it is known* ⟦that it fell⟧` (no source) · `⟦Ode⟧'s *claim* ⟦that it fell⟧`
///
/// The words of the reporter between attributions belong to none. An attribution whose source and cue stand in the content of
/// another is its child.
public struct AttributionRecognizer: Annotator {
    private let tagger: WordTagger
    private let cues: CueLexicon
    private let nouns: CueNouns
    private let outlets: OutletLexicon
    private let words: SourceWords

    /// Loads the word tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        tagger = try resources.shared(WordTagger.self)
        cues = try resources.shared(CueLexicon.self)
        nouns = try CueNouns(resources: resources)
        outlets = try resources.shared(OutletLexicon.self)
        words = try resources.shared(SourceWords.self)
    }

    public func annotate(_ analysis: inout Analysis) {
        guard analysis.document.metadata.isReadable else { return }
        let tagged = TaggedText(analysis, tagger: tagger)
        let kinds = SourceKinds(analysis, tagged, words: words)
        var reader = AttributionReader(analysis, tagged, kinds, cues: cues, nouns: nouns, outlets: outlets)
        analysis.attributions = reader.attributions()
    }
}
