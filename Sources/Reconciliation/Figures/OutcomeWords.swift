import Lexicons

/// What persons and things are counted by: who died is not who was injured, and both counts grow as news comes in.
struct OutcomeWords: Sendable {
    /// Concepts of outcomes that exclude one another.
    let concepts: Set<Int32>
    /// Those whose counts grow as news comes in.
    let growing: Set<Int32>
    /// Those whose nouns stand for the persons they befell: "the dead", "two arrests".
    let personal: Set<Int32>
    /// The sense "person": a figure of persons means nothing without the outcome.
    let person: WordMeanings.Entry
    /// The concept of dying, which a "toll" counts where nothing else is said.
    let death: Int32?
    private let participles: [Int32: String]

    init(facts: WordFacts) {
        let meanings = facts.meanings
        concepts = Set(Self.all.compactMap { meanings.concept($0.name) })
        growing = Set(Self.all.filter(\.grows).compactMap { meanings.concept($0.name) })
        personal = Set(["die", "injure", "miss", "detain"].compactMap(meanings.concept))
        person = meanings.entry("person")
        death = meanings.concept("die")
        var participles: [Int32: String] = [:]
        for outcome in Self.all {
            if let concept = meanings.concept(outcome.name) { participles[concept] = outcome.participle }
        }
        self.participles = participles
    }

    /// The outcomes among some concepts.
    func outcomes(among concepts: [Int32]) -> Set<Int32> { Set(concepts).intersection(self.concepts) }

    /// Whether a noun is of persons: "firefighters", "people".
    func isPerson(_ head: WordMeanings.Entry) -> Bool { WordMeanings.closeness(head, person) != .unrelated }

    /// How an outcome is told of those counted: "killed".
    func participle(of outcome: Int32) -> String? { participles[outcome] }

    private static let all: [(name: String, participle: String, grows: Bool)] = [
        ("die", "killed", true), ("injure", "injured", true), ("rescue", "rescued", true),
        ("detain", "detained", true), ("release", "released", false), ("charge", "charged", true),
        ("convict", "convicted", false), ("evacuate", "evacuated", true), ("displace", "displaced", true),
        ("miss", "missing", true), ("infect", "infected", true), ("vaccinate", "vaccinated", true),
        ("destroy", "destroyed", true), ("damage", "damaged", true), ("dismiss", "dismissed", false),
        ("elect", "elected", false), ("treat", "treated", false),
    ]
}
