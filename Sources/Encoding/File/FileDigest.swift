import TextCore

/// The digest of a model's bytes: made for speed, so that every start can check it. It finds cut, changed and swapped
/// bytes; it is no protection against forgers, who could write another digest beside other bytes.
enum FileDigest {
    /// Whether `digest` (`sum64:` and 16 hexadecimal digits) is that of the bytes from `start` on.
    static func matches(_ digest: String, _ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        let digits = digest.split(separator: ":").last.map(String.init) ?? ""
        guard digest.hasPrefix("sum64:"), let expected = UInt64(digits, radix: 16) else { return false }
        return expected == sum(bytes, from: start)
    }

    /// The sum of all words, each mixed with its place (the finaliser of SplitMix64); the last one filled up with zeros.
    static func sum(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var sum: UInt64 = 0
        var place: UInt64 = 0
        var index = start
        while index + 8 <= bytes.count {
            place &+= 0x9e37_79b9_7f4a_7c15
            sum &+= StableHash.mix(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &+ place)
            index += 8
        }
        guard index < bytes.count else { return sum }
        var last: UInt64 = 0
        for (shift, byte) in bytes[index...].enumerated() { last |= UInt64(byte) << UInt64(8 * shift) }
        return sum &+ StableHash.mix(last &+ place &+ 0x9e37_79b9_7f4a_7c15)
    }
}
