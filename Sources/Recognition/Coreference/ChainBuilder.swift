import NewsModel
import TextCore

/// Walks through the document, resolves what refers back, and makes the chains.
struct ChainBuilder {
    private let analysis: Analysis
    private var entities: [DiscourseEntity]
    private var mentions: [(mention: Mention, entity: Int)]

    init(_ analysis: Analysis, entities: [DiscourseEntity], entityOf: [Int?]) {
        self.analysis = analysis
        self.entities = entities
        mentions = analysis.mentions.indices.compactMap { index in
            entityOf[index].map { (analysis.mentions[index], $0) }
        }
        for index in self.entities.indices { self.entities[index].weight = 0 }
    }

    /// Adds pronouns and nominals, in document order.
    mutating func addAnaphors(tokens: NameTokens, lexicon: NameLexicon) {
        let finder = AnaphorFinder(analysis, tokens: tokens, lexicon: lexicon)
        let tokenAt = TokenIndex(analysis.tokens)
        let named = mentions
        let found = analysis.sentences.enumerated().map { number, sentence in
            analysis.document.blocks[sentence.block].kind.isArticleText ? finder.anaphors(in: number) : []
        }
        let judge = PronounJudge(
            analysis, entities: entities, names: persons(named, tokenAt), anaphors: found.flatMap(\.self))
        var linker = AnaphorLinker(analysis, tokens: tokens, judged: judge.shares())
        var next = 0
        for (number, sentence) in analysis.sentences.enumerated() {
            guard analysis.document.blocks[sentence.block].kind.isArticleText else { continue }
            while next < named.count, named[next].mention.name.start < sentence.span.start { next += 1 }
            var inside: [(entity: Int, token: Int, end: Int, form: Mention.Form)] = []
            while next < named.count, named[next].mention.name.start < sentence.span.end {
                if let token = tokenAt.token(at: named[next].mention.name.start) {
                    let end = tokenAt.token(at: named[next].mention.name.end) ?? analysis.tokens.count
                    inside.append((named[next].entity, token, end, named[next].mention.form))
                }
                next += 1
            }
            inside.sort { $0.token < $1.token }
            var noted = 0
            func note(before token: Int) {
                while noted < inside.count, inside[noted].token < token {
                    let name = inside[noted]
                    entities[name.entity].weight += 1
                    if name.form == .name {
                        linker.note(
                            entity: name.entity, sentence: number, token: name.token, end: name.end,
                            isFirst: noted == 0 || inside[..<noted].allSatisfy { $0.form != .name })
                    }
                    noted += 1
                }
            }
            // Roles first: "on his train, the North Korean leader …" tells who he is.
            let anaphors = found[number]
            let holders = anaphors.map { linker.holder($0, among: entities) }
            for (place, anaphor) in anaphors.enumerated() {
                note(before: anaphor.token)
                var ahead = inside[noted...].filter { $0.form == .name }
                    .map { AnaphorLinker.Ahead(entity: $0.entity, token: $0.token) }
                for (later, holder) in zip(anaphors, holders).dropFirst(place + 1) {
                    if let holder { ahead.append(AnaphorLinker.Ahead(entity: holder, token: later.token)) }
                }
                ahead.sort { $0.token < $1.token }
                if let entity = linker.resolve(anaphor, holder: holders[place], among: entities, ahead: ahead) {
                    add(anaphor, to: entity)
                } else if anaphor.isSelfContained, let entity = newOrganisation(anaphor) {
                    add(anaphor, to: entity)
                    linker.note(
                        entity: entity, sentence: number, token: anaphor.token, end: anaphor.token, isFirst: noted == 0)
                }
            }
            note(before: Int.max)
        }
    }

    /// The names of persons with their words.
    private func persons(_ named: [(mention: Mention, entity: Int)], _ tokenAt: TokenIndex) -> [PronounJudge.Name] {
        named.compactMap { mention, entity in
            guard mention.form == .name, entities[entity].kind == .person,
                let first = tokenAt.token(at: mention.name.start)
            else { return nil }
            let end = tokenAt.token(at: mention.name.end) ?? analysis.tokens.count
            return first < end ? PronounJudge.Name(entity: entity, tokens: first..<end) : nil
        }
        .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private mutating func add(_ anaphor: Anaphor, to entity: Int) {
        var form = Mention.Form.nominal
        switch anaphor.kind {
        case .personal, .neuter: form = .pronoun
        case .role, .organisation: break
        }
        entities[entity].weight += 1
        mentions.append(
            (Mention(span: anaphor.span, name: anaphor.span, kind: entities[entity].kind, form: form), entity))
    }

    /// "South Korea's defence ministry", which no name stands for.
    private mutating func newOrganisation(_ anaphor: Anaphor) -> Int? {
        guard case .organisation(let word) = anaphor.kind else { return nil }
        var entity = DiscourseEntity(kind: .organisation)
        entity.country = anaphor.country
        entity.roleWords = [word]
        entities.append(entity)
        return entities.count - 1
    }

    /// The mentions in order with their chains, and the chains in the order of their first mentions.
    func finish() -> ([Mention], [CoreferenceChain]) {
        let sorted = mentions.enumerated().sorted { a, b in
            a.element.mention.span != b.element.mention.span
                ? a.element.mention.span < b.element.mention.span : a.offset < b.offset
        }.map(\.element)
        var chainOf: [Int: Int] = [:]
        var chains: [CoreferenceChain] = []
        var result: [Mention] = []
        for (index, item) in sorted.enumerated() {
            let chain = chainOf[item.entity] ?? chains.count
            if chain == chains.count {
                chainOf[item.entity] = chain
                chains.append(CoreferenceChain(mentions: [], name: "", kind: entities[item.entity].kind))
            }
            chains[chain].mentions.append(index)
            var mention = item.mention
            mention.chain = chain
            result.append(mention)
        }
        for index in chains.indices { chains[index].name = name(of: chains[index], result) }
        return (result, chains)
    }

    /// The fullest name: of names the one with most words, else a nominal, else an adjective.
    private func name(of chain: CoreferenceChain, _ mentions: [Mention]) -> String {
        // Of the names of a country the usual one, of those of a person the usual one of more than one word.
        var count: [String: Int] = [:]
        for index in chain.mentions { count[analysis.text[mentions[index].name], default: 0] += 1 }
        func rank(_ mention: Mention) -> (Int, Int, Int) {
            let form =
                switch mention.form {
                case .name: mention.kind == .nationality ? 2 : 3
                case .nominal: 1
                case .adjective: 2
                case .pronoun: 0
                }
            let text = analysis.text[mention.name]
            let times = chain.kind == .organisation ? 0 : count[text] ?? 0
            return (form, chain.kind == .person && text.contains(" ") ? times + 1000 : times, mention.name.count)
        }
        var best = chain.mentions[0]
        for index in chain.mentions where rank(mentions[index]) > rank(mentions[best]) { best = index }
        let name = analysis.text[mentions[best].name].oneLine
        return name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
    }
}
