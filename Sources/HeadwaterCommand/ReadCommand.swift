import ArgumentParser
import Corrections
import Headwater
import Lexicons
import NewsModel
import Reporting
import Wire

/// `headwater read`: files to an account.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read reports and print the account of their story.",
        discussion: """
            Prints an account for the terminal and writes one HTML page that works offline, where choosing any claim, \
            figure, quotation or edge lights up its evidence in every report. Reports of different stories are told \
            apart.

            Reads saved pages, RSS, Atom, JSON Feed, WARC, MHTML, mail, JSON and JSON Lines, PDF (where pdftotext is \
            installed), Markdown and plain text, and folders of these; one report given in several ways is read once. Addresses \
            are fetched first, as `headwater fetch -h` says.

            Examples:
              headwater read reports/                     account in the terminal, page in headwater.html
              headwater read a.txt b.txt --open           the same, and open the page
              cat a.txt | headwater read - b.txt           one report from standard input
              headwater read reports/ --format json | jq '.claims[0]'
              headwater read https://news.example/a https://wire.example/b --keep story/
              headwater read reports/ -o account.md       the format follows the file's name
              headwater read reports/ --corrections corrections.yaml
              headwater read reports/ --export csv -o tables/   for other programs; the kinds: headwater export -h

            Exit status: 0 all read; 64 wrong usage; 65 an input that is no report; 66 an input that is missing or \
            cannot be read or fetched (the others are still read); 73 the output cannot be written; 78 resources missing.
            """)

    @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
    var paths: [String]

    @Option(help: "text, json, html or markdown. Default: what the output file's name says, else text.")
    var format: OutputFormat?

    @Option(
        help: ArgumentHelp(
            "Write in the format of another program instead: csv, jsonl, stix, …; see headwater export -h.",
            valueName: "kind"))
    var export: ExportTarget?

    @Flag(help: "For --export csv: tables that a spreadsheet opens safely.")
    var spreadsheet = false

    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Option(
        help: "Where --format text writes the page. Default: headwater.html in the current folder.",
        completion: .file(extensions: ["html"]))
    var page: String?

    @Flag(help: "Write no page beside the text.")
    var noPage = false

    @Flag(help: "Open the page when it is written.")
    var open = false

    @Option(
        help: "A file of corrections: same, different, rename, reject, origin, each with a reason.",
        completion: .file(extensions: ["yaml", "yml"]))
    var corrections: String?

    @Option(
        help: ArgumentHelp(
            "Keep what addresses answered in this folder, as headwater fetch does.", valueName: "folder"),
        completion: .directory)
    var keep: String?

    @Flag(help: "Treat all reports as one story, whatever they are about.")
    var oneStory = false

    @Flag(help: "Print the whole account, not only what fits a screen.")
    var full = false

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var web: WebOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if export != nil && format != nil { throw ValidationError("--export contradicts --format.") }
        if noPage && (open || page != nil) {
            throw ValidationError("--no-page contradicts \(open ? "--open" : "--page").")
        }
    }

    func run() async throws {
        var format = format
        if case .report(let own) = export { format = own }
        let plan = OutputPlan(
            format: format, output: output, page: page, writesPage: !noPage, opensPage: open)
        let resources = try shared.resources()
        let pipeline = try shared.pipeline(resources)

        let (items, gathered) = try await web.gather(paths, keep: keep, quiet: quiet)
        let corrected = try corrections.map(Self.corrections) ?? Corrections()
        let progress = ProgressLine(isQuiet: quiet)
        let reading = await pipeline.read(
            items, oneStory: oneStory, corrections: corrected, correctionsFile: corrections
        ) { progress.show($0) }
        progress.finish()

        let diagnostics = gathered + reading.diagnostics
        Console.report(diagnostics, isQuiet: quiet)
        if !reading.accounts.isEmpty {
            try write(reading.accounts, plan: plan, resources: resources)
        }
        if let status = ExitStatus.of(diagnostics, accounts: reading.accounts.count) { throw ExitCode(status) }
    }

    /// The corrections of a file, or an exit with a message that says what is wrong with it.
    private static func corrections(_ file: String) throws -> Corrections {
        let text = String(decoding: try Console.read(file), as: UTF8.self)
        do {
            return try CorrectionFile().corrections(text)
        } catch {
            Console.say("headwater: error: \(file): \(error)")
            throw ExitCode(ExitStatus.data)
        }
    }

    private func write(_ accounts: [Account], plan: OutputPlan, resources: ResourceDirectory) throws {
        if case .exchange(let kind) = export {
            try ExportOutput(path: output, isForSpreadsheet: spreadsheet).write(accounts, as: kind)
            return
        }
        let pageReport = PageReport(
            assets: try shared.load { () throws(ResourceDirectory.Failure) in
                try PageAssets { file throws(ResourceDirectory.Failure) in try resources.bytes(file) }
            })
        switch plan.format {
        case .json: try Console.write(AccountWriter().json(accounts), to: plan.file)
        case .markdown:
            try Console.write(accounts.map { MarkdownReport().render($0) }.joined(separator: "\n"), to: plan.file)
        case .html:
            try Console.write(pageReport.render(accounts), to: plan.file)
        case .text:
            let report = TerminalReport(
                width: Console.width, usesColor: plan.file == nil && Console.usesColor, isFull: full)
            try Console.write(accounts.map { report.render($0) }.joined(separator: "\n"), to: plan.file)
            if let page = plan.page { try Console.write(pageReport.render(accounts), to: page) }
        }
        if let page = plan.page, !quiet { Console.say("Page: \(Console.absolute(page))") }
        if plan.opensPage, let page = plan.page { Console.open(page) }
    }
}
