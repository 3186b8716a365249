import Foundation
import Headwater
public import Lexicons
import NewsModel
import TextCore

/// Does a passage support a claim or refute it? The judgement that puts statements into one claim, on claims about
/// encyclopedia articles that were written to be supported or refuted.
///
/// Data: FEVER-symmetric dev, where each claim comes with a passage that supports it and one that refutes it and words
/// alone tell nothing; FM2 dev, with its gold evidence. Score: the likeliest pair of a statement of the claim and one of the
/// evidence. The threshold of each tenth is that which is best on the other nine; nothing else is fitted. "With numbers":
/// the claim has a digit or the program reads a quantity in it.
public struct SupportTask: EvaluationTask {
    public static let name = "support"
    public static let summary = "whether evidence supports or refutes a claim: FEVER-symmetric, FM2"

    private let folder: String
    private let pipeline: Pipeline

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/claims"
        pipeline = try Pipeline(resources: resources)
    }

    private struct Pair {
        var claim: String
        var evidence: String
        var isSupported: Bool
    }

    private struct Judged {
        var score: Double
        var isTrue: Bool
        var hasNumber: Bool
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let fever = try lines("fever-symmetric/symmetric_v0.2/fever_symmetric_dev.jsonl") { (line: FeverLine) in
            Pair(claim: line.claim, evidence: line.evidence, isSupported: line.label == "SUPPORTS")
        }
        let fm2 = try lines("fm2/dataset/dev.jsonl") { (line: FoolLine) in
            Pair(
                claim: line.text, evidence: line.gold_evidence.map(\.text).joined(separator: " "),
                isSupported: line.label == "SUPPORTS")
        }
        var log = EvaluationLog()
        var measurements: [Measurement] = []
        for (name, pairs) in [("FEVER-symmetric", fever), ("FM2", fm2)] {
            let judged = await judge(extent == .full ? pairs : Array(pairs.prefix(200)), &log)
            measurements += self.measurements(name, judged)
            measurements += self.measurements(name + ", with numbers", judged.filter(\.hasNumber))
        }
        log.write()
        return measurements
    }

    private func judge(_ pairs: [Pair], _ log: inout EvaluationLog) async -> [Judged] {
        let texts = pairs.flatMap { [$0.claim, $0.evidence] }
        let analyses = await pipeline.analyze(texts.enumerated().map { ClaimCorpus.document("\($0)", SourceText($1)) })
        return pairs.enumerated().map { number, pair in
            let (claim, evidence) = (analyses[2 * number], analyses[2 * number + 1])
            let score = pipeline.likeness(claim, evidence)
            log.add(pair.isSupported ? "supported" : "refuted", "\(score)", pair.claim, "|", pair.evidence)
            return Judged(
                score: score, isTrue: pair.isSupported,
                hasNumber: pair.claim.contains(where: \.isNumber) || !claim.quantities.isEmpty)
        }
    }

    private func measurements(_ data: String, _ judged: [Judged]) -> [Measurement] {
        let parts = (0..<10).map { part in
            judged.indices.filter { $0 % 10 == part }.map { (score: judged[$0].score, isTrue: judged[$0].isTrue) }
        }
        let calls = RankingScore.heldOutCalls(parts)
        let right = calls.count { $0.isCalled == $0.isTrue }
        let refuted = calls.count { !$0.isTrue }
        let called = calls.count { !$0.isCalled }
        let both = calls.count { !$0.isTrue && !$0.isCalled }
        let f1 = refuted + called == 0 ? 0 : 2 * Double(both) / Double(refuted + called)
        let majority = max(refuted, calls.count - refuted)
        func share(_ count: Int) -> Double { Double(count) / Double(max(1, calls.count)) }
        return [
            Measurement(data: data, measure: "accuracy", value: share(right), count: calls.count),
            Measurement(data: data, measure: "accuracy of the majority", value: share(majority), count: calls.count),
            Measurement(data: data, measure: "F1 of refuted", value: f1, count: refuted),
        ]
    }

    // MARK: Files

    private struct FeverLine: Decodable {
        var claim: String
        var evidence: String
        var label: String
    }

    private struct FoolLine: Decodable {
        struct Evidence: Decodable { var text: String }
        var text: String
        var gold_evidence: [Evidence]
        var label: String
    }

    private func lines<Line: Decodable>(_ name: String, _ make: (Line) -> Pair) throws -> [Pair] {
        let path = folder + "/" + name
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        return try data.split(separator: 0x0A).map { make(try JSONDecoder().decode(Line.self, from: $0)) }
    }
}
