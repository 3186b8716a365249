/// How firmly something is said.
public enum Modality: String, Sendable, CaseIterable {
    case asserted, reported, likely, possible, planned, denied, hypothetical, opinion
}

/// Whether something is said to be so or not so.
public enum Polarity: String, Sendable { case positive, negative }

/// One link of an attribution chain.
public struct ChainLink: Hashable, Sendable {
    /// The name.
    public var name: String
    /// What it is.
    public var kind: SourceKind
    /// Where the report names it; nil for the outlet that we know from the metadata or the lineage alone.
    public var citation: Citation?
    /// Whether only the lineage tells of this link: the report itself does not name it.
    public var isInferred: Bool

    /// A link.
    public init(name: String, kind: SourceKind, citation: Citation?, isInferred: Bool = false) {
        self.name = name
        self.kind = kind
        self.citation = citation
        self.isInferred = isInferred
    }
}

/// One occurrence of a claim in one document.
public struct Statement: Hashable, Sendable {
    /// `s1`, `s2`, … over the story.
    public var id: String
    /// Where it stands, verbatim.
    public var citation: Citation
    /// What it says, pronouns resolved.
    public var reading: String
    /// How firmly it is said.
    public var modality: Modality
    /// Whether it is said to be so.
    public var polarity: Polarity
    /// From the outlet to the ultimate source.
    public var chain: [ChainLink]
    /// The text origin it stands on.
    public var origin: OriginID
    /// The figure that it gives, where it gives one: index into the document's ``Analysis/quantities``.
    public var quantity: Int?
    /// When it says it was so, as a TIMEX3 value or range.
    public var time: String?

    /// A statement.
    public init(
        id: String, citation: Citation, reading: String, modality: Modality, polarity: Polarity, chain: [ChainLink],
        origin: OriginID, quantity: Int? = nil, time: String? = nil
    ) {
        self.id = id
        self.citation = citation
        self.reading = reading
        self.modality = modality
        self.polarity = polarity
        self.chain = chain
        self.origin = origin
        self.quantity = quantity
        self.time = time
    }
}

/// Statements, across documents, that say the same thing of the same slot.
public struct Claim: Hashable, Sendable {
    /// What a claim is about.
    public enum Kind: String, Sendable, CaseIterable { case event, figure, statement, forecast, relation }
    /// What it stands on.
    public enum Status: String, Sendable, CaseIterable { case corroborated, singleOrigin, disputed }

    /// `c1`, `c2`, … most widely carried first.
    public var id: String
    /// The clearest of its statements, quoted.
    public var text: String
    /// What it is about.
    public var kind: Kind
    /// The firmest modality among its statements.
    public var modality: Modality
    /// Whether it is said to be so.
    public var polarity: Polarity
    /// Its statements, in document order.
    public var statements: [Statement]
    /// How many documents carry it.
    public var documents: Int
    /// How many text origins it stands on.
    public var origins: Int
    /// How many ultimate sources it goes back to.
    public var ultimateSources: Int
    /// What that makes it.
    public var status: Status

    /// A claim.
    public init(
        id: String, text: String, kind: Kind, modality: Modality, polarity: Polarity, statements: [Statement],
        documents: Int, origins: Int, ultimateSources: Int, status: Status
    ) {
        precondition(!statements.isEmpty, "no claim without a statement")
        self.id = id
        self.text = text
        self.kind = kind
        self.modality = modality
        self.polarity = polarity
        self.statements = statements
        self.documents = documents
        self.origins = origins
        self.ultimateSources = ultimateSources
        self.status = status
    }
}

/// Figures of several statements that fill one slot, compared.
public struct FigureComparison: Hashable, Sendable {
    /// What the figures are to one another.
    public enum Verdict: String, Sendable, CaseIterable {
        case same, compatible, refines, conflicts, superseded, incomparable
    }
    /// One value.
    public struct Value: Hashable, Sendable {
        /// Id of the statement that gives it.
        public var statement: String
        /// Where the figure stands.
        public var citation: Citation
        /// The interval.
        public var amount: Amount
        /// Unit symbol, where it has one.
        public var unit: String?
        /// The thing counted, where it was found.
        public var thing: String?

