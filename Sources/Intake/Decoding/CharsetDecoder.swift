import TextCore

/// Raw bytes to UTF-8: by byte order mark, else UTF-16 by its pattern of zeros, else UTF-8 where it is well formed, else
/// Windows-1252.
package enum CharsetDecoder {
    /// Decodes `raw`. Never fails: what is ill-formed becomes U+FFFD and is told.
    ///
    /// - Complexity: O(n).
    /// - Parameter label: the character set that the giver declares, in lower case. It is believed unless the bytes show
    ///   that it cannot be: what is well-formed UTF-8 beyond ASCII is UTF-8.
    package static func decode(_ raw: [UInt8], label: String? = nil) -> DecodedText {
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(raw, from: 3) }
        if raw.starts(with: [0xFF, 0xFE]) { return utf16(raw, from: 2, littleEndian: true) }
        if raw.starts(with: [0xFE, 0xFF]) { return utf16(raw, from: 2, littleEndian: false) }
        if let littleEndian = utf16Order(raw) { return utf16(raw, from: 0, littleEndian: littleEndian) }
        let (sequences, strays) = census(raw)
        if let label, strays > 0 || sequences == 0, !utf8Labels.contains(label) {
            if latinLabels.contains(label) { return strays > 0 ? windows1252(raw) : DecodedText(bytes: raw) }
            if let text = IconvDecoder.decode(raw, label: label) { return text }
        }
        // A sequence is well formed by chance in one pair of Windows letters out of many.
        if strays > 4 * sequences { return windows1252(raw) }
        return strays == 0 ? DecodedText(bytes: raw) : utf8(raw, from: 0)
    }

    private static let utf8Labels: Set<String> = ["utf-8", "utf8", "unicode-1-1-utf-8"]
    private static let latinLabels: Set<String> = [
        "iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252", "ansi",
    ]

    /// Whether characters are made of single bytes, so that control bytes are control characters: not UTF-16.
    static func isSingleByte(_ raw: [UInt8]) -> Bool {
        !raw.starts(with: [0xFF, 0xFE]) && !raw.starts(with: [0xFE, 0xFF]) && utf16Order(raw) == nil
    }

    /// Byte order of UTF-16 without a mark: every other byte of Latin text is zero, and next to none of the others.
    static func utf16Order(_ raw: [UInt8]) -> Bool? {
        let sample = raw.prefix(4096)
        guard sample.count >= 8 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let half = sample.count / 2
        if zeros.odd * 10 > half * 7, zeros.even * 10 < zeros.odd { return true }
        if zeros.even * 10 > half * 7, zeros.odd * 10 < zeros.even { return false }
        return nil
    }

    /// Number of well-formed multi-byte sequences, and of bytes beyond ASCII that belong to none.
    private static func census(_ raw: [UInt8]) -> (sequences: Int, strays: Int) {
        var sequences = 0
        var strays = 0
        raw.withUnsafeBytes { bytes in
            var index = ASCII.end(ofRunIn: bytes, from: 0)
            while index < bytes.count {
                let (width, valid) = sequence(raw, at: index)
                if valid { sequences += 1 } else { strays += width }
                index = ASCII.end(ofRunIn: bytes, from: index + width)
            }
        }
        return (sequences, strays)
    }

    /// The UTF-8 sequence at `index`, or the longest beginning of one (Unicode 15, table 3-7; at least one byte).
    static func sequence(_ raw: [UInt8], at index: Int) -> (width: Int, valid: Bool) {
        let lead = raw[index]
        let needed: Int
        var allowed: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: return (1, true)
        case 0xC2...0xDF: needed = 2
        case 0xE0: (needed, allowed) = (3, 0xA0...0xBF)
        case 0xED: (needed, allowed) = (3, 0x80...0x9F)
        case 0xE1...0xEF: needed = 3
        case 0xF0: (needed, allowed) = (4, 0x90...0xBF)
        case 0xF1...0xF3: needed = 4
        case 0xF4: (needed, allowed) = (4, 0x80...0x8F)
        default: return (1, false)
        }
        var width = 1
        while width < needed {
            guard index + width < raw.count, allowed.contains(raw[index + width]) else { return (width, false) }
            allowed = 0x80...0xBF
            width += 1
        }
        return (width, true)
    }

    private static func utf8(_ raw: [UInt8], from start: Int) -> DecodedText {
        var text = DecodedText()
        text.bytes.reserveCapacity(raw.count)
        text.map.add(decoded: 0, raw: start)
        var copied = start
        var index = start
        while index < raw.count {
            if raw[index] < 0x80 {
                index += 1
                continue
            }
            let (width, valid) = sequence(raw, at: index)
            if !valid {
                text.bytes.append(contentsOf: raw[copied..<index])
                text.note(.illFormed, "", at: text.bytes.count)
                text.append(strayMark(raw[index], width: width), raw: index, step: 0)
                copied = index + width
                text.map.add(decoded: text.bytes.count, raw: copied)
            }
            index += width
        }
        text.bytes.append(contentsOf: raw[copied...])
        return text
    }

    /// A lone Windows quote or dash among UTF-8 is certainly that; anything else is not known.
    private static func strayMark(_ byte: UInt8, width: Int) -> Unicode.Scalar {
        width == 1 && [0x91, 0x92, 0x93, 0x94, 0x96, 0x97].contains(byte) ? Windows1252.scalar(byte) : "\u{FFFD}"
    }

    private static func windows1252(_ raw: [UInt8]) -> DecodedText {
        var text = DecodedText()
        text.bytes.reserveCapacity(raw.count + raw.count / 16)
        for (index, byte) in raw.enumerated() {
            if byte < 0x80 {
                text.map.add(decoded: text.bytes.count, raw: index)
                text.bytes.append(byte)
            } else {
                text.note(.charset, "Windows-1252", at: text.bytes.count)
                text.append(Windows1252.scalar(byte), raw: index, step: 0)
            }
        }
        return text
    }

    private static func utf16(_ raw: [UInt8], from start: Int, littleEndian: Bool) -> DecodedText {
        var text = DecodedText()
        text.bytes.reserveCapacity(raw.count / 2)
        text.note(.charset, littleEndian ? "UTF-16LE" : "UTF-16BE", at: 0)
        func unit(_ index: Int) -> UInt32? {
            guard index + 1 < raw.count else { return nil }
            let (first, second) = (UInt32(raw[index]), UInt32(raw[index + 1]))
            return littleEndian ? first | second << 8 : first << 8 | second
        }
        var index = start
        while index < raw.count {
            var width = 2
            var scalar = unit(index).flatMap(Unicode.Scalar.init)
            if let high = unit(index), (0xD800...0xDBFF).contains(high), let low = unit(index + 2),
                (0xDC00...0xDFFF).contains(low)
            {
                scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
                width = 4
            }
            if scalar == nil { text.note(.illFormed, "", at: text.bytes.count) }
            let decoded = scalar ?? "\u{FFFD}"
            text.append(decoded, raw: index, step: decoded.isASCII ? 2 : 0)
            index += width
        }
        return text
    }
}
