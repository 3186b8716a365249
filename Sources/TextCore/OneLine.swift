extension StringProtocol {
    /// The text with every run of white space made one space, and none at the ends.
    public var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
