public import TextCore

/// A document with its layers of standoff annotation. Every layer is sorted by span.
public struct Analysis: Sendable {
    /// What was read.
    public var document: Document
    /// Sentences, none crossing a block.
    public var sentences: [Sentence] = []
    /// Tokens, none crossing a sentence.
    public var tokens: [Token] = []
    /// Part of speech, features, lemma, head and relation of every token; nil where no reader read the document.
    public var syntax: Syntax?
    /// Names that the reader's model found.
    public var nameSpans: [NameSpan] = []
    /// What the model thinks of every token as part of a name; nil where no reader read the document.
    public var nameReadings: NameReadings?
    /// What the model thinks of every token as part of an attribution; nil where none read the document that knows of them.
    public var roleReadings: RoleReadings?
    /// Times that the reader's model found.
    public var timeSpans: [TimeSpan] = []
    /// Words that tell of an event.
    public var eventTriggers: [EventTrigger] = []
    /// Vectors of the meaning of sentences; nil where no reader read the document.
    public var sentenceVectors: SentenceVectors?
    /// Who says what pronouns mean; nil where no reader read the document, and once they are resolved.
    public var antecedents: (any AntecedentJudge)?
    /// Names and other mentions of the things of the world.
    public var mentions: [Mention] = []
    /// Mentions of one thing, document-wide, in the order of their first mention.
    public var chains: [CoreferenceChain] = []
    /// What stands in quotation marks or after a speech dash.
    public var quotations: [Quotation] = []
    /// Who is said to have said what: source, cue, content.
    public var attributions: [Attribution] = []
    /// What the document says of where it has something from.
    public var credits: [Credit] = []
    /// Times and durations.
    public var times: [TimeExpression] = []
    /// Amounts, shares, money, measures.
    public var quantities: [Quantity] = []

    /// A document nobody has read yet.
    public init(document: Document) { self.document = document }

    /// The text that all spans refer to.
    public var text: SourceText { document.text }

    /// Index of the sentence that holds byte `offset`.
    ///
    /// - Complexity: O(log n) in the number of sentences.
    public func sentenceIndex(at offset: Int) -> Int? {
        let low = sentences.partitioningIndex { $0.span.start > offset }
        return low > 0 && sentences[low - 1].span.contains(offset) ? low - 1 : nil
    }

    /// The findings of a layer that lie wholly within `span`.
    ///
    /// - Complexity: O(log n + k) for a layer sorted by span start.
    public func within<Finding>(
        _ span: TextSpan, _ layer: [Finding], at place: (Finding) -> TextSpan
    ) -> ArraySlice<Finding> {
        let low = layer.partitioningIndex { place($0).start >= span.start }
        var end = low
        while end < layer.count, place(layer[end]).start < span.end { end += 1 }
        return layer[low..<end].allSatisfy { place($0).end <= span.end }
            ? layer[low..<end] : layer[low..<end].filter { place($0).end <= span.end }[...]
    }
}

/// A sentence of a block.
public struct Sentence: Hashable, Sendable {
    /// Where it stands, without white space at either end.
    public var span: TextSpan
    /// Its tokens, as a range of indices into ``Analysis/tokens``.
    public var tokens: Range<Int>
    /// Index of its block in ``Document/blocks``.
    public var block: Int

    /// A sentence.
    public init(span: TextSpan, tokens: Range<Int>, block: Int) {
        self.span = span
        self.tokens = tokens
        self.block = block
    }
}

/// A token: eight bytes.
public struct Token: Hashable, Sendable {
    /// What its characters look like.
    public enum Kind: UInt8, Sendable { case word, number, punctuation, quoteMark, symbol }

    /// How its letters are cased.
    public enum Shape: UInt8, Sendable { case none, lower, title, upper, mixed }

    private let offset: UInt32
    private let length: UInt16
    /// What its characters look like.
    public let kind: Kind
    /// How its letters are cased.
    public let shape: Shape

    /// A token; one of more than 65,535 bytes is cut there by the tokeniser.
    public init(span: TextSpan, kind: Kind, shape: Shape) {
        offset = UInt32(span.start)
        length = UInt16(min(span.count, Int(UInt16.max)))
        self.kind = kind
        self.shape = shape
    }

    /// Where it stands.
    public var span: TextSpan { TextSpan(Int(offset), Int(offset) + Int(length)) }
}
