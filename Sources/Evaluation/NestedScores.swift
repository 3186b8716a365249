import NewsModel
import TextCore

/// Whether what a speaker says on another's word is given to both, on contents of PolNeAR that were read for it.
struct NestedScores {
    /// A content: where it stands (Unicode scalars), and who else is the source there.
    private struct Label {
        var start: Int
        var end: Int
        var source: String?
    }

    private var labels: [String: [Label]] = [:]
    private var found = 0
    private var there = 0
    private var invented = 0
    private var silent = 0

    init() throws {
        for fields in try EvaluationFolder.rows("polnear-nested.tsv").dropFirst() {
            guard fields.count == 4, let start = Int(fields[1]), let end = Int(fields[2]) else {
                throw EvaluationFailure.malformed(
                    path: EvaluationFolder.path + "/polnear-nested.tsv", reason: "not four columns: \(fields)")
            }
            labels[fields[0], default: []].append(
                Label(start: start, end: end, source: fields[3] == "-" ? nil : fields[3]))
        }
    }

    mutating func add(_ analysis: Analysis, name: String, to log: inout EvaluationLog) {
        for label in labels[name] ?? [] {
            let span = TextSpan(
                analysis.text.byteOffset(ofScalar: label.start), analysis.text.byteOffset(ofScalar: label.end))
            let sources = analysis.attributions.filter { span.contains($0.cue) && isAnother($0, in: analysis) }
                .compactMap { names(of: $0, in: analysis) }
            guard let wanted = label.source else {
                silent += 1
                if !sources.isEmpty {
                    invented += 1
                    log.add("NESTED", name, "wanted none, found", sources.joined(separator: "; "))
                }
                continue
            }
            there += 1
            if sources.contains(where: { !Self.words($0).isDisjoint(with: Self.words(wanted)) }) {
                found += 1
            } else {
                log.add("NESTED", name, "wanted", wanted, "found", sources.joined(separator: "; "))
            }
        }
    }

    /// Whether somebody else than the speaker is the source of nested words.
    private func isAnother(_ attribution: Attribution, in analysis: Analysis) -> Bool {
        guard let parent = attribution.parent else { return false }
        return attribution.sourceChain == nil || attribution.sourceChain != analysis.attributions[parent].sourceChain
    }

    /// A source as written, with the name of its chain.
    private func names(of attribution: Attribution, in analysis: Analysis) -> String? {
        guard let source = attribution.source else { return nil }
        let chain = attribution.sourceChain.map { analysis.chains[$0].name } ?? ""
        return analysis.text[source].oneLine + " " + chain
    }

    private static func words(_ name: String) -> Set<String> {
        Set(FoldedText.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting([
            "the", "of", "a",
        ])
    }

    func measurements(_ data: String) -> [Measurement] {
        guard there + silent > 0 else { return [] }
        return [
            Measurement(
                data: data, measure: "nested source found", value: Double(found) / Double(max(1, there)), count: there),
            Measurement(
                data: data, measure: "nested source where there is none",
                value: Double(invented) / Double(max(1, silent)),
                count: silent),
        ]
    }
}
