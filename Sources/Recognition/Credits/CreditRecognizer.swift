public import Lexicons
public import NewsModel
import TextCore

/// Adds credits with their scope.
///
/// `⟦Reuters reported⟧ that …` · `…, ⟦Euxine Press reports, citing the interior ministry⟧.` · `Source: ⟦Skai⟧` ·
/// `VARNA (⟦Euxine Press⟧) –` · `Photo: ⟦AFP⟧` (of kind image, which credits no text). A credit names an outlet, an agency, or
/// a source line's source; who else is said to have said something is an attribution.
public struct CreditRecognizer: Annotator {
    private let tagger: WordTagger
    private let cues: CueLexicon
    private let outlets: OutletLexicon
    private let words: SourceWords

    /// Loads the word tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        tagger = try resources.shared(WordTagger.self)
        cues = try resources.shared(CueLexicon.self)
        outlets = try resources.shared(OutletLexicon.self)
        words = try resources.shared(SourceWords.self)
    }

    public func annotate(_ analysis: inout Analysis) {
        guard analysis.document.metadata.isReadable else { return }
        let tagged = TaggedText(analysis, tagger: tagger)
        let kinds = SourceKinds(analysis, tagged, words: words)
        var reader = CreditReader(analysis, tagged, kinds, cues: cues, outlets: outlets)
        analysis.credits = reader.credits()
    }
}
