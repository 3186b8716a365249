import Foundation
import Headwater
public import Lexicons
import Lineage
import NewsModel
import Reconciliation
import TextCore

/// Events across documents: ECB+, the development topics.
///
/// CoNLL F1 over the gold mentions of events of all topics together, events of one mention included. Which reports tell
/// one story is Headwater's own finding. Beside it stands what equal lemmas within those stories give.
public struct EventTask: EvaluationTask {
    public static let name = "events"
    public static let summary = "events merged across reports on ECB+, stories told apart by the program"

    private let folder: String
    private let annotators: [any Annotator]
    private let grouper: StoryGrouper
    private let reconciler: Reconciler

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/events/ecbplus"
        annotators = try Analyzer.annotators(resources: resources)
        grouper = try StoryGrouper(resources: resources)
        reconciler = try Reconciler(resources: resources, embedder: nil)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let development = EcbPlusCorpus.development
        if EvaluationSettings.ecbSplit == "train" {
            return try measure("ECB+ other topics") { !development.contains($0) }
        }
        guard extent == .full else { return try measure("ECB+ three topics") { ["5", "12", "34"].contains($0) } }
        return try measure("ECB+ development") { development.contains($0) }
    }

    private func measure(_ data: String, topics: (String) -> Bool) throws -> [Measurement] {
        let corpus = try EcbPlusCorpus(folder: folder, topics: topics)
        let analyses = corpus.documents.map { document in
            var analysis = Analysis(document: document)
            for annotator in annotators { annotator.annotate(&analysis) }
            return analysis
        }
        let stories = grouper.stories(of: analyses)
        var storyOf = Array(repeating: 0, count: analyses.count)
        for (number, members) in stories.enumerated() { for member in members { storyOf[member] = number } }
        var log = EvaluationLog()
        var own = ChainScore(countsAlone: true)
        var lemmas = ChainScore(countsAlone: true)
        var anywhere = ChainScore(countsAlone: true)
        let gold = ChainScore.chains(corpus.mentions.map(\.event))
        own.add(found: ChainScore.chains(events(corpus, analyses, stories, &log)), gold: gold)
        let words = corpus.mentions.map { Self.lemma($0, analyses[$0.document]) }
        anywhere.add(found: ChainScore.chains(words), gold: gold)
        lemmas.add(
            found: ChainScore.chains(zip(corpus.mentions, words).map { "\(storyOf[$0.document]) \($1)" }), gold: gold)
        log.write()
        let documents = ClusterScore(found: storyOf, true: corpus.subtopics)
        let count = corpus.mentions.count
        func measurement(_ measure: String, _ value: Double) -> Measurement {
            Measurement(data: data, measure: measure, value: value, count: count)
        }
        return [
            measurement("CoNLL F1", own.mean), measurement("MUC F1", own.muc.f1),
            measurement("BCubed F1", own.bCubed.f1), measurement("CEAF-e F1", own.ceaf.f1),
            measurement("CoNLL F1 of equal lemmas in a story", lemmas.mean),
            measurement("CoNLL F1 of equal lemmas anywhere", anywhere.mean),
            Measurement(
                data: data, measure: "BCubed F1 of the stories", value: documents.bcubed, count: analyses.count),
        ]
    }

    /// For each mention the name of its event: story and number.
    private func events(
        _ corpus: EcbPlusCorpus, _ analyses: [Analysis], _ stories: [[Int]], _ log: inout EvaluationLog
    ) -> [String] {
        var result = Array(repeating: "", count: corpus.mentions.count)
        for (number, members) in stories.enumerated() {
            let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
            let inside = corpus.mentions.indices.filter { place[corpus.mentions[$0].document] != nil }
            let mentions = inside.map { index in
                EventMention(document: place[corpus.mentions[index].document] ?? 0, span: corpus.mentions[index].span)
            }
            let story = members.map { analyses[$0] }
            for (index, event) in zip(inside, reconciler.events(mentions, in: story)) {
                result[index] = "\(number) \(event)"
            }
            guard log.isWanted else { continue }
            let (names, pairs) = reconciler.eventFeatures(mentions, in: story)
            log.add("#", names.joined(separator: "\t"))
            for (a, b, features) in pairs {
                let (x, y) = (corpus.mentions[inside[a]], corpus.mentions[inside[b]])
                log.add(
                    "\(number)\t\(a)\t\(b)\t\(x.event == y.event ? 1 : 0)\t\(analyses[x.document].text[x.span])\t"
                        + "\(analyses[y.document].text[y.span])\t"
                        + features.map { "\((1000 * $0).rounded() / 1000)" }.joined(separator: "\t"))
            }
            for index in inside {
                log.add("@\t\(number)\t\(corpus.mentions[index].event)\t\(result[index])")
            }
        }
        return result
    }

    /// The lemma of the head of a mention.
    private static func lemma(_ mention: EcbPlusCorpus.Mention, _ analysis: Analysis) -> String {
        MentionHead.token(in: mention.span, of: analysis).map { analysis.lemma(ofToken: $0).lowercased() }
            ?? analysis.text[mention.span]
    }
}
