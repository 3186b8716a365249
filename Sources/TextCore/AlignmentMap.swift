/// The way from a decoded text back to the bytes it was decoded from.
///
/// Runs of equal length on both sides are kept as one entry, so an untouched text costs one entry whatever its length.
public struct AlignmentMap: Hashable, Sendable {
    /// A stretch where decoded byte `decoded + k` came from raw byte `raw + k`.
    struct Run: Hashable, Sendable {
        var decoded: Int
        var raw: Int
        /// Whether raw and decoded run side by side from here (else all of the run maps to `raw`).
        var parallel: Bool
    }
    private(set) var runs: [Run]

    /// A map on which every byte stands where it stood.
    public static var identity: AlignmentMap { AlignmentMap() }

    /// An empty map: the identity, until runs are added.
    public init() { runs = [Run(decoded: 0, raw: 0, parallel: true)] }

    /// Says that decoded bytes from `decoded` on come from raw bytes from `raw` on; `parallel: false` where one raw
    /// sequence gave several bytes that do not stand in it.
    ///
    /// - Precondition: `decoded` does not lie before the last run added.
    public mutating func add(decoded: Int, raw: Int, parallel: Bool = true) {
        precondition(decoded >= runs[runs.count - 1].decoded, "runs are added in order")
        if let last = runs.last, last.decoded == decoded { runs.removeLast() }
        if let last = runs.last, last.parallel, parallel, raw - last.raw == decoded - last.decoded { return }
        runs.append(Run(decoded: decoded, raw: raw, parallel: parallel))
    }

    /// The raw byte offset of a decoded byte offset.
    ///
    /// - Complexity: O(log n) in the number of runs.
    public func rawOffset(of decoded: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].decoded <= decoded { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return decoded }
        let run = runs[low - 1]
        return run.parallel ? run.raw + decoded - run.decoded : run.raw
    }
}
