import FoundationEssentials

/// The pinned floors: the least that each measure must reach on its subset.
public struct FloorTable: Sendable {
    private struct Key: Hashable {
        var task: String
        var data: String
        var measure: String
    }
    private let floors: [Key: Double]
    /// The tasks that have floors, in the order of the file.
    public let tasks: [String]

    /// Reads a table of task, data, measure and floor, parted by tabs; `#` begins a comment.
    ///
    /// - Throws: ``EvaluationFailure`` where the file cannot be read or a line is not such a row.
    public init(file: String) throws(EvaluationFailure) {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw .missing(path: file) }
        var floors: [Key: Double] = [:]
        var tasks: [String] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter({ !$0.hasPrefix("#") })
            .dropFirst()
        {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4, let floor = Double(fields[3]) else {
                throw .malformed(path: file, reason: "not four columns with a number last: \(line)")
            }
            floors[Key(task: fields[0], data: fields[1], measure: fields[2])] = floor
            if !tasks.contains(fields[0]) { tasks.append(fields[0]) }
        }
        self.floors = floors
        self.tasks = tasks
    }

    /// The floor of a measurement, where it has one.
    public func floor(task: String, _ measurement: Measurement) -> Double? {
        floors[Key(task: task, data: measurement.data, measure: measurement.measure)]
    }

    /// What of a task has a floor but was not measured: a floor that nothing is held to is a defect.
    public func missing(task: String, from measurements: [Measurement]) -> [String] {
        let measured = Set(measurements.map { Key(task: task, data: $0.data, measure: $0.measure) })
        return floors.keys.filter { $0.task == task && !measured.contains($0) }
            .map { "\($0.data), \($0.measure)" }.sorted()
    }
}
