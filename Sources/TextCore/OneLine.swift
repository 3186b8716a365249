extension StringProtocol {
    /// The text with every run of white space made one space, and none at the ends.
    public var oneLine: String {
        var text = String(self)
        return text.withUTF8(WhiteSpace.folded)
    }

    /// The text on one line in quotation marks, the outer ones never like those within; marks around the whole of it are
    /// not doubled.
    public var inQuotationMarks: String {
        var words = oneLine[...]
        if let first = words.first, let last = words.last, Self.opening.contains(first), Self.closing.contains(last) {
            let inner = words.dropFirst().dropLast()
            if !inner.contains(where: { Self.opening.contains($0) || Self.closing.contains($0) }) { words = inner }
        }
        let inner = words.map { Self.opening.contains($0) ? "‘" : Self.closing.contains($0) ? "’" : $0 }
        return "“\(String(inner))”"
    }

    private static var opening: String { "“«" }
    private static var closing: String { "”»" }
}

/// White space in UTF-8, as Unicode has it.
private enum WhiteSpace {
    /// A text with every run of white space made one space, and none at the ends.
    static func folded(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(text.count)
        var isParted = false
        var index = 0
        while index < text.count {
            let width = width(at: index, of: text)
            if width > 0 {
                isParted = !line.isEmpty
                index += width
                continue
            }
            if isParted { line.append(0x20) }
            isParted = false
            line.append(text[index])
            index += 1
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// Bytes of the white space that stands at `index`; 0 where none does.
    private static func width(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Int {
        let first = text[index]
        if first < 0x80 { return ASCII.isSpace(first) ? 1 : 0 }
        switch first {
        case 0xC2: return index + 1 < text.count && (text[index + 1] == 0x85 || text[index + 1] == 0xA0) ? 2 : 0
        case 0xE1, 0xE2, 0xE3: break
        default: return 0
        }
        guard index + 2 < text.count else { return 0 }
        switch (first, text[index + 1], text[index + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    }
}
