import NewsModel
import TextCore

/// Who is meant by the names of a sentence as somebody that gives or gets: a capital stands for its country's government.
struct Parties {
    let analyses: [Analysis]
    let actors: [Actor]
    let countries: CountryNames
    private let numbers: Participants
    private let byKey: [String: Int]
    private let keys: [Int: String]

    init(analyses: [Analysis], actors: [Actor], countries: CountryNames, numbers: Participants) {
        self.analyses = analyses
        self.actors = actors
        self.countries = countries
        self.numbers = numbers
        var byKey: [String: Int] = [:]
        var keys: [Int: String] = [:]
        var keyOf: [Actor.ChainReference: String] = [:]
        for analysis in analyses {
            for (number, chain) in analysis.chains.enumerated() {
                if let key = chain.mentions.lazy.compactMap({ analysis.mentions[$0].gazetteer }).first {
                    keyOf[Actor.ChainReference(document: analysis.document.id, chain: number)] = key
                }
            }
        }
        for (number, actor) in actors.enumerated() {
            for chain in actor.chains {
                guard let key = keyOf[chain] else { continue }
                if byKey[key] == nil { byKey[key] = number }
                if keys[number] == nil { keys[number] = key }
            }
        }
        self.byKey = byKey
        self.keys = keys
    }

    /// The actor that a mention is of, as the statements count them.
    func actor(_ mention: Mention, document: Int) -> Int? { numbers.number(analyses[document].document.id, mention) }

    /// The party that a mention names: a person, an organisation, or a country, its adjective ("Russian goods") included.
    func party(_ mention: Mention, document: Int) -> Int? {
        guard let number = numbers.number(analyses[document].document.id, chain: mention.chain) else { return nil }
        switch actors[number].kind {
        case .person, .organisation: return number
        case .geopoliticalEntity:
            if let key = mention.gazetteer ?? keys[number], !key.hasPrefix("country:") {
                guard let country = countries.government(of: key) else { return nil }
                return byKey[country] ?? number
            }
            return number
        case .facility: return nil
        default: return nil
        }
    }

    /// The actor that stands for a place of the gazetteer.
    func number(ofKey key: String) -> Int? { byKey[key] }

    /// The country of a party: itself, or that which its roles and other names tell of ("the North Korean leader").
    func country(of party: Int) -> Int? {
        let actor = actors[party]
        if actor.kind == .geopoliticalEntity { return party }
        for text in actor.roles + actor.names.dropFirst() {
            let words = NameKey.words(text)
            for (index, word) in words.enumerated() {
                let pair = index + 1 < words.count ? word + " " + words[index + 1] : nil
                for candidate in [pair, word].compactMap({ $0 }) {
                    if let key = countries.country(of: candidate), let number = byKey[key] { return number }
                }
            }
        }
        return nil
    }
}
