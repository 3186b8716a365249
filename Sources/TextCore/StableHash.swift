/// 64-bit FNV-1a with a final mix: the same on every machine and in every process, unlike `hashValue`. For fingerprints
/// and tables, not for security.
public enum StableHash {
    /// The hash of the bytes of `bytes`.
    @inlinable
    public static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
        var state = seed
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return mix(state)
    }

    /// Combines two hashes; order matters.
    @inlinable
    public static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 { mix(a &* 0x9e37_79b9_7f4a_7c15 &+ b) }

    /// Spreads the bits of a word (the finaliser of SplitMix64).
    @inlinable
    public static func mix(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
