import NewsModel
import TextCore

/// Credits that stand apart from the text: source lines, bylines, datelines, signs, and the credits of pictures.
///
/// - source line, which governs the whole document: `Source: ⟦Skai⟧` · `By ⟦Reuters⟧` · `VARNA (⟦Euxine Press⟧) —` · `(⟦AP⟧)` ·
///   `Additional reporting: ⟦AFP⟧` · `⟦Associated Press⟧ writers … contributed to this report` · `© 2024 ⟦AFP⟧`
/// - of a picture: `Photo: ⟦AFP⟧` · `(⟦AP⟧ Photo/Ann Ode)` · `Main photo source: ⟦Reuters⟧`
/// - none: `Source link`
struct SourceLines {
    private let analysis: Analysis
    private let tagged: TaggedText
    private let names: OutletNames
    private let outlets: OutletLexicon
    private let kinds: SourceKinds
    private let whole: TextSpan
    private let lastProse: Int

    init(
        _ analysis: Analysis, _ tagged: TaggedText, names: OutletNames, outlets: OutletLexicon, kinds: SourceKinds
    ) {
        self.analysis = analysis
        self.tagged = tagged
        self.names = names
        self.outlets = outlets
        self.kinds = kinds
        let blocks = analysis.document.blocks
        whole =
            blocks.first.map { first in blocks.last.map { first.span.union($0.span) } ?? first.span }
            ?? analysis.text.span
        lastProse = blocks.lastIndex { $0.kind.isProse && $0.kind != .caption } ?? -1
    }

    /// Longest line that is read, in tokens.
    private static let longest = 60

    /// The credit that a block is, or ends with; nil where it is none.
    func credit(of block: Int, sentences: Range<Int>) -> Credit? {
        guard !sentences.isEmpty else { return nil }
        let kind = analysis.document.blocks[block].kind
        let tokens =
            analysis.sentences[sentences.lowerBound].tokens
            .lowerBound..<analysis.sentences[sentences.upperBound - 1].tokens.upperBound
        switch kind {
        case .credit: return creditLine(tokens, block)
        case .byline: return named(tokens, .sourceLine, sorts: [.listed, .shaped])
        case .dateline: return dateline(tokens)
        case .caption: return caption(tokens, block)
        case .boilerplate: return copyright(tokens)
        case .paragraph, .standfirst: return sign(tokens, block)
        default: return nil
        }
    }

    // MARK: Lines

    private func creditLine(_ tokens: Range<Int>, _ block: Int) -> Credit? {
        let tokens = tokens.prefix(Self.longest)
        // The signature of a post that the report shows: "— Kronika (@kronika) July 15".
        if tokens.contains(where: { tagged.first($0) == "@" }) {
            let before = block > 0 ? analysis.document.blocks[block - 1].span : analysis.document.blocks[block].span
            return named(
                tokens, .text, sorts: [.listed], scope: before.union(analysis.document.blocks[block].span))
        }
        let colon = tokens.first { tagged.first($0) == ":" }
        let label = tokens.lowerBound..<(colon ?? tokens.upperBound)
        let isImage = isImage(label, tokens, block)
        let kind: Credit.Kind = isImage ? .image : .sourceLine
        if let credit = named(tokens, kind, sorts: [.listed, .shaped], scope: isImage ? scope(of: block) : whole) {
            return credit
        }
        // Whoever is named after the label: "Source: Ministry of Health".
        guard let colon, colon + 1 < tokens.upperBound else { return nil }
        let links = parts(colon + 1..<tokens.upperBound).prefix(6).compactMap { part -> Credit.Link? in
            guard tagged.isCapitalised(part.lowerBound), part.count <= 8 else { return nil }
            return Credit.Link(span: tagged.span(part), name: words(part), kind: lineKind(part, isImage: isImage))
        }
        guard !links.isEmpty else { return nil }
        return Credit(
            span: tagged.span(tokens), kind: kind, links: Array(links), scope: isImage ? scope(of: block) : whole)
    }

    /// A name in a source line is an outlet's, where it is nobody else's: "Source: Skai".
    private func lineKind(_ part: Range<Int>, isImage: Bool) -> SourceKind {
        let found = kinds.kind(of: part)
        if found.kind == .person || isImage { return found.kind }
        let isOffice = part.contains { kinds.isOffice($0) }
        return isOffice ? .organisation : .outlet
    }

    /// The stretches between commas, strokes and "and".
    private func parts(_ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = range.lowerBound
        for index in range {
            let isBreak =
                tagged.tags[index] == .comma || tagged.first(index) == "/" || tagged.first(index) == "|"
                || tagged.first(index) == ";" || tagged.tags[index] == .conjunction || tagged.tags[index] == .stop
            if isBreak {
                if start < index { found.append(start..<index) }
                start = index + 1
            }
        }
        if start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }

    private func isImage(_ label: Range<Int>, _ tokens: Range<Int>, _ block: Int) -> Bool {
        if label.contains(where: { outlets.role(tagged.hashes[$0]).contains(.imageLabel) }) { return true }
        if tokens.contains(where: { outlets.role(tagged.hashes[$0]).contains(.imageWord) }) { return true }
        if label.upperBound < tokens.upperBound { return false }
        return tokens.contains { tagged.first($0) == "/" }
            || block > 0 && analysis.document.blocks[block - 1].kind == .caption
    }

    /// A picture's credit and its caption.
    private func scope(of block: Int) -> TextSpan {
        let blocks = analysis.document.blocks
        guard block > 0, blocks[block - 1].kind == .caption else { return blocks[block].span }
        return blocks[block - 1].span.union(blocks[block].span)
    }

