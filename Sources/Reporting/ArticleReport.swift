public import NewsModel
import TextCore

/// One document as a person reads it: plain text, Markdown, or a page.
public struct ArticleReport: Sendable {
    /// A report.
    public init() {}

    /// The text of the article with its title, an empty line between paragraphs.
    public func text(_ document: Document) -> String {
        var parts = [document.metadata.title ?? ""].filter { !$0.isEmpty }
        parts += Self.blocks(document).map(\.text)
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The article as Markdown, with what it says of itself as front matter.
    public func markdown(_ document: Document) -> String {
        let metadata = document.metadata
        var lines = ["---"]
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            let quoted = value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
            lines.append("\(name): \"\(quoted)\"")
        }
        add("title", metadata.title)
        add("author", metadata.byline)
        add("published", metadata.published?.description)
        add("updated", metadata.updated?.description)
        add("source", metadata.outlet)
        add("publisher", metadata.publisher)
        add("url", metadata.url)
        add("language", metadata.language)
        lines += ["---", ""]
        if let title = metadata.title { lines += ["# " + title, ""] }
        for (kind, text) in Self.blocks(document) {
            switch kind {
            case .heading: lines += ["## " + text, ""]
            case .quote: lines += ["> " + text, ""]
            case .standfirst: lines += ["*" + text + "*", ""]
            default: lines += [text, ""]
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The article as a page: its text and nothing that could be executed.
    public func html(_ document: Document) -> String {
        let title = Self.escaped(document.metadata.title ?? document.files.first ?? "")
        let language = Self.escaped(document.metadata.language ?? "")
        var page =
            "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<meta charset=\"utf-8\">\n<title>\(title)</title>\n<article>\n<h1>\(title)</h1>\n"
        if let byline = document.metadata.byline { page += "<p class=\"byline\">\(Self.escaped(byline))</p>\n" }
        if let published = document.metadata.published {
            page += "<p><time datetime=\"\(published)\">\(published)</time></p>\n"
        }
        for (kind, text) in Self.blocks(document) {
            let element =
                switch kind {
                case .heading: "h2"
                case .quote: "blockquote"
                default: "p"
                }
            page += "<\(element)>\(Self.escaped(text))</\(element)>\n"
        }
        return page + "</article>\n</html>\n"
    }

    private static func blocks(_ document: Document) -> [(kind: Block.Kind, text: String)] {
        document.blocks.filter { $0.kind.isArticleText && $0.kind != .title && $0.kind != .caption }
            .map { ($0.kind, document.text[$0.span]) }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
