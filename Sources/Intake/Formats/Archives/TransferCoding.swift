import TextCore

/// Transfer encodings of messages (RFC 2045), with the way back to the encoded bytes.
enum TransferCoding {
    /// The bytes in `range`, decoded from `encoding`; as they stand for one that is not known.
    static func decoded(_ bytes: [UInt8], _ range: Range<Int>, _ encoding: String) -> (
        bytes: [UInt8], map: AlignmentMap
    ) {
        switch encoding {
        case "quoted-printable": return quotedPrintable(bytes, range)
        case "base64": return base64(bytes, range)
        default:
            var map = AlignmentMap()
            map.add(decoded: 0, raw: range.lowerBound)
            return (Array(bytes[range]), map)
        }
    }

    private static func quotedPrintable(_ bytes: [UInt8], _ range: Range<Int>) -> (bytes: [UInt8], map: AlignmentMap) {
        var result: [UInt8] = []
        var map = AlignmentMap()
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "="), index + 1 < range.upperBound {
                if bytes[index + 1] == 0x0A || bytes[index + 1] == 0x0D {
                    let isPair = bytes[index + 1] == 0x0D && index + 2 < range.upperBound && bytes[index + 2] == 0x0A
                    index += isPair ? 3 : 2
                    continue
                }
                if index + 2 < range.upperBound,
                    let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
                {
                    map.add(decoded: result.count, raw: index, step: 0)
                    result.append(value)
                    index += 3
                    continue
                }
            }
            map.add(decoded: result.count, raw: index)
            result.append(bytes[index])
            index += 1
        }
        return (result, map)
    }

    /// Whether bytes are base64: its letters in fours, white space apart.
    static func isBase64(_ bytes: [UInt8]) -> Bool {
        var count = 0
        for byte in bytes where !ASCII.isSpace(byte) {
            guard byte == UInt8(ascii: "=") || sextet(byte) != nil else { return false }
            count += 1
        }
        return count >= 4 && count % 4 == 0
    }

    /// Base64 decoded; what is none of its letters is passed over.
    static func base64(_ bytes: [UInt8], _ range: Range<Int>) -> (bytes: [UInt8], map: AlignmentMap) {
        var result: [UInt8] = []
        var map = AlignmentMap()
        var bits: UInt32 = 0
        var filled: UInt32 = 0
        for index in range {
            guard let value = sextet(bytes[index]) else { continue }
            bits = bits << 6 | value
            filled += 6
            if filled >= 8 {
                filled -= 8
                map.add(decoded: result.count, raw: index)
                result.append(UInt8(truncatingIfNeeded: bits >> filled))
            }
        }
        return (result, map)
    }

    private static func sextet(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61) + 26
        case 0x30...0x39: UInt32(byte - 0x30) + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}

/// Names in addresses of mail.
enum MailAddress {
    /// The name in `Jane Doe <jane@example.org>`, `jane@example.org (Jane Doe)` or `Jane Doe jane@example.org`; the text
    /// where it holds no address, nil where it is nothing but one.
    static func name(_ text: String) -> String? {
        guard text.contains("@") else { return text.isEmpty ? nil : text }
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let name = String(text[text.index(after: open)...].dropLast()).oneLine
            if !name.contains("@"), !name.isEmpty { return name }
        }
        let words = text.split(separator: " ").filter { !$0.contains("@") }
        let name = words.joined(separator: " ").filter {
            $0 != "\"" && $0 != "<" && $0 != ">" && $0 != "(" && $0 != ")"
        }.oneLine
        return name.isEmpty ? nil : name
    }

    /// The domain of an address.
    static func domain(_ text: String) -> String? {
        guard let at = text.firstIndex(of: "@") else { return nil }
        return String(text[text.index(after: at)...].prefix { $0 != ">" && $0 != " " && $0 != ")" })
    }
}
