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

    /// Line and column of byte `offset` of `text`, both from 1 as editors count them, columns in Unicode scalars. An offset
    /// between the two characters of a line end belongs to the line that they end.
    ///
    /// - Complexity: O(log n) in the lines, O(n) in the length of the line.
    public func position(of offset: Int, in text: SourceText) -> (line: Int, column: Int) {
        let low = lines.partitioningIndex { $0.start > offset }
        guard low > 0 else { return (1, 1) }
        let start = text.scalarOffset(of: lines[low - 1].start)
        return (low, text.scalarOffset(of: min(offset, text.count)) - start + 1)
    }
}
