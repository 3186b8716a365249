public import TextCore

/// How the words of a source are given.
public enum SpeechStyle: String, Sendable { case direct, indirect, mixed }

/// What a source is.
public enum SourceKind: String, Sendable, CaseIterable {
    case outlet, agency, person, organisation, unnamed, author
}

/// Words in quotation marks, or after a speech dash.
public struct Quotation: Hashable, Sendable {
    /// What sets the words apart.
    public enum Marks: String, Sendable { case straight, curly, guillemets, lowHigh, single, dash, block }

    /// The quoted words, without the marks. A dash quotation that its reporting clause interrupts has several stretches.
    public var content: [TextSpan]
    /// From the opening mark to the closing one.
    public var span: TextSpan
    /// What sets the words apart.
    public var marks: Marks
    /// `direct` for a whole utterance, `mixed` for quoted words inside an indirect one.
    public var style: SpeechStyle
    /// The speaker as written, where there is one.
    public var speaker: TextSpan?
    /// Index into ``Analysis/chains`` of who the speaker is.
    public var speakerChain: Int?
    /// The verb or phrase that attributes the words ("said", "according to").
    public var cue: TextSpan?
    /// Whether the marks do not mark speech: a title, a nickname, words held at arm's length.
    public var isScare: Bool

    /// A quotation.
    public init(
        content: [TextSpan], span: TextSpan, marks: Marks, style: SpeechStyle, speaker: TextSpan? = nil,
        speakerChain: Int? = nil, cue: TextSpan? = nil, isScare: Bool = false
    ) {
        self.content = content
        self.span = span
        self.marks = marks
        self.style = style
        self.speaker = speaker
        self.speakerChain = speakerChain
        self.cue = cue
        self.isScare = isScare
    }
}

/// Source, cue and content: "*said* [Markov]: […]".
public struct Attribution: Hashable, Sendable {
    /// The source as written; nil where the text leaves it out ("it is known that").
    public var source: TextSpan?
    /// What the source is.
    public var sourceKind: SourceKind
    /// Index into ``Analysis/chains`` of who the source is.
    public var sourceChain: Int?
    /// The verb or phrase that attributes.
    public var cue: TextSpan
    /// What is attributed; several stretches where the reporting clause stands in between.
    public var content: [TextSpan]
    /// How the words are given.
    public var style: SpeechStyle
    /// Index of the attribution whose content this one stands in, where it is nested.
    public var parent: Int?

    /// An attribution.
    public init(
        source: TextSpan?, sourceKind: SourceKind, sourceChain: Int? = nil, cue: TextSpan, content: [TextSpan],
        style: SpeechStyle, parent: Int? = nil
    ) {
        self.source = source
        self.sourceKind = sourceKind
        self.sourceChain = sourceChain
        self.cue = cue
        self.content = content
        self.style = style
        self.parent = parent
    }

    /// From the first to the last thing of it.
    public var span: TextSpan {
        content.reduce(source.map { $0.union(cue) } ?? cue) { $0.union($1) }
    }
}

/// What a document itself says of where it has something from.
public struct Credit: Hashable, Sendable {
    /// What a credit is about.
    public enum Kind: String, Sendable {
        /// Words of the report ("BBC reports", "according to Reuters").
        case text
        /// The whole report ("Source: Skai", "(AP)", "By Reuters").
        case sourceLine
        /// A photo, map or graphic.
        case image
    }

    /// One named source of a credit.
    public struct Link: Hashable, Sendable {
        /// The name as written.
        public var span: TextSpan
        /// The name, tidied: no article, no "report".
        public var name: String
        /// What it is.
        public var kind: SourceKind

        /// A link.
        public init(span: TextSpan, name: String, kind: SourceKind) {
            self.span = span
            self.name = name
            self.kind = kind
        }
    }

    /// Where the credit stands.
    public var span: TextSpan
    /// What it is about.
    public var kind: Kind
    /// Nearest first: "Bloomberg, citing South Korea's defence ministry" gives Bloomberg, then the ministry.
    public var links: [Link]
    /// What it governs: the sentences it introduces, or the whole document for a source line.
    public var scope: TextSpan

    /// A credit.
    public init(span: TextSpan, kind: Kind, links: [Link], scope: TextSpan) {
        precondition(!links.isEmpty, "a credit names somebody")
        self.span = span
        self.kind = kind
        self.links = links
        self.scope = scope
    }
}
