import ArgumentParser
import FoundationEssentials
import Lexicons
import NewsModel
import Reporting
import Wire

/// `headwater export`: an account that was written as JSON, in another format.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write an account in the format of another program.",
        discussion: """
            Reads the JSON that `headwater read --format json` wrote, so that reports are read once and exported often.

            \(ExportTarget.list)

            Examples:
              headwater read reports/ -o account.json
              headwater export account.json --to csv -o tables/ --spreadsheet
              headwater export account.json --to stix -o story.stix.json
              headwater export account.json --to html -o page.html

            Exit status: 0 written; 65 the file is no account; 66 it is missing; 73 the output cannot be written.
            """)

    @Argument(help: "The account's JSON, or - for standard input.", completion: .file(extensions: ["json"]))
    var account: String

    @Option(help: ArgumentHelp("What to write; see the list above.", valueName: "kind"))
    var to: ExportTarget

    @Option(name: .shortAndLong, help: "File or folder to write to instead of standard output.", completion: .file())
    var output: String?

    @Flag(help: "For tables: a byte order mark, and cells that a spreadsheet would compute are set apart.")
    var spreadsheet = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let accounts: [Account]
        do {
            accounts = try AccountReader().accounts(try Console.read(account))
        } catch let failure as AccountReader.Failure {
            Console.say("headwater: error: \(account): \(failure)")
            throw ExitCode(ExitStatus.data)
        }
        switch to {
        case .exchange(let kind):
            try ExportOutput(path: output, isForSpreadsheet: spreadsheet).write(accounts, as: kind)
        case .report(.json): try Console.write(AccountWriter().json(accounts), to: output)
        case .report(.markdown):
            try Console.write(accounts.map { MarkdownReport().render($0) }.joined(separator: "\n"), to: output)
        case .report(.text):
            let report = TerminalReport(width: Console.width, usesColor: output == nil && Console.usesColor)
            try Console.write(accounts.map { report.render($0) }.joined(separator: "\n"), to: output)
        case .report(.html):
            let resources = try shared.resources()
            let assets = try shared.load { () throws(ResourceDirectory.Failure) in
                try PageAssets { file throws(ResourceDirectory.Failure) in try resources.bytes(file) }
            }
            try Console.write(PageReport(assets: assets).render(accounts), to: output)
        }
    }
}
