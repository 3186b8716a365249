import Foundation
public import Lexicons
import NewsModel
import Recognition
import TextCore

/// Times: TIMEX3 of MEANTIME, and the conformance cases of Recognizers.
///
/// On MEANTIME only the sentences that were annotated count (the first six of a document). Span F1 is strict; the type and
/// the value are judged where spans overlap, as in TempEval-3: value F1 counts an expression that overlaps a gold one
/// and has its value.
public struct TimesTask: EvaluationTask {
    public static let name = "times"
    public static let summary = "time expressions on MEANTIME (TIMEX3) and the Recognizers DateTime cases"

    private let folder: String
    private let heldBack: Set<String>
    private let recognizer: TimeRecognizer
    private let americanRecognizer: TimeRecognizer

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder
        recognizer = try TimeRecognizer(resources: resources)
        americanRecognizer = try TimeRecognizer(resources: resources, dateOrder: .monthFirst)
        heldBack = try Self.heldBack()
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        var measurements = try meantime()
        measurements += try RecognizersConformance(
            folder: folder + "/quantities-dates/recognizers_specs/DateTime/English", recognizer: americanRecognizer
        ).measurements()
        return measurements
    }

    // MARK: MEANTIME

    /// Ids of the documents that no rule is developed on.
    private static func heldBack() throws -> Set<String> {
        Set(try EvaluationFolder.rows("meantime-held-back.txt").map { $0[0] })
    }

    private func meantime() throws -> [Measurement] {
        let root = folder + "/events/meantime/intra-doc_annotation"
        guard let listed = FileManager.default.enumerator(atPath: root) else {
            throw EvaluationFailure.missing(path: root)
        }
        let files = listed.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
        guard !files.isEmpty else { throw EvaluationFailure.missing(path: root + "/*.xml") }
        var development = TimexScore()
        var held = TimexScore()
        for file in files {
            let document = try CATDocument(file: root + "/" + file)
            let id = document.name.split(separator: "_").first.map(String.init) ?? ""
            if heldBack.contains(id) {
                score(document, into: &held, shows: false)
            } else {
                score(document, into: &development, shows: true)
            }
        }
        return development.measurements("MEANTIME, fifty documents")
            + held.measurements("MEANTIME, ten held back")
    }

    private func score(_ document: CATDocument, into score: inout TimexScore, shows: Bool) {
        let timexes = document.markables.filter { $0.kind == "TIMEX3" }
        let last = document.markables.flatMap(\.tokens).map { document.tokens[$0].sentence }.max() ?? 0
        let end = document.tokens.last { $0.sentence <= last }?.span.end ?? 0
        let gold = timexes.compactMap { mark in
            document.span(of: mark).map {
                Timex(span: $0, type: mark.attributes["type"] ?? "", value: mark.attributes["value"] ?? "")
            }
        }
        let creation =
            timexes.first { $0.attributes["functionInDocument"] == "CREATION_TIME" }
            ?? timexes.first {
                $0.tokens.first.map { document.tokens[$0].sentence } == 1
            }
        let found = expressions(document.text, written: creation?.attributes["value"].flatMap(CivilDate.init(iso:)))
            .filter { $0.span.end <= end }
            .map { Timex(span: $0.span, type: $0.kind.rawValue, value: $0.value) }
        score.add(found: found, gold: gold)
        if shows, ProcessInfo.processInfo.environment["HEADWATER_SHOW"] != nil {
            show(document, found: found, gold: gold)
        }
    }

    private func show(_ document: CATDocument, found: [Timex], gold: [Timex]) {
        func line(_ sign: String, _ timex: Timex) -> String {
            let text = document.text
            let before = text[TextSpan(max(0, timex.span.start - 40), timex.span.start)]
            let after = text[TextSpan(timex.span.end, min(text.count, timex.span.end + 20))]
            return "\(sign) \(timex.type) \(timex.value)\t\(before)[\(text[timex.span])]\(after)"
                .split(separator: "\n").joined(separator: " ")
        }
        let wrong =
            found.filter { !gold.contains($0) }.map { line("FOUND ", $0) }
            + gold.filter { !found.contains($0) }.map { line("WANTED", $0) }
        if !wrong.isEmpty { print("## \(document.name)\n" + wrong.joined(separator: "\n")) }
    }

    private func expressions(_ text: SourceText, written: CivilDate?) -> [TimeExpression] {
        recognizer.times(in: text, written: written)
    }
}

extension TimeRecognizer {
    /// The expressions of a text written on a day, every line a paragraph.
    func times(in text: SourceText, written: CivilDate?, secondOfDay: Int? = nil) -> [TimeExpression] {
        var metadata = DocumentMetadata()
        metadata.published = written.map {
            PublicationTime(date: $0, secondOfDay: secondOfDay, precision: secondOfDay == nil ? .day : .second)
        }
        let blocks = LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }
            .map { Block(.paragraph, $0) }
        var analysis = Analysis(
            document: Document(
                id: DocumentID(hashing: text.bytes), files: [], text: text, metadata: metadata, blocks: blocks))
        annotate(&analysis)
        return analysis.times
    }
}

extension CivilDate {
    /// The day of "2024-06-18" or "2024-06-18T10:00:00".
    init?(iso: String) {
        let parts = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let date = CivilDate(parts[0], parts[1], parts[2]) else { return nil }
        self = date
    }
}

/// A TIMEX3 expression to compare.
struct Timex: Hashable {
    var span: TextSpan
    var type: String
    var value: String
}

/// Counts of TIMEX3 expressions found and there.
struct TimexScore {
    private var spans = SpanScore()
    private var overlapping = SpanScore()
    private var values = SpanScore()
    private var types = (right: 0, all: 0)

    /// Counts the expressions of a document.
    mutating func add(found: [Timex], gold: [Timex]) {
        spans.add(found: found.map(\.span), there: gold.map(\.span))
        var left = gold
        var (overlaps, sameValue) = (0, 0)
        for timex in found {
            guard
                let index = left.firstIndex(where: { $0.span == timex.span })
                    ?? left.firstIndex(where: { $0.span.overlaps(timex.span) })
            else { continue }
            let match = left.remove(at: index)
            overlaps += 1
            types.all += 1
            if match.type == timex.type { types.right += 1 }
            if match.value == timex.value { sameValue += 1 }
        }
        for (score, right) in [(\TimexScore.overlapping, overlaps), (\TimexScore.values, sameValue)] {
            self[keyPath: score].right += right
            self[keyPath: score].found += found.count
            self[keyPath: score].there += gold.count
        }
    }

    /// The measurements under the name of their data.
    func measurements(_ data: String) -> [Measurement] {
        [
            spans.measurement(data, "span F1"),
            Measurement(data: data, measure: "span precision", value: spans.precision, count: spans.found),
            Measurement(data: data, measure: "span recall", value: spans.recall, count: spans.there),
            overlapping.measurement(data, "overlapping span F1"),
            Measurement(
                data: data, measure: "type accuracy",
                value: types.all == 0 ? 0 : Double(types.right) / Double(types.all), count: types.all),
            values.measurement(data, "value F1"),
        ]
    }
}
