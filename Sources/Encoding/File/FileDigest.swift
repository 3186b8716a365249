import TextCore

/// The digest of a model's bytes: made for speed, so that every start can check it. It finds cut, changed and swapped
/// bytes; it is no protection against forgers, who could write another digest beside other bytes.
struct FileDigest {
    /// The sum of all words, each mixed with its place (the finaliser of SplitMix64); the last one filled up with zeros.
    private(set) var sum: UInt64 = 0
    private var place: UInt64 = 0

    /// Adds the next bytes: a multiple of eight but for the last.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index += 8
        }
        guard index < bytes.count else { return }
        var last: UInt64 = 0
        for (shift, byte) in bytes[index...].enumerated() { last |= UInt64(byte) << UInt64(8 * shift) }
        add(last)
    }

    private mutating func add(_ word: UInt64) {
        place &+= 0x9e37_79b9_7f4a_7c15
        sum &+= StableHash.mix(word &+ place)
    }

    /// Whether `digest` (`sum64:` and 16 hexadecimal digits) says the same.
    func matches(_ digest: String) -> Bool {
        let digits = digest.split(separator: ":").last.map(String.init) ?? ""
        guard digest.hasPrefix("sum64:"), let expected = UInt64(digits, radix: 16) else { return false }
        return expected == sum
    }
}
