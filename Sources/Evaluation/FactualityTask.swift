import Foundation
import Headwater
public import Lexicons
import NewsModel
import TextCore

/// How sure a text is of its events, and whether it says that they happen or that they do not: MEANTIME's certainty and
/// polarity, beside the value that most events have.
///
/// Judged are events with both values, in the sentences that were annotated: by the reader (the event that it finds there)
/// and by the ledger (the shortest statement that the event stands in). Of the reader's certainty POSSIBLE and PROBABLE, of
/// the ledger's modality everything but asserted, reported and denied is "not certain". The reader learnt from fifty
/// documents; ten are held back.
public struct FactualityTask: EvaluationTask {
    public static let name = "factuality"
    public static let summary = "certainty and polarity of events on MEANTIME"

    private let folder: String
    private let heldBack: Set<String>
    private let pipeline: Pipeline

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder
        heldBack = Set(try EvaluationFolder.rows("meantime-held-back.txt").map { $0[0] })
        pipeline = try Pipeline(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let root = folder + "/events/meantime/intra-doc_annotation"
        guard let listed = FileManager.default.enumerator(atPath: root) else {
            throw EvaluationFailure.missing(path: root)
        }
        var developed: [Event] = []
        var held: [Event] = []
        for file in listed.compactMap({ $0 as? String }).filter({ $0.hasSuffix(".xml") }).sorted() {
            let source = try CATDocument(file: root + "/" + file, joiner: TokenJoiner(joinsHyphens: false))
            let events = await events(of: source)
            if heldBack.contains(String(source.name.prefix { $0 != "_" })) {
                held += events
            } else {
                developed += events
            }
        }
        return measurements("MEANTIME, fifty documents", developed) + measurements("MEANTIME, ten held back", held)
    }

    /// What is said of an event.
    private struct Facts {
        var isCertain: Bool
        var isNegative: Bool
    }

    private struct Event {
        var gold: Facts
        var reader: Facts?
        var ledger: Facts?
    }

    private func events(of source: CATDocument) async -> [Event] {
        let lines = LineIndex(source.text).lines.map { source.text.trimmed($0) }.filter { !$0.isEmpty }
        let document = Document(
            id: DocumentID(hashing: Array(source.name.utf8)), files: [source.name], text: source.text,
            blocks: lines.map { Block(.paragraph, $0) })
        let account = await pipeline.account(of: [document])
        guard let analysis = account.analyses.first else { return [] }
        let statements = account.ledger.claims.flatMap(\.statements)
        return source.markables.compactMap { mark in
            guard mark.kind == "EVENT_MENTION", let span = source.span(of: mark),
                let certainty = mark.attributes["certainty"], let polarity = mark.attributes["polarity"],
                ["CERTAIN", "POSSIBLE", "PROBABLE"].contains(certainty), ["POS", "NEG"].contains(polarity)
            else { return nil }
            var event = Event(gold: Facts(isCertain: certainty == "CERTAIN", isNegative: polarity == "NEG"))
            if let trigger = analysis.eventTriggers.first(where: { $0.span.overlaps(span) }) {
                event.reader = Facts(
                    isCertain: trigger.certainty != .possible && trigger.certainty != .probable,
                    isNegative: trigger.polarity == .negative)
            }
            let around = statements.filter { $0.citation.span.contains(span) }
            if let statement = around.min(by: { $0.citation.span.count < $1.citation.span.count }) {
                event.ledger = Facts(
                    isCertain: [.asserted, .reported, .denied].contains(statement.modality),
                    isNegative: statement.polarity == .negative)
            }
            return event
        }
    }

    private func measurements(_ data: String, _ events: [Event]) -> [Measurement] {
        func share(_ part: [Event], _ isRight: (Event) -> Bool) -> Double {
            part.isEmpty ? 0 : Double(part.count(where: isRight)) / Double(part.count)
        }
        func f1(_ part: [Event], _ gold: (Event) -> Bool, _ found: (Event) -> Bool) -> Double {
            let both = part.count { gold($0) && found($0) }
            let all = part.count(where: gold) + part.count(where: found)
            return all == 0 ? 0 : 2 * Double(both) / Double(all)
        }
        var result: [Measurement] = [
            Measurement(
                data: data, measure: "certain (majority)", value: share(events) { $0.gold.isCertain },
                count: events.count),
            Measurement(
                data: data, measure: "positive (majority)", value: share(events) { !$0.gold.isNegative },
                count: events.count),
        ]
        let readers: [(String, KeyPath<Event, Facts?>)] = [("reader", \.reader), ("ledger", \.ledger)]
        for (name, facts) in readers {
            let judged = events.filter { $0[keyPath: facts] != nil }
            func found(_ event: Event) -> Facts { event[keyPath: facts] ?? event.gold }
            result += [
                Measurement(
                    data: data, measure: name + " certainty accuracy",
                    value: share(judged) { $0.gold.isCertain == found($0).isCertain }, count: judged.count),
                Measurement(
                    data: data, measure: name + " uncertain F1",
                    value: f1(judged, { !$0.gold.isCertain }, { !found($0).isCertain }),
                    count: judged.count { !$0.gold.isCertain }),
                Measurement(
                    data: data, measure: name + " polarity accuracy",
                    value: share(judged) { $0.gold.isNegative == found($0).isNegative }, count: judged.count),
                Measurement(
                    data: data, measure: name + " negative F1",
                    value: f1(judged, \.gold.isNegative, { found($0).isNegative }),
                    count: judged.count(where: \.gold.isNegative)),
            ]
        }
        return result
    }
}
