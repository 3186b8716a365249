import Foundation
public import Lexicons
import Lineage
import NewsModel

/// Whether two texts share an origin: rewritten news, re-used answers, one report in several translators' English.
public struct LineageTask: EvaluationTask {
    public static let name = "lineage"
    public static let summary = "derivation of pairs: OneStopEnglish, Clough & Stevenson, WMT 2021 renderings, Helsinki"

    let folder: String
    let corpus: LineageCorpus
    let finder: LineageFinder
    let resources: ResourceDirectory

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/lineage"
        self.resources = resources
        corpus = try LineageCorpus(resources: resources)
        finder = try LineageFinder(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        try oneStop(extent) + cloughStevenson() + renderings(extent) + helsinki(extent)
    }

    // MARK: OneStopEnglish

    /// Elementary files that hold another article than their name says ("Royal baby" that of Baumgartner's jump): they
    /// have no original of that name.
    private static let misfiled: Set<String> = ["royal baby", "wnl arctic ramadan", "wnl the millenials"]

    /// For every simplified article, where its original ranks among all originals.
    private func oneStop(_ extent: EvaluationExtent) throws -> [Measurement] {
        let root = folder + "/onestopenglish/Texts-SeparatedByReadingLevel"
        func level(_ name: String, _ suffix: String) throws -> [String: Analysis] {
            var articles: [String: Analysis] = [:]
            for file in try LineageCorpus.files("\(root)/\(name)").filter({ $0.hasSuffix(".txt") }) {
                let key = file.lowercased().replacing("-\(suffix).txt", with: "").replacing(".txt", with: "")
                    .trimmingCharacters(in: .whitespaces)
                articles[key] = corpus.analysis(file, try LineageCorpus.text("\(root)/\(name)/\(file)"))
            }
            return articles
        }
        let levels = [
            ("adv", try level("Adv-Txt", "adv")), ("int", try level("Int-Txt", "int")),
            ("ele", try level("Ele-Txt", "ele")),
        ]
        var measurements: [Measurement] = []
        for (child, parent) in [(1, 0), (2, 1), (2, 0)] {
            let keys = levels[parent].1.keys.filter {
                levels[child].1[$0] != nil && !(child == 2 && Self.misfiled.contains($0))
            }
            .sorted()
            .prefix(extent == .full ? .max : 40)
            let originals = keys.compactMap { levels[parent].1[$0] }
            let simplified = keys.compactMap { levels[child].1[$0] }
            let data = "OneStopEnglish \(levels[child].0) from \(levels[parent].0)"
            measurements += parents(of: simplified, among: originals, data)
        }
        return measurements
    }

    /// How well the parent at the same place is found among all parents.
    private func parents(of children: [Analysis], among parents: [Analysis], _ data: String) -> [Measurement] {
        let place = Dictionary(uniqueKeysWithValues: parents.enumerated().map { ($1.document.id, $0) })
        let child = Dictionary(uniqueKeysWithValues: children.enumerated().map { ($1.document.id, $0) })
        var ours = children.map { _ in [Double](repeating: 0, count: parents.count) }
        var baseline = ours
        for pair in finder.pairs(of: parents + children) {
            guard let row = child[pair.a] ?? child[pair.b], let column = place[pair.a] ?? place[pair.b] else {
                continue
            }
            ours[row][column] = pair.probability
            baseline[row][column] = pair.containment
        }
        func mean(_ scores: [[Double]]) -> Double {
            scores.enumerated().reduce(0) { sum, row in
                sum + RankingScore.averagePrecision(row.element.enumerated().map { ($1, $0 == row.offset) })
            } / Double(max(1, scores.count))
        }
        let found = ours.enumerated().count { $1[$0] >= 0.5 }
        let wrong = ours.enumerated().reduce(0) { $0 + $1.element.enumerated().count { $1 >= 0.5 } } - found
        return [
            Measurement(data: data, measure: "AP of the true parent", value: mean(ours), count: children.count),
            Measurement(data: data, measure: "AP, 5-gram containment", value: mean(baseline), count: children.count),
            Measurement(
                data: data, measure: "recall at 0.5", value: Double(found) / Double(max(1, children.count)),
                count: children.count),
            Measurement(data: data, measure: "others at 0.5, pairs", value: Double(wrong), count: children.count),
        ]
    }

    // MARK: Clough & Stevenson

