/// SHA-256 (FIPS 180-4): the stable name of bytes. Here because the rooms below need it and nothing else of a
/// cryptography package.
public struct SHA256Digest: Hashable, Comparable, Sendable {
    /// The eight words of the digest, most significant first.
    let words: [UInt32]

    /// The digest of `bytes`.
    ///
    /// - Complexity: O(n).
    public init(of bytes: [UInt8]) {
        var state: [UInt32] = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
        ]
        let whole = bytes.count / 64
        bytes.withUnsafeBytes { Self.absorb(UnsafeRawBufferPointer(rebasing: $0[..<(whole * 64)]), &state) }
        var tail = Array(bytes[(whole * 64)...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        tail.withUnsafeBytes { Self.absorb($0, &state) }
        self.words = state
    }

    /// The digest that 64 lower-case hexadecimal digits write, or nil where they are no such thing.
    public init?(hexadecimal: String) {
        var words: [UInt32] = []
        var word: UInt32 = 0
        var count = 0
        for byte in hexadecimal.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): word = word << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): word = word << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
            count += 1
            if count > 64 { return nil }
            if count % 8 == 0 {
                words.append(word)
                word = 0
            }
        }
        guard count == 64 else { return nil }
        self.words = words
    }

    /// The 32 bytes of the digest.
    public var bytes: [UInt8] {
        words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
    }

    /// The digest as 64 hexadecimal digits.
    public var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        let alphabet = Array("0123456789abcdef".utf8)
        for word in words {
            for shift in stride(from: 28, through: 0, by: -4) {
                digits.append(alphabet[Int(word >> UInt32(shift)) & 15])
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    public static func < (a: SHA256Digest, b: SHA256Digest) -> Bool { a.words.lexicographicallyPrecedes(b.words) }

    /// Takes in whole blocks of 64 bytes. Eight rounds are written out, so that the working variables change their parts
    /// instead of their places.
    private static func absorb(_ blocks: UnsafeRawBufferPointer, _ state: inout [UInt32]) {
        roundConstants.withUnsafeBufferPointer { k in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
                for block in stride(from: 0, to: blocks.count, by: 64) {
                    for i in 0..<16 {
                        w[i] = UInt32(
                            bigEndian: blocks.loadUnaligned(fromByteOffset: block &+ i &* 4, as: UInt32.self))
                    }
                    for i in 16..<64 {
                        let (early, late) = (w[i &- 15], w[i &- 2])
                        w[i] =
                            w[i &- 16] &+ (rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)) &+ w[i &- 7]
                            &+ (rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10))
                    }
                    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
                    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
                    for i in stride(from: 0, to: 64, by: 8) {
                        round(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
                        round(h, a, b, &c, d, e, f, &g, k[i &+ 1] &+ w[i &+ 1])
                        round(g, h, a, &b, c, d, e, &f, k[i &+ 2] &+ w[i &+ 2])
                        round(f, g, h, &a, b, c, d, &e, k[i &+ 3] &+ w[i &+ 3])
                        round(e, f, g, &h, a, b, c, &d, k[i &+ 4] &+ w[i &+ 4])
                        round(d, e, f, &g, h, a, b, &c, k[i &+ 5] &+ w[i &+ 5])
                        round(c, d, e, &f, g, h, a, &b, k[i &+ 6] &+ w[i &+ 6])
                        round(b, c, d, &e, f, g, h, &a, k[i &+ 7] &+ w[i &+ 7])
                    }
                    for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= word }
                }
            }
        }
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32,
        _ added: UInt32
    ) {
        let t1 = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ (g ^ (e & (f ^ g))) &+ added
        d = d &+ t1
        h = t1 &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) | (c & (a | b)))
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 { word &>> by | word &<< (32 &- by) }

    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
