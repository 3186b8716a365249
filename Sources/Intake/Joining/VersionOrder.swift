import NewsModel
import TextCore

/// Which of two texts of one page is the later, and whether they are two at all.
enum VersionOrder {
    /// Least time between two fetches for which a difference is one of the page, and not of two ways of giving it (AMP, print).
    private static let apart = 600

    /// Whether two documents of one address are its text at two times, and not one text given in two ways: a paragraph was
    /// rewritten, or the texts differ and the page gives two times of change, or it was fetched at two times.
    static func areVersions(_ a: Document, _ b: Document, _ changes: TextChanges) -> Bool {
        if changes.isEmpty { return false }
        if changes.isRewritten { return true }
        // A feed gives the beginning of a report under a time of its own.
        let (one, other) = (length(a), length(b))
        guard min(one, other) * 2 >= max(one, other) else { return false }
        if let first = a.retrieved.flatMap(instant), let second = b.retrieved.flatMap(instant) {
            return abs(first - second) >= apart
        }
        guard let first = time(a), let second = time(b), first.precision != .day, second.precision != .day else {
            return false
        }
        return instant(first) != instant(second)
    }

    /// Texts of one page, the earliest first: by when they were fetched where all say so, else by the times that the page gives,
    /// else by the names of their files. The order in which they are given changes nothing.
    static func sorted(_ texts: [Document]) -> [Document] {
        if texts.allSatisfy({ $0.retrieved != nil }) {
            return texts.sorted { key($0.retrieved, $0) < key($1.retrieved, $1) }
        }
        if texts.allSatisfy({ time($0) != nil }) {
            return texts.sorted {
                (time($0).map(instant) ?? 0, name($0), $0.id) < (time($1).map(instant) ?? 0, name($1), $1.id)
            }
        }
        return texts.sorted { (name($0), $0.id) < (name($1), $1.id) }
    }

    /// When a document was last changed, or else published, as it says.
    static func time(_ document: Document) -> PublicationTime? {
        document.metadata.updated ?? document.metadata.published
    }

    private static func key(_ retrieved: String?, _ document: Document) -> (String, FileName, DocumentID) {
        (retrieved ?? "", name(document), document.id)
    }

    private static func length(_ document: Document) -> Int {
        document.blocks.reduce(0) { $0 + ($1.kind.isProse ? $1.span.count : 0) }
    }

    private static func instant(_ text: String) -> Int? { ClockText.time(text, from: .header).map(instant) }

    /// Seconds since 1970, as far as they are known.
    private static func instant(_ time: PublicationTime) -> Int {
        time.date.dayNumber * 86_400 + (time.secondOfDay ?? 0) - (time.zoneMinutes ?? 0) * 60
    }

    /// A file's name and the number of a record in it: `crawl.warc#10` comes after `crawl.warc#9`.
    private struct FileName: Comparable {
        var path: String
        var number: Int

        static func < (a: FileName, b: FileName) -> Bool { (a.path, a.number) < (b.path, b.number) }
    }

    private static func name(_ document: Document) -> FileName {
        let name = document.files.last ?? ""
        guard let mark = name.lastIndex(of: "#"), let number = Int(name[name.index(after: mark)...]) else {
            return FileName(path: name, number: 0)
        }
        return FileName(path: String(name[..<mark]), number: number)
    }
}
