import Headwater
import Intake
public import Lexicons
import NewsModel

/// Is the number of origins that a claim stands on right? On stories made by ``StoryGenerator``.
///
/// Counted are claims of two and more reports, all of which go back to one article each: how many articles those are is the
/// gold. Claims of reports that were merged from two articles are left out, for the log does not say which sentence is
/// whose.
public struct ClaimOriginsTask: EvaluationTask {
    public static let name = "claimorigins"
    public static let summary = "origins per claim in generated stories"

    private let generator: StoryGenerator
    private let reader: DocumentReader
    private let pipeline: Pipeline

    public init(data folder: String, resources: ResourceDirectory) throws {
        generator = StoryGenerator(pool: try SourcePool(folder: folder))
        reader = try DocumentReader(resources: resources)
        pipeline = try Pipeline(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        var (exact, total, below, above) = (0, 0, 0, 0)
        var (several, severalExact) = (0, 0)
        var log = EvaluationLog()
        for number in 0..<UInt64(extent == .full ? 60 : 8) {
            let seed =
                (extent == .full ? GeneratedLineageTask.freshSeed : GeneratedLineageTask.developmentSeed) + number
            let story = generator.story(seed: seed)
            var place: [DocumentID: Int] = [:]
            let documents = story.reports.enumerated().compactMap { number, report -> Document? in
                let document = report.document(number, reader)
                if let document { place[document.id] = number }
                return document
            }
            let account = await pipeline.account(of: documents)
            for claim in account.ledger.claims where claim.documents > 1 {
                let reports = Set(claim.statements.compactMap { place[$0.citation.document] })
                let origins = reports.map { story.reports[$0].origins }
                guard origins.allSatisfy({ $0.count == 1 }) else { continue }
                let gold = origins.reduce(into: Set<Int>()) { $0.formUnion($1) }.count
                total += 1
                exact += claim.origins == gold ? 1 : 0
                below += claim.origins < gold ? 1 : 0
                above += claim.origins > gold ? 1 : 0
                several += gold > 1 ? 1 : 0
                severalExact += gold > 1 && claim.origins == gold ? 1 : 0
                if log.isWanted, claim.origins != gold {
                    log.add("\(seed)", "\(claim.origins) for \(gold)", "\(reports.sorted())", claim.text)
                }
            }
        }
        log.write()
        let data = extent == .full ? "generated stories, fresh" : "generated stories"
        func share(_ count: Int) -> Double { Double(count) / Double(max(total, 1)) }
        return [
            Measurement(data: data, measure: "origins of a claim exact", value: share(exact), count: total),
            Measurement(
                data: data, measure: "exact where there are several",
                value: Double(severalExact) / Double(max(several, 1)), count: several),
            Measurement(data: data, measure: "too few", value: share(below), count: total),
            Measurement(data: data, measure: "too many", value: share(above), count: total),
        ]
    }
}
