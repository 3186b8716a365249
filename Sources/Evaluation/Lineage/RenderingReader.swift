import Foundation
import FoundationXML
import TextCore

/// Reads the translations of a WMT test set: for each article, what every translator made of it.
final class RenderingReader: NSObject, XMLParserDelegate {
    /// An article in several renderings.
    struct Article {
        /// The article's name.
        var id: String
        /// The English text by translator, a line a paragraph.
        var renderings: [String: String] = [:]
        /// The same by segment, about a sentence each; translators have the same segments.
        var segments: [String: [String]] = [:]
    }

    private var articles: [Article] = []
    private var translator: String?
    private var text = ""
    private var segment = ""

    /// The articles of a file.
    static func articles(_ path: String) throws -> [Article] {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        let reader = RenderingReader()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        guard parser.parse() else { throw EvaluationFailure.malformed(path: path, reason: "not XML") }
        return reader.articles
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        segment = ""
        switch name {
        case "doc": articles.append(Article(id: attributes["id"] ?? ""))
        case "ref": translator = "ref-" + (attributes["translator"] ?? "")
        case "hyp": translator = "hyp-" + (attributes["system"] ?? "")
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        guard translator != nil else { return }
        text += characters
        segment += characters
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let translator else { return }
        switch name {
        case "seg":
            text += " "
            if let last = articles.indices.last {
                articles[last].segments[translator, default: []].append(segment.oneLine)
            }
        case "p": text += "\n"
        case "ref", "hyp":
            if let last = articles.indices.last {
                let lines = text.split(separator: "\n").map {
                    $0.oneLine
                }
                articles[last].renderings[translator] = lines.filter { !$0.isEmpty }.joined(separator: "\n")
            }
            self.translator = nil
            text = ""
        default: break
        }
    }
}
