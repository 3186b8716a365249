import TextCore

/// Mends a decoded text: UTF-8 that somebody had read as Windows-1252, NULs, and control characters.
///
///     Itâ€™s a cafÃ©     It’s a café
///     CAFÉ«             unchanged: not certain
///
/// Control characters become U+FFFD rather than nothing, so that scalar offsets stay those of the file, and so that no
/// escape sequence of a document reaches a terminal.
package enum TextMender {
    /// Mends `text`, or gives it back as it is where nothing is to be mended.
    ///
    /// - Complexity: O(n) where nothing but mending was done to the text; O(n log r) where it has r runs.
    package static func mend(_ text: DecodedText) -> DecodedText {
        let (certain, controls) = census(text.bytes)
        guard certain || controls else { return text }
        let original = text.map
        var mended = DecodedText(repairs: text.repairs)
        mended.bytes.reserveCapacity(text.bytes.count)
        var index = 0
        while index < text.bytes.count {
            if original.isEven {
                let end = text.bytes[index...].firstIndex { suspicious[Int($0)] } ?? text.bytes.count
                if end > index {
                    mended.map.add(decoded: mended.bytes.count, raw: original.rawOffset(of: index))
                    mended.bytes.append(contentsOf: text.bytes[index..<end])
                    index = end
                    continue
                }
            }
            let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, at: index)
            let raw = original.rawOffset(of: index)
            if certain, scalar.value >= 0x80, let found = mojibake(in: text.bytes, at: index) {
                let place = mended.bytes.count
                mended.append(found.scalar, raw: raw, step: 0)
                mended.note(
                    .mojibake,
                    String(decoding: text.bytes[index..<(index + found.width)], as: UTF8.self)
                        + " for " + String(found.scalar), at: place)
                index += found.width
                continue
            }
            if isControl(scalar) {
                mended.note(scalar.value == 0 ? .nul : .control, name(scalar), at: mended.bytes.count)
                mended.append("\u{FFFD}", raw: raw, step: 0)
            } else {
                let advance = original.rawOffset(of: index + width) - raw
                mended.map.add(decoded: mended.bytes.count, raw: raw, step: advance / width)
                mended.bytes.append(contentsOf: text.bytes[index..<(index + width)])
            }
            index += width
        }
        return mended
    }

    /// A control that is no white space of plain text: C0 but tab, line feed, form feed and carriage return; delete; C1.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x85: false
        case 0x00...0x1F, 0x7F...0x9F: true
        default: false
        }
    }

    /// Whether the text holds a sequence that no writer would have typed, and whether it holds controls.
    private static func census(_ bytes: [UInt8]) -> (certain: Bool, controls: Bool) {
        var (certain, controls) = (false, false)
        bytes.withUnsafeBufferPointer { raw in
            suspicious.withUnsafeBufferPointer { suspicious in
                for (index, byte) in raw.enumerated() where suspicious[Int(byte)] {
                    controls = controls || isControl(UTF8Scanner.scalar(in: bytes, at: index).scalar)
                    certain = certain || isCertainMojibake(bytes, at: index)
                }
            }
        }
        return (certain, controls)
    }

    /// For each byte whether it is a control, or may begin a control or mojibake (C2, C3).
    private static let suspicious: [Bool] = (0...255).map { byte in
        byte == 0xC2 || byte == 0xC3 || byte < 0x80 && isControl(Unicode.Scalar(byte))
    }

    /// Whether a sequence stands there that no writer would have typed: `â€™`, `Ã©`, `Â£`, an emoji as `ðŸ˜€`.
    private static func isCertainMojibake(_ bytes: [UInt8], at index: Int) -> Bool {
        // The leads as they look in UTF-8: Ã is C3 83, Â is C3 82, â is C3 A2, ð is C3 B0.
        guard bytes[index] == 0xC3, index + 1 < bytes.count,
            [0x82, 0x83, 0xA2, 0xB0].contains(bytes[index + 1]), let found = mojibake(in: bytes, at: index)
        else { return false }
        return switch found.scalar.value {
        case 0xA0...0xBF, 0xE0...0xFF: true  // Â or Ã before a symbol of Latin-1
        case 0x2000...0x20CF, 0x2100...0x214F: true  // â€ or â‚ before a third
        case 0x10000...: true
        default: false
        }
    }

    /// The character whose UTF-8 bytes, each read as Windows-1252, stand at `index`; nil where they do not make one.
    private static func mojibake(in bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
        var original: [UInt8] = []
        var end = index
        while end < bytes.count, original.count < 4 {
            let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: end)
            guard scalar.value >= 0x80, let byte = Windows1252.byte(scalar) else { break }
            original.append(byte)
            end += width
            let (needed, valid) = CharsetDecoder.sequence(original, at: 0)
            if valid, needed == original.count { return (UTF8Scanner.scalar(in: original, at: 0).scalar, end - index) }
            if original.count > needed { return nil }
        }
        return nil
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
