public import NewsModel
import TextCore

/// Joins documents that are one report, given in several ways: a saved page and the feed that announces it, a page in an
/// archive and the same page saved, a plain text that was copied from it.
///
/// One report: the same address and no other text, or a plain text without an address of its own that says the same under
/// the same title. The same text at another outlet is another document: whose it is, is what lineage tells.
public enum DocumentJoiner {
    /// Share of the shorter one's stretches of four words that the longer must have.
    private static let same = 0.85

    /// The reports of `documents`, each once, in the order of their first appearance, and what was joined.
    ///
    /// - Complexity: O(n) in the texts, but for documents under one title, which are compared with each other.
    public static func joined(_ documents: [Document]) -> (documents: [Document], diagnostics: [Diagnostic]) {
        var result: [Document] = []
        var byAddress: [String: [Int]] = [:]
        var byTitle: [String: [Int]] = [:]
        var diagnostics: [Diagnostic] = []
        for document in documents {
            let address = document.metadata.url.flatMap(WebAddress.key)
            let titles = titles(document)
            let candidates =
                (address.flatMap { byAddress[$0] } ?? []) + titles.flatMap { (byTitle[$0] ?? []).suffix(20) }
            if let index = candidates.first(where: { isOne(result[$0], document) }) {
                diagnostics.append(
                    Diagnostic(
                        "intake.sameDocument", .note,
                        "\(document.files[0]) is the same report as \(result[index].files[0]); it is counted once",
                        file: document.files[0], document: result[index].id))
                result[index] = joined(result[index], document)
                if let address { byAddress[address, default: []].append(index) }
                for title in titles where byTitle[title]?.contains(index) != true {
                    byTitle[title, default: []].append(index)
                }
                continue
            }
            if let address { byAddress[address, default: []].append(result.count) }
            for title in titles { byTitle[title, default: []].append(result.count) }
            result.append(document)
        }
        return (result, diagnostics)
    }

    /// What a document is called, folded: by itself and in its text. A page may hand on another headline than it shows.
    private static func titles(_ document: Document) -> [String] {
        var titles = document.blocks.prefix(12).filter { $0.kind == .title }.map { document.text[$0.span] }
        if let title = document.metadata.title { titles.append(title) }
        return Set(titles.map(FoldedText.fold)).filter { !$0.isEmpty }.sorted()
    }

    private static func isOne(_ a: Document, _ b: Document) -> Bool {
        let (one, other) = (a.metadata.url.flatMap(WebAddress.key), b.metadata.url.flatMap(WebAddress.key))
        if let one, let other {
            guard one == other else { return false }
            // The front page of an outlet is no report's address.
            return one.contains("/") && (isPart(a, of: b) || isPart(b, of: a) || a.metadata.title == b.metadata.title)
        }
        // One has no address: a text that was copied. Two such texts are told apart by their files.
        guard (one == nil) != (other == nil) else { return false }
        let copy = one == nil ? a : b
        let page = one == nil ? b : a
        if let outlet = copy.metadata.outlet, let known = page.metadata.outlet, !isOneName(outlet, known) {
            return false
        }
        // An agency's own page names it as the outlet.
        if let publisher = copy.metadata.publisher.map(FoldedText.fold),
            ![page.metadata.publisher, page.metadata.outlet].contains(where: { $0.map(FoldedText.fold) == publisher })
        {
            return false
        }
        return isPart(copy, of: page) && isPart(page, of: copy)
    }

    /// Whether two names are one outlet's: "Harbour Gazette", "Harbour Gazette News".
    private static func isOneName(_ a: String, _ b: String) -> Bool {
        let (one, other) = (TitleMarks.letters(a), TitleMarks.letters(b))
        let least = min(one.utf8.count, other.utf8.count)
        return one == other || (least >= 6 && (one.hasPrefix(other) || other.hasPrefix(one)))
    }

    /// Whether nearly all that `a` says in its paragraphs stands in `b`.
    private static func isPart(_ a: Document, of b: Document) -> Bool {
        let words = prose(a)
        guard words.utf8.count >= 40 else { return true }
        return BodyCheck(prose(b)).share(of: Array(words.utf8)[...]).share >= same
    }

    private static func prose(_ document: Document) -> String {
        document.blocks.filter { $0.kind.isProse && $0.kind != .caption }.map { document.text[$0.span] }.joined(
            separator: "\n")
    }

    /// The fuller of two, under the names of both and with what either says of itself.
    private static func joined(_ a: Document, _ b: Document) -> Document {
        let isFirst = length(a) >= length(b)
        var fuller = isFirst ? a : b
        let other = isFirst ? b : a
        fuller.metadata = fuller.metadata.filled(from: other.metadata)
        fuller.files = (a.files + b.files).sorted()
        return fuller
    }

    private static func length(_ document: Document) -> Int {
        document.blocks.reduce(0) { $0 + ($1.kind.isProse ? $1.span.count : 0) }
    }
}
