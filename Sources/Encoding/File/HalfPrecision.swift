/// Numbers of 16 bits (IEEE 754 binary16), for machines that have no instruction for them.
enum HalfPrecision {
    /// Widens `count` little-endian numbers at `source`. Subnormal numbers, infinities and NaN come out as they are.
    static func widen(_ source: UnsafeRawPointer, count: Int, to target: UnsafeMutablePointer<Float>) {
        var index = 0
        while index + 8 <= count {
            let halves = source.loadUnaligned(fromByteOffset: 2 * index, as: SIMD8<UInt16>.self)
            let wide = SIMD8<UInt32>(truncatingIfNeeded: halves)
            let magnitude = (wide & 0x7FFF) &<< 13
            let special = magnitude .>= 0x0F80_0000
            var value = SIMD8<Float>(bits: magnitude) * scale
            // Infinity and NaN keep their exponent.
            value.replace(with: SIMD8<Float>(bits: magnitude | 0x7F80_0000), where: special)
            let signed = SIMD8<UInt32>(bits: value) | (wide & 0x8000) &<< 16
            UnsafeMutableRawPointer(target + index).storeBytes(of: SIMD8<Float>(bits: signed), as: SIMD8<Float>.self)
            index += 8
        }
        while index < count {
            let half = UInt32(source.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
            let magnitude = (half & 0x7FFF) << 13
            let value =
                magnitude >= 0x0F80_0000
                ? Float(bitPattern: magnitude | 0x7F80_0000) : Float(bitPattern: magnitude) * scale
            target[index] = Float(bitPattern: value.bitPattern | (half & 0x8000) << 16)
            index += 1
        }
    }

    /// 2^112: what a half's exponent lacks when it is read as a single's.
    private static let scale = Float(bitPattern: (127 + 112) << 23)
}

extension SIMD8<Float> {
    /// The numbers with these bits.
    init(bits: SIMD8<UInt32>) { self = unsafeBitCast(bits, to: SIMD8<Float>.self) }
}

extension SIMD8<UInt32> {
    /// The bits of these numbers.
    init(bits: SIMD8<Float>) { self = unsafeBitCast(bits, to: SIMD8<UInt32>.self) }
}
