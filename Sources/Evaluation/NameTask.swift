import Foundation
import Headwater
public import Lexicons
import NewsModel
import Recognition
import TextCore

/// Names: UNER English EWT dev, GUM news dev, WNUT17 dev.
///
/// Exact spans of characters with their type, from raw text through Headwater's own tokens. Persons are compared without
/// their titles; PER, ORG and LOC as UNER defines them, where countries, cities, areas and buildings are LOC.
public struct NameTask: EvaluationTask {
    public static let name = "names"
    public static let summary = "persons, organisations and places on UNER EWT dev, GUM news dev and WNUT17 dev"

    private let folder: String
    private let annotators: [any Annotator]

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/syntax"
        annotators = try Analyzer.readers(resources: resources) + [NameRecognizer(resources: resources)]
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        try uner() + gum() + wnut()
    }

    /// A name with its type.
    private struct Name: Hashable {
        var span: TextSpan
        var type: String
    }

    private func found(_ document: Document) -> [Name] {
        var analysis = Analysis(document: document)
        for annotator in annotators { annotator.annotate(&analysis) }
        return analysis.mentions.compactMap { mention in
            switch mention.kind {
            case .person: Name(span: mention.name, type: "PER")
            case .organisation: Name(span: mention.name, type: "ORG")
            case .place, .geopoliticalEntity, .facility: Name(span: mention.name, type: "LOC")
            default: nil
            }
        }
    }

    private func measure(_ data: String, _ pairs: [(document: Document, gold: [Name])], types: [String])
        -> [Measurement]
    {
        var scores = [String: SpanScore]()
        for (document, gold) in pairs {
            let found = found(document)
            if ProcessInfo.processInfo.environment["HEADWATER_SHOW"] != nil { show(document, found, gold) }
            for type in types {
                scores[type, default: SpanScore()].add(
                    found: found.filter { $0.type == type }, there: gold.filter { $0.type == type })
            }
            scores["all", default: SpanScore()].add(
                found: found.filter { types.contains($0.type) }, there: gold.filter { types.contains($0.type) })
        }
        return (["all"] + types).flatMap { type -> [Measurement] in
            guard let score = scores[type] else { return [] }
            var measurements = [score.measurement(data, type == "all" ? "name F1" : "\(type) F1")]
            if type == "all" {
                measurements.append(
                    Measurement(data: data, measure: "name precision", value: score.precision, count: score.found))
            }
            return measurements
        }
    }

    private func show(_ document: Document, _ found: [Name], _ gold: [Name]) {
        let text = document.text
        for name in Set(found).symmetricDifference(gold).sorted(by: { $0.span < $1.span }) {
            var start = max(0, name.span.start - 40)
            while !text.isScalarBoundary(start) { start -= 1 }
            var end = min(text.count, name.span.end + 40)
            while !text.isScalarBoundary(end) { end += 1 }
            let around =
                text[TextSpan(start, name.span.start)] + "⟦" + text[name.span] + "⟧"
                + text[TextSpan(name.span.end, end)]
            print(gold.contains(name) ? "MISSED" : "WRONG ", name.type, around.replacing("\n", with: " "))
        }
    }

    // MARK: Data

    private func uner() throws -> [Measurement] {
        let texts = try ConlluFile(path: folder + "/ewt/en_ewt-ud-dev.conllu").texts
        let path = folder + "/uner-ewt/en_ewt-ud-dev.iob2"
        let tagged = try iob(path: path, label: 2)
        let pairs = try texts.map { text in
            guard let words = tagged[text.name] else {
                throw EvaluationFailure.malformed(path: path, reason: "no document \(text.name)")
            }
            return (
                text.document, names(spans(of: words.joined().map(\.word), in: text.text), words.joined().map(\.tag))
            )
        }
        return measure("UNER EWT dev", pairs, types: ["PER", "ORG", "LOC"])
    }

    /// Where the words of a text stand, white space between them or not. A word whose letters do not follow has no span.
    private func spans(of words: [String], in text: String) -> [TextSpan] {
        let bytes = Array(text.utf8)
        var index = 0
        return words.map { word in
            let letters = Array(word.utf8)
            var start = index
            while start < bytes.count, start - index < 8, !bytes[start...].starts(with: letters) { start += 1 }
            guard bytes[start...].starts(with: letters) else { return TextSpan(index, index) }
            index = start + letters.count
            return TextSpan(start, index)
        }
    }

    private func names(_ words: [TextSpan], _ tags: [String]) -> [Name] {
        var names: [Name] = []
        for (span, tag) in zip(words, tags) {
            if tag.hasPrefix("B-") {
                names.append(Name(span: span, type: String(tag.dropFirst(2))))
            } else if tag.hasPrefix("I-"), let last = names.indices.last {
                names[last].span = names[last].span.union(span)
            }
        }
        return names
    }

    /// Sentences of words with tags, parted by empty lines, by document ("" where the file names none).
    private func iob(path: String, label: Int) throws -> [String: [[(word: String, tag: String)]]] {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var documents: [String: [[(word: String, tag: String)]]] = [:]
        var document = ""
        var sentence: [(word: String, tag: String)] = []
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            let fields = line.split(separator: "\t")
            if line.hasPrefix("# newdoc id = ") { document = String(line.dropFirst("# newdoc id = ".count)) }
            if fields.count > label, !line.hasPrefix("#") {
                sentence.append((String(fields[max(0, label - 1)]), String(fields[label])))
            } else if fields.isEmpty, !sentence.isEmpty {
                documents[document, default: []].append(sentence)
                sentence = []
            }
        }
        if !sentence.isEmpty { documents[document, default: []].append(sentence) }
        return documents
    }

    private func wnut() throws -> [Measurement] {
        let types = ["person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC"]
        let pairs = try (iob(path: folder + "/wnut17/emerging.dev.conll", label: 1)[""] ?? []).enumerated().map {
            number, words in
            var text = ""
            var spans: [TextSpan] = []
            for word in words {
                if !text.isEmpty { text += " " }
                spans.append(TextSpan(text.utf8.count, text.utf8.count + word.word.utf8.count))
                text += word.word
            }
            let gold = names(spans, words.map(\.tag)).compactMap { name in
                types[name.type].map { Name(span: name.span, type: $0) }
            }
            let document = Document(
                id: DocumentID(hashing: Array(text.utf8)), files: ["\(number)"], text: SourceText(text),
                blocks: [Block(.paragraph, TextSpan(0, text.utf8.count))])
            return (document, gold)
        }
        return measure("WNUT17 dev", pairs, types: ["PER", "ORG", "LOC"])
    }

    private func gum() throws -> [Measurement] {
        let file = try GumEntities(path: folder + "/gum-wikinews/en_gum-dev.conllu")
        let types = ["person": "PER", "organization": "ORG", "place": "LOC"]
        let pairs = file.texts.map { text in
            let gold = text.entities.compactMap { entity in
                entity.isName ? types[entity.type].map { Name(span: entity.span, type: $0) } : nil
            }
            return (text.document, gold)
        }
        return measure("GUM news dev", pairs, types: ["PER", "ORG", "LOC"])
    }
}
