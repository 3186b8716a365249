public import TextCore

/// A stretch of text that names or refers to something of the world.
public struct Mention: Hashable, Sendable {
    /// What is mentioned.
    public enum Kind: String, Sendable, CaseIterable {
        case person, organisation, place, geopoliticalEntity, facility, product, event, law, nationality
    }

    /// How it is mentioned.
    public enum Form: String, Sendable { case name, nominal, pronoun, adjective }

    /// Where it stands, title included ("Mr Markov", "Dr. Oskar Pietrewicz").
    public var span: TextSpan
    /// The name proper within it ("Markov").
    public var name: TextSpan
    /// What is mentioned.
    public var kind: Kind
    /// How it is mentioned.
    public var form: Form
    /// Title or role that stands with the name ("Russian President"), where there is one.
    public var role: TextSpan?
    /// Key of the gazetteer entry that the name matched ("country:KP", "city:1871859"), where it matched one.
    public var gazetteer: String?
    /// Index into ``Analysis/chains``.
    public var chain: Int?

    /// A mention.
    public init(
        span: TextSpan, name: TextSpan, kind: Kind, form: Form = .name, role: TextSpan? = nil,
        gazetteer: String? = nil, chain: Int? = nil
    ) {
        self.span = span
        self.name = name
        self.kind = kind
        self.form = form
        self.role = role
        self.gazetteer = gazetteer
        self.chain = chain
    }
}

/// All mentions of one thing in one document.
public struct CoreferenceChain: Hashable, Sendable {
    /// Indices into ``Analysis/mentions``, ascending.
    public var mentions: [Int]
    /// The fullest name among them.
    public var name: String
    /// What the thing is.
    public var kind: Mention.Kind

    /// A chain.
    public init(mentions: [Int], name: String, kind: Mention.Kind) {
        self.mentions = mentions
        self.name = name
        self.kind = kind
    }
}
