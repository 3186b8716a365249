import NewsModel
import TextCore

/// Says which stretches of a page are of its report, and what each is.
///
/// First by where they stand: within the element that holds the report, or between the headline and it. Then by what they
/// say, as in a pasted text: promotions, credits, bylines.
struct PageTyper {
    /// A stretch of the report.
    struct Piece {
        /// The unit of the outline.
        var unit: Int
        var kind: Block.Kind
        /// Whether what it says may still tell otherwise.
        var isOpen = false
    }

    private let tree: MarkupTree
    private let outline: PageOutline
    private let finder: ContentFinder
    private let title: String
    private let summary: String
    /// The stretches in order.
    private(set) var pieces: [Piece] = []
    /// The unit that is the headline.
    private(set) var headline: Int?
    /// Lines around the top that may give a time.
    private(set) var dateLines: [String] = []
    /// Lines around the top that may name writers.
    private(set) var bylines: [String] = []
    /// Units of small parts that begin with a linked heading: other reports.
    private var teasers: Set<Int> = []

    init(_ tree: MarkupTree, _ outline: PageOutline, _ finder: ContentFinder, title: String?, description: String?) {
        self.tree = tree
        self.outline = outline
        self.finder = finder
        self.title = FoldedText.fold(title ?? "")
        self.summary = FoldedText.fold(description ?? "")
        let range = outline.units(within: finder.root, of: tree)
        headline = findHeadline(range)
        readTop(range)
        findTeasers(range)
        for index in range { pieces.append(piece(index)) }
        if !pieces.contains(where: { $0.kind.isProse }) { keepLinks() }
        settleStandfirsts()
        settleLabels()
        settleQuotes()
        settleHeadings()
        trim()
    }

    // MARK: The top

    private func findHeadline(_ range: Range<Int>) -> Int? {
        let limit = min(range.lowerBound + 12, range.upperBound)
        var best: (score: Int, index: Int)?
        for index in 0..<limit {
            let unit = outline.units[index]
            guard unit.span.count <= 400 else { continue }
            let text = FoldedText.fold(outline.string(unit))
            var score = 0
            if !title.isEmpty, text == title {
                score += 4
            } else if isAkin(text, title), unit.headingLevel != nil {
                score += 3
            }
            if unit.headingLevel == 1 { score += 2 } else if unit.headingLevel != nil { score += 1 }
            guard score >= 2, !finder.isJunk[index] || score >= 5 else { continue }
            if unit.headingLevel == 1, text.split(separator: " ").count < 2, score < 4 { continue }
            if best.map({ score >= $0.score }) ?? true { best = (score, index) }
        }
        return best?.index
    }

    /// Whether most words of the shorter are words of the longer.
    private func isAkin(_ a: String, _ b: String) -> Bool {
        let one = Set(a.split { !$0.isLetter && !$0.isNumber })
        let other = Set(b.split { !$0.isLetter && !$0.isNumber })
        let least = min(one.count, other.count)
        return least >= 3 && one.intersection(other).count * 4 >= least * 3
    }

    private mutating func readTop(_ range: Range<Int>) {
        let start = headline.map { $0 < range.lowerBound ? $0 : range.lowerBound } ?? max(0, range.lowerBound - 8)
        for index in start..<range.lowerBound {
            let unit = outline.units[index]
            if index == headline {
                pieces.append(Piece(unit: index, kind: .title))
                continue
            }
            let part = finder.mark(over: index) { $0.part }
            if part == .date || part == .byline { note(index) }
            guard headline.map({ $0 < index }) ?? false, !finder.isJunk[index] || isSummary(unit) else { continue }
            if part == .standfirst || isSummary(unit) {
                if unit.linkShare < 0.5, unit.span.count >= 30 { pieces.append(Piece(unit: index, kind: .standfirst)) }
            } else if part == .byline, unit.span.count <= 200 {
                pieces.append(Piece(unit: index, kind: .byline))
            } else if part == .date, unit.span.count <= 120 {
                pieces.append(Piece(unit: index, kind: .dateline))
            }
            note(index)
        }
        for index in range.prefix(12) { note(index) }
        for index in range.suffix(3) { note(index) }
    }

    private mutating func note(_ index: Int) {
        let unit = outline.units[index]
        guard unit.span.count <= 200 else { return }
        let text = outline.string(unit)
        dateLines.append(text)
        if finder.mark(over: index, { $0.part }) == .byline { bylines.append(text) }
    }

