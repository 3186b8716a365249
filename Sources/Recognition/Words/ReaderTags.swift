import NewsModel

/// The tags that the neural reader's reading of a word leaves open: a set, a bit for each tag.
struct ReaderTags {
    private let bits: UInt64
    /// The tag to take where the word lists know of none in the set.
    let likeliest: WordTag

    /// - Parameter tags: the likeliest first; empty where the reading says nothing.
    private init?(_ tags: [WordTag]) {
        guard let first = tags.first else { return nil }
        likeliest = first
        bits = tags.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    /// Whether the reading leaves a tag open.
    func contains(_ tag: WordTag) -> Bool { bits & 1 << UInt64(tag.rawValue) != 0 }

    /// The tags of a universal part of speech with its features; nil where they say nothing (marks, foreign words).
    init?(_ reading: WordReading) {
        let flags = reading.inflection
        switch reading.category {
        case .noun: self.init(flags.contains(.plural) ? [.nouns, .noun] : [.noun, .nouns])
        case .properNoun: self.init(flags.contains(.plural) ? [.names, .name] : [.name, .names])
        case .verb, .auxiliary: self.init(Self.verb(flags, isAuxiliary: reading.category == .auxiliary))
        case .adjective: self.init([.adjective, .comparative, .superlative])
        case .adverb:
            self.init([.adverb, .whAdverb, .adverbComparative, .adverbSuperlative, .particle, .existential])
        case .adposition: self.init([.preposition, .to, .particle])
        case .subordinator: self.init([.preposition, .whAdverb, .to])
        case .particle: self.init([.to, .genitive, .adverb])
        case .pronoun:
            self.init([
                .pronoun, .possessive, .whPronoun, .whDeterminer, .determiner, .existential, .noun, .preposition,
            ])
        case .determiner: self.init([.determiner, .predeterminer, .whDeterminer, .possessive])
        case .numeral: self.init([.number])
        case .coordinator: self.init([.conjunction, .determiner])
        case .interjection: self.init([.interjection])
        case .punctuation, .symbol, .other: return nil
        }
    }

    private static func verb(_ flags: Inflection, isAuxiliary: Bool) -> [WordTag] {
        if flags.contains(.gerund) { return [.gerund] }
        if flags.contains(.participle) { return flags.contains(.present) ? [.gerund] : [.participle] }
        if flags.contains(.infinitive) || flags.contains(.imperative) { return [.verb] }
        if flags.contains(.past) { return isAuxiliary ? [.past, .modal] : [.past] }
        let present: [WordTag] =
            flags.contains(.third) && flags.contains(.singular) ? [.presentThird] : [.present, .presentThird]
        return isAuxiliary ? [.modal] + present : present
    }
}
