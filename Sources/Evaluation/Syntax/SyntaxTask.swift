import Foundation
import Headwater
public import Lexicons
import NewsModel
import Wire

/// Words and syntax from raw text: UD English EWT and GUM news, by the measures of the CoNLL 2018 shared task.
public struct SyntaxTask: EvaluationTask {
    public static let name = "syntax"
    public static let summary = "sentences, words and syntax from raw text on UD English EWT dev and GUM news dev"

    private let folder: String
    private let annotators: [any Annotator]

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/syntax"
        annotators = try Analyzer.readers(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let split = EvaluationSettings.treebankSplit
        return try measure("EWT \(split)", "ewt/en_ewt-ud-\(split).conllu")
            + measure("GUM news \(split)", "gum-wikinews/en_gum-\(split).conllu")
    }

    private func measure(_ name: String, _ file: String) throws -> [Measurement] {
        var score = SyntaxScore()
        var written: [UInt8] = []
        for gold in try ConlluFile(path: folder + "/" + file).texts {
            var analysis = Analysis(document: gold.document)
            for annotator in annotators { annotator.annotate(&analysis) }
            score.add(analysis, gold: gold)
            if EvaluationSettings.conlluFolder != nil { written += ConlluWriter().conllu(analysis) }
        }
        if let folder = EvaluationSettings.conlluFolder {
            let path = folder + "/" + name.replacing(" ", with: "-") + ".conllu"
            try Data(written).write(to: URL(filePath: path))
        }
        return score.measurements(name)
    }
}
