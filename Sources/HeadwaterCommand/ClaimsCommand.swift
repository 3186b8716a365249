public import ArgumentParser
import Headwater
import Intake
import Lexicons
public import NewsModel
import Reporting
import Wire

/// What claims can be written as.
enum ClaimsFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
}

/// `headwater claims`: files to the ledger of their story.
struct ClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Print what reports claim, and how many origins and sources each claim stands on.",
        discussion: """
            The ledger alone: each claim with how many reports carry it, on how many text origins and ultimate sources \
            it stands, and its status. Ten reports of one agency text are one origin; two agencies that quote one \
            minister have one source. --full adds the statements, each with its chain from the outlet to the source.

            Filters keep a claim that fits one value of each option given; an option may be repeated.
              --status    corroborated, singleOrigin, disputed
              --kind      event, figure, statement, forecast, relation
              --modality  asserted, reported, likely, possible, planned, denied, hypothetical, opinion
              --origin    a letter or id from the list, or a part of the name

            csv is one row a claim, with --full one row a statement. json is headwater.claims/1: the claims as \
            `headwater read --format json` has them, with the reports and origins that they cite.

            Examples:
              headwater claims reports/
              headwater claims reports/ --status disputed --full
              headwater claims reports/ --origin BBC --kind figure
              headwater claims reports/ --format csv --full -o statements.csv

            Exit status: 0 all read; 64 wrong usage; 65 an input that is no report, or an origin that no story has; 66 an \
            input that is missing or cannot be read (the others are still read); 73 the output cannot be written; 78 \
            resources missing.
            """)

    @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
    var paths: [String]

    @Option(help: "text, json, csv or markdown.")
    var format: ClaimsFormat = .text

    @Option(help: "Only claims of this status.")
    var status: [Claim.Status] = []

    @Option(help: "Only claims of this kind.")
    var kind: [Claim.Kind] = []

    @Option(help: "Only claims said as firmly as this.")
    var modality: [Modality] = []

    @Option(help: "Only claims that stand on this origin, alone or among others.")
    var origin: [String] = []

    @Flag(help: "Every statement of each claim, with its chain of sources.")
    var full = false

    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Flag(help: "Treat all reports as one story, whatever they are about.")
    var oneStory = false

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var web: WebOptions
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let (_, read, diagnostics) = try await shared.read(paths, web: web, oneStory: oneStory, quiet: quiet)
        var filter = ClaimFilter()
        (filter.statuses, filter.kinds, filter.modalities, filter.origins) = (status, kind, modality, origin)
        try checkOrigins(filter, read)
        let accounts = read.map(filter.filtered)
        if !accounts.isEmpty { try write(accounts) }
        if !quiet, !read.isEmpty, accounts.allSatisfy(\.ledger.claims.isEmpty) {
            let all = read.reduce(0) { $0 + $1.ledger.claims.count }
            Console.say("headwater: note: none of \(all) claims fits")
        }
        if let status = ExitStatus.of(diagnostics, accounts: accounts.count) { throw ExitCode(status) }
    }

    /// Stops where an origin that was named is none of any story, and says what they are called.
    private func checkOrigins(_ filter: ClaimFilter, _ accounts: [Account]) throws {
        for name in origin
        where !accounts.isEmpty && accounts.allSatisfy({ filter.origins(named: name, in: $0).isEmpty }) {
            let known = accounts.flatMap(\.lineage.origins).map { "\($0.id.letters) \($0.name ?? "unnamed")" }
            Console.say("headwater: error: no origin is called \(name); there are: \(known.joined(separator: ", "))")
            throw ExitCode(ExitStatus.data)
        }
    }

    private func write(_ accounts: [Account]) throws {
        switch format {
        case .text:
            let report = TerminalReport(
                width: Console.width, usesColor: output == nil && Console.usesColor, isFull: full)
            try Console.write(accounts.map { report.claims($0) }.joined(separator: "\n"), to: output)
        case .json: try Console.write(AccountWriter().claims(accounts), to: output)
        case .csv: try Console.write(Exporter().claims(accounts, byStatement: full), to: output)
        case .markdown:
            try Console.write(accounts.map { MarkdownReport().claims($0) }.joined(separator: "\n"), to: output)
        }
    }
}

extension Claim.Status: ExpressibleByArgument {}
extension Claim.Kind: ExpressibleByArgument {}
extension Modality: ExpressibleByArgument {}
