import Lexicons
import NewsModel
import TextCore

/// Writes merged chains as actors: the usual full name, all names, the roles, every mention.
struct ActorList {
    let analyses: [Analysis]
    let countries: CountryNames

    /// All actors, the most mentioned first, and how many of them act in the story: persons, organisations and countries
    /// or towns that its article text names. The rest follow, so that each chain has its actor.
    func actors(_ groups: [[ActorMerger.Piece]]) -> (actors: [Actor], acting: Int) {
        let made = groups.compactMap(actor)
        func precedes(_ a: Actor, _ b: Actor) -> Bool {
            a.mentions.count != b.mentions.count
                ? a.mentions.count > b.mentions.count : (a.name, a.mentions[0]) < (b.name, b.mentions[0])
        }
        let acting = made.filter(isActing).sorted(by: precedes)
        let rest = made.filter { !isActing($0) }.sorted(by: precedes)
        var all = acting + rest
        for index in all.indices { all[index].id = "a\(index + 1)" }
        return (all, acting.count)
    }

    private func isActing(_ actor: Actor) -> Bool {
        guard [.person, .organisation, .geopoliticalEntity].contains(actor.kind) else { return false }
        return actor.mentions.contains { citation in
            guard let analysis = analyses.first(where: { $0.document.id == citation.document }),
                let block = analysis.document.blockIndex(at: citation.span.start)
            else { return false }
            return analysis.document.blocks[block].kind.isArticleText
        }
    }

    private func actor(_ pieces: [ActorMerger.Piece]) -> Actor? {
        let mentions = pieces.flatMap { piece in
            analyses[piece.document].chains[piece.chain].mentions.map {
                (piece.document, analyses[piece.document].mentions[$0])
            }
        }
        guard !mentions.isEmpty else { return nil }
        let kind = kind(of: pieces)
        let names = names(mentions, kind: kind, key: pieces.compactMap(\.key).first)
        return Actor(
            id: "", name: names.first ?? analyses[pieces[0].document].chains[pieces[0].chain].name, kind: kind,
            names: names, roles: kind == .person ? roles(mentions) : [],
            mentions: mentions.map { Citation(analyses[$0.0].document.id, $0.1.span) }.sorted(),
            chains: pieces.map {
                Actor.ChainReference(document: analyses[$0.document].document.id, chain: $0.chain)
            })
    }

    /// The kind that most mentions give; a nationality is its country.
    private func kind(of pieces: [ActorMerger.Piece]) -> Mention.Kind {
        if pieces.contains(where: { $0.key?.hasPrefix("country:") ?? false }) { return .geopoliticalEntity }
        // That a name is a company's is only told where there is evidence of it.
        if pieces.contains(where: { $0.kind == .organisation }),
            pieces.allSatisfy({ $0.kind == .organisation || $0.kind == .person }),
            !pieces.contains(where: { $0.kind == .person && $0.key != nil })
        {
            return .organisation
        }
        var counts: [Mention.Kind: Int] = [:]
        for piece in pieces { counts[piece.kind, default: 0] += piece.count }
        return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .person
    }

    /// The usual one of its full names, then the others as often as they stand, then what else it is called.
    private func names(_ mentions: [(Int, Mention)], kind: Mention.Kind, key: String?) -> [String] {
        var counts: [String: Int] = [:]
        var forms: [String: Mention.Form] = [:]
        for (document, mention) in mentions where mention.form == .name || mention.form == .nominal {
            if kind == .geopoliticalEntity, mention.kind == .nationality { continue }
            let text = tidy(analyses[document].text[mention.name].oneLine)
            guard !text.isEmpty else { continue }
            counts[text, default: 0] += 1
            if forms[text] != .name { forms[text] = mention.form }
        }
        // "VARNA" in a dateline is Varna.
        for text in counts.keys.sorted() where text.count > 4 && text == text.uppercased() {
            let usual = counts.keys.filter { $0 != text && FoldedText.fold($0) == FoldedText.fold(text) }.sorted()
            if let usual = usual.first, let count = counts.removeValue(forKey: text) {
                counts[usual, default: 0] += count
            }
        }
        let ordered = counts.keys.sorted { a, b in
            func rank(_ text: String) -> (Int, Int, Int) {
                let isFull = kind == .person && text.contains(" ") ? 1 : 0
                return (forms[text] == .name ? 1 : 0, isFull, counts[text] ?? 0)
            }
            return rank(a) != rank(b) ? rank(a) > rank(b) : a < b
        }
        let named = ordered.filter { forms[$0] == .name }
        var seen: Set<String> = []
        let called = ordered.filter { forms[$0] != .name }.filter { seen.insert(FoldedText.fold($0)).inserted }
        if named.isEmpty, let key, let place = countries.place(key) { return [place.name] + called.prefix(6) }
        return named + called.prefix(6)
    }

    /// Without an article before it or a possessive after.
    private func tidy(_ name: String) -> String {
        var name = name[...]
        for article in ["the ", "The "] where name.hasPrefix(article) && name.dropFirst(4).first?.isUppercase == true {
            name = name.dropFirst(4)
        }
        for ending in ["’s", "'s"] where name.hasSuffix(ending) { name = name.dropLast(2) }
        return String(name)
    }

    private func roles(_ mentions: [(Int, Mention)]) -> [String] {
        var counts: [String: (text: String, count: Int)] = [:]
        for (document, mention) in mentions {
            guard let span = mention.role else { continue }
            var text = analyses[document].text[span].oneLine
            for article in ["the ", "The ", "a ", "an "] where text.hasPrefix(article) {
                text = String(text.dropFirst(article.count))
            }
            let key = FoldedText.fold(text)
            guard key.count > 3, !["mrs", "miss"].contains(key) else { continue }
            counts[key] = (counts[key]?.text ?? text, (counts[key]?.count ?? 0) + 1)
        }
        return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value.text)
    }
}
