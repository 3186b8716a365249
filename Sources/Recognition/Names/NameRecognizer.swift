public import Lexicons
public import NewsModel
import TextCore

/// Adds names by kind, with titles and gazetteer keys: those of rules and lists, joined with the names that the reader's model
/// found where one read the document.
///
/// `⟦Russian President Vladimir Putin⟧` (person) · `⟦Polish Institute of International Affairs⟧` (organisation) ·
/// `the ⟦Sea of Azov⟧` (place) · `⟦North Korean⟧ missiles` (nationality) · `a ⟦SU-27⟧ jet` (product). Not: `Tuesday`,
/// `152 mm`, `The Ministry`, the first word of a sentence.
public struct NameRecognizer: Annotator {
    private let lexicon: NameLexicon

    /// Loads the gazetteer and the lists of names.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        lexicon = try resources.shared(NameLexicon.self)
    }

    public func annotate(_ analysis: inout Analysis) {
        let tokens = NameTokens(analysis, lexicon: lexicon)
        let casings = analysis.sentences.map { sentence in
            let kind = analysis.document.blocks[sentence.block].kind
            return Casing(tokens.tokens[sentence.tokens], isHeading: kind == .title || kind == .heading)
        }
        let merger = NameMerger(analysis, tokens)
        let running = zip(analysis.sentences, casings).filter { $0.1 == .running }.map(\.0.tokens)
        // Read twice: the second time with what the whole document says of its names.
        var memory = NameMemory()
        for _ in 0..<2 {
            var parser = NameParser(tokens, lexicon: lexicon, memory: memory)
            memory = NameMemory(
                tokens, running: running,
                names: running.flatMap { range in
                    let rules = parser.names(in: range, casing: .running)
                    return merger.merged(rules, by: parser, in: range, casing: .running)
                })
        }
        var parser = NameParser(tokens, lexicon: lexicon, memory: memory)
        var names: [FoundName] = []
        for (sentence, casing) in zip(analysis.sentences, casings) {
            let rules = parser.names(in: sentence.tokens, casing: casing)
            names += merger.merged(rules, by: parser, in: sentence.tokens, casing: casing)
        }
        names = AcronymDefinitions(analysis, tokens).applied(to: merger.consistent(names, tokens), running: running)
        let mentions = names.map { mention($0, tokens.tokens) }
        analysis.mentions = (analysis.mentions + mentions).sorted { $0.span < $1.span }
    }

    private func mention(_ name: FoundName, _ tokens: [NameToken]) -> Mention {
        func span(_ range: Range<Int>) -> TextSpan {
            TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
        }
        return Mention(
            span: span(name.tokens), name: span(name.name), kind: name.kind, form: name.form,
            role: name.role.flatMap { $0.isEmpty ? nil : span($0) }, gazetteer: name.key)
    }
}
