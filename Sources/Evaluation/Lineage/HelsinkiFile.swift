import Foundation
import Intake
import Lexicons
import NewsModel
import TextCore

/// The Helsinki articles: 381 reports by 50 publishers on one summit within 28 hours, with agency copy among them.
///
/// 400 pairs of them are labelled by reading (``HelsinkiLabels``). Of the others, what agencies' marks and long runs of
/// the same words say is taken for a label where it is plain; the rest is left out.
struct HelsinkiFile {
    /// An article.
    struct Article {
        /// Its name in the file.
        var id: String
        var analysis: Analysis
        /// Agencies named where a report says whose it is: at its beginning or end.
        var agencies: Set<String>
        /// Hashes of its runs of twelve and of eight words outside quotation marks.
        var long: Set<UInt64>, short: Set<UInt64>
    }

    /// The articles, in the order of the file.
    let articles: [Article]

    /// Reads `path`.
    init(path: String, corpus: LineageCorpus, resources: ResourceDirectory) throws {
        let reader = try DocumentReader(resources: resources)
        articles = CommaSeparated.rows(try LineageCorpus.text(path)).enumerated().compactMap { number, row in
            guard row.count >= 4 else { return nil }
            let lines = row[3].components(separatedBy: " ### ")
            let text = lines.joined(separator: "\n\n")
            let item = RawItem(name: "\(number)", format: .plainText, bytes: Array(text.utf8))
            guard let read = reader.read(item).document else { return nil }
            // Two outlets print the same bytes: the name tells them apart.
            var document = Document(
                id: DocumentID(hashing: Array("\(row[0])\n".utf8) + item.bytes), files: [row[0]], text: read.text,
                metadata: read.metadata, blocks: read.blocks)
            document.metadata.outlet = row[1]
            document.metadata.published = Self.time(row[2])
            let prose = lines.filter { $0.count >= 60 && $0.contains(" ") }
            return Article(
                id: row[0], analysis: corpus.analysis(of: document), agencies: Self.agencies(text),
                long: Self.runs(of: 12, prose), short: Self.runs(of: 8, prose))
        }
    }

    /// Whether two articles share an origin; nil where it is not plain.
    func label(_ a: Int, _ b: Int) -> Bool? {
        let (x, y) = (articles[a], articles[b])
        let haveAgencyInCommon = !x.agencies.isDisjoint(with: y.agencies)
        if haveAgencyInCommon, x.long.intersection(y.long).count >= 8 { return true }
        if !haveAgencyInCommon, x.short.isDisjoint(with: y.short) { return false }
        return nil
    }

    private static let marks = [
        ("AP", ["(AP)", "Associated Press", "By AP", "AP Photo"]), ("Reuters", ["(Reuters)", "By Reuters", "REUTERS"]),
        ("AFP", ["(AFP)", "Agence France-Presse", "By AFP"]), ("CNN", ["(CNN)", "CNN Wire", "CNN.com"]),
        ("Bloomberg", ["(Bloomberg)", "Bloomberg News"]), ("WaPo", ["The Washington Post"]),
    ]

    private static func agencies(_ text: String) -> Set<String> {
        let ends = text.prefix(1200) + text.suffix(400)
        return Set(marks.filter { $0.1.contains { ends.contains($0) } }.map(\.0))
    }

    private static func runs(of length: Int, _ lines: [String]) -> Set<UInt64> {
        var runs: Set<UInt64> = []
        for line in lines {
            var isQuoted = false
            var words: [UInt64] = []
            for word in line.split(separator: " ") {
                if word.contains(where: { "“\"".contains($0) }) { isQuoted = true }
                let letters = FoldedText.fold(String(word)).filter { $0.isLetter || $0.isNumber }
                if isQuoted { words = [] } else if !letters.isEmpty { words.append(StableHash.hash(letters.utf8)) }
                if word.contains("”") || (word.count > 1 && word.dropFirst().contains("\"")) { isQuoted = false }
                if words.count >= length { runs.insert(words.suffix(length).reduce(0, StableHash.combine)) }
            }
        }
        return runs
    }

    private static func time(_ text: String) -> PublicationTime? {
        let parts = text.split { "-T:".contains($0) }.prefix(6).compactMap { Int($0) }
        guard parts.count >= 5, let day = CivilDate(parts[0], parts[1], parts[2]) else { return nil }
        return PublicationTime(
            date: day, secondOfDay: parts[3] * 3600 + parts[4] * 60, zoneMinutes: -240, precision: .minute)
    }
}

/// Rows of comma-separated values (RFC 4180).
enum CommaSeparated {
    /// The rows of `text`.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuote = false
        func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        for byte in text.utf8 {
            if isQuoted, byte == UInt8(ascii: "\"") {
                isQuoted = false
                wasQuote = true
                continue
            }
            if !isQuoted, byte == UInt8(ascii: "\"") {
                if wasQuote { field.append(byte) }
                isQuoted = true
            } else if !isQuoted, byte == UInt8(ascii: ",") {
                row.append(string(field))
                field = []
            } else if !isQuoted, byte == UInt8(ascii: "\n") {
                rows.append(row + [string(field)])
                (row, field) = ([], [])
            } else if isQuoted || byte != UInt8(ascii: "\r") {
                field.append(byte)
            }
            wasQuote = false
        }
        if !field.isEmpty || !row.isEmpty { rows.append(row + [string(field)]) }
        return rows
    }
}
