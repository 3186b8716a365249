import Lineage
import NewsModel

extension LineageTask {
    /// Silver pairs of the Helsinki articles, all compared at once as one story.
    func helsinki(_ extent: EvaluationExtent) throws -> [Measurement] {
        let all = try HelsinkiFile(path: folder + "/helsinki/articles.csv", corpus: corpus, resources: resources)
        let count = extent == .full ? all.articles.count : min(100, all.articles.count)
        let place = Dictionary(all.articles.prefix(count).enumerated().map { ($1.analysis.document.id, $0) }) { a, _ in
            a
        }
        var probability: [[Int]: (ours: Double, containment: Double)] = [:]
        for pair in finder.pairs(of: place.sorted { $0.value < $1.value }.map { all.articles[$0.value].analysis }) {
            guard let a = place[pair.a], let b = place[pair.b] else { continue }
            probability[[min(a, b), max(a, b)]] = (pair.probability, pair.containment)
        }
        var log = EvaluationLog()
        var ours: [(score: Double, isTrue: Bool)] = []
        var baseline = ours
        let places = place.values.sorted()
        for (order, a) in places.enumerated() {
            for b in places[(order + 1)...] {
                let found = probability[[a, b]] ?? (0, 0)
                guard let label = all.label(a, b) else { continue }
                ours.append((found.ours, label))
                baseline.append((found.containment, label))
                if label != (found.ours >= 0.5) { log.add("helsinki \(a) \(b) \(label) \(found)") }
            }
        }
        log.write()
        let data = "Helsinki silver pairs"
        let there = ours.count(where: \.isTrue)
        return [
            Measurement(data: data, measure: "AP", value: RankingScore.averagePrecision(ours), count: there),
            Measurement(
                data: data, measure: "AP, 5-gram containment", value: RankingScore.averagePrecision(baseline),
                count: there),
            Measurement(data: data, measure: "F1 at 0.5", value: RankingScore.f1(ours, threshold: 0.5), count: there),
            Measurement(
                data: data, measure: "F1, 5-gram containment at 0.2",
                value: RankingScore.f1(baseline, threshold: 0.2), count: there),
        ]
    }
}
