import NewsModel
import TextCore

/// Merges the coreference chains of a story's documents into actors.
enum ActorMerger {
    static func actors(of analyses: [Analysis]) -> [Actor] {
        var groups: [String: [(Int, Int)]] = [:]
        var order: [String] = []
        for (document, analysis) in analyses.enumerated() {
            for (chain, value) in analysis.chains.enumerated() {
                let gazetteer = value.mentions.compactMap { analysis.mentions[$0].gazetteer }.first
                let key = gazetteer ?? FoldedText.fold(value.name)
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append((document, chain))
            }
        }
        return order.sorted().enumerated().compactMap { number, key in
            guard let group = groups[key], let first = group.first else { return nil }
            let chain = analyses[first.0].chains[first.1]
            let mentions = group.flatMap { document, chain in
                analyses[document].chains[chain].mentions.map {
                    Citation(analyses[document].document.id, analyses[document].mentions[$0].span)
                }
            }
            guard !mentions.isEmpty else { return nil }
            return Actor(
                id: "a\(number + 1)", name: chain.name, kind: chain.kind, names: [chain.name], roles: [],
                mentions: mentions,
                chains: group.map { Actor.ChainReference(document: analyses[$0.0].document.id, chain: $0.1) })
        }
    }
}
