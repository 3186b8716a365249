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
        /// When it was published, where it belongs to a dated entry.
        var published: PublicationTime?
    }

    let tree: MarkupTree
    let outline: PageOutline
    let finder: ContentFinder
    let title: String
    private let summary: String
    /// The stretches in order.
    var pieces: [Piece] = []
    /// The unit that is the headline.
    private(set) var headline: Int?
    /// Lines around the top that may give a time.
    private(set) var dateLines: [String] = []
    /// Lines around the top that may name writers.
    private(set) var bylines: [String] = []
    /// Units of small parts that begin with a linked heading: other reports.
    private var teasers: Set<Int> = []

    init(
        _ tree: MarkupTree, _ outline: PageOutline, _ finder: ContentFinder, title: String?, description: String?,
        facts: PageFacts? = nil
    ) {
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
        settleCaptions()
        settleStandfirsts()
        settleLabels()
        settleQuotes()
        if hasProse { settleEnds() } else { keepLinks() }
        settleHeadings()
        if let facts { date(LiveEntries(tree, outline, pieces, facts, root: finder.root)) }
        trim()
    }

    // MARK: The top

    private func findHeadline(_ range: Range<Int>) -> Int? {
        let limit = min(range.lowerBound + 12, range.upperBound)
        var best: (score: Int, index: Int)?
        // Where a page has no heading of the first level, the first of the second is the headline.
        let top = outline.units.contains { $0.headingLevel == 1 } ? nil : firstHeading(range)
        for index in 0..<limit {
            let unit = outline.units[index]
            guard unit.span.count <= 400 else { continue }
            let text = FoldedText.fold(outline.string(unit))
            var score = 0
            if !title.isEmpty, text == title {
                score += 4
            } else if unit.headingLevel != nil, isAkin(text, title) {
                score += 3
            }
            if unit.headingLevel == 1 || index == top { score += 2 } else if unit.headingLevel != nil { score += 1 }
            guard score >= 2, !finder.isJunk[index] || score >= 5 else { continue }
            if unit.headingLevel == 1, text.split(separator: " ").count < 2, score < 4 { continue }
            if best.map({ score >= $0.score }) ?? true { best = (score, index) }
        }
        return best?.index
    }

    /// The first heading of the content, of the second level, where it stands before the text.
    private func firstHeading(_ range: Range<Int>) -> Int? {
        guard
            let first = range.prefix(12).first(where: { outline.units[$0].headingLevel != nil && !finder.isJunk[$0] }),
            outline.units[first].headingLevel == 2, outline.units[first].linkShare < 0.5
        else { return nil }
        let isTop = !range.prefix(while: { $0 < first }).contains { outline.units[$0].span.count >= 120 }
        return isTop ? first : nil
    }

    /// Whether most words of the shorter are words of the longer, which is not much longer.
    func isAkin(_ a: String, _ b: String) -> Bool {
        let one = Set(a.split { !$0.isLetter && !$0.isNumber })
        let other = Set(b.split { !$0.isLetter && !$0.isNumber })
        let least = min(one.count, other.count)
        return least >= 3 && least * 2 >= max(one.count, other.count)
            && one.intersection(other).count * 4 >= least * 3
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
        let isCaption = unit.place.contains(.figure) && unit.headingLevel == nil
        if finder.isTold?[index] == true, !isCaption {
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
}
