import Lineage
import NewsModel

/// How well a lineage agrees with the log of a generated story.
struct LineageScore: Sendable {
    var foundOrigins = 0, trueOrigins = 0
    /// BCubed for things that stand in several groups (E. Amigó et al., 2009).
    var precision = 0.0, recall = 0.0
    /// Reports of which an ancestor is in the story; of those, with a parent that the lineage commits on; and right.
    var derived = 0, committed = 0, right = 0
    /// All edges between reports that the lineage commits on, and those whose source is an ancestor.
    var allCommitted = 0, allRight = 0

    /// Compares, and says what differs.
    static func compare(
        _ lineage: Lineage, with story: GeneratedStory, places: [DocumentID: Int]
    ) -> (LineageScore, [String]) {
        var score = LineageScore()
        var notes: [String] = []
        score.foundOrigins = lineage.origins.count
        score.trueOrigins = story.originCount
        var found = [Set<Int>](repeating: [], count: story.reports.count)
        for origin in lineage.origins {
            for document in origin.documents {
                if let place = places[document] { found[place].insert(origin.id.number) }
            }
        }
        (score.precision, score.recall) = bcubed(found, story.reports.map(\.origins))
        var committed: Set<Int> = []
        var right: Set<Int> = []
        for edge in lineage.derivations {
            guard edge.directionKnown, case .document(let source) = edge.from, let child = places[edge.document],
                let parent = places[source]
            else { continue }
            let isRight = story.isDerived(child, from: parent)
            score.allCommitted += 1
            score.allRight += isRight ? 1 : 0
            committed.insert(child)
            if isRight { right.insert(child) }
            if !isRight { notes.append("  wrong edge \(child) from \(parent): \(edge.evidence.map(\.detail))") }
        }
        for index in story.reports.indices where !story.ancestors(of: index).isEmpty {
            score.derived += 1
            if committed.contains(index) { score.committed += 1 } else { notes.append("  no edge for \(index)") }
            if right.contains(index) { score.right += 1 }
        }
        if score.foundOrigins != score.trueOrigins {
            notes.append("  origins \(score.foundOrigins), true \(score.trueOrigins)")
        }
        if !notes.isEmpty {
            for (index, report) in story.reports.enumerated() {
                notes.append(
                    "    \(index) at \(report.minute.map(String.init) ?? "?") from \(report.parents) origins "
                        + "\(report.origins.sorted()) found \(found[index].sorted()) \(report.log.joined(separator: ", "))"
                )
            }
        }
        return (score, notes)
    }

    private static func bcubed(_ found: [Set<Int>], _ truth: [Set<Int>]) -> (precision: Double, recall: Double) {
        var precision = 0.0
        var recall = 0.0
        for a in found.indices {
            var (p, r, pCount, rCount) = (0.0, 0.0, 0, 0)
            for b in found.indices {
                let together = found[a].intersection(found[b]).count
                let really = truth[a].intersection(truth[b]).count
                let least = Double(min(together, really))
                if together > 0 {
                    p += least / Double(together)
                    pCount += 1
                }
                if really > 0 {
                    r += least / Double(really)
                    rCount += 1
                }
            }
            precision += pCount > 0 ? p / Double(pCount) : 0
            recall += rCount > 0 ? r / Double(rCount) : 0
        }
        let count = Double(max(1, found.count))
        return (precision / count, recall / count)
    }

    /// The scores of many stories together.
    static func measurements(of scores: [LineageScore], _ data: String) -> [Measurement] {
        func share(_ a: Int, _ b: Int) -> Double { b == 0 ? 0 : Double(a) / Double(b) }
        func sum(_ path: KeyPath<LineageScore, Int>) -> Int { scores.reduce(0) { $0 + $1[keyPath: path] } }
        let count = Double(max(1, scores.count))
        let precision = scores.reduce(0) { $0 + $1.precision } / count
        let recall = scores.reduce(0) { $0 + $1.recall } / count
        let exact = scores.count { $0.foundOrigins == $0.trueOrigins }
        func measurement(_ measure: String, _ value: Double, _ count: Int) -> Measurement {
            Measurement(data: data, measure: measure, value: value, count: count)
        }
        return [
            measurement("number of origins exact", share(exact, scores.count), scores.count),
            measurement("origins BCubed F1", 2 * precision * recall / max(1e-9, precision + recall), scores.count),
            measurement("origins BCubed precision", precision, scores.count),
            measurement("direction precision", share(sum(\.allRight), sum(\.allCommitted)), sum(\.allCommitted)),
            measurement("direction commitment", share(sum(\.committed), sum(\.derived)), sum(\.derived)),
        ]
    }
}
