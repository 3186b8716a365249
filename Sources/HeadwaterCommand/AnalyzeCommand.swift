import ArgumentParser
import Headwater
import Lexicons
import NewsModel
import Wire

/// What layers can be written as.
enum AnalysisFormat: String, ExpressibleByArgument, CaseIterable {
    case conllu, json
}

/// `headwater analyze`: files to their layers, for people who want only the reader.
struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Print what was read in each report: sentences, syntax, entities, times, events, who says what.",
        discussion: """
            CoNLL-U has the words with lemma, part of speech, features, head and relation (Universal Dependencies), and \
            the entities with their coreference in the last column. JSON (Schemas/analysis-1.schema.json) has the same, \
            times, events, quotations, attributions, credits and quantities, with offsets in Unicode scalars.

            Examples:
              headwater analyze report.txt
              headwater analyze reports/ --format json -o layers.json
            """)

    @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
    var paths: [String]

    @Option(help: "conllu or json.")
    var format: AnalysisFormat = .conllu

    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var web: WebOptions
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let resources = try shared.resources()
        let analyzer = try shared.load { () throws(ResourceDirectory.Failure) in try Analyzer(resources: resources) }
        let (items, gathered) = try await web.gather(paths, quiet: quiet)
        let (documents, found) = analyzer.documents(of: items)
        let diagnostics = gathered + found
        Console.report(diagnostics, isQuiet: quiet)
        if !documents.isEmpty { try await write(documents, by: analyzer) }
        if let status = ExitStatus.of(diagnostics, accounts: documents.count) { throw ExitCode(status) }
    }

    /// Writes the layers of each document when it is read: to standard output at once, to a file when all is there.
    private func write(_ documents: [Document], by analyzer: Analyzer) async throws {
        var kept: [UInt8] = []
        func put(_ bytes: [UInt8]) { if output == nil { Console.write(bytes) } else { kept += bytes } }
        switch format {
        case .conllu:
            await analyzer.forEachAnalysis(of: documents) { put(ConlluWriter().conllu($0)) }
        case .json:
            var writer = AnalysisWriter()
            await analyzer.forEachAnalysis(of: documents) { put(writer.next($0)) }
            put(writer.end())
        }
        if let output { try Console.write(kept, to: output) }
    }
}
