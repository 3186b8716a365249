import ArgumentParser

/// The command line: composition only. One file a command; what is worth testing lives in the rooms.
@main
struct HeadwaterCommand: AsyncParsableCommand {
    /// The program's version.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "headwater",
        abstract: "Reads many news reports of one story and gives back one account of it.",
        discussion: """
            Who copied whom, who really is the source, what stands on independent origins, which figures and quotes \
            differ, each with a citation to the exact characters in the reports.

            Try it:  headwater read reports/
            """,
        version: version,
        subcommands: [
            ReadCommand.self, CheckCommand.self, ClaimsCommand.self, ExtractCommand.self, FetchCommand.self,
            AnalyzeCommand.self, ExportCommand.self, LineageCommand.self, EvaluateCommand.self,
        ],
        defaultSubcommand: nil)
}