    /// Whether the unit is what the page gives as its description.
    private func isSummary(_ unit: PageOutline.Unit) -> Bool {
        guard unit.span.count >= 40, unit.span.count <= 600, summary.utf8.count >= 40 else { return false }
        let text = FoldedText.fold(outline.string(unit))
        return text == summary || text.hasPrefix(summary) || summary.hasPrefix(text)
    }

    // MARK: The report

    private func piece(_ index: Int) -> Piece {
        let unit = outline.units[index]
        if index == headline { return Piece(unit: index, kind: .title) }
        if finder.isTold?[index] == true {
            let kind: Block.Kind =
                unit.headingLevel != nil ? .heading : unit.place.contains(.quote) ? .quote : .paragraph
            return Piece(unit: index, kind: kind, isOpen: kind == .paragraph)
        }
        if isSummary(unit) { return Piece(unit: index, kind: .standfirst) }
        if teasers.contains(index) { return Piece(unit: index, kind: .relatedLink) }
        if finder.isJunk[index] {
            switch finder.mark(over: index, { $0.junk }) {
            case .promo: return Piece(unit: index, kind: .promo)
            case .related: return Piece(unit: index, kind: .relatedLink)
            default: return Piece(unit: index, kind: .boilerplate)
            }
        }
        if let kind = marked(index, unit) { return Piece(unit: index, kind: kind) }
        if unit.headingLevel != nil {
            return Piece(unit: index, kind: .heading)
        }
        let words = outline.text.bytes[unit.span.range].count { $0 == 0x20 } + 1
        if unit.linkShare > 0.75, unit.place.contains(.listItem) ? isLinkList(unit) : words <= 25 {
            return Piece(unit: index, kind: .relatedLink)
        }
        if unit.place.contains(.quote) { return Piece(unit: index, kind: .quote) }
        return Piece(unit: index, kind: .paragraph, isOpen: true)
    }

    /// Whether the list that holds `unit` is one of links, not one whose points hold some.
    private func isLinkList(_ unit: PageOutline.Unit) -> Bool {
        var node = unit.node
        while node > 0, tree.nodes[node].tag != .ul, tree.nodes[node].tag != .ol, tree.nodes[node].tag != .dl {
            node = Int(tree.nodes[node].parent)
        }
        let items = outline.units(within: node, of: tree).prefix(60)
        let links = items.reduce(0) { $0 + outline.units[$1].linkBytes }
        let all = items.reduce(0) { $0 + outline.units[$1].span.count }
        return links * 4 > all * 3
    }

    /// A linked heading with little beside it, in an element of its own, is another report's.
    private mutating func findTeasers(_ range: Range<Int>) {
        for index in range where outline.units[index].headingLevel != nil && outline.units[index].linkShare > 0.8 {
            guard index != headline, finder.isTold?[index] != true else { continue }
            var node = outline.units[index].node
            var best = index..<(index + 1)
            for _ in 0..<5 {
                node = Int(tree.nodes[node].parent)
                guard node > finder.root else { break }
                let around = outline.units(within: node, of: tree)
                let prose = around.reduce(0) {
                    $0 + (outline.units[$1].linkShare < 0.5 ? outline.units[$1].span.count : 0)
                }
                guard around.count <= 8, prose <= 450 else { break }
                best = around
            }
            let next = best.upperBound
            let goesOn = best.count == 1 && next < range.upperBound && outline.units[next].span.count >= 200
            if !goesOn { teasers.formUnion(best) }
        }
    }

    /// A page of nothing but links: they are its text.
    private mutating func keepLinks() {
        for index in pieces.indices where pieces[index].kind == .relatedLink {
            pieces[index].kind = .paragraph
        }
    }

    /// A standfirst stands before the text; what is called so later is text like other.
    private mutating func settleStandfirsts() {
        var isPast = false
        var count = 0
        for index in pieces.indices {
            switch pieces[index].kind {
            case .paragraph where outline.units[pieces[index].unit].span.count >= 120: isPast = true
            case .standfirst:
                if isPast || count >= 4 {
                    pieces[index].kind = .paragraph
                    pieces[index].isOpen = true
                } else {
                    count += 1
                }
            default: break
            }
        }
    }

