import Foundation
import NewsModel
import TextCore

/// Two statements of different reports of a story, and what readers say of them.
struct ClaimPair {
    /// A statement: its report, and the letters and digits (ASCII) of the report before it and in it.
    struct Side: Hashable {
        var document: String
        var start: Int
        var count: Int
    }

    var number: Int
    /// `nw`, `gva` or `ecb`.
    var corpus: String
    var story: String
    var a: Side
    var b: Side
    /// Whether both are one line of a list of claims; nil where one is only a part of the other, where one is no statement,
    /// or where the readings disagree.
    var isSame: Bool?

    /// The pairs, in the order of the file.
    static func all() throws -> [ClaimPair] {
        try EvaluationFolder.rows("claim-pairs.tsv").dropFirst().map { row in
            let numbers = [0, 4, 5, 7, 8].map { row.indices.contains($0) ? Int(row[$0]) : nil }
            guard row.count == 11, let number = numbers[0], let aStart = numbers[1], let aCount = numbers[2],
                let bStart = numbers[3], let bCount = numbers[4]
            else {
                throw EvaluationFailure.malformed(
                    path: EvaluationFolder.path + "/claim-pairs.tsv", reason: "not eleven columns")
            }
            let readings = row[9...].filter { $0 != "-" }.map(meaning)
            return ClaimPair(
                number: number, corpus: row[1], story: row[2], a: Side(document: row[3], start: aStart, count: aCount),
                b: Side(document: row[6], start: bStart, count: bCount),
                isSame: Set(readings).count == 1 ? readings[0] : nil)
        }
    }

    private static func meaning(_ letter: String) -> Bool? {
        switch letter {
        case "S", "C": true
        case "R", "U": false
        default: nil
        }
    }
}

/// The reports that labelled pairs of statements stand in.
struct ClaimCorpus {
    private var documents: [String: Document] = [:]

    /// Reads some of the corpora: `nw`, `gva`, `ecb`.
    init(folder: String, corpora: Set<String>) throws {
        if corpora.contains("nw") {
            for report in try WCLDocument.all(folder: folder + "/stories/newswcl50") {
                documents["nw " + report.name] = Self.document(report.name, SourceText(report.text))
            }
        }
        if corpora.contains("gva") {
            for report in try GVAFile(folder: folder + "/stories/gva").reports {
                documents["gva " + (report.document.files.first ?? "")] = report.document
            }
        }
        if corpora.contains("ecb") {
            for pair in try ClaimPair.all() where pair.corpus == "ecb" {
                for name in [pair.a.document, pair.b.document] where documents["ecb " + name] == nil {
                    let path = folder + "/events/ecbplus/" + name.prefix { $0 != "_" } + "/" + name + ".xml"
                    let source = try CATDocument(
                        file: path, joiner: TokenJoiner(joinsHyphens: name.hasSuffix("plus")))
                    // The address of the page stands before some.
                    let lines = LineIndex(source.text).lines.map { source.text[$0] }
                    let text = lines.drop { $0.hasPrefix("http") }.joined(separator: "\n")
                    documents["ecb " + name] = Self.document(name, SourceText(text))
                }
            }
        }
    }

    subscript(corpus: String, name: String) -> Document? { documents[corpus + " " + name] }

    /// A document whose lines are paragraphs.
    static func document(_ name: String, _ text: SourceText) -> Document {
        let lines = LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }
        return Document(
            id: DocumentID(hashing: Array(name.utf8)), files: [name], text: text,
            blocks: lines.map { Block(.paragraph, $0) })
    }

    /// How many letters and digits (ASCII) stand before each byte of a text, and in the whole.
    static func letters(_ text: SourceText) -> [Int32] {
        var count: Int32 = 0
        var before: [Int32] = []
        before.reserveCapacity(text.count + 1)
        for byte in text.bytes {
            before.append(count)
            if byte < 0x80, ASCII.isWord(byte) { count += 1 }
        }
        before.append(count)
        return before
    }
}
