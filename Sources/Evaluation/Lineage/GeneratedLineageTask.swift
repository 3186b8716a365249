import Foundation
import Headwater
import Intake
public import Lexicons
import Lineage
import NewsModel

/// Lineage of stories made by ``StoryGenerator``, whose log says what is true.
public struct GeneratedLineageTask: EvaluationTask {
    public static let name = "derivations"
    public static let summary = "lineage graphs of generated stories: origins, clusters, directions"

    private let generator: StoryGenerator
    private let finder: LineageFinder
    private let reader: DocumentReader
    private let annotators: [any Annotator]

    /// Stories of these seeds are for developing; the scoreboard's are made from ``freshSeed``.
    static let developmentSeed: UInt64 = 1
    static let freshSeed: UInt64 = 20_000

    public init(data folder: String, resources: ResourceDirectory) throws {
        generator = StoryGenerator(pool: try SourcePool(folder: folder))
        finder = try LineageFinder(resources: resources)
        reader = try DocumentReader(resources: resources)
        annotators = try Analyzer.lineageAnnotators(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let seed =
            ProcessInfo.processInfo.environment["STORY_SEED"].flatMap(UInt64.init)
            ?? (extent == .full ? Self.freshSeed : Self.developmentSeed)
        let count = extent == .full ? 300 : 40
        let scores = await withTaskGroup(of: (UInt64, LineageScore, [String]).self) { group in
            for number in 0..<UInt64(count) {
                group.addTask {
                    let (score, notes) = measure(generator.story(seed: seed + number))
                    return (number, score, notes)
                }
            }
            var scores: [(UInt64, LineageScore, [String])] = []
            for await result in group { scores.append(result) }
            return scores.sorted { $0.0 < $1.0 }
        }
        var log = EvaluationLog()
        for (number, _, notes) in scores where !notes.isEmpty {
            log.add("story \(seed + number)\n" + notes.joined(separator: "\n"))
        }
        log.write()
        return LineageScore.measurements(of: scores.map(\.1), "generated stories")
    }

    private func measure(_ story: GeneratedStory) -> (LineageScore, [String]) {
        let analyses = story.reports.enumerated().compactMap { analysis(of: $1, number: $0) }
        let place = Dictionary(analyses.map { ($0.analysis.document.id, $0.number) }) { a, _ in a }
        let lineage = finder.lineage(of: analyses.map(\.analysis))
        return LineageScore.compare(lineage, with: story, places: place)
    }

    private func analysis(of report: GeneratedStory.Report, number: Int) -> (number: Int, analysis: Analysis)? {
        guard let document = report.document(number, reader) else { return nil }
        var analysis = Analysis(document: document)
        for annotator in annotators { annotator.annotate(&analysis) }
        return (number, analysis)
    }
}

extension GeneratedStory.Report {
    /// The report as the program reads it; `number` is its place in the story. Nil where nothing can be read.
    func document(_ number: Int, _ reader: DocumentReader) -> Document? {
        let title = (paragraphs.first ?? "").split(separator: " ").prefix(7).joined(separator: " ")
        let text = ([title] + paragraphs).joined(separator: "\n\n")
        let item = RawItem(name: "\(number)", format: .plainText, bytes: Array((text + "\n").utf8))
        guard let read = reader.read(item).document else { return nil }
        // A copy without a change has the same bytes: the number tells the two apart.
        var document = Document(
            id: DocumentID(hashing: Array("\(number)\n".utf8) + item.bytes), files: [item.name], text: read.text,
            metadata: read.metadata, blocks: read.blocks)
        document.metadata.outlet = outlet
        document.metadata.published = minute.flatMap { minute in
            CivilDate(2024, 3, 1).map { first in
                PublicationTime(
                    date: first.adding(days: minute / 1440), secondOfDay: minute % 1440 * 60, zoneMinutes: 0,
                    precision: .minute)
            }
        }
        return document
    }
}
