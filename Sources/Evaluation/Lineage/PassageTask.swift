public import Lexicons
import Lineage
import NewsModel
import TextCore

/// Whether the sentences that two texts have in common are found, whatever the words: foreign articles in two translators'
/// English, aligned with and without the meaning of sentences.
///
/// The gold are the segments of the translations: a passage is right where it sets a segment beside the same one.
public struct PassageTask: EvaluationTask {
    public static let name = "passages"
    public static let summary = "alignment of sentences of two translations of one article, by words and by meaning"

    private let folder: String
    private let finder: LineageFinder
    private let resources: ResourceDirectory

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/lineage/wmt21-renderings/xml"
        self.resources = resources
        finder = try LineageFinder(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        var measurements: [Measurement] = []
        for (withMeaning, way) in [(false, "words"), (true, "words and meaning")] {
            let corpus = try LineageCorpus(resources: resources, withMeaning: withMeaning)
            for language in ["is", "ja", "ru"] {
                let articles = try RenderingReader.articles("\(folder)/newstest2021.\(language)-en.all.xml")
                var score = SpanScore()
                for article in articles.prefix(extent == .full ? .max : 10) { add(article, corpus, to: &score) }
                let data = "WMT 2021 renderings \(language)-en, by \(way)"
                measurements += [
                    Measurement(data: data, measure: "segments F1", value: score.f1, count: score.there),
                    Measurement(data: data, measure: "segments precision", value: score.precision, count: score.found),
                    Measurement(data: data, measure: "segments recall", value: score.recall, count: score.there),
                ]
            }
        }
        return measurements
    }

    /// Compares the first and the last rendering of an article, segment by segment.
    private func add(_ article: RenderingReader.Article, _ corpus: LineageCorpus, to score: inout SpanScore) {
        let names = article.segments.keys.sorted()
        guard let first = names.first, let last = names.last, first != last, let a = article.segments[first],
            let b = article.segments[last], a.count == b.count
        else { return }
        let texts = [(first, a), (last, b)].map { name, segments in
            let analysis = corpus.analysis(name, segments.joined(separator: "\n"))
            return (analysis, LineIndex(analysis.text).lines)
        }
        let lineage = finder.lineage(of: texts.map(\.0))
        var links: Set<[Int]> = []
        for passage in lineage.passages {
            let (x, y) = passage.a.document == texts[0].0.document.id ? (passage.a, passage.b) : (passage.b, passage.a)
            for (i, line) in texts[0].1.enumerated() where line.overlaps(x.span) {
                for (j, other) in texts[1].1.enumerated() where other.overlaps(y.span) { links.insert([i, j]) }
            }
        }
        let gold = a.indices.filter { !a[$0].isEmpty && !b[$0].isEmpty }
        score.add(found: links, there: gold.map { [$0, $0] })
    }
}
