/// Percent-encoding (RFC 3986, 2.1).
enum PercentCoding {
    /// What a hexadecimal digit stands for.
    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The escape of a byte, in upper case.
    static func escaped(_ byte: UInt8) -> [UInt8] {
        let alphabet = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), alphabet[Int(byte >> 4)], alphabet[Int(byte & 15)]]
    }

    /// The byte that an escape at `index` of `bytes` stands for; nil where none stands there.
    static func escape(_ bytes: [UInt8], at index: Int) -> UInt8? {
        guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = value(bytes[index + 1]),
            let low = value(bytes[index + 2])
        else { return nil }
        return high << 4 | low
    }
}
