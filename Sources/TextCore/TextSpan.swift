/// A half-open range of UTF-8 byte offsets into a ``SourceText``.
///
/// Eight bytes, ordered by start and then by end. Every finding in a document is one of these beside the text: text is
/// written once and never changed.
public struct TextSpan: Hashable, Comparable, Sendable {
    @usableFromInline let lower: UInt32
    @usableFromInline let upper: UInt32

    /// A span from byte `start` up to, not including, byte `end`.
    ///
    /// - Precondition: `0 <= start <= end < 2^32`.
    @inlinable
    public init(_ start: Int, _ end: Int) {
        precondition(start >= 0 && start <= end, "a span must not run backwards")
        self.lower = UInt32(start)
        self.upper = UInt32(end)
    }

    /// The span of a range of byte offsets.
    @inlinable
    public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

    /// Offset of the first byte.
    @inlinable public var start: Int { Int(lower) }
    /// Offset just past the last byte.
    @inlinable public var end: Int { Int(upper) }
    /// Length in bytes.
    @inlinable public var count: Int { Int(upper - lower) }
    /// Whether the span holds no byte.
    @inlinable public var isEmpty: Bool { lower == upper }
    /// The span as a range of byte offsets.
    @inlinable public var range: Range<Int> { start..<end }

    @inlinable
    public static func < (a: TextSpan, b: TextSpan) -> Bool {
        a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
    }

    /// Whether `other` lies within this span (an equal span does).
    @inlinable
    public func contains(_ other: TextSpan) -> Bool { lower <= other.lower && other.upper <= upper }

    /// Whether the byte at `offset` lies within this span.
    @inlinable
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    /// Whether the two spans share at least one byte.
    @inlinable
    public func overlaps(_ other: TextSpan) -> Bool { lower < other.upper && other.lower < upper }

    /// The stretch that both spans cover, or nil where they share no byte.
    @inlinable
    public func intersection(_ other: TextSpan) -> TextSpan? {
        overlaps(other) ? TextSpan(max(start, other.start), min(end, other.end)) : nil
    }

    /// The shortest span that covers both.
    @inlinable
    public func union(_ other: TextSpan) -> TextSpan {
        TextSpan(min(start, other.start), max(end, other.end))
    }
}

extension TextSpan: CustomStringConvertible {
    /// The span as `start..<end`.
    public var description: String { "\(start)..<\(end)" }
}
