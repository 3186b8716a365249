import Foundation
import Headwater
public import Lexicons
import NewsModel
import Reconciliation
import TextCore

/// Who does what to whom, beside PLOVER's gold standard records: 322 sentences, most from the CAMEO manual.
///
/// Type: what Headwater finds in the sentence has the record's type. Source and target: a party that Headwater finds shares a
/// word with an actor of the record; of the target only where the record has one. Reported too is how often each is found.
public struct PloverTask: EvaluationTask {
    public static let name = "interactions"
    public static let summary = "event type, source and target of the sentences of PLOVER's gold standard records"

    private let path: String
    private let annotators: [any Annotator]
    private let reconciler: Reconciler

    public init(data folder: String, resources: ResourceDirectory) throws {
        path = folder + "/events/plover/gold_standard_records/PLOVER_GSR_CAMEO.txt"
        annotators = try Analyzer.annotators(resources: resources)
        reconciler = try Reconciler(resources: resources, embedder: nil)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let records = try records()
        var log = EvaluationLog()
        let readings = records.map { read($0, &log) }
        log.write()
        func every(_ second: Int) -> [Match] { readings.indices.filter { $0 % 2 == second }.map { readings[$0] } }
        let parts = [
            ("PLOVER", readings), ("PLOVER, every second, developed on", every(0)), ("PLOVER, the others", every(1)),
        ]
        return parts.flatMap { name, found -> [Measurement] in
            func share(_ data: [Bool?], _ measure: String) -> Measurement {
                let known = data.compactMap(\.self)
                return Measurement(
                    data: name, measure: measure,
                    value: Double(known.count(where: \.self)) / Double(max(1, known.count)),
                    count: known.count)
            }
            return [
                share(found.map(\.type), "type right"), share(found.map(\.group), "type right, of four groups"),
                share(found.map(\.source), "source right"), share(found.map(\.target), "target right"),
                share(found.map(\.all), "all three right"), share(found.map(\.isFound), "something found"),
            ]
        }
    }

    /// A gold standard record.
    private struct Record {
        var id: String
        var type: String
        var text: String
        var sources: [String]
        var targets: [String]
    }

    private struct Match {
        var isFound = false
        var type = false
        var group = false
        var source: Bool?
        var target: Bool?
        var all: Bool { type && source ?? true && target ?? true }
    }

    private func read(_ record: Record, _ log: inout EvaluationLog) -> Match {
        let text = SourceText(record.text)
        var analysis = Analysis(
            document: Document(
                id: DocumentID(hashing: text.bytes), files: [], text: text, blocks: [Block(.paragraph, text.span)]))
        for annotator in annotators { annotator.annotate(&analysis) }
        let found = reconciler.interactions(in: analysis).first
        let (from, to) = (found?.sources.map { text[$0] } ?? [], found?.targets.map { text[$0] } ?? [])
        var match = Match()
        match.isFound = found != nil
        match.type = found?.kind.rawValue == record.type
        match.group = found.map { Self.group($0.kind.rawValue) == Self.group(record.type) } ?? false
        if !record.sources.isEmpty { match.source = Self.meet(from, record.sources) }
        if !record.targets.isEmpty { match.target = Self.meet(to, record.targets) }
        log.add(
            "\(match.type ? "+" : "-")\(match.source.map { $0 ? "+" : "-" } ?? " ")\(match.target.map { $0 ? "+" : "-" } ?? " ")",
            record.id, record.type, found?.kind.rawValue ?? "–", "|", from.joined(separator: "/"), ">",
            to.joined(separator: "/"), "|", record.sources.joined(separator: "/"), ">",
            record.targets.joined(separator: "/"),
            "|", record.text)
        return match
    }

    /// Words or deeds, friendly or hostile: the four groups that event data are most often counted by.
    private static func group(_ type: String) -> Int {
        switch type {
        case "AGREE", "CONSULT", "SUPPORT": 0
        case "COOPERATE", "AID", "CONCEDE", "RETREAT": 1
        case "DEMAND", "DISAPPROVE", "REJECT", "THREATEN", "INVESTIGATE": 2
        default: 3
        }
    }

    /// Whether a word of more than one letter stands in both, articles and prepositions aside.
    private static func meet(_ found: [String], _ gold: [String]) -> Bool {
        func words(_ texts: [String]) -> Set<String> {
            let all = texts.flatMap { FoldedText.fold($0).split { !$0.isLetter && !$0.isNumber }.map(String.init) }
            return Set(
                all.filter { $0.count > 1 && !["the", "of", "in", "and", "for", "to", "an", "by"].contains($0) })
        }
        return !words(found).isDisjoint(with: words(gold))
    }

    private func records() throws -> [Record] {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        let text = Data(String(decoding: data, as: UTF8.self).utf8)
        guard let list = try JSONSerialization.jsonObject(with: text) as? [[String: Any]] else {
            throw EvaluationFailure.malformed(path: path, reason: "no list of records")
        }
        return list.compactMap { record in
            guard let id = record["id"] as? String, let type = record["event"] as? String, type != "DOCUMENT",
                let text = record["text"] as? String
            else { return nil }
            func actors(_ key: String) -> [String] {
                if let name = record[key] as? String { return name.isEmpty ? [] : [name] }
                return (record[key] as? [[String: Any]] ?? []).compactMap { $0["actorText"] as? String }
            }
            return Record(id: id, type: type, text: text, sources: actors("source"), targets: actors("target"))
        }
    }
}
