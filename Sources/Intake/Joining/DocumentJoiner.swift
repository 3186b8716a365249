public import NewsModel
import TextCore

/// Joins documents that are one report, given in several ways: a saved page and the feed that announces it, a page in an
/// archive and the same page saved, a plain text that was copied from it, the pages that it was set on.
///
/// One report: the same address and the same text, or one that was changed since (a version), or a plain text without an address of its own that says the same under
/// the same title. The same text at another outlet is another document: whose it is, is what lineage tells.
public enum DocumentJoiner {
    /// Share of the shorter one's stretches of four words that the longer must have.
    private static let same = 0.85
    /// Share that each of two texts of one address must have of the other to be one report that was changed.
    private static let kept = 0.4

    /// The reports of `documents`, each once, in the order of their first appearance, and what was joined. A report whose page
    /// was changed is its latest text, with the earlier ones as versions.
    ///
    /// Codes: `intake.sameDocument`, `intake.version`, `intake.pages` (notes).
    ///
    /// - Complexity: O(n) in the texts, but for documents under one title, which are compared with each other.
    public static func joined(_ documents: [Document]) -> (documents: [Document], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let documents = PageSequence.joined(documents, &diagnostics)
        // The texts of each report.
        var reports: [[Document]] = []
        var byAddress: [String: [Int]] = [:]
        var byTitle: [String: [Int]] = [:]
        for document in documents {
            let address = document.metadata.url.flatMap(WebAddress.key)
            let titles = titles(document)
            let candidates =
                (address.flatMap { byAddress[$0] } ?? []) + titles.flatMap { (byTitle[$0] ?? []).suffix(20) }
            let found = candidates.first { reports[$0].contains { isOne($0, document) } }
            let index = found ?? reports.count
            if let found {
                let isSame = { (text: Document) in isOne(text, document) && !areVersions(text, document) }
                if let text = reports[found].firstIndex(where: isSame) {
                    diagnostics.append(
                        Diagnostic(
                            "intake.sameDocument", .note,
                            "\(document.files[0]) is the same report as \(reports[found][text].files[0]); it is counted once",
                            file: document.files[0], document: reports[found][text].id))
                    reports[found][text] = joined(reports[found][text], document)
                } else {
                    reports[found].append(document)
                }
            } else {
                reports.append([document])
            }
            if let address { byAddress[address, default: []].append(index) }
            for title in titles where byTitle[title]?.contains(index) != true {
                byTitle[title, default: []].append(index)
            }
        }
        let result = reports.map { latest(VersionOrder.sorted($0), &diagnostics) }
        return (result, diagnostics)
    }

    /// The last of `texts`, the others as its versions.
    private static func latest(_ texts: [Document], _ diagnostics: inout [Diagnostic]) -> Document {
        var latest = texts[texts.count - 1]
        for text in texts.dropLast() {
            let changes = TextChanges(from: text, to: latest)
            latest.versions.append(
                DocumentVersion(
                    id: text.id, files: text.files, title: text.metadata.title, time: VersionOrder.time(text),
                    retrieved: text.retrieved, removed: changes.removed, added: changes.added))
            diagnostics.append(
                Diagnostic(
                    "intake.version", .note,
                    "\(text.files[0]) is an earlier text of the report in \(latest.files[0]), which has since lost "
                        + "\(changes.removed.count) and gained \(changes.added.count) paragraphs or headlines; it is kept as a "
                        + "version and counted once", file: text.files[0], document: latest.id))
        }
        return latest
    }

    /// Whether two documents are one page's text at two times.
    private static func areVersions(_ a: Document, _ b: Document) -> Bool {
        guard let one = a.metadata.url.flatMap(WebAddress.key), one == b.metadata.url.flatMap(WebAddress.key) else {
            return false
        }
        return VersionOrder.areVersions(a, b, TextChanges(from: a, to: b))
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
            guard one.contains("/") else { return false }
            if a.metadata.title == b.metadata.title { return true }
            let (first, second) = (share(of: a, in: b), share(of: b, in: a))
            // A page that was changed keeps much of its wording.
            return max(first, second) >= same || min(first, second) >= kept
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
    private static func isPart(_ a: Document, of b: Document) -> Bool { share(of: a, in: b) >= same }

    /// How much of what `a` says in its paragraphs stands in `b`; all of it where it hardly says anything.
    private static func share(of a: Document, in b: Document) -> Double {
        let words = prose(a)
        guard words.utf8.count >= 40 else { return 1 }
        return BodyCheck(prose(b)).share(of: Array(words.utf8)[...]).share
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
