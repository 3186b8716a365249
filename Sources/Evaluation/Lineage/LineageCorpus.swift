import Foundation
import Headwater
import Lexicons
import NewsModel
import TextCore

/// Texts of a corpus as analysed documents: every line a paragraph.
struct LineageCorpus {
    private let annotators: [any Annotator]

    /// Loads the resources of the annotators whose layers lineage looks at, with the reader's model or without.
    init(resources: ResourceDirectory, withMeaning: Bool = false) throws {
        annotators = try Analyzer.lineageAnnotators(resources: resources, withMeaning: withMeaning)
    }

    /// The analysis of a text under a name.
    func analysis(_ name: String, _ text: String, _ metadata: DocumentMetadata = DocumentMetadata()) -> Analysis {
        let source = SourceText(text)
        let blocks = LineIndex(source).lines.map { source.trimmed($0) }.filter { !$0.isEmpty }
            .map { Block(.paragraph, $0) }
        let id = DocumentID(hashing: Array((name + "\n" + text).utf8))
        return analysis(
            of: Document(id: id, files: [name], text: source, metadata: metadata, blocks: blocks))
    }

    /// The analysis of a document.
    func analysis(of document: Document) -> Analysis {
        var analysis = Analysis(document: document)
        for annotator in annotators { annotator.annotate(&analysis) }
        return analysis
    }

    /// The text of a file, in UTF-8 or, failing that, Windows-1252.
    static func text(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        return String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252) ?? ""
    }

    /// The names of the files of a folder, sorted.
    static func files(_ path: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw EvaluationFailure.missing(path: path)
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
