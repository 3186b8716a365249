import Lineage
import NewsModel

extension LineageTask {
    /// Pairs of the Helsinki articles, all compared at once as one story: those labelled by reading, and silver pairs.
    func helsinki(_ extent: EvaluationExtent) throws -> [Measurement] {
        let all = try HelsinkiFile(path: folder + "/helsinki/articles.csv", corpus: corpus, resources: resources)
        let (pairs, lineage) = finder.compare(all.articles.map(\.analysis))
        let name = Dictionary(all.articles.map { ($0.analysis.document.id, $0.id) }) { a, _ in a }
        var found: [Set<String>: HelsinkiFinding] = [:]
        for pair in pairs {
            guard let a = name[pair.a], let b = name[pair.b] else { continue }
            found[[a, b]] = HelsinkiFinding(probability: pair.probability, containment: pair.containment)
        }
        for edge in lineage.derivations where edge.directionKnown {
            guard case .document(let source) = edge.from, let a = name[edge.document], let b = name[source] else {
                continue
            }
            found[[a, b]]?.source = b
        }
        return try labelled(found) + silver(all, found)
    }

    // MARK: Labelled pairs

    /// The pairs on which two blind readings agree, whether related or independent.
    private func labelled(_ found: [Set<String>: HelsinkiFinding]) throws -> [Measurement] {
        var log = EvaluationLog()
        var items: [(finding: HelsinkiFinding, isTrue: Bool)] = []
        var reworded = items
        var directed = (known: 0, right: 0, all: 0)
        for pair in try HelsinkiLabels().pairs {
            let finding = found[[pair.a, pair.b]] ?? HelsinkiFinding(probability: 0, containment: 0)
            if let source = pair.source {
                directed.all += 1
                directed.known += finding.source == nil ? 0 : 1
                directed.right += finding.source == source ? 1 : 0
            }
            guard let isRelated = pair.isRelated else { continue }
            items.append((finding, isRelated))
            if pair.containment < 0.5 { reworded.append((finding, isRelated)) }
            if isRelated != finding.isRelated {
                log.add("helsinki \(pair.a) \(pair.b) \(isRelated ? "related" : "independent"): \(finding)")
            }
        }
        log.write()
        let data = "Helsinki labelled pairs"
        return measurements(items, data)
            + Calibration.measurements(items.map { ($0.finding.probability, $0.isTrue) }, data)
            + measurements(reworded, data + ", containment under .5")
            + [
                Measurement(
                    data: data, measure: "direction known", value: Double(directed.known), count: directed.all),
                Measurement(
                    data: data, measure: "direction right", value: Double(directed.right), count: directed.all),
            ]
    }

    private func measurements(
        _ items: [(finding: HelsinkiFinding, isTrue: Bool)], _ data: String
    ) -> [Measurement] {
        let ours = items.map { (score: $0.finding.probability, isTrue: $0.isTrue) }
        let baseline = items.map { (score: $0.finding.containment, isTrue: $0.isTrue) }
        let right = items.count { $0.isTrue && $0.finding.isRelated }
        let called = items.count { $0.finding.isRelated }
        let there = items.count(where: \.isTrue)
        return [
            Measurement(data: data, measure: "F1 at 0.5", value: RankingScore.f1(ours, threshold: 0.5), count: there),
            Measurement(
                data: data, measure: "precision", value: Double(right) / Double(max(1, called)), count: called),
            Measurement(data: data, measure: "recall", value: Double(right) / Double(max(1, there)), count: there),
            Measurement(
                data: data, measure: "F1, 5-gram containment at 0.2",
                value: RankingScore.f1(baseline, threshold: 0.2), count: there),
        ]
    }

    // MARK: Silver pairs

    private func silver(_ file: HelsinkiFile, _ found: [Set<String>: HelsinkiFinding]) -> [Measurement] {
        var ours: [(score: Double, isTrue: Bool)] = []
        var baseline = ours
        for a in file.articles.indices {
            for b in file.articles.indices.dropFirst(a + 1) {
                guard let label = file.label(a, b) else { continue }
                let finding = found[[file.articles[a].id, file.articles[b].id]]
                ours.append((finding?.probability ?? 0, label))
                baseline.append((finding?.containment ?? 0, label))
            }
        }
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

/// What Headwater says of a pair of the Helsinki articles.
struct HelsinkiFinding: Hashable {
    var probability: Double
    var containment: Double
    /// The article that the other was made from, where the direction is known.
    var source: String?

    /// Whether the two share an origin.
    var isRelated: Bool { probability >= 0.5 }
}
