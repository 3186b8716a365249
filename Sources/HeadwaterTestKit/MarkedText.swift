public import TextCore

/// A text with marks: `killed ⟦12⟧ people` is the text `killed 12 people` and the span of `12`.
public struct MarkedText: Sendable {
    /// The text without its marks.
    public let text: String
    /// The spans between ⟦ and ⟧, in order of their start.
    public let spans: [TextSpan]

    /// Reads the marks of `marked`; they may nest.
    public init(_ marked: String) {
        var bytes: [UInt8] = []
        var open: [Int] = []
        var spans: [TextSpan] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": open.append(bytes.count)
            case "⟧": spans.append(TextSpan(open.removeLast(), bytes.count))
            default: bytes.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        precondition(open.isEmpty, "a mark is not closed")
        self.text = String(decoding: bytes, as: UTF8.self)
        self.spans = spans.sorted()
    }

    /// The marked words.
    public var strings: [String] {
        let source = SourceText(text)
        return spans.map { source[$0] }
    }
}
