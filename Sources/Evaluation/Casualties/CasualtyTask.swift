import Foundation
import Headwater
public import Lexicons
import NewsModel
import Reconciliation
import TextCore

/// Whether the numbers of killed and injured are read from a report as a reader takes them from it.
///
/// `Evaluation/gva-casualties.tsv` has 551 reports of the GVA stream with what each itself says, which is often not what the
/// incident came to in the end. Exact counts numbers that the report gives and that were read; what it does not give and the
/// program does is counted apart. In full the other reports are read too, but for those of incidents held back, and what was
/// read is set beside the archive's own numbers: not truth for the report, but a way to find where to look.
public struct CasualtyTask: EvaluationTask {
    public static let name = "casualties"
    public static let summary = "killed and injured as 551 reports of the GVA stream give them"

    private let reports: [(label: Label, document: Document)]
    private let archive: [GVAFile.Report]
    private let annotators: [any Annotator]
    private let reader: CasualtyReader

    /// What a reader takes from a report.
    private struct Label {
        var number: Int
        var killed: Answer
        var injured: Answer
        var isStated: Bool
        /// Whether it was chosen because the program read something else there than the archive has.
        var isHard: Bool { number > 1_000 }
        /// Whether it only measures: nobody looks at what is found there.
        var isHeldBack: Bool { !isHard && (number < 200 ? !number.isMultiple(of: 2) : number > 400) }
    }

    /// A number, that the text gives none, or that it cannot be said.
    private enum Answer: Equatable {
        case number(Int)
        case none
        case unclear

        init(_ field: String) { self = Int(field).map { .number($0) } ?? (field == "-" ? .none : .unclear) }
    }

    public init(data folder: String, resources: ResourceDirectory) throws {
        var labels: [String: Label] = [:]
        for fields in try EvaluationFolder.rows("gva-casualties.tsv").dropFirst() {
            guard fields.count == 5, let number = Int(fields[0]) else {
                throw EvaluationFailure.malformed(
                    path: EvaluationFolder.path + "/gva-casualties.tsv", reason: "not five columns: \(fields)")
            }
            labels[fields[1]] = Label(
                number: number, killed: Answer(fields[2]), injured: Answer(fields[3]), isStated: fields[4] == "stated")
        }
        let all = try GVAFile(folder: folder + "/stories/gva").reports
        let labelled = all.compactMap { report in
            report.document.files.first.flatMap { labels[$0] }.map { (label: $0, report: report) }
        }
        reports = labelled.map { ($0.label, $0.report.document) }.sorted { $0.label.number < $1.label.number }
        let heldBack = Set(labelled.filter(\.label.isHeldBack).map(\.report.incident))
        archive = all.filter { !heldBack.contains($0.incident) }
        annotators = try Analyzer.annotators(resources: resources)
        reader = try CasualtyReader(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        var log = EvaluationLog()
        var parts = [Score(), Score(), Score()]
        for (label, document) in reports where extent == .full || !label.isHard {
            let analysis = analysis(of: document)
            let found = reader.read(analysis)
            parts[label.isHard ? 2 : label.isHeldBack ? 1 : 0].add(label, found)
            if !label.isHeldBack { note(label, found, analysis, in: &log) }
        }
        let recorded = extent == .full ? recorded(&log) : []
        log.write()
        return parts[0].measurements("GVA casualties, developed on")
            + parts[1].measurements("GVA casualties, held back")
            + (extent == .full ? parts[2].measurements("GVA casualties, hard") : []) + recorded
    }

    private func analysis(of document: Document) -> Analysis {
        var analysis = Analysis(document: document)
        for annotator in annotators { annotator.annotate(&analysis) }
        return analysis
    }

    /// How often what was read is what the archive has; a number that was not read counts as nobody.
    private func recorded(_ log: inout EvaluationLog) -> [Measurement] {
        var (same, count) = (0, 0)
        for report in archive {
            guard let killed = report.killed, let injured = report.injured else { continue }
            let analysis = analysis(of: report.document)
            let found = reader.read(analysis)
            let isSame = [found.killed?.number ?? 0, found.injured?.number ?? 0] == [killed, injured]
            (same, count) = (same + (isSame ? 1 : 0), count + 1)
            if !isSame {
                log.add(
                    "\(report.document.files.first ?? "") archive \(killed) \(injured) found",
                    "\(found.killed.map { "\($0.number)" } ?? "-") \(found.injured.map { "\($0.number)" } ?? "-")",
                    report.document.metadata.title ?? "")
            }
        }
        return [
            Measurement(
                data: "GVA casualties, archive", measure: "reports as recorded in both",
                value: Double(same) / Double(max(1, count)), count: count)
        ]
    }

    private func note(_ label: Label, _ found: Casualties, _ analysis: Analysis, in log: inout EvaluationLog) {
        for (name, wanted, count) in [
            ("killed", label.killed, found.killed), ("injured", label.injured, found.injured),
        ] {
            let isRight =
                switch wanted {
                case .number(let number): count?.number == number
                case .none: count == nil
                case .unclear: true
                }
            guard !isRight else { continue }
            let cited = count.map { $0.citations.map { analysis.text[$0.span] }.joined(separator: " | ") } ?? ""
            log.add(
                "\(label.number) \(name) wanted \(wanted) found \(count.map { String($0.number) } ?? "-")",
                label.isStated ? "stated" : "counted", analysis.document.metadata.title ?? "",
                "[\(cited.oneLine)]")
        }
    }

    /// Counts of one half.
    private struct Score {
        private var right = 0
        private var given = 0
        private var rightStated = 0
        private var stated = 0
        private var wholeRight = 0
        private var wholes = 0
        private var invented = 0
        private var silent = 0

        mutating func add(_ label: Label, _ found: Casualties) {
            var isWhole = true
            var isGiven = false
            for (wanted, count) in [(label.killed, found.killed), (label.injured, found.injured)] {
                switch wanted {
                case .number(let number):
                    let isRight = count?.number == number
                    isGiven = true
                    given += 1
                    right += isRight ? 1 : 0
                    if label.isStated {
                        stated += 1
                        rightStated += isRight ? 1 : 0
                    }
                    isWhole = isWhole && isRight
                case .none:
                    silent += 1
                    invented += count == nil ? 0 : 1
                    isWhole = isWhole && count == nil
                case .unclear: break
                }
            }
            guard isGiven else { return }
            wholes += 1
            wholeRight += isWhole ? 1 : 0
        }

        func measurements(_ data: String) -> [Measurement] {
            func share(_ measure: String, _ part: Int, _ whole: Int) -> Measurement {
                Measurement(data: data, measure: measure, value: Double(part) / Double(max(1, whole)), count: whole)
            }
            return [
                share("numbers exact", right, given), share("numbers exact, stated", rightStated, stated),
                share("reports exact in both", wholeRight, wholes),
                share("number where none is given", invented, silent),
            ]
        }
    }
}