        /// A value.
        public init(statement: String, citation: Citation, amount: Amount, unit: String?, thing: String?) {
            self.statement = statement
            self.citation = citation
            self.amount = amount
            self.unit = unit
            self.thing = thing
        }
    }

    /// `f1`, `f2`, …
    public var id: String
    /// What the figures count: "artillery shells · shipped to Russia".
    public var slot: String
    /// What they are to one another.
    public var verdict: Verdict
    /// The values, in document order.
    public var values: [Value]
    /// Why the verdict, for a person to read.
    public var explanation: String

    /// A comparison.
    public init(id: String, slot: String, verdict: Verdict, values: [Value], explanation: String) {
        precondition(!values.isEmpty, "no figure without a value")
        self.id = id
        self.slot = slot
        self.verdict = verdict
        self.values = values
        self.explanation = explanation
    }
}

/// Statements that cannot all be true, or a wording or value that changed in the retelling.
public struct Discrepancy: Hashable, Sendable {
    /// What differs.
    public enum Kind: String, Sendable { case figure, date, wording, polarity, arithmetic, attribution }

    /// What differs.
    public var kind: Kind
    /// One sentence that says what differs.
    public var text: String
    /// Both sides; never empty.
    public var citations: [Citation]
    /// How it was found and what may have caused it, the sum shown.
    public var explanation: String

    /// A discrepancy.
    public init(kind: Kind, text: String, citations: [Citation], explanation: String) {
        precondition(!citations.isEmpty, "no discrepancy without a citation")
        self.kind = kind
        self.text = text
        self.citations = citations
        self.explanation = explanation
    }
}

/// Quotations of one utterance, in several wordings.
public struct QuotationVersions: Hashable, Sendable {
    /// A document and an index into its ``Analysis/quotations``.
    public struct Member: Hashable, Sendable {
        /// The document.
        public var document: DocumentID
        /// Index into its quotations.
        public var quotation: Int

        /// A member.
        public init(document: DocumentID, quotation: Int) {
            self.document = document
            self.quotation = quotation
        }
    }
    /// Two or more quotations of the same words, or of words that changed in the retelling.
    public var members: [Member]

    /// Versions of one quotation.
    public init(members: [Member]) { self.members = members }
}

/// A time that no report gives in full, worked out from what several say together.
public struct SolvedTime: Hashable, Sendable {
    /// The document.
    public var document: DocumentID
    /// Index into its ``Analysis/times``.
    public var time: Int
    /// TIMEX3 value: "2024-06-18".
    public var value: String
    /// First and last day.
    public var range: DateRange
    /// The steps from the words to the value, for a person to read.
    public var how: String
    /// The words that the steps stand on; never empty.
    public var citations: [Citation]

    /// A solved time.
    public init(
        document: DocumentID, time: Int, value: String, range: DateRange, how: String, citations: [Citation]
    ) {
        precondition(!citations.isEmpty, "no solved time without a citation")
        self.document = document
        self.time = time
        self.value = value
        self.range = range
        self.how = how
        self.citations = citations
    }
}

/// What the reports claim, with everything that each claim stands on.
public struct Ledger: Sendable {
    /// Claims, most widely carried first.
    public var claims: [Claim] = []
    /// Figures, compared.
    public var figures: [FigureComparison] = []
    /// What differs.
    public var discrepancies: [Discrepancy] = []
    /// How many were killed and injured, as each report gives it that tells of any, in the order of the reports.
    public var casualties: [Casualties] = []
    /// Quotations with more than one wording or carrier.
    public var quotationVersions: [QuotationVersions] = []
    /// Times that the reports give only together, in document order. They replace what the layer of times has.
    public var solvedTimes: [SolvedTime] = []

    /// An empty ledger.
    public init() {}
}
