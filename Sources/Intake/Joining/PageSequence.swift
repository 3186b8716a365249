import NewsModel
import TextCore

/// Joins the pages that one report was set on into one document: page 1, "page 2 of 3", …
enum PageSequence {
    /// The documents of `documents`, pages of one report as one, in the order of their first appearance.
    ///
    /// Pages are one report where their addresses number them and their titles agree; a page that is missing ends the report.
    /// Code: `intake.pages` (a note).
    ///
    /// - Complexity: O(n) in the documents and in the texts that are joined.
    static func joined(_ documents: [Document], _ diagnostics: inout [Diagnostic]) -> [Document] {
        var pages: [String: [Int: Int]] = [:]  // by report and number, index of the document
        for (index, document) in documents.enumerated() {
            guard let page = document.metadata.page, pages[page.report]?[page.number] == nil else { continue }
            pages[page.report, default: [:]][page.number] = index
        }
        if pages.isEmpty { return documents }
        for (index, document) in documents.enumerated() where document.metadata.page == nil {
            guard let key = document.metadata.url.flatMap(WebAddress.key), pages[key] != nil, pages[key]![1] == nil
            else { continue }
            pages[key]![1] = index
        }
        var parts: [Int: [Int]] = [:]
        var taken: Set<Int> = []
        for numbered in pages.values {
            guard let first = numbered[1] else { continue }
            var indices = [first]
            while let next = numbered[indices.count + 1], isOne(documents[first], documents[next]) {
                indices.append(next)
            }
            guard indices.count > 1 else { continue }
            parts[indices.min()!] = indices
            taken.formUnion(indices)
        }
        var result: [Document] = []
        for (index, document) in documents.enumerated() {
            if let indices = parts[index] {
                let report = joined(indices.map { documents[$0] })
                let names = report.files.dropFirst().joined(separator: ", ")
                diagnostics.append(
                    Diagnostic(
                        "intake.pages", .note,
                        "\(report.files[0]) goes on in \(names): pages of one report, read as one document",
                        file: report.files[0],
                        document: report.id))
                result.append(report)
            } else if !taken.contains(index) {
                result.append(document)
            }
        }
        return result
    }

    /// Whether a further page bears the title of the first, with its number or without, or none.
    private static func isOne(_ first: Document, _ next: Document) -> Bool {
        guard let title = next.metadata.title, let known = first.metadata.title else { return true }
        let (one, other) = (TitleMarks.letters(known), TitleMarks.letters(title))
        return one == other || (one.utf8.count >= 12 && (other.hasPrefix(one) || other.hasSuffix(one)))
    }

    /// One document of the pages in order: their texts with an empty line between, the name made of theirs, raw offsets
    /// counted through the bytes of all of them. What stood on an earlier page word for word (the title, the byline) is
    /// no text of the report again.
    private static func joined(_ pages: [Document]) -> Document {
        var bytes: [UInt8] = []
        var map = AlignmentMap.identity
        var blocks: [Block] = []
        var raw = 0
        var known: Set<String> = []
        for page in pages {
            if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
            let start = bytes.count
            map.append(page.rawMap, decoded: start, raw: raw)
            bytes += page.text.bytes
            raw += page.rawCount
            func shifted(_ span: TextSpan) -> TextSpan { TextSpan(span.start + start, span.end + start) }
            var seen: Set<String> = []
            for block in page.blocks {
                var moved = block
                moved.span = shifted(block.span)
                moved.published?.span = block.published?.span.map(shifted)
                let words = FoldedText.fold(page.text[block.span])
                if known.contains(words) || (start > 0 && block.kind == .title) { moved.kind = .boilerplate }
                seen.insert(words)
                blocks.append(moved)
            }
            known.formUnion(seen)
        }
        let names = pages.map(\.id.description).joined(separator: "\n")
        var report = Document(
            id: DocumentID(hashing: Array(names.utf8)), files: pages.flatMap(\.files),
            text: SourceText(repairing: bytes),
            rawMap: map, metadata: pages[0].metadata, blocks: blocks)
        report.rawCount = raw
        report.retrieved = pages[0].retrieved
        return report
    }
}
