import Lexicons

/// The words that tell what people and states do to one another.
struct InteractionWords: Sendable {
    /// Verbs that say little of themselves.
    enum Helper: String, Sendable { case light, lifting, stopping, control, speech }

    private var verbs = VerbKinds()
    private var nouns: [String: Interaction.Kind] = [:]
    private var adjectives: [String: Interaction.Kind] = [:]
    private var helpers: [String: Set<Helper>] = [:]

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("interaction-words.tsv", in: resources).rows {
            for word in row[2].split(separator: " ").map(String.init) {
                guard let kind = Interaction.Kind(rawValue: row[0]) else {
                    if let helper = Helper(rawValue: row[1]) { helpers[word, default: []].insert(helper) }
                    continue
                }
                switch row[1] {
                case "verb": verbs.insert(word, kind)
                case "noun": if nouns[word] == nil { nouns[word] = kind }
                default: adjectives[word] = kind
                }
            }
        }
    }

    /// What a verb tells, with a preposition or particle where one counts ("call_for").
    func verb(_ lemma: String, _ particles: [String]) -> Interaction.Kind? {
        verbs.kind(lemma, particles)
    }

    /// Whether the table has a word.
    func isKnown(_ lemma: String) -> Bool {
        verbs.kind(lemma, []) != nil || nouns[lemma] != nil || adjectives[lemma] != nil || helpers[lemma] != nil
    }

    func noun(_ lemma: String) -> Interaction.Kind? { nouns[lemma] }
    func adjective(_ lemma: String) -> Interaction.Kind? { adjectives[lemma] }
    func isHelper(_ lemma: String, _ helper: Helper) -> Bool { helpers[lemma]?.contains(helper) ?? false }
}

/// Kinds of deeds by the verbs that tell them; a verb with a preposition or particle is written with "_" ("call_for").
struct VerbKinds: Sendable {
    private var kinds: [String: Interaction.Kind] = [:]

    /// Adds a verb; of two rows, the first counts.
    mutating func insert(_ verb: String, _ kind: Interaction.Kind) {
        if kinds[verb] == nil { kinds[verb] = kind }
    }

    /// What a verb tells with one of some particles, else alone.
    func kind(_ lemma: String, _ particles: [String]) -> Interaction.Kind? {
        particles.lazy.compactMap { kinds["\(lemma)_\($0)"] }.first ?? kinds[lemma]
    }
}
