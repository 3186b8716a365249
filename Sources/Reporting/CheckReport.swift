public import NewsModel
import TextCore

/// What is to be looked at in drafts, as text: a line for each finding in the form `file:line:column: grade: text [kind]` that
/// editors and terminals make a link of, and beneath it the sum or steps and the other places.
public struct CheckReport: Sendable {
    /// Whether to use ANSI colours.
    public var usesColor: Bool

    /// A report.
    public init(usesColor: Bool = false) { self.usesColor = usesColor }

    /// The findings of each story in order, and a line that counts them. Nothing that a document says can move the cursor or
    /// change a colour.
    public func render(_ checks: [(account: Account, findings: [Finding])]) -> String {
        let canvas = TerminalCanvas(width: 100, usesColor: usesColor)
        var lines: [String] = []
        for (account, findings) in checks {
            let places = DraftPlaces(account)
            for finding in findings {
                let first = finding.citations[0]
                let style: TerminalCanvas.Style = finding.grade == .disagreement ? .bad : .warning
                lines.append(
                    canvas.styled(places.place(first) + ":", .bold) + " "
                        + canvas.styled(finding.grade.rawValue + ":", style) + " "
                        + TerminalText.clean(finding.text) + canvas.styled(" [\(Self.name(finding.kind))]", .faint))
                lines.append("    " + TerminalText.clean(finding.explanation))
                lines += places.others(finding.citations).map { canvas.styled("    see " + $0, .faint) }
            }
        }
        return (lines + [Self.summary(checks)]).joined(separator: "\n") + "\n"
    }

    /// "2 drafts read: 1 disagreement, 7 questions (4 unnamed source, 3 no source)."
    static func summary(_ checks: [(account: Account, findings: [Finding])]) -> String {
        let drafts = checks.reduce(0) { $0 + $1.account.analyses.count }
        let found = checks.flatMap(\.findings)
        func kinds(_ grade: Finding.Grade) -> String {
            let told = Finding.Kind.allCases.compactMap { kind -> String? in
                let count = found.count { $0.kind == kind && $0.grade == grade }
                return count == 0 ? nil : "\(count) \(name(kind))"
            }
            return told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
        }
        let counts = [Finding.Grade.disagreement, .question].map { grade in
            Wording.count(found.count { $0.grade == grade }, grade.rawValue) + kinds(grade)
        }
        return Wording.count(drafts, "draft") + " read: " + counts.joined(separator: ", ") + "."
    }

    private static func name(_ kind: Finding.Kind) -> String {
        switch kind {
        case .unnamedSource: "unnamed source"
        case .noSource: "no source"
        case .noSpeaker: "no speaker"
        default: kind.rawValue
        }
    }
}

/// Where citations stand, for a person with an editor.
private struct DraftPlaces {
    private let names: AccountNames
    private let drafts: [DocumentID: (file: String, analysis: Analysis, lines: LineIndex)]

    init(_ account: Account) {
        let names = AccountNames(account)
        self.names = names
        drafts = Dictionary(
            account.analyses.map { analysis in
                let document = analysis.document
                let file = TerminalText.clean(document.files.first ?? names.label(document.id))
                return (document.id, (file, analysis, LineIndex(analysis.text)))
            }, uniquingKeysWith: { a, _ in a })
    }

    /// `reports/fire.txt:7:120`.
    func place(_ citation: Citation) -> String {
        let (line, column) = position(citation)
        return column.map { "\(line):\($0)" } ?? line
    }

    /// File and line, and the column; nil of a document that is none of the drafts.
    private func position(_ citation: Citation) -> (line: String, column: Int?) {
        guard let draft = drafts[citation.document] else { return (names.label(citation.document), nil) }
        let (line, column) = draft.lines.position(of: citation.span.start, in: draft.analysis.text)
        return ("\(draft.file):\(line)", column)
    }

    /// The places beside the first that lie in other lines, with their words, each once.
    func others(_ citations: [Citation]) -> [String] {
        var lines = [position(citations[0]).line]
        return citations.dropFirst().compactMap { citation in
            let line = position(citation).line
            guard !lines.contains(line) else { return nil }
            lines.append(line)
            return place(citation) + " " + TerminalText.clean(names.quoted(citation))
        }
    }
}
