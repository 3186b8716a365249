import TextCore

/// Web and mail addresses, names of newsgroups and files: `https://a.example/b` · `www.a.example` · `a.b@c.example` · `report.pdf`.
enum Address {
    /// Where the address that begins `chunk` ends, or nil where none begins there.
    static func end(in bytes: [UInt8], _ chunk: Range<Int>, words: WordClasses<CuttingWord>) -> Int? {
        var end = withoutTrailingMarks(bytes, chunk)
        guard end - chunk.lowerBound >= 4 else { return nil }
        if hasScheme(bytes, chunk.lowerBound..<end) {
            // "<http://a.example><b>": brackets and quotation marks are no part of it.
            if let bracket = bytes[chunk.lowerBound..<end].firstIndex(where: isFence) {
                end = withoutTrailingMarks(bytes, chunk.lowerBound..<bracket)
            }
            return end
        }
        var index = chunk.lowerBound
        var at: Int?
        var lastDot: Int?
        while index < end, isNamePart(bytes[index]) || bytes[index] == UInt8(ascii: "@") {
            if bytes[index] == UInt8(ascii: "@") {
                guard at == nil, index > chunk.lowerBound else { return nil }
                at = index
                lastDot = nil
            }
            if bytes[index] == UInt8(ascii: ".") { lastDot = index }
            index += 1
        }
        guard let lastDot, lastDot + 2 < index else { return nil }
        let label = lastDot + 1..<index
        if at != nil { return index == end ? index : nil }
        if at == nil, index == end, isGroupName(bytes, chunk.lowerBound..<end) { return end }
        let isOneCase = bytes[label].allSatisfy(ASCII.isLower) || bytes[label].allSatisfy(ASCII.isUpper)
        guard isOneCase, words.of(bytes, label) == .domain else { return nil }
        if index < end { return bytes[index] == UInt8(ascii: "/") ? end : index }
        return end
    }

    private static func hasScheme(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let head = bytes[range].prefix(8).map(ASCII.lowercased)
        return ["http://", "https://", "ftp://", "www.", "mailto:"].contains { head.starts(with: $0.utf8) }
    }

    private static func isFence(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
    }

    /// Three and more words in lower case joined by full stops: `comp.sources.unix`.
    private static func isGroupName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let labels = bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count >= 3 && labels.allSatisfy { $0.count >= 3 && $0.allSatisfy(ASCII.isLower) }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
    }

    private static func withoutTrailingMarks(_ bytes: [UInt8], _ chunk: Range<Int>) -> Int {
        var end = chunk.upperBound
        while let (scalar, width) = UTF8Scanner.scalar(in: bytes, before: end), end - width > chunk.lowerBound {
            let isMark: Bool =
                switch CharacterClass.of(scalar) {
                case .terminator, .mark, .quote, .apostrophe, .closer, .dash: true
                default: scalar == ">" || scalar == "\"" || ".,;:!?)]}'".unicodeScalars.contains(scalar)
                }
            guard isMark else { break }
            end -= width
        }
        return end
    }
}
