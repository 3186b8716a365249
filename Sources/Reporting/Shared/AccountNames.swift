import NewsModel
import TextCore

/// What the reports and origins of an account are called wherever it is shown: reports by number and label, origins by
/// letter and name. The same in the terminal, in Markdown and on the page.
struct AccountNames {
    private let account: Account
    private let indexOf: [DocumentID: Int]
    private let actorNames: [String: String]
    /// The label of each report, in document order.
    let labels: [String]

    init(_ account: Account) {
        self.account = account
        let documents = account.analyses.map(\.document)
        indexOf = Dictionary(documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        actorNames = Dictionary(
            account.world.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        labels = documents.enumerated().map { index, document in Self.label(document, number: index + 1) }
    }

    /// Index of a report in document order.
    func index(_ document: DocumentID) -> Int {
        guard let index = indexOf[document] else { preconditionFailure("an account cites only its own documents") }
        return index
    }

    /// The label of a report.
    func label(_ document: DocumentID) -> String { labels[index(document)] }

    /// The name of an actor; its id where the account does not know it.
    func actor(_ id: String) -> String { actorNames[id] ?? id }

    /// A report in a few words, for lines that name several: "3 Kremlin confirms…".
    func short(_ document: DocumentID) -> String {
        let number = index(document)
        return "\(number + 1) " + TerminalText.cut(TerminalText.clean(labels[number]), to: 28)
    }

    /// The exact words of a citation in quotation marks, unless they bring their own.
    func quoted(_ citation: Citation) -> String {
        let words = exact(citation)
        guard let first = words.unicodeScalars.first, "“\"«„‘‹".unicodeScalars.contains(first) else {
            return "“\(words)”"
        }
        return words
    }

    /// The exact words of a citation.
    func exact(_ citation: Citation) -> String { account.analyses[index(citation.document)].text[citation.span] }

    /// The name of an origin, for a reader: that of its report where it is one of them.
    func name(_ origin: Origin) -> String {
        if origin.kind == .observed, let document = origin.documents.first { return label(document) }
        if let name = origin.name, !name.isEmpty { return name }
        return "an unseen common source"
    }

    /// The outlet, or what else tells a report from others: publisher, headline, file name, number.
    private static func label(_ document: Document, number: Int) -> String {
        let metadata = document.metadata
        for name in [metadata.outlet, metadata.publisher, metadata.title] { if let name, !name.isEmpty { return name } }
        guard let file = document.fileName, !file.isEmpty, file != "-" else { return "report \(number)" }
        return file
    }
}
