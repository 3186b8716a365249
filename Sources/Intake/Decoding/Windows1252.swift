/// Windows-1252, the superset of Latin-1 that the web decodes "Latin-1" as (WHATWG Encoding Standard).
enum Windows1252 {
    /// The character of a byte; the five bytes that the code page leaves open give C1 controls, as on the web.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        byte &- 0x80 < 0x20 ? upper[Int(byte &- 0x80)] : Unicode.Scalar(byte)
    }

    /// The byte of a character, or nil where the code page has none.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return upper.firstIndex(of: scalar).map { UInt8($0) + 0x80 }
    }

    /// 0x80 to 0x9F.
    private static let upper: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
