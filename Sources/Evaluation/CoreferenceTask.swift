import Foundation
public import Lexicons
import NewsModel
import Recognition
import Segmentation
import TextCore

/// Coreference: the ambiguous pronouns of GAP.
///
/// F1 over the pairs of a pronoun and a name that the data marks as coreferent, as GAP's own scorer counts them: a pair is
/// found where both stand in one chain. Names and pronouns are Headwater's own.
public struct CoreferenceTask: EvaluationTask {
    public static let name = "coreference"
    public static let summary = "ambiguous pronouns of GAP development and validation"

    private let folder: String
    private let annotators: [any Annotator]

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/coreference/gap"
        annotators = [
            try Segmenter(resources: resources), try NameRecognizer(resources: resources),
            try CoreferenceResolver(resources: resources),
        ]
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        try measure("GAP validation", "gap-validation.tsv")
            + (extent == .full ? measure("GAP development", "gap-development.tsv") : [])
    }

    private func measure(_ name: String, _ file: String) throws -> [Measurement] {
        let path = folder + "/" + file
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var score = SpanScore()
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 10, let pronoun = Int(fields[3]), let a = Int(fields[5]), let b = Int(fields[8])
            else {
                throw EvaluationFailure.malformed(path: path, reason: "not eleven columns: \(line.prefix(40))")
            }
            let text = SourceText(fields[1])
            let analysis = analysis(of: text)
            let chain = chain(at: text.byteOffset(ofScalar: pronoun), in: analysis)
            let found = [(a, "A"), (b, "B")].filter { offset, _ in
                chain != nil && self.chain(at: text.byteOffset(ofScalar: offset), in: analysis) == chain
            }.map { fields[0] + $0.1 }
            let there = [(fields[6], "A"), (fields[9], "B")].filter { $0.0 == "TRUE" }.map { fields[0] + $0.1 }
            score.add(found: found, there: there)
        }
        return [
            score.measurement(name, "pronoun F1"),
            Measurement(data: name, measure: "pronoun precision", value: score.precision, count: score.found),
        ]
    }

    private func analysis(of text: SourceText) -> Analysis {
        var analysis = Analysis(
            document: Document(
                id: DocumentID(hashing: text.bytes), files: [], text: text, blocks: [Block(.paragraph, text.span)]))
        for annotator in annotators { annotator.annotate(&analysis) }
        return analysis
    }

    /// The chain of the mention that holds byte `offset`, the shortest where several do.
    private func chain(at offset: Int, in analysis: Analysis) -> Int? {
        analysis.mentions.filter { $0.name.contains(offset) }.min { $0.name.count < $1.name.count }?.chain
    }
}
