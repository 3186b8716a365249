/// What stands between the matrix products: normalisation, softmax, and the like, on rows of numbers.
///
/// Written for eight numbers at a time, in an order of additions that does not depend on the machine.
enum Kernels {
    private typealias Lanes = SIMD8<Float>

    /// Gives each of `rows` rows mean 0 and variance 1, then scales and shifts it, in place; `residual`, where there is
    /// one, is added first.
    static func normalize(
        _ x: UnsafeMutablePointer<Float>, adding residual: UnsafePointer<Float>?, rows: Int, width: Int,
        weight: UnsafePointer<Float>, bias: UnsafePointer<Float>, epsilon: Float
    ) {
        precondition(width % 8 == 0, "rows are as wide as a multiple of eight")
        for row in 0..<rows {
            let values = x + row * width
            var sum = Lanes.zero
            if let residual {
                let other = residual + row * width
                for index in stride(from: 0, to: width, by: 8) {
                    let value = load(values + index) + load(other + index)
                    store(value, values + index)
                    sum += value
                }
            } else {
                for index in stride(from: 0, to: width, by: 8) { sum += load(values + index) }
            }
            let mean = sum.sum() / Float(width)
            var squares = Lanes.zero
            for index in stride(from: 0, to: width, by: 8) {
                let difference = load(values + index) - mean
                squares += difference * difference
            }
            let factor = 1 / (squares.sum() / Float(width) + epsilon).squareRoot()
            for index in stride(from: 0, to: width, by: 8) {
                let value = (load(values + index) - mean) * factor
                store(value * load(weight + index) + load(bias + index), values + index)
            }
        }
    }

    /// Turns each of `rows` rows of `count` numbers into weights that sum to one, in place. Rows are `stride` apart, and
    /// there is room for `count` filled up to a multiple of eight.
    static func softmax(_ x: UnsafeMutablePointer<Float>, rows: Int, count: Int, stride rowStride: Int) {
        for row in 0..<rows {
            let values = x + row * rowStride
            let padded = (count + 7) / 8 * 8
            for index in count..<padded { values[index] = -.greatestFiniteMagnitude }
            var top = load(values)
            for index in Swift.stride(from: 8, to: padded, by: 8) {
                let lanes = load(values + index)
                top.replace(with: lanes, where: lanes .> top)
            }
            let highest = top.max()
            var sum = Lanes.zero
            for index in Swift.stride(from: 0, to: padded, by: 8) {
                let value = exponential(load(values + index) - highest)
                store(value, values + index)
                sum += value
            }
            let factor = 1 / sum.sum()
            for index in Swift.stride(from: 0, to: padded, by: 8) {
                store(load(values + index) * factor, values + index)
            }
        }
    }

    /// `slope · x` where `x` is below zero, in place.
    static func leak(_ x: UnsafeMutablePointer<Float>, count: Int, slope: Float) {
        for index in 0..<count where x[index] < 0 { x[index] *= slope }
    }

    /// The product of two rows of `count` numbers.
    static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int) -> Float {
        var sum = Lanes.zero
        var index = 0
        while index + 8 <= count {
            sum += load(a + index) * load(b + index)
            index += 8
        }
        var result = sum.sum()
        while index < count {
            result += a[index] * b[index]
            index += 1
        }
        return result
    }

    /// Adds `count` numbers to others.
    static func add(_ a: UnsafePointer<Float>, to b: UnsafeMutablePointer<Float>, count: Int) {
        var index = 0
        while index + 8 <= count {
            store(load(a + index) + load(b + index), b + index)
            index += 8
        }
        while index < count {
            b[index] += a[index]
            index += 1
        }
    }

    /// Index of the greatest of `count` numbers, the first of equals.
    static func greatest(_ x: UnsafePointer<Float>, count: Int) -> Int {
        var best = 0
        for index in 1..<max(count, 1) where x[index] > x[best] { best = index }
        return best
    }

    /// `e` to numbers of at most zero, to within two units of the last place (Cephes `expf`).
    private static func exponential(_ x: Lanes) -> Lanes {
        var value = x
        value.replace(with: -87, where: x .< -87)
        // Adding 1.5 · 2^23 rounds to a whole number, which then stands in the low bits.
        let shifted = value * 1.442_695_04 + Self.rounding
        let whole = shifted - Self.rounding
        let rest = value - whole * 0.693_359_375 - whole * -2.121_944_4e-4
        var result = rest * 1.987_569_15e-4 + 1.398_199_95e-3
        result = result * rest + 8.333_451_9e-3
        result = result * rest + 4.166_579_6e-2
        result = result * rest + 1.666_666_55e-1
        result = result * rest + 5.000_000_1e-1
        result = result * rest * rest + rest + 1
        let exponent = SIMD8<UInt32>(bits: shifted) &- Self.rounding.bitPattern &+ 127
        return result * Lanes(bits: exponent &<< 23)
    }

    /// The same of one number.
    static func exponential(_ x: Float) -> Float { exponential(Lanes(repeating: x))[0] }

    private static let rounding: Float = 12_582_912

    private static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
        UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
    }

    private static func load(_ pointer: UnsafeMutablePointer<Float>) -> Lanes {
        UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
    }

    private static func store(_ lanes: Lanes, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Lanes.self)
    }
}

extension SIMD8<Float> {
    /// The numbers with these bits.
    init(bits: SIMD8<UInt32>) { self = unsafeBitCast(bits, to: SIMD8<Float>.self) }
}

extension SIMD8<UInt32> {
    /// The bits of these numbers.
    init(bits: SIMD8<Float>) { self = unsafeBitCast(bits, to: SIMD8<UInt32>.self) }
}
