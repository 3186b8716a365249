import ArgumentParser
import Headwater
import Intake
import Lexicons
import NewsModel
import Reporting
import Wire

/// What findings can be written as.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// `headwater check`: drafts to what an editor should look at before they are printed.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check drafts before they are printed: figures, dates, sums, sources, quotations.",
        discussion: """
            Prints a line for each thing to look at, in the form file:line:column that editors make a link of, and \
            beneath it the sum or the steps. Nothing is changed.

            A disagreement is two things that the drafts say and that cannot both be so:
              arithmetic      count and price, parts and whole, share, change in percent do not come out
              date            a weekday that is not that day's, a day that the calendar does not have, one event on two days
              figure          two figures of one thing exclude one another
            A question may be right and is worth asking:
              figure          a hedge or value that changed between text, headline and reports of the same text
              polarity        what one report affirms and another denies
              wording         quoted words that stand elsewhere in other words; a headline that quotes what the text has not
              attribution     a source that was lost on the way from one report to another
              unnamed source  who is not named, and what rests on that word
              no source       money, shares and large numbers that nobody is named for in their paragraph
              no speaker      words in quotation marks that nobody is named for
              paraphrase      words in quotation marks that speak of their own speaker as "he" or "she"

            One draft is checked by itself; drafts of one story, or a draft and the reports that it was written from, \
            also against one another. Lines and columns are those of the text as it was read (`headwater extract` prints \
            that of a page), counted from 1 in characters.

            Examples:
              headwater check draft.txt
              headwater check draft.txt reports/             the draft against its sources
              headwater check draft.txt --disagreements      only what cannot both be so
              headwater check drafts/ --format json | jq '.findings[] | select(.kind == "arithmetic")'

            Exit status: 0 all read, whatever was found; 64 wrong usage; 65 an input that is no report; 66 an input \
            that is missing or cannot be read (the others are still checked); 73 the output cannot be written; 78 \
            resources missing.
            """)

    @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
    var paths: [String]

    @Option(help: "text or json.")
    var format: CheckFormat = .text

    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Flag(help: "Leave out the questions.")
    var disagreements = false

    @Flag(help: "Check all drafts against one another, whatever they are about.")
    var oneStory = false

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var web: WebOptions
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let (pipeline, read, diagnostics) = try await shared.read(paths, web: web, oneStory: oneStory, quiet: quiet)
        if !read.isEmpty {
            let checks = read.map { account -> (account: Account, findings: [Finding]) in
                let findings = pipeline.findings(in: account)
                return (account, disagreements ? findings.filter { $0.grade == .disagreement } : findings)
            }
            switch format {
            case .text:
                let report = CheckReport(usesColor: output == nil && Console.usesColor)
                try Console.write(report.render(checks), to: output)
            case .json:
                try Console.write(CheckWriter().json(checks), to: output)
            }
        }
        if let status = ExitStatus.of(diagnostics, accounts: read.count) { throw ExitCode(status) }
    }
}
