import FoundationEssentials
import TextCore

/// What a measurement got wrong, for whoever works on it: written to the file that `EVALUATION_LOG` names.
struct EvaluationLog {
    private let path = ProcessInfo.processInfo.environment["EVALUATION_LOG"]
    private var lines: [String] = []

    /// Whether anybody asked for it.
    var isWanted: Bool { path != nil }

    mutating func add(_ parts: String...) { lines.append(parts.joined(separator: " ")) }

    /// The words of `span` with a little text on both sides, on one line.
    func excerpt(_ text: SourceText, around span: TextSpan) -> String {
        var start = max(0, span.start - 80)
        var end = min(text.count, span.end + 60)
        while !text.isScalarBoundary(start) { start -= 1 }
        while !text.isScalarBoundary(end) { end += 1 }
        let parts = [text[TextSpan(start, span.start)], text[span], text[TextSpan(span.end, end)]]
        return "\(parts[0])⟦\(parts[1])⟧\(parts[2])".split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Adds the lines to the end of the file: one task may measure on several data sets.
    func write() {
        guard let path, !lines.isEmpty else { return }
        let before = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
        try? (before + Data((lines.joined(separator: "\n") + "\n").utf8)).write(to: URL(filePath: path))
    }
}

/// What the environment says of a measurement.
enum EvaluationSettings {
    /// The part of PolNeAR to measure on.
    static var polnearSplit: String { ProcessInfo.processInfo.environment["POLNEAR_SPLIT"] ?? "dev" }
    /// The part of the treebanks to measure on.
    static var treebankSplit: String { ProcessInfo.processInfo.environment["TREEBANK_SPLIT"] ?? "dev" }
    /// The part of ECB+ to measure on: "dev", or "train" for the topics that the pair model is fitted on.
    static var ecbSplit: String { ProcessInfo.processInfo.environment["ECB_SPLIT"] ?? "dev" }
    /// Folder that readings of treebanks are written to, in CoNLL-U, for the shared task's own program to score.
    static var conlluFolder: String? { ProcessInfo.processInfo.environment["EVALUATION_CONLLU"] }
}
