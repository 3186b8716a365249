#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Probabilities from scores.
enum Probability {
    /// Those of `count` labels, which sum to one.
    static func all(_ scores: UnsafePointer<Float>, count: Int) -> [Float] {
        guard count > 0 else { return [] }
        let highest = scores[Kernels.greatest(scores, count: count)]
        let weights = (0..<count).map { expf(scores[$0] - highest) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }
}
