public import Lexicons

/// A measure of quality on named data.
public protocol EvaluationTask: Sendable {
    /// Name on the command line: `sentences`.
    static var name: String { get }
    /// One line for `--help`: what is measured on what.
    static var summary: String { get }

    /// Prepares the task.
    ///
    /// - Parameters:
    ///   - folder: where the data sets were unpacked.
    ///   - resources: Headwater's own resource files.
    /// - Throws: ``EvaluationFailure`` where the data is not there.
    init(data folder: String, resources: ResourceDirectory) throws

    /// Measures.
    func run(_ extent: EvaluationExtent) async throws -> [Measurement]
}

/// How much of the data to measure on.
public enum EvaluationExtent: String, Sendable, CaseIterable {
    /// All of it: the numbers of the scoreboard.
    case full
    /// A fixed part that takes seconds to a few minutes: the numbers of the floors.
    case subset
}

/// Why nothing could be measured.
public enum EvaluationFailure: Error, CustomStringConvertible {
    /// A file or folder of the data is not there.
    case missing(path: String)
    /// A file of the data is not what it should be.
    case malformed(path: String, reason: String)

    /// What went wrong and how it may be remedied.
    public var description: String {
        switch self {
        case .missing(let path):
            "the data at \(path) is missing; unpack the data sets and name their folder with --data"
        case .malformed(let path, let reason): "the data at \(path) cannot be read: \(reason)"
        }
    }
}

/// One measured number.
public struct Measurement: Hashable, Sendable {
    /// Data and split: "EWT dev".
    public var data: String
    /// Measure: "sentence F1".
    public var measure: String
    /// The number, a share from 0 to 1 unless the measure says otherwise.
    public var value: Double
    /// How many items it was measured on.
    public var count: Int

    /// A measured number.
    public init(data: String, measure: String, value: Double, count: Int) {
        self.data = data
        self.measure = measure
        self.value = value
        self.count = count
    }
}

/// The tasks that `headwater evaluate` knows.
public enum EvaluationRegistry {
    /// All tasks, by name.
    public static let tasks: [any EvaluationTask.Type] = [
        QuotationTask.self,
        AttributionTask.self,
        SentenceTask.self,
        PhenomenaTask.self,
        TimesTask.self,
        NameTask.self,
        LineageTask.self,
        PassageTask.self,
        StoryTask.self,
        ClaimTask.self,
        SupportTask.self,
        CasualtyTask.self,
        GeneratedLineageTask.self,
        ClaimOriginsTask.self,
        FactualityTask.self,
        MutationTask.self,
        QuantityTask.self,
        CoreferenceTask.self,
        BlocksTask.self,
        ActorTask.self,
        EventTask.self,
        PloverTask.self,
        PagesTask.self,
        FeedsTask.self,
        SyntaxTask.self,
    ]
}
