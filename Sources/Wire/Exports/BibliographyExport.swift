import NewsModel
import TextCore

/// The reports of accounts as BibTeX: an `@article` where the outlet is known, else `@misc`.
struct BibliographyExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var written: Set<DocumentID> = []
        var entries: [String] = []
        for view in views {
            for document in view.documents where written.insert(document.id).inserted {
                entries.append(entry(document, view))
            }
        }
        return Array(entries.joined(separator: "\n").utf8)
    }

    private func entry(_ document: Document, _ view: ExportView) -> String {
        let data = document.metadata
        let outlet = data.outlet ?? data.publisher
        let date = data.published?.date
        let precision = data.published?.precision ?? .unknown
        var fields: [(String, String)] = [("title", "{" + Self.escaped(data.title ?? view.label(document)) + "}")]
        if let byline = data.byline { fields.append(("author", "{" + Self.escaped(byline) + "}")) }
        if let outlet { fields.append(("journal", Self.escaped(outlet))) }
        if let date {
            fields.append(("year", String(date.year)))
            if precision != .year { fields.append(("month", String(date.month))) }
            if precision != .year && precision != .month { fields.append(("day", String(date.day))) }
        }
        if let address = view.webAddress(document) { fields.append(("url", Self.address(address))) }
        if let language = data.language { fields.append(("langid", Self.escaped(language))) }
        fields.append(("note", document.id.description))
        let key = "report" + document.id.description.dropFirst(7).prefix(12)
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }
        return "@\(outlet == nil ? "misc" : "article"){\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    /// `text` on one line, every character that TeX or BibTeX would obey escaped.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\textbackslash "
            case "{": escaped += "\\textbraceleft "
            case "}": escaped += "\\textbraceright "
            case "~": escaped += "\\textasciitilde "
            case "^": escaped += "\\textasciicircum "
            case "&", "%", "$", "#", "_": escaped += "\\" + String(scalar)
            default:
                let isLayout = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
                escaped.unicodeScalars.append(isLayout ? " " : scalar)
            }
        }
        return escaped
    }

    /// An address as it is, but for a percent sign, which would begin a comment.
    private static func address(_ text: String) -> String {
        text.unicodeScalars.map { "%#_&$~".unicodeScalars.contains($0) ? "\\" + String($0) : String($0) }.joined()
    }
}
