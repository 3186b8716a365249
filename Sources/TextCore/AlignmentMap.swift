/// The way from a decoded text back to the bytes it was decoded from.
///
/// Stretches where both sides advance evenly are kept as one entry, so an untouched text costs one entry whatever its
/// length, and so does a stretch of ASCII that was given as UTF-16.
public struct AlignmentMap: Hashable, Sendable {
    /// A stretch where decoded byte `decoded + k` came from raw byte `raw + k * step`.
    struct Run: Hashable, Sendable {
        var decoded: Int
        var raw: Int
        /// Raw bytes for each decoded byte: 1 side by side, 2 for ASCII in UTF-16, 0 where one raw sequence gave all
        /// of the run.
        var step: Int
    }
    private(set) var runs: [Run]

    /// A map on which every byte stands where it stood.
    public static var identity: AlignmentMap { AlignmentMap() }

    /// Whether both sides advance byte by byte all along.
    public var isEven: Bool { runs.count == 1 && runs[0].step == 1 }

    /// An empty map: the identity, until runs are added.
    public init() { runs = [Run(decoded: 0, raw: 0, step: 1)] }

    /// Says that decoded bytes from `decoded` on come from raw bytes from `raw` on, `step` raw bytes for each decoded
    /// one.
    ///
    /// - Precondition: `decoded` does not lie before the last run added.
    public mutating func add(decoded: Int, raw: Int, step: Int = 1) {
        precondition(decoded >= runs[runs.count - 1].decoded, "runs are added in order")
        if let last = runs.last, last.decoded == decoded { runs.removeLast() }
        if let last = runs.last, last.step == step, step > 0, raw - last.raw == (decoded - last.decoded) * step {
            return
        }
        runs.append(Run(decoded: decoded, raw: raw, step: step))
    }

    /// Says how the text of `other` was decoded, which stands from `decoded` on and whose raw bytes begin at `raw`.
    ///
    /// - Precondition: `decoded` does not lie before the last run added.
    public mutating func append(_ other: AlignmentMap, decoded: Int, raw: Int) {
        for run in other.runs { add(decoded: decoded + run.decoded, raw: raw + run.raw, step: run.step) }
    }

    /// The raw byte offset of a decoded byte offset.
    ///
    /// - Complexity: O(log n) in the number of runs.
    public func rawOffset(of decoded: Int) -> Int {
        // Most maps are one run.
        let isFirst = runs.count == 1 && runs[0].decoded <= decoded
        let low = isFirst ? 1 : runs.partitioningIndex { $0.decoded > decoded }
        guard low > 0 else { return decoded }
        let run = runs[low - 1]
        return run.raw + (decoded - run.decoded) * run.step
    }

    /// The way through this map and then through `outer`, for a text of `length` bytes.
    ///
    /// - Complexity: O(n log r) for a text of n bytes and maps of r runs.
    public func followed(by outer: AlignmentMap, length: Int) -> AlignmentMap {
        guard outer != .identity else { return self }
        var result = AlignmentMap()
        for offset in 0..<max(length, 1) {
            result.add(decoded: offset, raw: outer.rawOffset(of: rawOffset(of: offset)))
        }
        return result
    }
}
