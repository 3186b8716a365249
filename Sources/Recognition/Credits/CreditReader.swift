import NewsModel
import TextCore

/// Reads the credits of one document.
struct CreditReader {
    private let analysis: Analysis
    private let tagged: TaggedText
    private let kinds: SourceKinds
    private let outlets: OutletLexicon
    private let uses: CreditUses
    private let names: OutletNames
    /// The document's own outlet and agency, comparable.
    private let own: Set<String>
    /// Outlets credited so far, for `the agency` and `the Times`.
    private var known: [OutletName] = []

    init(
        _ analysis: Analysis, _ tagged: TaggedText, _ kinds: SourceKinds, cues: CueLexicon, outlets: OutletLexicon
    ) {
        self.analysis = analysis
        self.tagged = tagged
        self.kinds = kinds
        self.outlets = outlets
        let quoted = Self.quoted(analysis)
        let isBarrier: (Int) -> Bool = { quoted[$0] }
        let phrases = NounPhrases(tagged: tagged, isBarrier: isBarrier)
        uses = CreditUses(tagged: tagged, lexicon: outlets, cues: cues, phrases: phrases, kinds: kinds)
        names = OutletNames(tagged: tagged, lexicon: outlets, kinds: kinds, isBarrier: isBarrier)
        let metadata = analysis.document.metadata
        own = Set([metadata.outlet, metadata.publisher].compactMap { $0 }.map(OutletKey.of))
    }

    /// The credits in the order of their spans.
    mutating func credits() -> [Credit] {
        var found: [Credit] = []
        let lines = SourceLines(analysis, tagged, names: names, outlets: outlets, kinds: kinds)
        var text: [TextCredit] = []
        var sentence = 0
        while sentence < analysis.sentences.count {
            let number = analysis.sentences[sentence].block
            let first = sentence
            while sentence < analysis.sentences.count, analysis.sentences[sentence].block == number { sentence += 1 }
            let block = analysis.document.blocks[number]
            if let line = lines.credit(of: number, sentences: first..<sentence) {
                found.append(line)
                if line.kind == .sourceLine { remember(line, block) }
            } else if block.kind.isArticleText, block.kind != .caption {
                for index in first..<sentence { text += credits(in: index, block) }
            }
        }
        let scopes = CreditScopes(analysis, tagged, lexicon: outlets, credited: Set(text.map(\.sentence)))
        for credit in text {
            let sentence = analysis.sentences[credit.sentence]
            // "Maria Lopez via Getty Images": no sentence, but the credit of a picture that lost its line.
            let isImage =
                credit.links[0].kind == .agency && !sentence.tokens.contains { tagged.tags[$0].isVerb }
                && !uses.isTelling(credit.tokens.lowerBound) && analysis.document.blocks[sentence.block].kind.isProse
            found.append(
                Credit(
                    span: tagged.span(credit.tokens), kind: isImage ? .image : .text, links: credit.links,
                    scope: isImage ? sentence.span : scopes.scope(of: credit.tokens, in: credit.sentence)))
        }
        return withOneKind(found).sorted { ($0.span, $0.links[0].span) < ($1.span, $1.links[0].span) }
    }

    /// Who is called an agency in one place is one everywhere.
    private func withOneKind(_ credits: [Credit]) -> [Credit] {
        let agencies = Set(credits.flatMap(\.links).filter { $0.kind == .agency }.map { OutletKey.of($0.name) })
        return credits.map { credit in
            var credit = credit
            for index in credit.links.indices
            where credit.links[index].kind == .outlet && agencies.contains(OutletKey.of(credit.links[index].name)) {
                credit.links[index].kind = .agency
            }
            return credit
        }
    }

    /// A credit of a sentence.
    private struct TextCredit {
        var tokens: Range<Int>
        var links: [Credit.Link]
        var sentence: Int
    }

    private mutating func credits(in sentence: Int, _ block: Block) -> [TextCredit] {
        let range = analysis.sentences[sentence].tokens
        let found = names.names(in: range)
        var consumed = 0
        var credits: [TextCredit] = []
        for (place, name) in found.enumerated() where name.tokens.lowerBound >= consumed {
            guard let name = resolved(name),
                let use = uses.use(of: name, in: range) ?? endOfTitle(name, block, in: range)
            else { continue }
            if own.contains(OutletKey.of(name.name)) {
                consumed = name.tokens.upperBound
                continue
            }
            var links = [link(name)]
            var tokens = use.tokens
            if let quoted = use.quoted, kinds.kind(of: quoted).kind != .outlet {
                links.append(link(source: quoted))
                tokens = min(tokens.lowerBound, quoted.lowerBound)..<tokens.upperBound
            }
            let cited = CitedSources(tagged: tagged, lexicon: outlets, phrases: uses.phrases)
                .sources(from: use.end, in: range)
            for source in cited {
                let inner = found[(place + 1)...].first { source.overlaps($0.tokens) }.flatMap(resolved)
                links.append(inner.map(link) ?? link(source: source))
                tokens = tokens.lowerBound..<max(tokens.upperBound, source.upperBound)
                consumed = max(consumed, source.upperBound)
            }
            if name.form != .unnamed { known.append(name) }
            // "Citing local media, Reuters reports that": what stands first is whom the other has it from.
            if let opener = credits.last, opener.tokens.lowerBound == range.lowerBound,
                tagged.tags[range.lowerBound] == .gerund,
                outlets.role(tagged.hashes[range.lowerBound]).contains(.citing)
            {
                links += opener.links
                tokens = opener.tokens.lowerBound..<tokens.upperBound
                credits.removeLast()
            }
            credits.append(TextCredit(tokens: tokens, links: links, sentence: sentence))
        }
        return credits
    }

