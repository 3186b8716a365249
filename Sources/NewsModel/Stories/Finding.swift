/// Something in a draft that an editor should look at before it is printed.
public struct Finding: Hashable, Sendable {
    /// What was looked at.
    public enum Kind: String, Sendable, CaseIterable {
        /// Numbers of one text that do not make the sum, product or share that it gives.
        case arithmetic
        /// A weekday that is not that day's, a day that the calendar does not have, one event on two days.
        case date
        /// Two figures of one thing.
        case figure
        /// What one affirms and another denies.
        case polarity
        /// Quoted words that stand elsewhere in other words, or are said more firmly.
        case wording
        /// A source that was lost in the retelling.
        case attribution
        /// A source that is not named.
        case unnamedSource
        /// A figure that nobody is named for.
        case noSource
        /// Words in quotation marks that nobody is named for.
        case noSpeaker
        /// Words in quotation marks that can hardly have been said so.
        case paraphrase
    }

    /// How sure it is that something is wrong.
    public enum Grade: String, Sendable, CaseIterable {
        /// Two things that the drafts say cannot both be so.
        case disagreement
        /// May be right: worth asking.
        case question
    }

    /// What was looked at.
    public var kind: Kind
    /// How sure it is that something is wrong.
    public var grade: Grade
    /// One sentence that says what was found.
    public var text: String
    /// Where it was found, the place to look at first; never empty.
    public var citations: [Citation]
    /// The sum or the steps that lead to it.
    public var explanation: String

    /// A finding.
    public init(kind: Kind, grade: Grade, text: String, citations: [Citation], explanation: String) {
        precondition(!citations.isEmpty, "no finding without a citation")
        self.kind = kind
        self.grade = grade
        self.text = text
        self.citations = citations
        self.explanation = explanation
    }
}
