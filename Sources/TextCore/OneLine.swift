extension StringProtocol {
    /// The text with every run of white space made one space, and none at the ends.
    public var oneLine: String {
        var text = String(self)
        return text.withUTF8(ASCII.oneLine) ?? split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
