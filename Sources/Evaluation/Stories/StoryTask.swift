import Foundation
import Intake
public import Lexicons
import Lineage
import NewsModel
import Segmentation
import TextCore

/// Whether reports are put into stories by the event that they tell of.
public struct StoryTask: EvaluationTask {
    public static let name = "stories"
    public static let summary = "grouping into stories: the GVA stream of look-alike shootings, NewsWCL50"

    private let folder: String
    private let grouper: StoryGrouper
    private let finder: LineageFinder
    private let segmenter: Segmenter
    private let reader: DocumentReader

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/stories"
        grouper = try StoryGrouper(resources: resources)
        finder = try LineageFinder(resources: resources)
        segmenter = try Segmenter(resources: resources)
        reader = try DocumentReader(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let gva = try GVAFile(folder: folder + "/gva").reports
        let stream = extent == .full ? gva : Array(gva.prefix(900))
        return stories(stream) + (try fiftyReports()) + (extent == .full ? lookAlikes(gva) : [])
    }

    // MARK: Grouping

    /// The stream in order of its days, no document looked at before its time.
    private func stories(_ reports: [GVAFile.Report]) -> [Measurement] {
        let truth = reports.map(\.incident)
        var stream = grouper.stream()
        for report in reports { stream.add(Analysis(document: report.document)) }
        let ours = ClusterScore(found: reports.indices.map { stream.story(of: $0) }, true: truth)
        var peer = TfidfStream(join: 0.2)
        let baseline = ClusterScore(found: reports.map { peer.add($0.document) }, true: truth)
        return measurements("GVA stream", ours, reports.count)
            + measurements("GVA stream, TF-IDF 14 days", baseline, reports.count)
    }

    private func measurements(_ data: String, _ score: ClusterScore, _ count: Int) -> [Measurement] {
        [
            Measurement(data: data, measure: "BCubed F1", value: score.bcubed, count: count),
            Measurement(data: data, measure: "pair F1", value: score.pairF1, count: count),
            Measurement(data: data, measure: "pair precision", value: score.pairPrecision, count: count),
        ]
    }

    /// Ten events told by five outlets each, without dates, all at once.
    private func fiftyReports() throws -> [Measurement] {
        let file = try NewsWCL50File(folder: folder + "/newswcl50")
        let groups = grouper.stories(of: file.documents.map { Analysis(document: $0) })
        var found = [Int](repeating: 0, count: file.documents.count)
        for (number, group) in groups.enumerated() { for index in group { found[index] = number } }
        return measurements("NewsWCL50", ClusterScore(found: found, true: file.events), file.documents.count)
            + [Measurement(data: "NewsWCL50", measure: "stories", value: Double(groups.count), count: 10)]
    }

    // MARK: Look-alikes

    /// Of the pairs of reports of different incidents in one state and month, the 20,000 that share the most runs of
    /// five words: how many are called derived. Left out are pairs of one page that is filed under two incidents, and of
    /// one incident that is filed twice: the two have a person in common by name, or one of the pages is filed under both.
    private func lookAlikes(_ reports: [GVAFile.Report]) -> [Measurement] {
        var log = EvaluationLog()
        let groups = Dictionary(grouping: reports) { $0.state + $0.day.prefix(7) }
        var pairs: [(containment: Double, probability: Double)] = []
        var same = 0
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) where group.count > 1 {
            let analyses = group.map { report in
                var analysis = Analysis(document: asRead(report.document))
                segmenter.annotate(&analysis)
                return analysis
            }
            let incident = Dictionary(group.map { ($0.document.id, $0.incident) }) { a, _ in a }
            let texts = Dictionary(group.map { ($0.document.id, page($0.document)) }) { a, _ in a }
            let people = Dictionary(group.map { ($0.incident, $0.people) }) { a, _ in a }
            let filed = Dictionary(grouping: group) { page($0.document).body }.mapValues { Set($0.map(\.incident)) }
            /// Whether one of the pages is filed under the incident of the other as well, or the incidents share a person.
            func isOneIncident(_ a: DocumentID, _ b: DocumentID) -> Bool {
                guard let x = incident[a], let y = incident[b] else { return false }
                if !(people[x] ?? []).isDisjoint(with: people[y] ?? []) { return true }
                return [(a, y), (b, x)].contains { page, other in
                    texts[page].flatMap { filed[$0.body] }?.contains(other) ?? false
                }
            }
            for pair in finder.pairs(of: analyses) where incident[pair.a] != incident[pair.b] {
                if texts[pair.a]?.body == texts[pair.b]?.body || isOneIncident(pair.a, pair.b) {
                    same += 1
                    continue
                }
                pairs.append((pair.containment, pair.probability))
                if pair.probability >= 0.5 {
                    log.add(
                        "\(pair.probability) \(pair.containment)",
                        texts[pair.a].map { $0.title + "\n" + $0.body.prefix(1500) } ?? "",
                        "\n<>\n", texts[pair.b].map { $0.title + "\n" + $0.body.prefix(1500) } ?? "", "\n=====")
                }
            }
        }
        log.write()
        let hardest = pairs.sorted { ($0.containment, $0.probability) > ($1.containment, $1.probability) }
            .prefix(20_000)
        let called = hardest.count { $0.probability >= 0.5 }
        return [
            Measurement(
                data: "GVA look-alikes", measure: "called derived, per 1,000",
                value: 1000 * Double(called) / Double(max(1, hardest.count)), count: hardest.count),
            Measurement(
                data: "GVA look-alikes", measure: "one incident or page filed twice, left out", value: Double(same),
                count: same),
        ]
    }

    /// A report as the program reads a plain text of it: with the kinds of its blocks, promotion and boilerplate among
    /// them.
    private func asRead(_ document: Document) -> Document {
        let item = RawItem(name: document.files[0], format: .plainText, bytes: Array(document.text.bytes))
        guard let read = reader.read(item).document else { return document }
        var metadata = read.metadata
        metadata.published = document.metadata.published
        return Document(
            id: document.id, files: document.files, text: read.text, metadata: metadata, blocks: read.blocks)
    }

    /// A page's title and what stands below it.
    private func page(_ document: Document) -> (title: String, body: String) {
        let text = document.text
        let title = document.blocks.first.flatMap { $0.kind == .title ? $0.span : nil } ?? TextSpan(0, 0)
        return (text[title], text[TextSpan(title.end, text.count)])
    }
}
