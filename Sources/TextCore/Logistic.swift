/// The logistic function, worked out with sums and products alone: the same bits on every machine.
public enum Logistic {
    /// The probability of log-odds.
    public static func probability(_ logit: Double) -> Double {
        if logit < 0 { return 1 - probability(-logit) }
        return 1 / (1 + exponential(-min(logit, 60)))
    }

    /// e to the power of a number that is not positive.
    public static func exponentialBelow(_ x: Double) -> Double { exponential(max(-60, min(0, x))) }

    /// e to the power of `x`, for x from -60 to 0: the series for x / 64, squared six times.
    private static func exponential(_ x: Double) -> Double {
        let small = x / 64
        var term = 1.0
        var sum = 1.0
        for step in 1...16 {
            term *= small / Double(step)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }
}
