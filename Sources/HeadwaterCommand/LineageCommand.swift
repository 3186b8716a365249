import ArgumentParser
import Headwater
import Intake
import Lexicons
import NewsModel

/// `headwater lineage`: who has text from whom in a corpus.
struct LineageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lineage",
        abstract: "Find who has text from whom in a corpus of any size.",
        discussion: """
            Reads a file of JSON lines, a document a line: "id" and "text", and where known "title", "outlet", \
            "published" (ISO 8601) and "url". Writes into a folder:

              pairs.jsonl     a, b, probability that they share an origin, relation (derived, commonSource, \
            independent), direction (aFromB, bFromA, unknown), evidence
              passages.jsonl  the aligned stretches: a, aStart, aEnd, b, bStart, bEnd, grade, similarity; offsets are \
            Unicode scalars of "text"
              origins.jsonl   id, kind, name, documents; of documents that share text with another
              passim/out.json with --passim: the same stretches as clusters, in the layout of passim

            A run that was cut off goes on where it was when it is started again.

            Example:
              headwater lineage corpus.jsonl -o lineage/

            Exit status: 0 done; 65 no line was a document; 66 the corpus cannot be read; 73 the output cannot be \
            written; 78 resources missing.
            """)

    @Argument(help: "A file of JSON lines.", completion: .file(extensions: ["jsonl"]))
    var corpus: String

    @Option(name: .shortAndLong, help: "Folder for the results; made where it is not there.", completion: .directory)
    var output: String

    @Flag(help: "Write clusters of passages in passim's layout too.")
    var passim = false

    @Flag(
        inversion: .prefixedNo,
        help: "Compare what was rewritten or translated by the meaning of its sentences too; needs the reader's model.")
    var meaning = true

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let resources = try shared.resources()
        let run = try shared.load { () throws(ResourceDirectory.Failure) in
            try CorpusRun(resources: resources, withMeaning: meaning)
        }
        let reader = try shared.load { () throws(ResourceDirectory.Failure) in
            CorpusLineReader(reader: try DocumentReader(resources: resources))
        }
        let writer = CorpusLineWriter(writesPassim: passim)
        let progress = ProgressLine(isQuiet: quiet)
        do {
            let summary = try await run.run(
                corpus, into: output, files: writer.files, read: { reader.entry($0, number: $1) },
                format: { writer.texts($0) }, progress: { progress.show($0) })
            progress.finish()
            if !quiet {
                Console.say(
                    "headwater: \(summary.lines) lines, \(summary.badLines) of them no document, \(summary.candidates) candidate pairs, "
                        + "\(summary.groups) groups"
                        + (summary.resumed > 0 ? ", of which \(summary.resumed) were done before" : "")
                        + "; \(summary.reworded) documents read for the meaning of their sentences")
            }
            if summary.badLines == summary.lines {
                Console.say("headwater: error: \(corpus): no line is a document with an id and a text")
                throw ExitCode(ExitStatus.data)
            }
        } catch let failure as CorpusRun.Failure {
            progress.finish()
            Console.say("headwater: error: \(failure)")
            if case .unreadable = failure { throw ExitCode(ExitStatus.noInput) }
            throw ExitCode(ExitStatus.cannotCreate)
        }
    }
}
