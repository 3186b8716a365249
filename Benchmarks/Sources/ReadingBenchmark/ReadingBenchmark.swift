import CAllocationCount
import Foundation
import Headwater
import Intake
import Lexicons
import NewsModel

/// Reading speed: every text of a folder through Intake and the annotators, on one thread, stage by stage.
///
/// usage: ReadingBenchmark FOLDER [ROUNDS] [--pinned FILE | --pin FILE] — prints a line a stage: seconds (best round),
/// documents and megabytes a second, allocations a document; then the peak resident memory. `--pinned` holds the allocations
/// against the counts of FILE, `--pin` writes them there.
@main
struct ReadingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else {
            print("usage: ReadingBenchmark FOLDER [ROUNDS] [--pinned FILE | --pin FILE]")
            exit(64)
        }
        let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 3 : 3
        let items = try texts(in: arguments[1])
        let bytes = items.reduce(0) { $0 + $1.bytes.count }
        let clock = ContinuousClock()

        let loadStart = clock.now
        let resources = try ResourceDirectory()
        let reader = try DocumentReader(resources: resources)
        let stages: [(name: String, annotator: any Annotator)] = try Analyzer.annotators(resources: resources)
            .map { (String(describing: type(of: $0)), $0) }
        print("load\t\(seconds(clock.now - loadStart)) s")
        print("texts\t\(items.count) documents\t\(Double(bytes) / 1e6) MB")

        var best = [Duration](repeating: .seconds(86_400), count: stages.count + 1)
        var allocations = [UInt64](repeating: 0, count: stages.count + 1)
        for _ in 0..<rounds {
            var spent = [Duration](repeating: .zero, count: stages.count + 1)
            var counted = [UInt64](repeating: 0, count: stages.count + 1)
            for item in items {
                var before = allocation_count()
                var start = clock.now
                let document = reader.read(item).document
                spent[0] += clock.now - start
                counted[0] += allocation_count() - before
                guard let document else { continue }
                var analysis = Analysis(document: document)
                for (index, stage) in stages.enumerated() {
                    before = allocation_count()
                    start = clock.now
                    stage.annotator.annotate(&analysis)
                    spent[index + 1] += clock.now - start
                    counted[index + 1] += allocation_count() - before
                }
            }
            for index in spent.indices { best[index] = min(best[index], spent[index]) }
            allocations = counted
        }
        for (index, name) in (["Intake"] + stages.map(\.name)).enumerated() {
            report(name, best[index], allocations[index], documents: items.count, bytes: bytes)
        }
        report("all", best.reduce(.zero, +), allocations.reduce(0, +), documents: items.count, bytes: bytes)
        let measured = zip(["Intake"] + stages.map(\.name), allocations).map {
            (stage: $0, allocations: $1 / UInt64(items.count))
        }
        if let file = value(of: "--pin") { try PinnedAllocations.write(measured, to: file) }
        if let file = value(of: "--pinned") {
            let breaches = try PinnedAllocations(file: file).breaches(measured)
            for breach in breaches { print("BREACH\t\(breach)") }
            if !breaches.isEmpty { exit(1) }
        }
        print("peak\t\(peakResidentMegabytes()) MB resident")
    }

    /// The argument after an option.
    static func value(of option: String) -> String? {
        CommandLine.arguments.firstIndex(of: option).flatMap { place in
            place + 1 < CommandLine.arguments.count ? CommandLine.arguments[place + 1] : nil
        }
    }

    static func texts(in folder: String) throws -> [RawItem] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            RawItem(name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name))))
        }
    }

    static func report(_ name: String, _ time: Duration, _ allocations: UInt64, documents: Int, bytes: Int) {
        let seconds = max(seconds(time), 0.0001)
        let perSecond = Int(Double(documents) / seconds)
        let megabytes = (Double(bytes) / 1e6 / seconds * 10).rounded() / 10
        print(
            "\(name)\t\(seconds) s\t\(perSecond) documents/s\t\(megabytes) MB/s\t\(allocations / UInt64(documents)) allocations/document"
        )
    }

    static func seconds(_ duration: Duration) -> Double {
        let (whole, atto) = duration.components
        return ((Double(whole) + Double(atto) / 1e18) * 10_000).rounded() / 10_000
    }

    static func peakResidentMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? 0
    }
}
