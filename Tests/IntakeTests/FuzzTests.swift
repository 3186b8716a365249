import Foundation
import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Intake

/// Broken inputs of every kind: no crash, no hang, and the laws of documents hold of whatever is read.
///
/// A few hundred inputs a target in a run of the tests. `Scripts/fuzz TARGET SECONDS [SEED]` goes on for as long as it is told
/// to; what it finds becomes a test of its own.
@Suite struct FuzzTests {
    /// How long and from where a run goes.
    private struct Plan {
        /// Seconds of this thread's processor time, so that an hour is an hour on a busy machine too.
        let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init)
        let seed = ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        /// The first input that is read; those before it are made only, so that a finding is met again soon.
        let first = ProcessInfo.processInfo.environment["FUZZ_FROM"].flatMap(Int.init) ?? 0
        /// Where the input that is being read is kept, so that it is there after a crash.
        let keep = ProcessInfo.processInfo.environment["FUZZ_KEEP"]
        /// Slowest reading of one input of 64 KiB, processor time.
        let limit = Duration.seconds(5)
        /// Most that the process may grow after the first tenth of a run, in bytes: more is a leak.
        let growth = 64 << 20
    }

    /// What this thread has computed for so far.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Memory of the process that is in use, in bytes.
    private static func resident() -> Int {
        let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
        return pages.flatMap { Int($0) }.map { $0 * 4096 } ?? 0
    }

    private static func run(
        _ target: String, _ seeds: [[UInt8]], _ tokens: [String], count: Int, _ read: ([UInt8], Int) -> Void
    ) {
        let plan = Plan()
        var mutator = InputMutator(seed: plan.seed, tokens: tokens)
        let start = processorTime()
        var (number, settled) = (0, nil as Int?)
        while plan.seconds.map({ processorTime() - start < .seconds($0) }) ?? (number < plan.first + count) {
            if let seconds = plan.seconds, settled == nil, processorTime() - start > .seconds(seconds / 10) {
                settled = resident()
            }
            let input = mutator.input(seeds)
            guard number >= plan.first else {
                number += 1
                continue
            }
            if let keep = plan.keep {
                try? Data(input).write(to: URL(fileURLWithPath: keep + "/" + target))
            }
            let began = processorTime()
            read(input, number)
            let spent = processorTime() - began
            if spent > plan.limit {
                Issue.record("\(target) \(plan.seed)/\(number): \(input.count) bytes took \(spent)")
                if let keep = plan.keep {
                    try? Data(input).write(to: URL(fileURLWithPath: "\(keep)/\(target)-slow-\(plan.seed)-\(number)"))
                }
            }
            number += 1
        }
        guard plan.seconds != nil, let settled else { return }
        let end = resident()
        print("\(target): \(number) inputs from seed \(plan.seed), \(settled >> 20) MiB, at the end \(end >> 20) MiB")
        if end > settled + plan.growth { Issue.record("\(target) \(plan.seed): grew from \(settled) to \(end) bytes") }
    }

    /// The laws: blocks are sorted, disjoint, between characters; the way back leads into the bytes; the same twice.
    private static func expectLaws(_ documents: [Document], _ input: [UInt8], _ number: Int) {
        for document in documents {
            var covered = 0
            for block in document.blocks {
                let span = block.span
                if span.start < covered || span.isEmpty || span.end > document.text.count
                    || !document.text.isScalarBoundary(span.start) || !document.text.isScalarBoundary(span.end)
                {
                    Issue.record("input \(number): block \(span) of \(document.text.count) bytes after \(covered)")
                }
                covered = span.end
            }
        }
    }

    @Test func pages() {
        Self.run("pages", FuzzSeeds.pages, FuzzSeeds.pageTokens, count: 300) { input, number in
            let item = RawItem(name: "p", format: .html, bytes: input, address: "https://e.example/2024/06/18/a")
            let documents = Reading.reader.documents(of: item).documents
            Self.expectLaws(documents, input, number)
            for document in documents where document.text.count > 0 {
                let last = document.rawMap.rawOffset(of: document.text.count - 1)
                if last > input.count { Issue.record("input \(number): the way back leads to \(last)") }
            }
            if number % 16 == 0 {
                let again = Reading.reader.documents(of: item).documents
                if again.map(\.blocks) != documents.map(\.blocks) {
                    Issue.record("input \(number): not the same twice")
                }
            }
        }
    }

    @Test func feeds() {
        Self.run("feeds", FuzzSeeds.feeds, FuzzSeeds.feedTokens, count: 400) { input, number in
            let documents = Reading.reader.documents(of: RawItem(name: "f", bytes: input)).documents
            Self.expectLaws(documents, input, number)
        }
    }

    @Test func charsets() {
        Self.run("charsets", FuzzSeeds.charsets, FuzzSeeds.charsetTokens, count: 1_500) { input, number in
            let label = FuzzSeeds.labels[number % FuzzSeeds.labels.count]
            let decoded = TextMender.mend(CharsetDecoder.decode(input, label: label))
            if !decoded.bytes.isEmpty, decoded.map.rawOffset(of: decoded.bytes.count - 1) >= max(1, input.count) {
                Issue.record("input \(number) as \(label ?? "nothing"): the way back leaves the bytes")
            }
            if SourceText(repairing: decoded.bytes).bytes != decoded.bytes {
                Issue.record("input \(number) as \(label ?? "nothing"): ill-formed text")
            }
        }
    }

    @Test func dates() {
        Self.run("dates", FuzzSeeds.dates, FuzzSeeds.dateTokens, count: 4_000) { input, number in
            let text = SourceText(repairing: input)
            let line = DateLine(text, text.span)
            let times = [
                ClockText.time(text.string, from: .meta), ClockText.day(inAddress: text.string), line.published,
                line.updated,
            ]
            for case let time? in times {
                let isClock = (0..<86_400).contains(time.secondOfDay ?? 0) && abs(time.zoneMinutes ?? 0) < 24 * 60
                if !isClock { Issue.record("input \(number): \(time) of \(text.string.debugDescription)") }
            }
        }
    }

    @Test func archives() throws {
        let path = NSTemporaryDirectory() + "headwater-fuzz-\(UUID().uuidString).warc"
        defer { try? FileManager.default.removeItem(atPath: path) }
        Self.run("archives", FuzzSeeds.archives, FuzzSeeds.archiveTokens, count: 300) { input, number in
            try? Data(input).write(to: URL(fileURLWithPath: path))
            var documents: [Document] = []
            _ = ItemGatherer(limit: 1 << 20).forEach([path]) { documents += Reading.reader.documents(of: $0).documents }
            Self.expectLaws(documents, input, number)
        }
    }
}
