import Foundation
import NewsModel
import TextCore

/// The PolNeAR corpus: political news with source, cue and content of every attribution, as brat standoff.
struct PolnearCorpus {
    /// One attribution; the roles may have several stretches.
    struct Attribution {
        var source: [TextSpan] = []
        var cue: [TextSpan] = []
        var content: [TextSpan] = []
    }

    /// An article with what one annotator found in it.
    struct Article {
        var name: String
        var text: SourceText
        var attributions: [Attribution]

        /// The article, each line a block.
        var document: Document {
            let blocks = LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }
            return Document(
                id: DocumentID(hashing: text.bytes), files: [name], text: text,
                blocks: blocks.map { Block(.paragraph, $0) })
        }
    }

    var articles: [Article] = []

    /// Reads a split ("train", "dev"); of an article with several annotators, the first in order of file names.
    init(folder: String, split: String) throws {
        let base = folder + "/attribution/polnear/data/" + split
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: base + "/attributions") else {
            throw EvaluationFailure.missing(path: base)
        }
        var known = Set<String>()
        for file in files.sorted() where file.hasSuffix(".ann") {
            guard let underscore = file.lastIndex(of: "_") else { continue }
            let name = String(file[..<underscore])
            guard known.insert(name).inserted,
                let text = FileManager.default.contents(atPath: base + "/text/" + name + ".txt"),
                let annotation = FileManager.default.contents(atPath: base + "/attributions/" + file)
            else { continue }
            let source = SourceText(repairing: [UInt8](text))
            articles.append(
                Article(
                    name: name, text: source,
                    attributions: Self.attributions(String(decoding: annotation, as: UTF8.self), source)))
        }
    }

    private static func attributions(_ annotation: String, _ text: SourceText) -> [Attribution] {
        var stretches: [Substring: [TextSpan]] = [:]
        var found: [Attribution] = []
        for line in annotation.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count >= 2 else { continue }
            if line.hasPrefix("T") {
                guard let space = fields[1].firstIndex(of: " ") else { continue }
                stretches[fields[0]] = fields[1][fields[1].index(after: space)...].split(separator: ";").compactMap {
                    let ends = $0.split(separator: " ").compactMap { Int($0) }
                    guard ends.count == 2, ends[0] < ends[1] else { return nil }
                    return TextSpan(text.byteOffset(ofScalar: ends[0]), text.byteOffset(ofScalar: ends[1]))
                }
            } else if line.hasPrefix("E") {
                var attribution = Attribution()
                for role in fields[1].split(separator: " ") {
                    let parts = role.split(separator: ":")
                    guard parts.count == 2, let spans = stretches[parts[1]] else { continue }
                    switch parts[0].prefix(while: \.isLetter) {
                    case "Source": attribution.source += spans
                    case "Cue": attribution.cue += spans
                    case "Content": attribution.content += spans
                    default: break
                    }
                }
                if !attribution.content.isEmpty { found.append(attribution) }
            }
        }
        return found
    }
}
