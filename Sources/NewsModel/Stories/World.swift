/// Someone or something that acts, merged across reports.
public struct Actor: Hashable, Sendable {
    /// `a1`, `a2`, … most mentioned first.
    public var id: String
    /// The fullest name.
    public var name: String
    /// What it is.
    public var kind: Mention.Kind
    /// All names it goes by, the fullest first.
    public var names: [String]
    /// Roles the reports give ("Russian President").
    public var roles: [String]
    /// Where it is mentioned.
    public var mentions: [Citation]
    /// The coreference chains that were merged into it: document and index into ``Analysis/chains``.
    public var chains: [ChainReference]

    /// A chain of a document.
    public struct ChainReference: Hashable, Sendable {
        /// The document.
        public var document: DocumentID
        /// Index into its chains.
        public var chain: Int

        /// A reference.
        public init(document: DocumentID, chain: Int) {
            self.document = document
            self.chain = chain
        }
    }

    /// An actor.
    public init(
        id: String, name: String, kind: Mention.Kind, names: [String], roles: [String], mentions: [Citation],
        chains: [ChainReference]
    ) {
        precondition(!mentions.isEmpty, "no actor without a mention")
        self.id = id
        self.name = name
        self.kind = kind
        self.names = names
        self.roles = roles
        self.mentions = mentions
        self.chains = chains
    }
}

/// What one actor is to another, as a report says it. Being named together is no relation.
public struct Relation: Hashable, Sendable {
    /// Id of the actor of whom it is said.
    public var from: String
    /// Id of the other.
    public var to: String
    /// What the first is to the second, as written: "sister of", "owner of", "ally of".
    public var text: String
    /// Where it stands; never empty.
    public var citations: [Citation]

    /// A relation.
    public init(from: String, to: String, text: String, citations: [Citation]) {
        precondition(!citations.isEmpty, "no relation without a citation")
        self.from = from
        self.to = to
        self.text = text
        self.citations = citations
    }
}

/// Something that happened, or is said to.
public struct Event: Hashable, Sendable {
    /// Whether it came about, as firmly as the reports say it.
    public enum Status: String, Sendable, CaseIterable {
        /// It is told as having happened.
        case happened
        /// Somebody said that it will be ("will visit on Tuesday").
        case announced
        /// It is meant, proposed, expected or possible.
        case planned
        /// It is said not to have happened.
        case denied
    }

    /// `e1`, `e2`, … in order of time.
    public var id: String
    /// What happened, quoted from a report.
    public var text: String
    /// Ids of actors.
    public var participants: [String]
    /// Id of a place.
    public var place: String?
    /// When: ISO 8601 prefixes of honest precision ("2024-06").
    public var start: String?
    /// Until when.
    public var end: String?
    /// Ids of the claims that tell of it.
    public var claims: [String]
    /// Whether it came about.
    public var status: Status
    /// Id of the event that it is a part of (the signing during a visit).
    public var partOf: String?
    /// PLOVER event type ("CONSULT", "AID", "ASSAULT"), where it is known.
    public var type: String?

    /// An event.
    public init(
        id: String, text: String, participants: [String], place: String?, start: String?, end: String?,
        claims: [String], status: Status = .happened, partOf: String? = nil, type: String? = nil
    ) {
        self.id = id
        self.text = text
        self.participants = participants
        self.place = place
        self.start = start
        self.end = end
        self.claims = claims
        self.status = status
        self.partOf = partOf
        self.type = type
    }
}

/// Who gives what to whom.
public struct Exchange: Hashable, Sendable {
    /// How far it went.
    public enum Status: String, Sendable { case done, claimed, possible, sought, refused }

    /// Id of the giving actor.
    public var from: String
    /// Id of the receiving actor.
    public var to: String
    /// What is given, as written.
    public var thing: String
    /// Id of a figure comparison.
    public var figure: String?
    /// What is given in return, as written.
    public var inReturnFor: String?
    /// How far it went.
    public var status: Status
    /// Ids of the claims that tell of it.
    public var claims: [String]
    /// Where it stands; never empty.
    public var citations: [Citation]

    /// An exchange.
    public init(
        from: String, to: String, thing: String, figure: String?, inReturnFor: String?, status: Status,
        claims: [String], citations: [Citation]
    ) {
        precondition(!citations.isEmpty, "no exchange without a citation")
        self.from = from
        self.to = to
        self.thing = thing
        self.figure = figure
        self.inReturnFor = inReturnFor
        self.status = status
        self.claims = claims
        self.citations = citations
    }
}

