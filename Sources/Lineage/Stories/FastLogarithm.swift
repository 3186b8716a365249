/// Logarithm and exponential worked out with sums and products alone: the same bits on every machine.
enum FastLogarithm {
    /// The natural logarithm of a positive number.
    static func natural(_ x: Float) -> Float {
        guard x > 0, x.isFinite else { return 0 }
        // x = m · 2^e with m from 1 to 2; ln m by the series of the area hyperbolic tangent.
        let ratio = Double(x.significand)
        let t = (ratio - 1) / (ratio + 1)
        let square = t * t
        var power = t
        var sum = 0.0
        for odd in stride(from: 1.0, through: 21, by: 2) {
            sum += power / odd
            power *= square
        }
        return Float(2 * sum + Double(x.exponent) * 0.693_147_180_559_945_3)
    }

    /// e to the power of a number; zero far below zero.
    static func exponential(_ x: Float) -> Float {
        if x < -80 { return 0 }
        let small = Double(min(x, 80)) / 256
        var term = 1.0
        var sum = 1.0
        for step in 1...10 {
            term *= small / Double(step)
            sum += term
        }
        for _ in 0..<8 { sum *= sum }
        return Float(sum)
    }
}
