import ArgumentParser
import Intake
import Lexicons
import NewsModel
import Reporting
import Wire

/// `headwater extract`: files to their articles, without any analysis.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print the text and metadata of saved pages, feeds, archives, addresses and other files.",
        discussion: """
            Reads HTML, RSS, Atom, JSON Feed, WARC and ARC (plain or gzip), MHTML, mail, JSON and JSON Lines, PDF (where \
            pdftotext is installed), Markdown and plain text. One object a line with --format json; an archive of any size \
            is read record by record.

            Examples:
              headwater extract page.html
              headwater extract https://news.example/a --format markdown
              headwater extract crawl.warc.gz --format json | jq -r '.title'
              headwater extract feed.xml --format markdown

            Exit status: 0 all read; 64 wrong usage; 65 an input that holds no article; 66 an input that is missing or cannot \
            be read or fetched (the others are still read); 73 the output cannot be written; 78 resources missing.
            """)

    @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
    var paths: [String]

    @Option(help: "text, json, markdown or html.")
    var format = OutputFormat.text

    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var web: WebOptions
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let resources = try shared.resources()
        let reader = try shared.load { () throws(ResourceDirectory.Failure) in try DocumentReader(resources: resources)
        }
        var diagnostics: [Diagnostic] = []
        var kept: [UInt8] = []
        var count = 0
        let (gatherer, left, fetched) = try await web.fetch(paths, quiet: quiet)
        Console.report(fetched, isQuiet: quiet)
        let gathered = gatherer.forEach(left) { item in
            let (documents, told) = reader.documents(of: item)
            diagnostics += told
            Console.report(told, isQuiet: quiet)
            for document in documents {
                let bytes = rendered(document, isFirst: count == 0)
                count += 1
                if output == nil { Console.write(bytes) } else { kept += bytes }
            }
        }
        Console.report(gathered, isQuiet: quiet)
        if let output, count > 0 { try Console.write(kept, to: output) }
        if let status = ExitStatus.of(fetched + gathered + diagnostics, accounts: count) { throw ExitCode(status) }
    }

    private func rendered(_ document: Document, isFirst: Bool) -> [UInt8] {
        let between = isFirst ? "" : "\n"
        switch format {
        case .json: return ArticleWriter().json(document)
        case .text: return Array((between + ArticleReport().text(document)).utf8)
        case .markdown: return Array((between + ArticleReport().markdown(document)).utf8)
        case .html: return Array((between + ArticleReport().html(document)).utf8)
        }
    }
}