    /// Where the text stands in paragraphs, a few words elsewhere that end no sentence are labels of the page.
    private mutating func settleLabels() {
        var inParagraphs = 0
        var all = 0
        for piece in pieces where piece.kind == .paragraph {
            let unit = outline.units[piece.unit]
            all += unit.span.count
            if isParagraph(unit) { inParagraphs += unit.span.count }
        }
        guard inParagraphs * 10 >= all * 7 else { return }
        for index in pieces.indices where pieces[index].kind == .paragraph && pieces[index].isOpen {
            let unit = outline.units[pieces[index].unit]
            guard !isParagraph(unit), unit.span.count <= 90, !endsSentence(unit),
                finder.isTold?[pieces[index].unit] != true
            else { continue }
            pieces[index].kind = .boilerplate
        }
    }

    private func isParagraph(_ unit: PageOutline.Unit) -> Bool {
        let tag = tree.nodes[unit.node].tag
        return tag == .p || tag == .pre || unit.place.contains(.listItem) || unit.place.contains(.cell)
            || unit.place.contains(.literal)
    }

    private func endsSentence(_ unit: PageOutline.Unit) -> Bool {
        let bytes = outline.text.bytes[unit.span.range]
        guard let last = bytes.last(where: { $0 != 0x22 && $0 != 0x27 && $0 != 0x29 }) else { return false }
        return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
            || last == UInt8(ascii: ":")
            || bytes.suffix(4).contains(0xE2)
    }

    /// A quotation whose words stand in the text as well is a pull quote.
    private mutating func settleQuotes() {
        guard pieces.contains(where: { $0.kind == .quote }) else { return }
        var text = ""
        for piece in pieces where piece.kind == .paragraph { text += outline.string(outline.units[piece.unit]) + "\n" }
        let check = BodyCheck(text)
        for index in pieces.indices where pieces[index].kind == .quote {
            let unit = outline.units[pieces[index].unit]
            if check.share(of: outline.text.bytes[unit.span.range]).share >= 0.75 {
                pieces[index].kind = .boilerplate
                // Who said it stands below, in the same element.
                if index + 1 < pieces.count, pieces[index + 1].kind == .quote {
                    let next = outline.units[pieces[index + 1].unit]
                    if next.span.count <= 80, !endsSentence(next) { pieces[index + 1].kind = .boilerplate }
                }
            }
        }
    }

    /// What the names of the elements around it say.
    private func marked(_ index: Int, _ unit: PageOutline.Unit) -> Block.Kind? {
        switch finder.mark(over: index, { $0.part }) {
        case .caption: return .caption
        case .credit: return unit.span.count <= 200 ? .credit : nil
        case .byline: return unit.span.count <= 200 ? .byline : nil
        case .date: return unit.span.count <= 120 ? .dateline : nil
        case .biography: return .biography
        case .standfirst where !unit.place.contains(.figure):
            return unit.headingLevel == nil && unit.linkShare < 0.5 ? .standfirst : nil
        default: return unit.place.contains(.figure) ? .caption : nil
        }
    }

    /// A heading over nothing of the report is the page's own, and one that says the headline again at the top is it.
    private mutating func settleHeadings() {
        let body =
            pieces.firstIndex { $0.kind == .paragraph && outline.units[$0.unit].span.count >= 120 } ?? pieces.count
        for index in pieces.indices.prefix(body) where pieces[index].kind == .heading {
            let unit = outline.units[pieces[index].unit]
            let text = FoldedText.fold(outline.string(unit))
            if unit.headingLevel == 1 || text == title || isAkin(text, title) { pieces[index].kind = .title }
        }
        var next: Block.Kind?
        for index in pieces.indices.reversed() {
            switch pieces[index].kind {
            case .heading:
                if next == nil || next == .relatedLink || next == .promo { pieces[index].kind = .boilerplate }
            case .boilerplate, .dateline, .byline, .credit: break
            case let kind: next = kind
            }
        }
    }

    /// Nothing before the first and after the last of the report but what belongs to it.
    private mutating func trim() {
        func belongs(_ kind: Block.Kind) -> Bool {
            kind != .boilerplate && kind != .relatedLink && kind != .promo
        }
        while let last = pieces.last, !belongs(last.kind) { pieces.removeLast() }
        if let first = pieces.firstIndex(where: { belongs($0.kind) }) { pieces.removeFirst(first) }
    }
}
