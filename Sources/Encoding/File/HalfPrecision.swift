/// Numbers of 16 bits (IEEE 754 binary16), for machines that have no instruction for them.
enum HalfPrecision {
    /// Widens `count` little-endian numbers at `source`. Subnormal numbers, infinities and NaN come out as they are.
    ///
    /// Without a branch, so that the compiler does it for several numbers at once; `source` and `target` lie apart.
    static func widen(_ source: UnsafePointer<UInt16>, count: Int, to target: UnsafeMutablePointer<Float>) {
        for index in 0..<count {
            let half = UInt32(UInt16(littleEndian: source[index]))
            let magnitude = (half & 0x7FFF) &<< 13
            let value = Float(bitPattern: magnitude) * scale
            // Infinity and NaN keep their exponent.
            let special: UInt32 = magnitude >= 0x0F80_0000 ? 0x7F80_0000 : 0
            target[index] = Float(bitPattern: value.bitPattern | special | (half & 0x8000) &<< 16)
        }
    }

    /// 2^112: what a half's exponent lacks when it is read as a single's.
    private static let scale = Float(bitPattern: (127 + 112) << 23)
}
