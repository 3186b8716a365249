import Lexicons
import NewsModel
import TextCore

/// Who is meant by a mention, across the documents of a story: the number of its actor.
struct Participants: Sendable {
    /// The names, by number.
    private(set) var names: [String] = []
    /// The words of each name, folded, without initials.
    private(set) var nameWords: [Set<String>] = []
    private var numbers: [Actor.ChainReference: Int] = [:]
    /// Mentions of a capital that stand for a government, with the number of its country.
    private var governments: [Citation: Int] = [:]
    /// For each actor that is a town or region, the number of its country.
    private var countries: [Int: Int] = [:]

    init(_ actors: [Actor]) {
        for (number, actor) in actors.enumerated() {
            names.append(actor.name)
            nameWords.append(
                Set(FoldedText.fold(actor.name).split(separator: " ").filter { $0.count > 2 }.map(String.init)))
            for chain in actor.chains { numbers[chain] = number }
        }
    }

    /// The actor of a chain of a document.
    func number(_ document: DocumentID, chain: Int?) -> Int? {
        chain.flatMap { numbers[Actor.ChainReference(document: document, chain: $0)] }
    }

    /// The actor that a mention means: of `Moscow said` the country, of `in Moscow` the town.
    func number(_ document: DocumentID, _ mention: Mention) -> Int? {
        governments[Citation(document, mention.span)] ?? number(document, chain: mention.chain)
    }

    /// The country that an actor is a town or region of.
    func country(of number: Int) -> Int? { countries[number] }

    /// Learns which mentions stand for governments and which towns lie in which country.
    mutating func learn(analyses: [Analysis], places: PlaceFinder) {
        var byKey: [String: Int] = [:]
        var keys: [Int: String] = [:]
        for analysis in analyses {
            for mention in analysis.mentions {
                guard let key = mention.gazetteer, let number = number(analysis.document.id, chain: mention.chain)
                else { continue }
                if byKey[key] == nil { byKey[key] = number }
                if keys[number] == nil { keys[number] = key }
            }
        }
        for (number, key) in keys where !key.hasPrefix("country:") {
            if let home = places.countries.place(key)?.country { countries[number] = byKey["country:" + home] }
        }
        for (document, analysis) in analyses.enumerated() {
            for mention in analysis.mentions where mention.kind != .nationality {
                guard let number = number(analysis.document.id, chain: mention.chain), let key = keys[number],
                    let country = places.countries.government(of: key).flatMap({ byKey[$0] }),
                    places.place(of: mention, document: document) == nil
                else { continue }
                governments[Citation(analysis.document.id, mention.span)] = country
            }
        }
    }
}
