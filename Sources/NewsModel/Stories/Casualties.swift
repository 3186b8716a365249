/// How many people a report says were killed and injured in what it tells of.
public struct Casualties: Hashable, Sendable {
    /// A number and the sentences that it was read from.
    public struct Count: Hashable, Sendable {
        /// How many.
        public var number: Int
        /// Whether the report gives the number itself; else persons were counted that it tells of one by one.
        public var isStated: Bool
        /// Where it says so; never empty.
        public var citations: [Citation]

        /// A number.
        public init(number: Int, isStated: Bool, citations: [Citation]) {
            precondition(!citations.isEmpty, "no number without a citation")
            self.number = number
            self.isStated = isStated
            self.citations = citations
        }
    }

    /// The report.
    public var document: DocumentID
    /// How many died; 0 where the report says that nobody did, nil where it does not say.
    public var killed: Count?
    /// How many were hurt and live; nil where the report does not say that anybody was.
    public var injured: Count?

    /// What a report says.
    public init(document: DocumentID, killed: Count?, injured: Count?) {
        self.document = document
        self.killed = killed
        self.injured = injured
    }
}
