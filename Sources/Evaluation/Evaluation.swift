/// A measure of quality on named data.
public protocol EvaluationTask: Sendable {
    /// Name on the command line: `sentences`.
    static var name: String { get }
    /// One line for `--help`.
    static var summary: String { get }
    /// Prepares the task for the data under `folder`.
    init(data folder: String) throws
    /// Measures.
    func run() throws -> [Measurement]
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
