public import Lexicons
import NewsModel
import Segmentation
import TextCore

/// Sentences and tokens: golden rules, UD English EWT and GUM.
///
/// Sentence F1 and token F1 as the CoNLL 2018 shared task defines them: spans of characters without white space are equal.
/// A token is a syntactic word where its form is written so in the text, as in "do" + "n't". `EVALUATION_LOG` names a file
/// for the golden rules that failed.
public struct SentenceTask: EvaluationTask {
    public static let name = "sentences"
    public static let summary = "sentences and tokens on golden rules, UD English EWT dev and GUM dev"

    private let folder: String
    private let segmenter: Segmenter

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/syntax"
        segmenter = try Segmenter(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        try goldenRules() + treebank("EWT dev", "ewt/en_ewt-ud-dev.conllu")
            + treebank("GUM news dev", "gum-wikinews/en_gum-dev.conllu")
    }

    private func goldenRules() throws -> [Measurement] {
        let path = folder + "/sentence-rules/pragmatic/spec/pragmatic_segmenter/languages/english_spec.rb"
        let rules = try GoldenRules(path: path).rules
        var log = EvaluationLog()
        defer { log.write() }
        return [true, false].map { isGolden in
            let chosen = rules.filter { $0.isGolden == isGolden }
            let passed = chosen.filter { passes($0, &log) }.count
            return Measurement(
                data: isGolden ? "golden rules" : "further rules", measure: "share passed",
                value: chosen.isEmpty ? 0 : Double(passed) / Double(chosen.count), count: chosen.count)
        }
    }

    private func passes(_ rule: GoldenRules.Rule, _ log: inout EvaluationLog) -> Bool {
        let text = SourceText(rule.text)
        var analysis = Analysis(
            document: Document(
                id: DocumentID(hashing: text.bytes), files: [], text: text,
                blocks: [Block(.paragraph, text.trimmed(text.span))]))
        segmenter.annotate(&analysis)
        let found = analysis.sentences.map { text[$0.span].oneLine }
        let isRight = found == rule.sentences.map(\.oneLine)
        if !isRight {
            log.add("FOUND", found.joined(separator: " | "), "GOLD", rule.sentences.joined(separator: " | "))
        }
        return isRight
    }

    private func treebank(_ name: String, _ file: String) throws -> [Measurement] {
        var sentences = SpanScore()
        var tokens = SpanScore()
        for gold in try ConlluFile(path: folder + "/" + file).texts {
            var analysis = Analysis(document: gold.document)
            segmenter.annotate(&analysis)
            sentences.add(found: analysis.sentences.map(\.span), there: gold.sentences)
            tokens.add(found: analysis.tokens.map(\.span), there: gold.words)
        }
        return [sentences.measurement(name, "sentence F1"), tokens.measurement(name, "token F1")]
    }
}