    /// Short answers: copied, lightly or heavily revised, or written from memory.
    private func cloughStevenson() throws -> [Measurement] {
        let root = folder + "/clough_stevenson"
        var parts: [[(score: Double, isTrue: Bool)]] = []
        var baseline = parts
        var log = EvaluationLog()
        let rows = try LineageCorpus.text(root + "/file_information.csv").split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",").map(String.init) }
        for task in ["a", "b", "c", "d", "e"] {
            let original = corpus.analysis("orig", try LineageCorpus.text(root + "/orig_task\(task).txt"))
            let answers = try rows.filter { $0.count == 3 && $0[1] == task && $0[2] != "orig" }
                .map { (corpus.analysis($0[0], try LineageCorpus.text(root + "/" + $0[0])), $0[2] != "non") }
            let pairs = finder.pairs(of: [original] + answers.map(\.0))
            let found = answers.map { answer, isDerived in
                (pairs.first { Set([$0.a, $0.b]) == [original.document.id, answer.document.id] }, isDerived)
            }
            parts.append(found.map { ($0?.probability ?? 0, $1) })
            baseline.append(found.map { ($0?.containment ?? 0, $1) })
            for ((answer, isDerived), (pair, _)) in zip(answers, found) {
                log.add(answer.document.files.joined(), isDerived ? "reused" : "own", "\(pair?.probability ?? 0)")
            }
        }
        log.write()
        let data = "Clough & Stevenson"
        let ours = parts.flatMap { $0 }
        return [
            Measurement(
                data: data, measure: "accuracy, threshold of the other questions",
                value: RankingScore.heldOutAccuracy(parts), count: ours.count),
            Measurement(
                data: data, measure: "accuracy, threshold of the other questions, 5-grams",
                value: RankingScore.heldOutAccuracy(baseline), count: ours.count),
            Measurement(
                data: data, measure: "accuracy", value: RankingScore.accuracy(ours, threshold: 0.5), count: ours.count),
            Measurement(
                data: data, measure: "best accuracy", value: RankingScore.bestAccuracy(ours), count: ours.count),
            Measurement(
                data: data, measure: "best accuracy, 5-grams",
                value: RankingScore.bestAccuracy(baseline.flatMap { $0 }), count: ours.count),
        ]
    }

    // MARK: Renderings

    /// One foreign article in the English of several translators, among other articles.
    private func renderings(_ extent: EvaluationExtent) throws -> [Measurement] {
        try ["is", "ja", "ru"].flatMap { language -> [Measurement] in
            let path = folder + "/wmt21-renderings/xml/newstest2021.\(language)-en.all.xml"
            let articles = try RenderingReader.articles(path).prefix(extent == .full ? .max : 20)
            var ours: [(score: Double, isTrue: Bool)] = []
            var baseline = ours
            var first: [Analysis] = []
            var second: [Analysis] = []
            for article in articles where article.renderings.count >= 2 {
                let names = article.renderings.keys.sorted()
                first.append(corpus.analysis(names[0], article.renderings[names[0]] ?? ""))
                let last = names[names.count - 1]
                second.append(corpus.analysis(last, article.renderings[last] ?? ""))
            }
            let rows = Dictionary(first.enumerated().map { ($1.document.id, $0) }) { a, _ in a }
            let columns = Dictionary(second.enumerated().map { ($1.document.id, $0) }) { a, _ in a }
            var seen = 0
            for pair in finder.pairs(of: first + second) {
                guard let row = rows[pair.a] ?? rows[pair.b], let column = columns[pair.a] ?? columns[pair.b] else {
                    continue
                }
                seen += row == column ? 1 : 0
                ours.append((pair.probability, row == column))
                baseline.append((pair.containment, row == column))
            }
            for _ in 0..<(first.count - seen) {
                ours.append((-1, true))
                baseline.append((-1, true))
            }
            let data = "WMT 2021 renderings \(language)-en"
            return [
                Measurement(
                    data: data, measure: "AP of the same source", value: RankingScore.averagePrecision(ours),
                    count: first.count),
                Measurement(
                    data: data, measure: "AP, 5-gram containment", value: RankingScore.averagePrecision(baseline),
                    count: first.count),
                Measurement(
                    data: data, measure: "F1 at 0.5", value: RankingScore.f1(ours, threshold: 0.5), count: first.count),
            ]
        }
    }
}
