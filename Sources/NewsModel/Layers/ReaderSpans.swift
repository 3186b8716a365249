public import TextCore

/// A name that the reader's model found. The recognisers make ``Mention``s of it.
public struct NameSpan: Hashable, Sendable {
    /// Its tokens, as a range of indices into ``Analysis/tokens``.
    public var tokens: Range<Int>
    /// Where it stands.
    public var span: TextSpan
    /// What is named.
    public var kind: Mention.Kind
    /// How sure the model is, from 0 to 1: the least of its tokens' probabilities.
    public var confidence: Float

    /// A name.
    public init(tokens: Range<Int>, span: TextSpan, kind: Mention.Kind, confidence: Float) {
        self.tokens = tokens
        self.span = span
        self.kind = kind
        self.confidence = confidence
    }
}

/// A time, date, duration or set that the reader's model found, without a value.
public struct TimeSpan: Hashable, Sendable {
    /// Its tokens, as a range of indices into ``Analysis/tokens``.
    public var tokens: Range<Int>
    /// Where it stands.
    public var span: TextSpan
    /// TIMEX3 type.
    public var kind: TimeExpression.Kind
    /// How sure the model is, from 0 to 1.
    public var confidence: Float

    /// A time.
    public init(tokens: Range<Int>, span: TextSpan, kind: TimeExpression.Kind, confidence: Float) {
        self.tokens = tokens
        self.span = span
        self.kind = kind
        self.confidence = confidence
    }
}

/// A word or words that tell of an event.
public struct EventTrigger: Hashable, Sendable {
    /// What kind of event it is (ISO-TimeML, as MEANTIME uses it).
    public enum Class: String, Sendable, CaseIterable {
        /// Words said or thought: "announce", "fear".
        case speechCognitive = "SPEECH_COGNITIVE"
        /// A word of grammar that begins, ends or goes on with another event: "begin".
        case grammatical = "GRAMMATICAL"
        /// Anything else that happens or holds.
        case other = "OTHER"
    }

    /// How sure the text is that it happens.
    public enum Certainty: String, Sendable, CaseIterable {
        case certain = "CERTAIN"
        case possible = "POSSIBLE"
        case probable = "PROBABLE"
        case unknown = "UNDERSPECIFIED"
    }

    /// Whether the text says that it happens or that it does not.
    public enum Polarity: String, Sendable, CaseIterable {
        case positive = "POS"
        case negative = "NEG"
        case unknown = "UNDERSPECIFIED"
    }

    /// Tense of its verb.
    public enum Tense: String, Sendable, CaseIterable {
        case none = "NONE"
        case present = "PRESENT"
        case past = "PAST"
        case future = "FUTURE"
        case infinitive = "INFINITIVE"
        case presentParticiple = "PRESPART"
        case pastParticiple = "PASTPART"
    }

    /// Whether it lies ahead, seen from the text.
    public enum Moment: String, Sendable, CaseIterable {
        case notFuture = "NON_FUTURE"
        case future = "FUTURE"
        case unknown = "UNDERSPECIFIED"
    }

    /// Whether it is one event at all, or said of the general or conditional.
    public enum Special: String, Sendable, CaseIterable {
        case none = "NONE"
        case generic = "GEN"
        case conditionalMain = "COND_MAIN_CLAUSE"
        case conditionalIf = "COND_IF_CLAUSE"
    }

    /// Its tokens, as a range of indices into ``Analysis/tokens``.
    public var tokens: Range<Int>
    /// Where it stands.
    public var span: TextSpan
    /// What kind of event it is.
    public var kind: Class
    /// How sure the text is that it happens.
    public var certainty = Certainty.unknown
    /// Whether the text says that it happens or that it does not.
    public var polarity = Polarity.unknown
    /// Tense of its verb.
    public var tense = Tense.none
    /// Whether it lies ahead, seen from the text.
    public var moment = Moment.unknown
    /// Whether it is said of the general or conditional.
    public var special = Special.none
    /// How sure the model is that this is an event, from 0 to 1.
    public var confidence: Float

    /// An event trigger of which nothing is known but its kind.
    public init(tokens: Range<Int>, span: TextSpan, kind: Class, confidence: Float) {
        self.tokens = tokens
        self.span = span
        self.kind = kind
        self.confidence = confidence
    }
}
