public import ArgumentParser
public import Evaluation
import FoundationEssentials
import Lexicons

/// `headwater evaluate`: quality on named data.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure quality on named data.",
        discussion: """
            Tasks:
            \(EvaluationRegistry.tasks.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

            With --floors, measures every task that the file names on its subset and fails (exit 1) below a floor.
            """)

    @Argument(help: "Tasks to measure; all where none is named.")
    var tasks: [String] = []

    @Option(help: "Folder of the unpacked data sets. Default: HEADWATER_DATA.", completion: .directory)
    var data: String?

    @Option(help: "full, or subset: a fixed part that takes seconds to minutes.")
    var extent: EvaluationExtent = .full

    @Option(help: "Check the floors of this file.", completion: .file(extensions: ["tsv"]))
    var floors: String?

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let resources = try shared.resources()
        guard let folder = data ?? ProcessInfo.processInfo.environment["HEADWATER_DATA"] else {
            throw ValidationError("Name the folder of the data sets with --data or HEADWATER_DATA.")
        }
        let floors = try self.floors.map { try FloorTable(file: $0) }
        let named = tasks + (floors?.tasks ?? [])
        for name in named where !EvaluationRegistry.tasks.contains(where: { $0.name == name }) {
            throw ValidationError("There is no task '\(name)'.")
        }
        var failures = 0
        var checks = 0
        for task in EvaluationRegistry.tasks where named.isEmpty || named.contains(task.name) {
            let measurements = try await task.init(data: folder, resources: resources)
                .run(floors == nil ? extent : .subset)
            for measurement in measurements {
                let floor = floors?.floor(task: task.name, measurement)
                let isBelow = floor.map { measurement.value < $0 } ?? false
                checks += floor == nil ? 0 : 1
                failures += isBelow ? 1 : 0
                try Console.print(task.name, measurement, floor: floor, isBelow: isBelow)
            }
            for missing in floors?.missing(task: task.name, from: measurements) ?? [] {
                failures += 1
                Console.say("headwater: error: \(task.name): the floor for '\(missing)' was not measured")
            }
        }
        if floors != nil { try Console.write("\(checks - failures) passed, \(failures) failed\n", to: nil) }
        if failures > 0 { throw ExitCode.failure }
    }
}

extension EvaluationExtent: ExpressibleByArgument {}

extension Console {
    /// Prints a measurement as a line of aligned columns.
    fileprivate static func print(_ task: String, _ measurement: Measurement, floor: Double?, isBelow: Bool) throws {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        let value = decimal(measurement.value)
        let check = floor.map { "  floor \(decimal($0))\(isBelow ? "  BELOW" : "")" } ?? ""
        let line =
            padded(task, 16) + padded(measurement.data, 34) + padded(measurement.measure, 34) + padded(value, 8)
            + "n=\(measurement.count)\(check)\n"
        try write(line, to: nil)
    }

    /// A number with three decimals.
    private static func decimal(_ value: Double) -> String {
        let thousandths = Int((abs(value) * 1000).rounded())
        let fraction = String(thousandths % 1000)
        return (value < 0 ? "-" : "") + "\(thousandths / 1000)."
            + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
