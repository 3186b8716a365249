import Lexicons
import NewsModel
import TextCore

/// Tells what a source is, and which chain of mentions it belongs to.
///
/// `Ann Ode, the mayor` person · `Bulgaria's interior ministry` organisation · `two officials in Kyiv` unnamed ·
/// `it` as the chain says
struct SourceKinds {
    let tagged: TaggedText
    private let analysis: Analysis
    /// For every token the mention that holds it, or -1.
    private let mentionOf: [Int32]
    private let words: SourceWords

    init(_ analysis: Analysis, _ tagged: TaggedText, words: SourceWords) {
        self.analysis = analysis
        self.tagged = tagged
        self.words = words
        var mentionOf = [Int32](repeating: -1, count: analysis.tokens.count)
        let index = TokenIndex(analysis.tokens)
        for (number, mention) in analysis.mentions.enumerated() {
            guard var token = index.token(at: mention.span.start) else { continue }
            while token < analysis.tokens.count, analysis.tokens[token].span.end <= mention.span.end {
                mentionOf[token] = Int32(number)
                token += 1
            }
        }
        self.mentionOf = mentionOf
    }

    /// The mention that holds a token.
    func mention(at token: Int) -> Mention? {
        guard mentionOf.indices.contains(token), mentionOf[token] >= 0 else { return nil }
        return analysis.mentions[Int(mentionOf[token])]
    }

    /// What the source of `range` is, and its chain.
    func kind(of range: Range<Int>) -> (kind: SourceKind, chain: Int?) {
        let core = core(of: range)
        if core.count == 1, tagged.tags[core.lowerBound] == .pronoun || tagged.tags[core.lowerBound] == .whPronoun {
            return pronoun(core.lowerBound)
        }
        let head = core.upperBound - 1
        let headMention = mention(at: head)
        if let mention = headMention, mention.kind != .nationality {
            return (kind(mention), mention.chain)
        }
        if words.isOrganisation(tagged.hashes[head]) { return (.organisation, headMention?.chain) }
        if let mention = headMention, let chain = mention.chain, analysis.chains.indices.contains(chain) {
            return (kind(mention), chain)
        }
        if tagged.tags[head].isName, !words.isRole(tagged.hashes[head]) { return (.organisation, nil) }
        // "the president's lawyer, Ann Ode"; "the owner of the store, Danubia Chem".
        if let comma = range.first(where: { tagged.tags[$0] == .comma }), comma + 1 < range.upperBound {
            for token in comma + 1..<range.upperBound {
                guard tagged.tags[token].isNoun || tagged.tags[token].isMark else { break }
                guard let mention = mention(at: token), mention.form == .name else { continue }
                if mention.kind == .person { return (.person, mention.chain) }
                if mention.kind == .organisation { return (.organisation, mention.chain) }
            }
        }
        return (.unnamed, nil)
    }

    /// A mention is what its chain is.
    private func kind(_ mention: Mention) -> SourceKind {
        let kind =
            mention.chain.flatMap { analysis.chains.indices.contains($0) ? analysis.chains[$0].kind : nil }
            ?? mention.kind
        return kind == .person ? .person : .organisation
    }

    /// Whether a word is the head of an office or organisation: "ministry", "police".
    func isOffice(_ token: Int) -> Bool { words.isOrganisation(tagged.hashes[token]) }

    private func pronoun(_ token: Int) -> (kind: SourceKind, chain: Int?) {
        if let mention = mention(at: token), let chain = mention.chain, analysis.chains.indices.contains(chain) {
            return (analysis.chains[chain].kind == .person ? .person : .organisation, chain)
        }
        return (Self.personal.contains(tagged.hashes[token]) ? .person : .unnamed, nil)
    }

    private static let personal = WordSet("i he she we you")

    /// The words of a source up to what follows its head: a preposition, a comma, a relative pronoun.
    private func core(of range: Range<Int>) -> Range<Int> {
        var end = range.lowerBound
        while end < range.upperBound {
            let tag = tagged.tags[end]
            if end > range.lowerBound,
                tag == .preposition || tag == .comma || tag == .to || tag == .whPronoun
                    || tag == .whDeterminer || tag.isFinite || tag == .opening
            {
                break
            }
            end += 1
        }
        return range.lowerBound..<max(end, range.lowerBound + 1)
    }
}

/// Words that say whether a source without a name is an organisation or a person.
struct SourceWords: SharedTable {
    private var organisations: Set<UInt64> = []
    private var roles: Set<UInt64> = []

    /// Loads the heads of organisations and the roles of `name-words.tsv`.
    ///
    /// - Throws: where a resource file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("name-words.tsv", in: resources).rows {
            // The head of "chief of police" is the chief.
            let words = row[0].split(separator: " ")
            let of = row[1] == "role" ? words.firstIndex(of: "of") : nil
            guard let last = of.map({ $0 > 0 ? words[$0 - 1] : words[0] }) ?? words.last else { continue }
            let hash = PhraseTable<Bool>.hash(word: String(last))
            if row[1] == "orghead" || row[1] == "orgsuffix" { organisations.insert(hash) }
            if row[1] == "role" || row[1] == "title" { roles.insert(hash) }
        }
    }

    /// Whether an organisation is called so: "ministry", "police".
    func isOrganisation(_ hash: UInt64) -> Bool { organisations.contains(hash) && !roles.contains(hash) }

    /// Whether a person is called so: "minister", "spokesman".
    func isRole(_ hash: UInt64) -> Bool { roles.contains(hash) }
}
