#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An address of the Internet.
public enum IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// Four bytes, the first first.
    case v4([UInt8])
    /// Sixteen bytes, the first first.
    case v6([UInt8])

    /// The address that `text` writes in full: `192.0.2.1`, `2001:db8::1`. No abbreviations, no zones.
    public init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(withUnsafeBytes(of: four) { Array($0) })
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            self = .v6(withUnsafeBytes(of: sixteen) { Array($0) })
        } else {
            return nil
        }
    }

    /// As it is written.
    public var description: String {
        var text = [CChar](repeating: 0, count: 64)
        let (family, bytes): (Int32, [UInt8]) =
            switch self {
            case .v4(let bytes): (AF_INET, bytes)
            case .v6(let bytes): (AF_INET6, bytes)
            }
        guard bytes.withUnsafeBytes({ inet_ntop(family, $0.baseAddress, &text, 64) }) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether it can be reached from anywhere: in none of the blocks that IANA's registries of special-purpose addresses
    /// (RFC 6890) keep for private networks, the machine itself, neighbours, documentation, tests or groups. An IPv6 address
    /// that stands for one of IPv4 is judged as that.
    public var isPublic: Bool {
        switch self {
        case .v4(let bytes): return !Self.special4.contains { $0.holds(bytes) }
        case .v6(let bytes):
            if let inner = embedded(bytes) { return IPAddress.v4(inner).isPublic }
            // 2000::/3 is all that is given out.
            return bytes[0] & 0xE0 == 0x20 && !Self.special6.contains { $0.holds(bytes) }
        }
    }

    /// The IPv4 address within a mapped one, one of NAT64, or one of 6to4.
    private func embedded(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) { return Array(bytes[12...]) }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return Array(bytes[12...]) }
        return bytes.starts(with: [0x20, 0x02]) ? Array(bytes[2..<6]) : nil
    }

    private struct Network: Sendable {
        var prefix: [UInt8]
        var bits: Int

        init(_ text: String, _ bits: Int) {
            switch IPAddress(text) {
            case .v4(let bytes), .v6(let bytes): prefix = bytes
            case nil: prefix = []
            }
            self.bits = bits
        }

        func holds(_ address: [UInt8]) -> Bool {
            guard address.count == prefix.count else { return false }
            let whole = bits / 8
            guard address[..<whole] == prefix[..<whole] else { return false }
            guard bits % 8 > 0 else { return true }
            let mask = ~(UInt8.max >> UInt8(bits % 8))
            return address[whole] & mask == prefix[whole] & mask
        }
    }

    private static let special4: [Network] = [
        Network("0.0.0.0", 8), Network("10.0.0.0", 8), Network("100.64.0.0", 10), Network("127.0.0.0", 8),
        Network("169.254.0.0", 16), Network("172.16.0.0", 12), Network("192.0.0.0", 24), Network("192.0.2.0", 24),
        Network("192.88.99.0", 24), Network("192.168.0.0", 16), Network("198.18.0.0", 15),
        Network("198.51.100.0", 24), Network("203.0.113.0", 24), Network("224.0.0.0", 4), Network("240.0.0.0", 4),
    ]

    private static let special6: [Network] = [
        Network("2001::", 23), Network("2001:db8::", 32), Network("3fff::", 20),
    ]
}

/// Which addresses may be connected to.
public struct AddressPolicy: Sendable {
    let allows: @Sendable (IPAddress) -> Bool

    /// Only what can be reached from anywhere.
    public static let publicOnly = AddressPolicy { $0.isPublic }
    /// Any address, private networks and this machine included.
    public static let any = AddressPolicy { _ in true }
}
