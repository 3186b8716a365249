/// Precision, recall and F1 over counts of things found, there, and right.
public struct SpanScore: Hashable, Sendable {
    /// Found and right; found; there.
    public var right = 0, found = 0, there = 0

    /// No counts yet.
    public init() {}

    /// Counts the things of `found` that are among `there`, each at most once.
    public mutating func add<Thing: Hashable>(found: some Sequence<Thing>, there: some Sequence<Thing>) {
        var left: [Thing: Int] = [:]
        for thing in there {
            left[thing, default: 0] += 1
            self.there += 1
        }
        for thing in found {
            self.found += 1
            if let count = left[thing], count > 0 {
                left[thing] = count - 1
                right += 1
            }
        }
    }

    /// Share of the found that is right; 0 where nothing was found.
    public var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    /// Share of what is there that was found; 0 where nothing is there.
    public var recall: Double { there == 0 ? 0 : Double(right) / Double(there) }
    /// Harmonic mean of precision and recall.
    public var f1: Double { found + there == 0 ? 0 : 2 * Double(right) / Double(found + there) }

    /// F1 as a measurement over the things that are there.
    public func measurement(_ data: String, _ measure: String) -> Measurement {
        Measurement(data: data, measure: measure, value: f1, count: there)
    }
}
