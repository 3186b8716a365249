import Lexicons

/// The deeds that are told as events of their own, as concepts of the lexicon.
struct EventDeeds {
    /// All of them.
    let all: Set<Int32>
    /// Those that nouns tell of as well.
    let nominal: Set<Int32>
    /// Those that kill, injure or destroy.
    let disasters: Set<Int32>
    /// Those worth telling though no time or place is given.
    let strong: Set<Int32>

    init(_ facts: WordFacts) {
        func concepts(_ names: [String]) -> Set<Int32> { Set(names.compactMap(facts.meanings.concept)) }
        disasters = concepts(Self.disasterNames)
        nominal = concepts(Self.nominalNames).union(disasters)
        all = concepts(Self.deedNames).union(nominal)
        strong = concepts(Self.strongNames)
    }

    /// Deaths, injuries and destruction are parts of what caused them.
    func kind(_ concept: Int32) -> Int32 {
        disasters.contains(concept) ? disasters.min() ?? concept : concept
    }

    private static let deedNames = [
        "sign", "reject", "approve", "vote", "resign", "appoint", "dismiss", "detain", "charge", "convict", "sentence",
        "release", "test", "invade", "withdraw", "capture", "rescue", "launch", "buyout", "meet", "elect", "protest",
        "host",
    ]
    private static let nominalNames = ["visit", "quake", "storm"]
    private static let disasterNames = [
        "attack", "explode", "burn", "crash", "collapse", "flood", "shoot", "die", "injure", "evacuate", "destroy",
    ]
    private static let strongNames = [
        "reject", "approve", "sign", "test", "launch", "elect", "resign", "dismiss", "buyout",
    ]
}
