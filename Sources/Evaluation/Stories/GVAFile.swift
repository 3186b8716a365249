import Foundation
import NewsModel
import TextCore

/// The GVA stream: news reports of 2013 to 2017 on thousands of look-alike shootings.
struct GVAFile {
    /// A report.
    struct Report {
        /// The incident that it is about.
        var incident: String
        /// Where that was.
        var state: String
        /// Who took part in it, folded, names of two words and more.
        var people: Set<String>
        /// How many were killed and injured in it, as the archive has it in the end; nil where it does not say.
        var killed: Int?
        var injured: Int?
        /// Day of publication, ISO 8601.
        var day: String
        /// The report, its title a block.
        var document: Document
    }

    /// The reports in order of their days, those of one day by their names.
    let reports: [Report]

    private struct Line: Decodable {
        var incident: String
        var doc: String
        var dct: String
        var title: String?
        var text: String
    }
    private struct Incident: Decodable {
        struct Participant: Decodable {
            var name: String?
            private enum CodingKeys: String, CodingKey { case name = "Name" }
        }
        var id: String
        var state: String?
        var killed: Int?
        var injured: Int?
        var participants: [Participant]?

        var people: Set<String> {
            Set(
                (participants ?? []).compactMap { participant in
                    let words = FoldedText.fold(participant.name ?? "").split { !$0.isLetter }
                    return words.count > 1 ? words.joined(separator: " ") : nil
                })
        }
    }

    /// Reads the folder.
    init(folder: String) throws {
        let incidents = Dictionary(
            try Self.lines(folder + "/incidents.jsonl", of: Incident.self).map { ($0.id, $0) }
        ) { a, _ in a }
        reports = try Self.lines(folder + "/docs.jsonl", of: Line.self).sorted { ($0.dct, $0.doc) < ($1.dct, $1.doc) }
            .map { line in
                let incident = incidents[line.incident]
                return Report(
                    incident: line.incident, state: incident?.state ?? "", people: incident?.people ?? [],
                    killed: incident?.killed, injured: incident?.injured, day: line.dct, document: Self.document(line))
            }
    }

    private static func document(_ line: Line) -> Document {
        let title = (line.title ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
        let text = SourceText(title + "\n" + line.text)
        var blocks = LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }
            .map { Block(.paragraph, $0) }
        if !title.allSatisfy(\.isWhitespace), !blocks.isEmpty { blocks[0].kind = .title }
        var metadata = DocumentMetadata()
        let parts = line.dct.split(separator: "-").compactMap { Int($0) }
        if parts.count == 3, let day = CivilDate(parts[0], parts[1], parts[2]) {
            metadata.published = PublicationTime(date: day, precision: .day)
        }
        return Document(
            id: DocumentID(hashing: Array((line.incident + line.doc).utf8)), files: [line.doc], text: text,
            metadata: metadata, blocks: blocks)
    }

    private static func lines<Row: Decodable>(_ path: String, of: Row.Type) throws -> [Row] {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Row.self, from: $0) }
    }
}
