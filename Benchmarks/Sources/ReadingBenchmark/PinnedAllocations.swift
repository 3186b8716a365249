import Foundation

/// The most allocations a document that each stage may need: a file of stage and count, parted by a tab.
struct PinnedAllocations {
    private let counts: [String: UInt64]
    /// What a pin leaves above the count that was measured, in hundredths.
    private static let slack: UInt64 = 5

    /// Writes the pins for the counts of a run.
    static func write(_ measured: [(stage: String, allocations: UInt64)], to file: String) throws {
        let head =
            "# Most allocations a document of the example story, by stage, without those within oneDNN: release build, measured, 5 % more."
        let lines = measured.map { "\($0.stage)\t\($0.allocations + $0.allocations * slack / 100 + 1)" }
        try ([head] + lines + [""]).joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }

    init(file: String) throws {
        var counts: [String: UInt64] = [:]
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#")
        {
            let fields = line.split(separator: "\t")
            if fields.count == 2, let count = UInt64(fields[1]) { counts[String(fields[0])] = count }
        }
        self.counts = counts
    }

    /// What is wrong with the counts of a run: stages above their pin or without one. Empty where nothing is.
    func breaches(_ measured: [(stage: String, allocations: UInt64)]) -> [String] {
        measured.compactMap { stage, allocations in
            guard let pinned = counts[stage] else { return "\(stage) has no pinned count; it needs \(allocations)" }
            return allocations > pinned
                ? "\(stage) needs \(allocations) allocations a document; \(pinned) are pinned" : nil
        }
    }
}
