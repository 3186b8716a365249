import TextCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Character sets that the system's `iconv` knows: Windows-1251, Shift_JIS, EUC-KR, GB18030, Big5 and the like.
enum IconvDecoder {
    /// Decodes `raw`; nil where the system knows no such character set. What is ill-formed becomes U+FFFD and is told.
    ///
    /// A character is converted at a time, so that each keeps its place: a megabyte takes about a tenth of a second.
    ///
    /// - Complexity: O(n).
    static func decode(_ raw: [UInt8], label: String) -> DecodedText? {
        guard let converter = open(label) else { return nil }
        defer { iconv_close(converter) }
        var text = DecodedText()
        text.bytes.reserveCapacity(raw.count + raw.count / 2)
        text.note(.charset, label, at: 0)
        var index = 0
        while index < raw.count {
            // Bytes below 0x80 are ASCII in all of these, but a letter may be the second byte of a character: only a first
            // byte is looked at. ISO-2022 shifts with escapes and is not among them.
            if raw[index] < 0x80 {
                text.map.add(decoded: text.bytes.count, raw: index)
                text.bytes.append(raw[index])
                index += 1
                continue
            }
            if let found = character(raw, index, converter) {
                text.map.add(decoded: text.bytes.count, raw: index, step: 0)
                text.bytes += found.bytes
                index += found.width
            } else {
                text.note(.illFormed, "", at: text.bytes.count)
                text.append("\u{FFFD}", raw: index, step: 0)
                index += 1
            }
        }
        return text
    }

    private static func open(_ label: String) -> iconv_t? {
        guard label.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || "-_:.".utf8.contains($0) }),
            !label.hasPrefix("utf-7"), !label.hasPrefix("iso-2022"), !label.hasPrefix("utf-16"),
            !label.hasPrefix("utf-32"),
            !label.hasPrefix("ibm"), !label.hasPrefix("ebcdic"), !label.hasPrefix("cp0")
        else { return nil }
        let name = aliases[label] ?? label
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        return converter
    }

    /// The character that begins at `index`: the shortest stretch of up to four bytes that is one.
    private static func character(_ raw: [UInt8], _ index: Int, _ converter: iconv_t) -> (bytes: [UInt8], width: Int)? {
        for width in 1...4 where index + width <= raw.count {
            var source = raw[index..<(index + width)].map { CChar(bitPattern: $0) }
            var target = [CChar](repeating: 0, count: 16)
            let written: Int? = source.withUnsafeMutableBufferPointer { input in
                target.withUnsafeMutableBufferPointer { output in
                    iconv(converter, nil, nil, nil, nil)
                    var from = input.baseAddress
                    var left = input.count
                    var into = output.baseAddress
                    var room = output.count
                    let result = iconv(converter, &from, &left, &into, &room)
                    return result == Int.max || result == -1 as Int || left > 0 ? nil : output.count - room
                }
            }
            if let written, written > 0 { return (target[..<written].map { UInt8(bitPattern: $0) }, width) }
        }
        return nil
    }

    /// Labels of the web for sets that iconv calls otherwise (WHATWG Encoding Standard, 4.2).
    private static let aliases = [
        "gb2312": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030", "shift_jis": "CP932", "shift-jis": "CP932",
        "sjis": "CP932", "x-sjis": "CP932", "ks_c_5601-1987": "CP949", "euc-kr": "CP949", "big5": "BIG5-HKSCS",
        "iso-8859-9": "CP1254", "latin5": "CP1254", "tis-620": "CP874", "windows-874": "CP874", "iso-8859-11": "CP874",
    ]
}
