import TextCore

/// The words of a stretch of Markdown, for a name to show: number signs, emphasis, underlines and addresses left out.
enum MarkdownText {
    /// `# The *ferry* [fire](https://example.org)` is "The ferry fire".
    static func plain(_ text: SourceText, _ span: TextSpan) -> String {
        var bytes: [UInt8] = []
        var index = span.start
        while index < span.end, text.bytes[index] == UInt8(ascii: "#") { index += 1 }
        let isHeading = index > span.start
        while index < span.end {
            let byte = text.bytes[index]
            if byte == UInt8(ascii: "]"), index + 1 < span.end, text.bytes[index + 1] == UInt8(ascii: "("),
                let close = text.bytes[index..<span.end].firstIndex(of: UInt8(ascii: ")"))
            {
                if let open = bytes.lastIndex(of: UInt8(ascii: "[")) { bytes.remove(at: open) }
                index = close + 1
                continue
            }
            let isEmphasis =
                (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`"))
                || (byte == UInt8(ascii: "#") && isHeading && text.bytes[index..<span.end].allSatisfy { $0 == byte })
            if byte == 0x0A || byte == 0x0D { break }
            if !isEmphasis { bytes.append(byte) }
            index += 1
        }
        let plain = SourceText(String(decoding: bytes, as: UTF8.self))
        return plain[plain.trimmed(plain.span)]
    }
}