    private func dateline(_ tokens: Range<Int>) -> Credit? {
        if var credit = named(tokens, .sourceLine, sorts: [.listed, .shaped]) {
            // Who signs a dateline is an agency, unless it is listed as an outlet.
            for index in credit.links.indices where names.isUnlisted(credit.links[index].name) {
                credit.links[index].kind = .agency
            }
            return credit
        }
        // An agency in brackets that nobody listed: "ODETOWN (Kronika) —".
        let tokens = tokens.prefix(Self.longest)
        guard let open = tokens.first(where: { tagged.tags[$0] == .opening }),
            let close = tokens.first(where: { $0 > open && tagged.tags[$0] == .closing }), close > open + 1,
            tagged.isCapitalised(open + 1), !isPlace(open + 1)
        else { return nil }
        let part = open + 1..<close
        return Credit(
            span: tagged.span(open..<close + 1), kind: .sourceLine,
            links: [Credit.Link(span: tagged.span(part), name: words(part), kind: .agency)], scope: whole)
    }

    private func isPlace(_ token: Int) -> Bool {
        guard let mention = kinds.mention(at: token) else { return false }
        return mention.kind == .place || mention.kind == .geopoliticalEntity
    }

    private func caption(_ tokens: Range<Int>, _ block: Int) -> Credit? {
        let last = names.names(in: tokens.suffix(Self.longest)).last { $0.form == .listed || $0.form == .shaped }
        guard let last, tokens.upperBound - last.tokens.upperBound <= 8 else { return nil }
        let before = last.tokens.lowerBound - 1
        let isSet =
            before < tokens.lowerBound || tagged.tags[before].isMark || tagged.first(before) == "/"
            || tagged.first(before) == "|"
            || outlets.role(tagged.hashes[before]).contains(.imageWord)
            || outlets.role(tagged.hashes[before]).contains(.imageLabel)
            || Self.by.contains(tagged.hashes[before])
        guard isSet else { return nil }
        return Credit(
            span: tagged.span(last.tokens), kind: .image, links: [link(last)],
            scope: analysis.document.blocks[block].span)
    }

    /// `© 2024 AFP`: only an agency's; an outlet's is its own.
    private func copyright(_ tokens: Range<Int>) -> Credit? {
        let tokens = tokens.prefix(Self.longest)
        guard tokens.contains(where: { tagged.first($0) == "©" || Self.copyright.contains(tagged.hashes[$0]) }),
            let name = names.names(in: tokens).first(where: { $0.form == .listed && $0.kind == .agency })
        else { return nil }
        return Credit(span: tagged.span(name.tokens), kind: .sourceLine, links: [link(name)], scope: whole)
    }

    /// A paragraph that is nothing but "By Reuters" or "(AFP)", and a sign after a dash at the end of the last one.
    private func sign(_ tokens: Range<Int>, _ block: Int) -> Credit? {
        let tail = tokens.suffix(8)
        guard let name = names.names(in: tail).last(where: { $0.form == .listed || $0.form == .shaped }) else {
            return nil
        }
        let rest = tokens.filter { !name.tokens.contains($0) }
        let isAlone =
            tokens.count <= name.tokens.count + 3 && name.form == .listed
            && rest.allSatisfy { tagged.tags[$0].isMark || Self.signing.contains(tagged.hashes[$0]) }
        // A byline that was not set apart: "Maria Lopez, Associated Press", "The Associated Press | July 16, 2018".
        let isByline =
            tokens.count <= 12 && name.kind == .agency && name.form == .listed
            && rest.contains { tagged.tags[$0] == .comma || tagged.first($0) == "|" }
            && rest.allSatisfy {
                tagged.tags[$0].isName || tagged.tags[$0].isMark || tagged.tags[$0] == .number
                    || tagged.tags[$0] == .conjunction || tagged.tokens[$0].kind == .symbol
            }
        let before = name.tokens.lowerBound - 1
        let after = name.tokens.upperBound..<tokens.upperBound
        let isLast =
            block == lastProse && before > tokens.lowerBound && after.allSatisfy { tagged.tags[$0].isMark }
            && (tagged.first(before) == "—" || tagged.first(before) == "–" || tagged.first(before) == "-"
                || tagged.tags[before] == .opening && !after.isEmpty)
            && tagged.hasGap(before: before)
            && (tagged.tags[before - 1] == .stop || tagged.tags[before - 1] == .quote)
        guard isAlone || isLast || isByline else { return nil }
        return Credit(span: tagged.span(name.tokens), kind: .sourceLine, links: [link(name)], scope: whole)
    }

    // MARK: Links

    private func named(
        _ tokens: Range<Int>, _ kind: Credit.Kind, sorts: [OutletName.Form], scope: TextSpan? = nil
    ) -> Credit? {
        var seen: Set<String> = []
        let links = names.names(in: tokens.prefix(Self.longest)).filter { sorts.contains($0.form) }
            .filter { seen.insert(OutletKey.of($0.name)).inserted }
        guard !links.isEmpty else { return nil }
        return Credit(
            span: tagged.span(tokens.prefix(Self.longest)), kind: kind, links: links.map(link), scope: scope ?? whole)
    }

    private func link(_ name: OutletName) -> Credit.Link {
        Credit.Link(span: tagged.span(name.tokens), name: name.name, kind: name.kind)
    }

    private func words(_ part: Range<Int>) -> String {
        tagged.text[tagged.span(part)].oneLine
    }

    private static let by = WordSet("by via courtesy")
    private static let copyright = WordSet("copyright copyrighted")
    private static let signing = WordSet("by from with via source reporting wires staff and agencies")
}
