public import TextCore

/// A root of the lineage of a story.
public struct Origin: Hashable, Sendable {
    /// How an origin is known.
    public enum Kind: String, Sendable {
        /// One of the documents given.
        case observed
        /// A text that a document credits and nobody gave us ("BBC reports").
        case credited
        /// A text that must have existed for several documents to be as they are.
        case inferred
    }

    /// `o1`, `o2`, … in order of first use.
    public var id: OriginID
    /// How it is known.
    public var kind: Kind
    /// Name: the outlet or title of an observed one, the credited name, nil where it is not known.
    public var name: String?
    /// The documents that have something from it (an observed origin lists itself first).
    public var documents: [DocumentID]
    /// What it must have contained: a stretch of one descendant for each passage that its descendants share.
    public var contents: [Citation]

    /// An origin.
    public init(id: OriginID, kind: Kind, name: String?, documents: [DocumentID], contents: [Citation] = []) {
        self.id = id
        self.kind = kind
        self.name = name
        self.documents = documents
        self.contents = contents
    }
}

/// The name of an origin within a story.
public struct OriginID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Number from 1.
    public let number: Int
    /// Origin number `number`.
    public init(_ number: Int) { self.number = number }
    /// `o1`.
    public var description: String { "o\(number)" }
    /// A, B, … Z, AA, AB, …: a short name for readers.
    public var letters: String {
        var rest = max(number, 1)
        var letters: [UInt8] = []
        while rest > 0 {
            letters.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
    public static func < (a: OriginID, b: OriginID) -> Bool { a.number < b.number }
}

/// An aligned pair of stretches in two documents, graded.
public struct Passage: Hashable, Sendable {
    /// How alike the stretches are.
    public enum Grade: String, Sendable, CaseIterable { case verbatim, edited, paraphrase }

    /// The stretch in the first document (`a.document < b.document`).
    public var a: Citation
    /// The stretch in the second.
    public var b: Citation
    /// How alike they are.
    public var grade: Grade
    /// From 0 to 1.
    public var similarity: Double
    /// Share of the wording they have in common that stands outside quotation marks, from 0 to 1: a public quote in
    /// both is evidence of a common speaker only.
    public var ownWording: Double

    /// A passage.
    public init(a: Citation, b: Citation, grade: Grade, similarity: Double, ownWording: Double) {
        precondition(a.document < b.document, "a passage names its documents in order")
        self.a = a
        self.b = b
        self.grade = grade
        self.similarity = similarity
        self.ownWording = ownWording
    }
}

/// A directed edge: a document, or part of it, comes from another document or from an origin.
public struct Derivation: Hashable, Sendable {
    /// How one text came from another.
    public enum Kind: String, Sendable { case reprint, rewrite, translation, quotation, commonSource }

    /// Where it comes from.
    public enum Source: Hashable, Sendable {
        case document(DocumentID)
        case origin(OriginID)
    }

    /// One reason to believe in the edge, for a person to read.
    public struct Evidence: Hashable, Sendable {
        /// What kind of evidence it is.
        public enum Kind: String, Sendable, CaseIterable {
            case sharedWording = "shared wording outside quotes"
            case orderOfPoints = "order of points"
            case selectionOfDetails = "selection of details"
            case sharedSlip = "the same slip"
            case rareFigure = "the same rare figure with the same hedge"
            case credit = "credit"
            case containment = "containment"
            case time = "publication times"
            case addition = "additions"
        }
        /// What kind of evidence it is.
        public var kind: Kind
        /// What it is in this case: "9 of 14 sentences in the same order".
        public var detail: String

        /// A reason.
        public init(_ kind: Kind, _ detail: String) {
            self.kind = kind
            self.detail = detail
        }
    }

    /// The document that comes from the source.
    public var document: DocumentID
    /// What it comes from.
    public var from: Source
    /// How.
    public var kind: Kind
    /// Whether the evidence decides which of the two came first.
    public var directionKnown: Bool
    /// Probability that the edge is there, from 0 to 1.
    public var probability: Double
    /// Share of the document's article text that the passages cover, from 0 to 1.
    public var coverage: Double
    /// Whether the document names the source.
    public var credited: Bool
    /// Indices into ``Lineage/passages``.
    public var passages: [Int]
    /// Where the document names it.
    public var credits: [Citation]
    /// Why, strongest first; never empty.
    public var evidence: [Evidence]

    /// An edge.
    public init(
        document: DocumentID, from: Source, kind: Kind, directionKnown: Bool, probability: Double, coverage: Double,
        credited: Bool, passages: [Int], credits: [Citation], evidence: [Evidence]
    ) {
        precondition(!evidence.isEmpty, "no derivation without evidence")
        self.document = document
        self.from = from
        self.kind = kind
        self.directionKnown = directionKnown
        self.probability = probability
        self.coverage = coverage
        self.credited = credited
        self.passages = passages
        self.credits = credits
        self.evidence = evidence
    }
}

/// Who has what from whom in one story.
public struct Lineage: Sendable {
    /// A stretch of a document and the origin that it stands on.
    public struct Stretch: Hashable, Sendable {
        /// A sentence of the document.
        public var span: TextSpan
        /// Where it comes from.
        public var origin: OriginID
        /// Whether the sentence itself was traced there; else it stands in a document that is for the most part from
        /// that origin, and nothing says that this sentence is not.
        public var isTraced: Bool

        /// A stretch.
        public init(span: TextSpan, origin: OriginID, isTraced: Bool = true) {
            self.span = span
            self.origin = origin
            self.isTraced = isTraced
        }
    }

    /// Aligned pairs, sorted by document pair and place.
    public var passages: [Passage]
    /// Edges, sorted by document.
    public var derivations: [Derivation]
    /// Roots, in order of their number.
    public var origins: [Origin]
    /// For each document, its sentences with their origins, sorted.
    public var stretches: [DocumentID: [Stretch]]

    /// The lineage of a story.
    public init(
        passages: [Passage] = [], derivations: [Derivation] = [], origins: [Origin] = [],
        stretches: [DocumentID: [Stretch]] = [:]
    ) {
        self.passages = passages
        self.derivations = derivations
        self.origins = origins
        self.stretches = stretches
    }

    /// The origin that a span of a document stands on: that of the sentence that it shares most with.
    ///
    /// - Complexity: O(log n + k) in the sentences of the document.
    public func origin(of citation: Citation) -> OriginID? {
        guard let stretches = stretches[citation.document] else { return nil }
        var best: (shared: Int, origin: OriginID)?
        for stretch in stretches where stretch.span.overlaps(citation.span) {
            let shared = stretch.span.intersection(citation.span)?.count ?? 0
            if best == nil || shared > best!.shared { best = (shared, stretch.origin) }
        }
        return best?.origin
    }
}
