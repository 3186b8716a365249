import Headwater
public import Lexicons
import NewsModel
import TextCore

/// Source, cue and content of attributions, on PolNeAR.
///
/// PolNeAR is flat: a word is part of one attribution at most, so of nested attributions the outermost counts. *Token F1* of
/// a role counts the words that stand in it, whichever attribution they belong to; *exact F1* its stretches, equal but for
/// marks at their ends. *Linked F1* pairs attributions one to one and counts a pair as right where content and source each
/// share at least half of their words (Dice; two empty sources agree); *linked exact F1* where both are equal. What is nested
/// is measured on contents of the dev part that were read for it (`Evaluation/polnear-nested.tsv`): whether the one on whose
/// word the speaker says it is found, and whether somebody is where there is nobody. With `POLNEAR_SPLIT=train` the part is
/// measured that rules may be developed on; `EVALUATION_LOG` names a file for what differs.
public struct AttributionTask: EvaluationTask {
    public static let name = "attributions"
    public static let summary = "source, cue and content of attributions on PolNeAR dev"

    private let folder: String
    private let annotators: [any Annotator]

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder
        annotators = try Analyzer.annotators(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let split = EvaluationSettings.polnearSplit
        var log = EvaluationLog()
        let all = try PolnearCorpus(folder: folder, split: split).articles
        let articles = extent == .full ? all : Array(all.prefix(30))
        var scores = AttributionScores()
        var nested = try NestedScores()
        for article in articles {
            var analysis = Analysis(document: article.document)
            for annotator in annotators { annotator.annotate(&analysis) }
            scores.add(AttributionWords(analysis, article), to: &log, name: article.name)
            nested.add(analysis, name: article.name, to: &log)
        }
        log.write()
        return scores.measurements("PolNeAR \(split)") + nested.measurements("PolNeAR \(split)")
    }
}

/// The attributions of one article, found and gold, as words.
struct AttributionWords {
    /// One attribution: the words of each role, and its stretches without marks at their ends.
    struct Item {
        var roles: [Set<Int>]
        var stretches: [[TextSpan]]
    }

    /// Source, cue, content.
    static let roles = ["source", "cue", "content"]

    let analysis: Analysis
    var found: [Item] = []
    var gold: [Item] = []

    init(_ analysis: Analysis, _ article: PolnearCorpus.Article) {
        self.analysis = analysis
        found = analysis.attributions.filter { $0.parent == nil }.map {
            item([$0.source.map { [$0] } ?? [], [$0.cue], $0.content])
        }
        gold = article.attributions.map { item([$0.source, $0.cue, $0.content]) }
    }

    private func item(_ spans: [[TextSpan]]) -> Item {
        Item(
            roles: spans.map { Set($0.flatMap(words)) },
            stretches: spans.map { $0.map(analysis.text.withoutMarks).filter { !$0.isEmpty }.sorted() })
    }

    /// Indices of the words and numbers of a span.
    private func words(of span: TextSpan) -> [Int] {
        var low = analysis.tokens.partitioningIndex { $0.span.end > span.start }
        var found: [Int] = []
        while low < analysis.tokens.count, analysis.tokens[low].span.start < span.end {
            if analysis.tokens[low].kind == .word || analysis.tokens[low].kind == .number { found.append(low) }
            low += 1
        }
        return found
    }
}

/// Counts over articles.
private struct AttributionScores {
    private var tokens = [SpanScore(), SpanScore(), SpanScore()]
    private var exact = [SpanScore(), SpanScore(), SpanScore()]
    private var linked = SpanScore()
    private var linkedExact = SpanScore()

    mutating func add(_ words: AttributionWords, to log: inout EvaluationLog, name: String) {
        for role in 0..<3 {
            let found = words.found.reduce(into: Set<Int>()) { $0.formUnion($1.roles[role]) }
            let gold = words.gold.reduce(into: Set<Int>()) { $0.formUnion($1.roles[role]) }
            tokens[role].right += found.intersection(gold).count
            tokens[role].found += found.count
            tokens[role].there += gold.count
            exact[role].add(
                found: Set(words.found.flatMap { $0.stretches[role] }),
                there: Set(words.gold.flatMap { $0.stretches[role] }))
        }
        linked.found += words.found.count
        linked.there += words.gold.count
        linkedExact.found += words.found.count
        linkedExact.there += words.gold.count
        var pairs: [(share: Double, found: Int, gold: Int)] = []
        var holders: [Int: [Int]] = [:]
        for (number, item) in words.gold.enumerated() {
            for word in item.roles[2] { holders[word, default: []].append(number) }
        }
        for (number, item) in words.found.enumerated() {
            for gold in Set(item.roles[2].flatMap { holders[$0] ?? [] }) {
                pairs.append((Self.dice(item.roles[2], words.gold[gold].roles[2]), number, gold))
            }
        }
        pairs.sort { ($1.share, $0.found, $0.gold) < ($0.share, $1.found, $1.gold) }
        var usedFound = Set<Int>()
        var usedGold = Set<Int>()
        for pair in pairs where !usedFound.contains(pair.found) && !usedGold.contains(pair.gold) {
            usedFound.insert(pair.found)
            usedGold.insert(pair.gold)
            let (a, b) = (words.found[pair.found], words.gold[pair.gold])
            let isRight = pair.share >= 0.5 && Self.dice(a.roles[0], b.roles[0]) >= 0.5
            if isRight { linked.right += 1 }
            if a.stretches[2] == b.stretches[2], a.stretches[0] == b.stretches[0] { linkedExact.right += 1 }
            if !isRight { log.add("PAIR", name, Self.text(a, words), "GOLD", Self.text(b, words)) }
            if isRight, a.roles[1] != b.roles[1] {
                log.add("CUE", name, Self.text(a, words), "GOLD", Self.text(b, words))
            }
        }
        guard log.isWanted else { return }
        for number in words.found.indices where !usedFound.contains(number) {
            log.add("OVER", name, Self.text(words.found[number], words))
        }
        for number in words.gold.indices where !usedGold.contains(number) {
            log.add("MISS", name, Self.text(words.gold[number], words))
        }
    }

    private static func text(_ item: AttributionWords.Item, _ words: AttributionWords) -> String {
        item.stretches.map { $0.map { words.analysis.text[$0] }.joined(separator: " // ") }
            .joined(separator: " | ")
    }

    private static func dice(_ a: Set<Int>, _ b: Set<Int>) -> Double {
        a.isEmpty && b.isEmpty ? 1 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
    }

    func measurements(_ data: String) -> [Measurement] {
        var result: [Measurement] = []
        for role in 0..<3 {
            result.append(tokens[role].measurement(data, "\(AttributionWords.roles[role]) token F1"))
            result.append(exact[role].measurement(data, "\(AttributionWords.roles[role]) exact F1"))
        }
        return result + [linked.measurement(data, "linked F1"), linkedExact.measurement(data, "linked exact F1")]
    }
}
