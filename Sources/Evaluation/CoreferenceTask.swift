import Foundation
import Headwater
public import Lexicons
import NewsModel
import Recognition
import TextCore

/// Coreference: the ambiguous pronouns of GAP, and the chains of GUM's news.
///
/// GAP: F1 over the pairs of a pronoun and a name that the data marks as coreferent, as GAP's own scorer counts them: a pair is
/// found where both stand in one chain. Names and pronouns are Headwater's own. GUM: ``ChainScore``, from raw text, over
/// mentions that have a head in common; what GUM marks and Headwater does not look for counts as missed.
public struct CoreferenceTask: EvaluationTask {
    public static let name = "coreference"
    public static let summary = "ambiguous pronouns of GAP development and validation, chains of GUM news dev"

    private let folder: String
    private let gum: String
    private let annotators: [any Annotator]

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/coreference/gap"
        gum = folder + "/syntax/gum-wikinews/en_gum-dev.conllu"
        annotators =
            try Analyzer.readers(resources: resources) + [
                NameRecognizer(resources: resources), CoreferenceResolver(resources: resources),
            ]
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        try measure("GAP validation", "gap-validation.tsv")
            + (extent == .full ? measure("GAP development, which trains the model", "gap-development.tsv") : [])
            + measureChains()
    }

    private func measureChains() throws -> [Measurement] {
        var score = ChainScore()
        for text in try GumEntities(path: gum).texts {
            let analysis = analysis(of: text.document)
            // Gold mentions are numbered in their order, what is found beside them from there on.
            var numbers: [Int: Int] = [:]
            for (index, mention) in analysis.mentions.enumerated() {
                let free = text.entities.indices.filter { numbers[$0] == nil }
                let same = free.first {
                    text.entities[$0].span == mention.span || text.entities[$0].span == mention.name
                }
                let last = mention.name.end - 1
                let match =
                    same ?? free.first { text.entities[$0].head.contains(last) }
                    ?? free.first { text.entities[$0].head.overlaps(mention.name) }
                if let match { numbers[match] = index }
            }
            let goldOf = Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0) })
            var gold: [String: Set<Int>] = [:]
            for (number, entity) in text.entities.enumerated() { gold[entity.group, default: []].insert(number) }
            let found = analysis.chains.map { chain in
                Set(chain.mentions.map { goldOf[$0] ?? text.entities.count + $0 })
            }
            score.add(found: found, gold: gold.sorted { $0.key < $1.key }.map(\.value))
        }
        return [
            ("CoNLL F1", score.mean), ("MUC F1", score.muc.f1), ("B3 F1", score.bCubed.f1),
            ("CEAF-e F1", score.ceaf.f1),
        ]
        .map { Measurement(data: "GUM news dev", measure: $0.0, value: $0.1, count: score.mentions) }
    }

    private func measure(_ name: String, _ file: String) throws -> [Measurement] {
        let path = folder + "/" + file
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var score = SpanScore()
        var log = EvaluationLog()
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 10, let pronoun = Int(fields[3]), let a = Int(fields[5]), let b = Int(fields[8])
            else {
                throw EvaluationFailure.malformed(path: path, reason: "not eleven columns: \(line.prefix(40))")
            }
            let text = SourceText(fields[1])
            let analysis = analysis(
                of: Document(
                    id: DocumentID(hashing: text.bytes), files: [], text: text, blocks: [Block(.paragraph, text.span)]))
            let chain = chain(at: text.byteOffset(ofScalar: pronoun), in: analysis)
            let found = [(a, "A"), (b, "B")].filter { offset, _ in
                chain != nil && self.chain(at: text.byteOffset(ofScalar: offset), in: analysis) == chain
            }.map { fields[0] + $0.1 }
            let there = [(fields[6], "A"), (fields[9], "B")].filter { $0.0 == "TRUE" }.map { fields[0] + $0.1 }
            score.add(found: found, there: there)
            for (offset, which) in [(a, "A"), (b, "B")] where log.isWanted {
                let (start, isThere) = (text.byteOffset(ofScalar: offset), there.contains(fields[0] + which))
                let isNamed = analysis.mentions.contains { $0.span.contains(start) }
                if isThere == found.contains(fields[0] + which), isNamed { continue }
                log.add(
                    fields[0], fields[1 + (which == "A" ? 3 : 6)], isThere ? "is" : "is not", fields[2],
                    isNamed ? chain == nil ? "(pronoun alone)" : "" : "(no name found)",
                    log.excerpt(text, around: TextSpan(start, start + 1)))
            }
        }
        log.write()
        return [
            score.measurement(name, "pronoun F1"),
            Measurement(data: name, measure: "pronoun precision", value: score.precision, count: score.found),
        ]
    }

    private func analysis(of document: Document) -> Analysis {
        var analysis = Analysis(document: document)
        for annotator in annotators { annotator.annotate(&analysis) }
        return analysis
    }

    /// The chain of the mention that holds byte `offset`, title included; the shortest where several do.
    private func chain(at offset: Int, in analysis: Analysis) -> Int? {
        analysis.mentions.filter { $0.span.contains(offset) }.min { $0.span.count < $1.span.count }?.chain
    }
}
