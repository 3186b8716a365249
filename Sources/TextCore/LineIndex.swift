/// Where the lines of a text are: line feed, carriage return, or both ended.
public struct LineIndex: Sendable {
    /// The lines in order, without their ends.
    public let lines: [TextSpan]

    /// The lines of `text`. An empty text has no line; a final line end does not begin another.
    ///
    /// - Complexity: O(n).
    public init(_ text: SourceText) {
        var lines: [TextSpan] = []
        var start = 0
        var index = 0
        let bytes = text.bytes
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                lines.append(TextSpan(start, index))
                if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { lines.append(TextSpan(start, bytes.count)) }
        self.lines = lines
    }
}
