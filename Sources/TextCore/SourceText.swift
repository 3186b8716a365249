/// The decoded text of a document: UTF-8 bytes that are written once and never changed.
///
/// Offsets inside Headwater are UTF-8 byte offsets. `scalarOffset(of:)` gives what the JSON prints (Unicode scalars);
/// the page converts to UTF-16. Copies share storage.
public struct SourceText: Sendable {
    /// The UTF-8 bytes; always valid UTF-8.
    public let bytes: [UInt8]
    /// Number of scalars before byte `i * stride`, so that a scalar offset costs at most `stride` bytes of counting.
    private let scalarsBefore: [UInt32]
    private static let stride = 256

    /// The text of a string.
    public init(_ string: String) { self.init(validated: Array(string.utf8)) }

    /// The text of bytes, ill-formed sequences replaced by U+FFFD.
    public init(repairing bytes: [UInt8]) {
        self.init(validated: Array(String(decoding: bytes, as: UTF8.self).utf8))
    }

    private init(validated bytes: [UInt8]) {
        self.bytes = bytes
        var table: [UInt32] = []
        table.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars: UInt32 = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.stride == 0 { table.append(scalars) }
            if !UTF8.isContinuation(byte) { scalars += 1 }
        }
        self.scalarsBefore = table
    }

    /// Length in bytes.
    public var count: Int { bytes.count }
    /// Whether there is no text at all.
    public var isEmpty: Bool { bytes.isEmpty }
    /// The span of the whole text.
    public var span: TextSpan { TextSpan(0, bytes.count) }

    /// The characters of `span`, exactly.
    ///
    /// - Complexity: O(`span.count`).
    public subscript(span: TextSpan) -> String {
        String(decoding: bytes[span.range], as: UTF8.self)
    }

    /// The whole text as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether a character may begin at byte `offset`, or the text ends there.
    @inlinable
    public func isScalarBoundary(_ offset: Int) -> Bool {
        offset == bytes.count || (offset >= 0 && offset < bytes.count && !UTF8.isContinuation(bytes[offset]))
    }

    /// Number of Unicode scalars before byte `offset`.
    ///
    /// - Complexity: O(1): at most 256 bytes are counted.
    public func scalarOffset(of offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        let slot = min(offset / Self.stride, scalarsBefore.count - 1)
        var scalars = Int(scalarsBefore[slot])
        for index in (slot * Self.stride)..<offset where !UTF8.isContinuation(bytes[index]) { scalars += 1 }
        return scalars
    }

    /// Byte offset of the scalar with number `scalar`, or the length of the text where there are fewer.
    ///
    /// - Complexity: O(log n) in the length of the text.
    public func byteOffset(ofScalar scalar: Int) -> Int {
        let low = scalarsBefore.partitioningIndex { Int($0) > scalar }
        guard low > 0 else { return 0 }
        var index = (low - 1) * Self.stride
        var seen = Int(scalarsBefore[low - 1])
        while index < bytes.count {
            if !UTF8.isContinuation(bytes[index]) {
                if seen == scalar { return index }
                seen += 1
            }
            index += 1
        }
        return bytes.count
    }

    /// `span` without white space at either end.
    public func trimmed(_ span: TextSpan) -> TextSpan {
        var start = span.start
        var end = span.end
        while start < end, let width = leadingSpaceWidth(at: start, end: end) { start += width }
        while start < end, let width = trailingSpaceWidth(before: end, start: start) { end -= width }
        return TextSpan(start, end)
    }

    private func leadingSpaceWidth(at index: Int, end: Int) -> Int? {
        if ASCII.isSpace(bytes[index]) { return 1 }
        for mark in Self.wideSpaces
        where index + mark.count <= end && bytes[index..<(index + mark.count)].elementsEqual(mark) {
            return mark.count
        }
        return nil
    }

    private func trailingSpaceWidth(before index: Int, start: Int) -> Int? {
        if ASCII.isSpace(bytes[index - 1]) { return 1 }
        for mark in Self.wideSpaces
        where index - mark.count >= start && bytes[(index - mark.count)..<index].elementsEqual(mark) {
            return mark.count
        }
        return nil
    }

    /// No-break space, narrow no-break space, thin space, zero-width space and the byte order mark.
    private static let wideSpaces: [[UInt8]] = [
        [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF],
    ]
}

extension SourceText: Equatable {
    public static func == (a: SourceText, b: SourceText) -> Bool { a.bytes == b.bytes }
}
