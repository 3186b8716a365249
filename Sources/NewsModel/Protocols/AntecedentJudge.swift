/// Says which other mention of a document a mention goes back to. A reader makes one for a document that it has read.
public protocol AntecedentJudge: Sendable {
    /// For each question the share of every candidate, in their order; what they lack to one is the share of none of
    /// them. Nil where words were asked for that were not read, or where there is no candidate.
    ///
    /// - Complexity: O(candidates); memory for the phrases, whatever the number of pairs.
    func shares(of questions: [AntecedentQuestion]) -> [[Float]?]
}

/// A mention that refers back, and what it may refer to.
public struct AntecedentQuestion: Sendable {
    /// The words of a mention that tell most of it, as indices into ``Analysis/tokens``.
    public struct Phrase: Hashable, Sendable {
        public var first: Int
        /// The word that the others hang on.
        public var head: Int
        public var last: Int

        /// A phrase of one word.
        public init(word: Int) { self.init(first: word, head: word, last: word) }

        /// A phrase.
        public init(first: Int, head: Int, last: Int) {
            self.first = first
            self.head = head
            self.last = last
        }
    }

    /// What a mention may refer to.
    public struct Candidate: Sendable {
        public var phrase: Phrase
        /// What is known of the pair: a value for each ``AntecedentFeature``, in their order.
        public var features: SIMD8<UInt8>

        /// A candidate.
        public init(phrase: Phrase, features: SIMD8<UInt8>) {
            self.phrase = phrase
            self.features = features
        }
    }

    public var mention: Phrase
    public var candidates: [Candidate]

    /// A question.
    public init(mention: Phrase, candidates: [Candidate]) {
        self.mention = mention
        self.candidates = candidates
    }
}
