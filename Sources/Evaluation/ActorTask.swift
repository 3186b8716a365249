import Foundation
import Headwater
public import Lexicons
import NewsModel
import Reconciliation
import TextCore

/// Actors across documents: NewsWCL50 (ten stories of five reports) and MEANTIME (a corpus of thirty documents at a time).
///
/// From the words alone, put together as they were written. BCubed and CoNLL F1 (``ChainScore``, chains of one mention
/// included) over the mentions that the gold marks as persons, groups, organisations and countries. A gold mention
/// is in the cluster of the actor whose mention holds its head, of several of that which covers most of it; one whose head
/// no mention holds is a cluster of its own. Beside it stands what putting equal names together gives.
public struct ActorTask: EvaluationTask {
    public static let name = "actors"
    public static let summary = "actors merged across reports on NewsWCL50 and MEANTIME"

    private let folder: String
    private let annotators: [any Annotator]
    private let reconciler: Reconciler

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder
        annotators = try Analyzer.annotators(resources: resources)
        reconciler = try Reconciler(resources: resources, embedder: annotators.wordEmbedder)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        var log = EvaluationLog()
        let stories = try wclStories()
        var result = measure("NewsWCL50", extent == .full ? stories : Array(stories.prefix(3)), &log)
        for corpus in extent == .full ? ["airbus", "apple"] : ["airbus"] {
            result += measure("MEANTIME " + corpus, [try meantime(corpus)], &log)
        }
        log.write()
        return result
    }

    /// A gold mention: where it stands and whom it means.
    struct GoldMention: Hashable, Sendable {
        var document: Int
        var span: TextSpan
        var entity: String
    }

    struct GoldStory: Sendable {
        var texts: [String]
        var mentions: [GoldMention]
    }

    private func measure(_ data: String, _ stories: [GoldStory], _ log: inout EvaluationLog) -> [Measurement] {
        var own = ChainScore(countsAlone: true)
        var names = ChainScore(countsAlone: true)
        var covered = 0
        for story in stories {
            let analyses = story.texts.map(analysis)
            let order = analyses.indices.sorted { analyses[$0].document.id < analyses[$1].document.id }
            let actors = reconciler.reconcile(order.map { analyses[$0] }, lineage: Lineage()).world.actors
            var at: [DocumentID: [(span: TextSpan, actor: String)]] = [:]
            for actor in actors {
                for mention in actor.mentions { at[mention.document, default: []].append((mention.span, actor.id)) }
            }
            let found = story.mentions.enumerated().map { index, mention -> String in
                let analysis = analyses[mention.document]
                let head = MentionHead.span(in: mention.span, of: analysis)
                let best = (at[analysis.document.id] ?? []).filter { $0.span.overlaps(head) }.max { a, b in
                    Self.overlap(a.span, mention.span) < Self.overlap(b.span, mention.span)
                }
                covered += best == nil ? 0 : 1
                return best?.actor ?? "none \(index)"
            }
            let texts = story.mentions.map { analyses[$0.document].document.text[$0.span] }
            let gold = story.mentions.map(\.entity)
            own.add(found: ChainScore.chains(found), gold: ChainScore.chains(gold))
            names.add(found: ChainScore.chains(texts.map(FoldedText.fold)), gold: ChainScore.chains(gold))
            guard log.isWanted else { continue }
            for (index, mention) in story.mentions.enumerated() {
                let actor = actors.first { $0.id == found[index] }?.name ?? "–"
                log.add("\(data)\t\(mention.document)\t\(gold[index])\t\(found[index])\t\(actor)\t\(texts[index])")
            }
        }
        return [
            Measurement(data: data, measure: "BCubed F1", value: own.bCubed.f1, count: own.mentions),
            Measurement(data: data, measure: "BCubed precision", value: own.bCubed.precision, count: own.mentions),
            Measurement(data: data, measure: "CoNLL F1", value: own.mean, count: own.mentions),
            Measurement(data: data, measure: "BCubed F1 of equal names", value: names.bCubed.f1, count: own.mentions),
            Measurement(data: data, measure: "CoNLL F1 of equal names", value: names.mean, count: own.mentions),
            Measurement(
                data: data, measure: "mentions covered", value: Double(covered) / Double(max(1, own.mentions)),
                count: own.mentions),
        ]
    }

    /// Shared bytes over all bytes of both.
    private static func overlap(_ a: TextSpan, _ b: TextSpan) -> Double {
        Double(a.intersection(b)?.count ?? 0) / Double(a.union(b).count)
    }

    private func analysis(of text: String) -> Analysis {
        let source = SourceText(text)
        var blocks: [Block] = []
        var start = 0
        for (offset, byte) in (source.bytes + [UInt8(ascii: "\n")]).enumerated() where byte == UInt8(ascii: "\n") {
            if offset > start { blocks.append(Block(.paragraph, TextSpan(start, offset))) }
            start = offset + 1
        }
        var analysis = Analysis(
            document: Document(id: DocumentID(hashing: source.bytes), files: [], text: source, blocks: blocks))
        for annotator in annotators { annotator.annotate(&analysis) }
        return analysis
    }

    // MARK: Data

    /// The stories of NewsWCL50: a sentence a line, chains of actors, countries and organisations.
    private func wclStories() throws -> [GoldStory] {
        var stories: [String: GoldStory] = [:]
        var order: [String] = []
        for document in try WCLDocument.all(folder: folder + "/stories/newswcl50") {
            let topic = document.topic
            if stories[topic] == nil {
                order.append(topic)
                stories[topic] = GoldStory(texts: [], mentions: [])
            }
            let number = stories[topic]?.texts.count ?? 0
            stories[topic]?.texts.append(document.text)
            stories[topic]?.mentions += document.mentions.map {
                GoldMention(document: number, span: $0.span, entity: $0.entity)
            }
        }
        return order.sorted().compactMap { stories[$0] }
    }

    /// A corpus of MEANTIME: entities by their cross-document names.
    private func meantime(_ corpus: String) throws -> GoldStory {
        let path = folder + "/events/meantime/intra_cross-doc_annotation/corpus_" + corpus
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw EvaluationFailure.missing(path: path)
        }
        var story = GoldStory(texts: [], mentions: [])
        for file in files.sorted() where file.hasSuffix(".xml") {
            let document = try CATDocument(file: path + "/" + file, joiner: TokenJoiner(joinsHyphens: false))
            let marks = Dictionary(document.markables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for relation in document.relations where relation.kind == "REFERS_TO" {
                guard let entity = relation.targets.lazy.compactMap({ marks[$0] }).first, entity.kind == "ENTITY",
                    let type = entity.attributes["ent_type"], ["PER", "ORG", "LOC"].contains(type),
                    let id = entity.attributes["instance_id"]
                else { continue }
                for source in relation.sources {
                    guard let mark = marks[source], let span = document.span(of: mark) else { continue }
                    story.mentions.append(GoldMention(document: story.texts.count, span: span, entity: id))
                }
            }
            story.texts.append(String(decoding: document.text.bytes, as: UTF8.self))
        }
        return story
    }
}
