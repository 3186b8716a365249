import Foundation
import Lexicons
import Lineage
import NewsModel
import TextCore

/// From the texts of a corpus to the pairs of documents worth comparing, on one thread: the lexical pass (fingerprints of
/// runs of words), then the same with rare terms besides.
///
/// usage: CorpusBenchmark FILE OUT — a document a line, paragraphs parted by tabs. Prints seconds of processor time of either
/// pass and the peak of memory in MB; writes the pairs, two line numbers from 0 each, to OUT.lexical and OUT.terms.
@main
struct CorpusBenchmark {
    static func main() throws {
        guard CommandLine.arguments.count > 2 else {
            print("usage: CorpusBenchmark FILE OUT")
            exit(64)
        }
        let lines = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n")
        let documents = lines.map { document(String($0)) }
        let fingerprinter = try Fingerprinter(resources: ResourceDirectory())
        for withTerms in [false, true] {
            let began = clock()
            var runs: [CandidateCounter.Posting] = []
            var terms: [CandidateCounter.Posting] = []
            for (number, document) in documents.enumerated() {
                let fingerprint = fingerprinter.fingerprint(of: document, withTerms: withTerms)
                runs += fingerprint.runs.map { .init(hash: $0, document: UInt32(number)) }
                terms += fingerprint.terms.map { .init(hash: $0, document: UInt32(number)) }
            }
            let read = clock()
            var counter = CandidateCounter()
            counter.count(runs, areRuns: true)
            counter.count(terms, areRuns: false)
            let candidates = counter.candidates
            let ended = clock()
            let name = withTerms ? "terms" : "lexical"
            func seconds(_ ticks: Int) -> Double { Double(ticks) / Double(CLOCKS_PER_SEC) }
            print(name, seconds(ended - began), seconds(read - began), peakMegabytes)
            let text = candidates.map { "\($0.a)\t\($0.b)" }.joined(separator: "\n")
            try Data((text + "\n").utf8).write(to: URL(filePath: CommandLine.arguments[2] + "." + name))
        }
    }

    private static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }

    private static func document(_ line: String) -> Document {
        let text = SourceText(line.replacing("\t", with: "\n"))
        let blocks = LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }.map { Block(.paragraph, $0) }
        return Document(id: DocumentID(hashing: Array(line.utf8)), files: [], text: text, blocks: blocks)
    }
}
