public import TextCore

/// A time, date, duration or set of times in a text (TIMEX3, ISO 24617-1).
public struct TimeExpression: Hashable, Sendable {
    /// TIMEX3 types.
    public enum Kind: String, Sendable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

    /// Whether a value could be given.
    public enum Resolution: String, Sendable {
        /// The text alone says it.
        case explicit
        /// Worked out from an anchor, told in `how`.
        case resolved
        /// Something is missing ("XXXX-06-18").
        case partial
        /// Nothing can be said ("recently").
        case unresolved
    }

    /// Where it stands.
    public var span: TextSpan
    /// TIMEX3 type.
    public var kind: Kind
    /// TIMEX3 value; unknown digits as X ("XXXX-06-18"). Ranges as "start/end".
    public var value: String
    /// TIMEX3 mod ("APPROX", "START", "BEFORE" …), where the text has one.
    public var modifier: String?
    /// Whether a value could be given.
    public var resolution: Resolution
    /// The steps from the words to the value, for a person to read.
    public var how: String
    /// First and last day that the value covers, where they are known.
    public var range: DateRange?

    /// A time expression.
    public init(
        span: TextSpan, kind: Kind, value: String, modifier: String? = nil, resolution: Resolution, how: String,
        range: DateRange? = nil
    ) {
        self.span = span
        self.kind = kind
        self.value = value
        self.modifier = modifier
        self.resolution = resolution
        self.how = how
        self.range = range
    }
}
