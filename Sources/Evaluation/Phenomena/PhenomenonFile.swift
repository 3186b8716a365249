import Foundation
import Lexicons
import NewsModel
import TextCore

/// A list of real examples of phenomena: `Evaluation/phenomena-*.tsv`. A line: phenomenon, file under the data folder, start and
/// end in Unicode scalars, and what a reader takes from it.
struct PhenomenonFile {
    /// An example.
    struct Example {
        /// What it is an example of: `hedge-about`.
        var phenomenon: String
        /// Where it stands in the file's text.
        var span: TextSpan
        /// What a reader takes from it, by the names of the columns.
        var wanted: [String: String]
    }

    /// The examples of a text.
    struct Part {
        var document: Document
        var examples: [Example]
    }

    /// By file, in the order of their names.
    let parts: [Part]

    /// Reads a list and the texts that it names.
    init(_ name: String, data folder: String) throws {
        let rows = try EvaluationFolder.rows(name)
        guard let header = rows.first, Array(header.prefix(4)) == ["phenomenon", "file", "start", "end"] else {
            throw EvaluationFailure.malformed(path: EvaluationFolder.path + "/" + name, reason: "no header")
        }
        var parts: [String: Part] = [:]
        for row in rows.dropFirst() {
            guard row.count == header.count, let start = Int(row[2]), let end = Int(row[3]), start < end else {
                throw EvaluationFailure.malformed(path: EvaluationFolder.path + "/" + name, reason: "\(row)")
            }
            var part = try parts[row[1]] ?? Part(document: Self.document(folder, row[1]), examples: [])
            let text = part.document.text
            let span = TextSpan(text.byteOffset(ofScalar: start), text.byteOffset(ofScalar: end))
            let wanted = Dictionary(zip(header.dropFirst(4), row.dropFirst(4))) { a, _ in a }
            part.examples.append(Example(phenomenon: row[0], span: span, wanted: wanted))
            parts[row[1]] = part
        }
        self.parts = parts.sorted { $0.key < $1.key }.map(\.value)
    }

    /// An article of PolNeAR, a line a block; its file's name says where and when it was published.
    private static func document(_ folder: String, _ file: String) throws -> Document {
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + file) else {
            throw EvaluationFailure.missing(path: folder + "/" + file)
        }
        let name = String(file.split(separator: "/").last ?? "")
        let text = SourceText(repairing: [UInt8](bytes))
        var document = PolnearCorpus.Article(name: name, text: text, attributions: []).document
        document.metadata.outlet = name.split(separator: "_").first.flatMap { outlets[String($0)] }
        let date = name.split(separator: "_").dropFirst().first?.split(separator: "-").compactMap { Int($0) } ?? []
        if date.count == 3, let day = CivilDate(date[0], date[1], date[2]) {
            document.metadata.published = PublicationTime(date: day, precision: .day)
        }
        return document
    }

    /// The outlets as the names of PolNeAR's files have them.
    private static let outlets = [
        "breitbart": "Breitbart", "huff-post": "The Huffington Post", "nyt": "The New York Times",
        "politico": "Politico",
        "usa-today": "USA Today", "wash-post": "The Washington Post", "west-journal": "Western Journalism",
    ]
}
