import ArgumentParser

/// What an account can be written as.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, html, markdown

    /// The format that a file name asks for.
    init?(fileName: String) {
        switch fileName.split(separator: ".").last?.lowercased() {
        case "json": self = .json
        case "html", "htm": self = .html
        case "md", "markdown": self = .markdown
        case "txt": self = .text
        default: return nil
        }
    }
}

/// The options of `read`, resolved: what is written where.
struct OutputPlan {
    /// Format of the main output.
    let format: OutputFormat
    /// File of the main output; nil for standard output.
    let file: String?
    /// File of the page; nil where none is written.
    let page: String?
    /// Whether the page is opened.
    let opensPage: Bool

    init(format: OutputFormat?, output: String?, page: String?, writesPage: Bool, opensPage: Bool) {
        let resolved = format ?? output.flatMap(OutputFormat.init(fileName:)) ?? .text
        self.format = resolved
        switch resolved {
        case .html where output == nil && (opensPage || page != nil):
            file = page ?? "headwater.html"
            self.page = file
        case .html:
            file = output
            self.page = output
        case .text:
            file = output
            self.page = writesPage ? page ?? "headwater.html" : nil
        case .json, .markdown:
            file = output
            self.page = nil
        }
        self.opensPage = opensPage && self.page != nil
    }
}
