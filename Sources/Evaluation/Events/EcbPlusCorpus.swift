import Foundation
import NewsModel
import TextCore

/// ECB+ (A. Cybulska and P. Vossen, 2014): reports of two look-alike events a topic, with the mentions of events in
/// selected sentences and which of them are one event across reports.
struct EcbPlusCorpus {
    /// The development part of topics 1 to 35, as everybody splits them; topics 36 to 45 are the test part.
    static let development: Set<String> = ["2", "5", "12", "18", "21", "23", "34", "35"]

    struct Mention: Hashable {
        /// Index of the document.
        var document: Int
        var span: TextSpan
        /// What event it is; a name of its own where it is coreferent with nothing.
        var event: String
    }

    /// The reports, a sentence a line.
    private(set) var documents: [Document] = []
    /// Topic and half of it ("1ecb", "1ecbplus") of each document.
    private(set) var subtopics: [String] = []
    private(set) var mentions: [Mention] = []

    /// Reads the reports of some topics.
    ///
    /// - Throws: ``EvaluationFailure`` where files are missing or no CAT documents.
    init(folder: String, topics: (String) -> Bool) throws(EvaluationFailure) {
        let selected = try Self.sentences(folder + "/ECBplus_coreference_sentences.csv")
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for topic in all.filter({ Int($0) != nil && topics($0) }).sorted(by: { (Int($0) ?? 0) < (Int($1) ?? 0) }) {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + topic)) ?? []
            for file in files.filter({ $0.hasSuffix(".xml") }).sorted() {
                // The part that ECB+ added has words parted at hyphens.
                let joiner = TokenJoiner(joinsHyphens: file.hasSuffix("plus.xml"))
                add(try CATDocument(file: folder + "/" + topic + "/" + file, joiner: joiner), topic, selected)
            }
        }
        guard !documents.isEmpty else { throw .missing(path: folder) }
    }

    private mutating func add(_ source: CATDocument, _ topic: String, _ selected: Set<String>) {
        var marks: [String: CATDocument.Markable] = [:]
        for mark in source.markables { marks[mark.id] = mark }
        var eventOf: [String: String] = [:]
        for relation in source.relations {
            guard let target = relation.targets.first else { continue }
            let instance = relation.kind == "CROSS_DOC_COREF" ? marks[target]?.attributes["instance_id"] : nil
            for mention in relation.sources { eventOf[mention] = instance ?? "\(source.name) \(target)" }
        }
        for mark in source.markables where mark.kind.hasPrefix("ACTION") || mark.kind.hasPrefix("NEG") {
            guard let first = mark.tokens.first, let span = source.span(of: mark),
                selected.contains("\(source.name) \(source.tokens[first].sentence)")
            else { continue }
            mentions.append(
                Mention(
                    document: documents.count, span: span, event: eventOf[mark.id] ?? "\(source.name) alone \(mark.id)")
            )
        }
        subtopics.append(topic + (source.name.hasSuffix("plus") ? "ecbplus" : "ecb"))
        let lines = LineIndex(source.text).lines.map { source.text.trimmed($0) }.filter { !$0.isEmpty }
        documents.append(
            Document(
                id: DocumentID(hashing: Array(source.name.utf8)), files: [source.name], text: source.text,
                blocks: lines.map { Block(Self.isAddress(source.text[$0]) ? .boilerplate : .paragraph, $0) }))
    }

    /// The page that a report was taken from stands before it.
    private static func isAddress(_ line: String) -> Bool {
        line.hasPrefix("http") && !line.contains(" ") || line.hasPrefix("http :")
    }

    /// The sentences that were annotated, as "1_10ecb 3".
    private static func sentences(_ path: String) throws(EvaluationFailure) -> Set<String> {
        guard let data = FileManager.default.contents(atPath: path) else { throw .missing(path: path) }
        var result: Set<String> = []
        for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",")
            if fields.count == 3 { result.insert("\(fields[0])_\(fields[1]) \(fields[2])") }
        }
        return result
    }
}