/// What sides of a story do and say to one another in turn: a demand, the reply to it, the answer to that.
public struct ExchangeThread: Hashable, Sendable {
    /// One move of a thread.
    public struct Step: Hashable, Sendable {
        /// What kind of move it is, as PLOVER names them ("REQUEST", "ACCUSE", "THREATEN", "REJECT", "AGREE").
        public var kind: String
        /// Id of the actor whose move it is.
        public var actor: String
        /// Id of the actor that it is directed at, where the reports say it.
        public var towards: String?
        /// Number of the step that it answers, counted from zero; nil for the first.
        public var answers: Int?
        /// The sentence that tells of it most clearly, quoted.
        public var text: String
        /// When: ISO 8601 prefixes of honest precision.
        public var start: String?
        /// Until when.
        public var end: String?
        /// Ids of the claims that tell of it.
        public var claims: [String]
        /// Where it stands; never empty.
        public var citations: [Citation]

        /// A step.
        public init(
            kind: String, actor: String, towards: String?, answers: Int?, text: String, start: String?, end: String?,
            claims: [String], citations: [Citation]
        ) {
            precondition(!citations.isEmpty, "no step without a citation")
            self.kind = kind
            self.actor = actor
            self.towards = towards
            self.answers = answers
            self.text = text
            self.start = start
            self.end = end
            self.claims = claims
            self.citations = citations
        }
    }

    /// The moves, each after the one that it answers; two at least, of two actors at least.
    public var steps: [Step]

    /// A thread.
    public init(steps: [Step]) { self.steps = steps }
}

/// A place of the story, with coordinates from the gazetteer.
public struct Place: Hashable, Sendable {
    /// What a mention of a place says of the story.
    public enum Evidence: String, Sendable, CaseIterable {
        /// Something happened, happens or is to happen there.
        case event
        /// The report was filed there.
        case dateline
        /// Somebody spoke there, or speaks for it.
        case speaker
        /// It is named, and nothing more is known.
        case mention
    }

    /// `p1`, `p2`, …
    public var id: String
    /// Name.
    public var name: String
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// Where it is named; never empty.
    public var citations: [Citation]
    /// What each of ``citations`` says of it, in the same order.
    public var evidence: [Evidence]

    /// A place; where `evidence` is left out, it is only named.
    public init(
        id: String, name: String, latitude: Double, longitude: Double, citations: [Citation],
        evidence: [Evidence]? = nil
    ) {
        precondition(!citations.isEmpty, "no place without a citation")
        self.evidence = evidence ?? citations.map { _ in .mention }
        precondition(self.evidence.count == citations.count, "a kind of evidence for each citation")
        self.id = id
        self.name = name
        self.latitude = latitude
        self.longitude = longitude
        self.citations = citations
    }
}

/// One entry of the timeline.
public struct TimelineEntry: Hashable, Sendable {
    /// Which of three times an entry tells; they are never mixed.
    public enum Lane: String, Sendable, CaseIterable {
        /// When something was so.
        case event
        /// When somebody said something.
        case statement
        /// When a report was published. Who shows an account adds these from the reports' metadata; the ledger need not.
        case publication
    }

    /// First moment: an ISO 8601 prefix of honest precision.
    public var start: String
    /// Last moment, likewise.
    public var end: String
    /// What was so, quoted from a report.
    public var text: String
    /// Where it stands; never empty.
    public var citations: [Citation]
    /// Which time it tells.
    public var lane: Lane

    /// An entry.
    public init(start: String, end: String, text: String, citations: [Citation], lane: Lane = .event) {
        precondition(!citations.isEmpty, "no entry without a citation")
        self.start = start
        self.end = end
        self.text = text
        self.citations = citations
        self.lane = lane
    }
}

/// The world that the reports describe.
public struct World: Sendable {
    /// Who acts.
    public var actors: [Actor] = []
    /// What they are to one another.
    public var relations: [Relation] = []
    /// What happened.
    public var events: [Event] = []
    /// Who gives what to whom.
    public var exchanges: [Exchange] = []
    /// What is said and done in turn.
    public var threads: [ExchangeThread] = []
    /// Where.
    public var places: [Place] = []
    /// When.
    public var timeline: [TimelineEntry] = []

    /// An empty world.
    public init() {}
}
