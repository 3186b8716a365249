package import NewsModel
import TextCore

/// A media type: `text/html; charset=utf-8`.
package struct MediaType: Hashable, Sendable {
    /// Type and subtype in lower case.
    package var name: String
    private var parameters: [String: String] = [:]

    package init(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        name = parts[0].oneLine.lowercased()
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            var value = part[part.index(after: equals)...].oneLine
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            parameters[part[..<equals].oneLine.lowercased()] = value
        }
    }

    /// A parameter by its name in lower case.
    package subscript(parameter: String) -> String? { parameters[parameter] }
    /// The character set, in lower case.
    package var charset: String? { parameters["charset"]?.lowercased() }
    /// Whether it may be a report: HTML, plain text, XML, JSON, PDF.
    package var isDocument: Bool {
        ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"].contains(name)
            || name.hasSuffix("xml")
            || name.hasSuffix("json")
    }

    /// What an item with this type is to be read as; the bytes have the last word.
    package var format: RawItem.Format {
        switch name {
        case "text/html", "application/xhtml+xml": .html
        case "text/plain": .plainText
        case "text/markdown": .markdown
        case "application/pdf": .pdf
        case let type where type.hasSuffix("json"): .json
        case let type where type.hasSuffix("xml"): .feed
        default: .unknown
        }
    }
}