    /// `… in talks to sell port – Reuters`.
    private func endOfTitle(_ name: OutletName, _ block: Block, in range: Range<Int>) -> CreditUse? {
        guard block.kind == .title || block.kind == .heading, name.form == .listed,
            name.tokens.upperBound == range.upperBound, name.tokens.lowerBound > range.lowerBound + 2,
            uses.phrases.isDash(name.tokens.lowerBound - 1)
        else { return nil }
        return CreditUse(tokens: name.tokens, end: range.upperBound)
    }

    /// The outlet that a name stands for: `the agency` for the last one credited, `the Times` for the `Harbour Times`.
    private func resolved(_ name: OutletName) -> OutletName? {
        var name = name
        switch name.form {
        case .anaphor:
            guard let last = known.last(where: { name.kind != .agency || $0.kind == .agency }) ?? known.last,
                !isOtherAgency(name)
            else { return nil }
            name.name = last.name
            // What is called the agency is one.
            name.kind = name.kind == .agency ? .agency : last.kind
        case .listed where name.tokens.count == 1 || Self.isArticle(tagged, name.tokens.lowerBound):
            let word = tagged.string(name.tokens.upperBound - 1)
            if let last = known.last(where: { $0.name.hasSuffix(" " + word) }) {
                name.name = last.name
                name.kind = last.kind
            }
        default: break
        }
        return name
    }

    /// Whether the chain of `the agency` is that of something that is no outlet.
    private func isOtherAgency(_ name: OutletName) -> Bool {
        guard let mention = kinds.mention(at: name.tokens.upperBound - 1), let chain = mention.chain,
            analysis.chains.indices.contains(chain)
        else { return false }
        let key = OutletKey.of(analysis.chains[chain].name)
        return !known.contains { OutletKey.of($0.name) == key } && analysis.chains[chain].mentions.count > 1
    }

    private mutating func remember(_ line: Credit, _ block: Block) {
        for link in line.links where link.kind == .outlet || link.kind == .agency {
            let first = TokenIndex(analysis.tokens).token(at: link.span.start) ?? 0
            known.append(OutletName(tokens: first..<first + 1, name: link.name, kind: link.kind, form: .listed))
        }
    }

    private func link(_ name: OutletName) -> Credit.Link {
        Credit.Link(span: tagged.span(name.tokens), name: name.name, kind: name.kind)
    }

    private func link(source: Range<Int>) -> Credit.Link {
        let kind = kinds.kind(of: source)
        var start = source.lowerBound
        while start + 1 < source.upperBound, ClosedClass.articles.contains(tagged.hashes[start]) { start += 1 }
        let words = tagged.text[tagged.span(start..<source.upperBound)].split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let named = kind.kind == .person ? kind.chain.map { analysis.chains[$0].name } : nil
        return Credit.Link(span: tagged.span(source), name: named ?? words, kind: kind.kind)
    }

    private static func isArticle(_ tagged: TaggedText, _ index: Int) -> Bool {
        ClosedClass.articles.contains(tagged.hashes[index])
    }

    /// For every token whether it stands in what somebody else says.
    private static func quoted(_ analysis: Analysis) -> [Bool] {
        var quoted = [Bool](repeating: false, count: analysis.tokens.count)
        let index = TokenIndex(analysis.tokens)
        for quotation in analysis.quotations where !quotation.isScare && quotation.style == .direct {
            for content in quotation.content {
                guard var token = index.token(at: content.start) else { continue }
                while token < analysis.tokens.count, analysis.tokens[token].span.end <= content.end {
                    quoted[token] = true
                    token += 1
                }
            }
        }
        return quoted
    }
}

/// The form in which two names of outlets are compared: without case, article, "News" and "Agency".
enum OutletKey {
    private static let fillers: Set = ["the", "news", "agency", "newspaper", "online"]

    static func of(_ name: String) -> String {
        let words = FoldedText.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let telling = words.filter { !fillers.contains($0) }
        return (telling.isEmpty ? words : telling).joined(separator: " ")
    }
}
