import NewsModel
import TextCore

/// What the stretches of a page say of one another: which are captions, labels, the end of the page, headings of the report.
extension PageTyper {
    /// Whether the page has running text beside its links.
    var hasProse: Bool {
        var prose = 0
        var links = 0
        for piece in pieces {
            let count = outline.units[piece.unit].span.count
            if piece.kind.isProse { prose += count } else if piece.kind == .relatedLink { links += count }
        }
        return prose > 0 && prose * 10 >= links
    }

    /// A page of nothing but links: they are its text.
    mutating func keepLinks() {
        for index in pieces.indices where pieces[index].kind == .relatedLink {
            pieces[index].kind = .paragraph
        }
    }

    /// A standfirst stands before the text; what is called so later is text like other.
    mutating func settleStandfirsts() {
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
    mutating func settleLabels() {
        settleRepetitions()
        var inParagraphs = 0
        var all = 0
        for piece in pieces where piece.kind == .paragraph {
            let unit = outline.units[piece.unit]
            all += unit.span.count
            if isParagraph(unit) { inParagraphs += unit.span.count }
        }
        guard inParagraphs * 10 >= all * 7 else { return }
        let names = namesOfParagraphs()
        for index in pieces.indices where isLabel(index) {
            let unit = outline.units[pieces[index].unit]
            let name = self.name(unit)
            let isAlone = !name.isEmpty && names[name] == 1 && !unit.place.contains(.listItem)
            if !isParagraph(unit) || isAlone { pieces[index].kind = .boilerplate }
        }
    }

    /// A few words that end no sentence and stand there more than once, outside of lists, are the page's.
    private mutating func settleRepetitions() {
        var counts: [String: Int] = [:]
        let labels = pieces.indices.filter { isLabel($0) && !outline.units[pieces[$0].unit].place.contains(.listItem) }
        for index in labels { counts[outline.string(outline.units[pieces[index].unit]), default: 0] += 1 }
        for index in labels where counts[outline.string(outline.units[pieces[index].unit]), default: 0] > 1 {
            pieces[index].kind = .boilerplate
        }
    }

    /// Whether the piece is a few words that end no sentence, and nothing says that they are text.
    private func isLabel(_ index: Int) -> Bool {
        let unit = outline.units[pieces[index].unit]
        return pieces[index].kind == .paragraph && pieces[index].isOpen && unit.span.count <= 90 && !endsSentence(unit)
            && finder.isTold?[pieces[index].unit] != true
    }

    /// How many paragraphs have each name of a kind (`class`), where most have the same.
    private func namesOfParagraphs() -> [String: Int] {
        var names: [String: Int] = [:]
        let paragraphs = pieces.filter { $0.kind == .paragraph }
        guard paragraphs.count >= 5 else { return names }
        for piece in paragraphs { names[name(outline.units[piece.unit]), default: 0] += 1 }
        return names.values.contains { $0 * 2 >= paragraphs.count } ? names : [:]
    }

    private func name(_ unit: PageOutline.Unit) -> String {
        tree.attribute(unit.node, "class").map { tree.raw($0) } ?? ""
    }

    private func isParagraph(_ unit: PageOutline.Unit) -> Bool {
        let tag = tree.nodes[unit.node].tag
        return tag == .p || tag == .pre || unit.place.contains(.listItem) || unit.place.contains(.cell)
            || unit.place.contains(.literal)
    }

    private func endsSentence(_ unit: PageOutline.Unit) -> Bool {
        let bytes = outline.text.bytes[unit.span.range]
        guard let last = bytes.last(where: { $0 != 0x22 && $0 != 0x27 && $0 != 0x29 }) else { return false }
        // Closing quotation marks and dots; the full stops of Chinese, Japanese and the scripts of India.
        let isWide = [[0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81], [0xEF, 0xBC, 0x9F], [0xE0, 0xA5, 0xA4]].contains {
            bytes.suffix(3).elementsEqual($0)
        }
        return isWide || ".!?:".utf8.contains(last) || bytes.suffix(4).contains(0xE2)
    }

    /// A quotation whose words stand in the text as well is a pull quote.
    mutating func settleQuotes() {
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

    /// A short stretch that shares an element with a picture and with hardly anything else is its caption.
    mutating func settleCaptions() {
        for index in pieces.indices
        where (pieces[index].kind == .paragraph || pieces[index].kind == .standfirst)
            && finder.isTold?[pieces[index].unit] != true
        {
            let unit = outline.units[pieces[index].unit]
            guard unit.span.count <= 300, !unit.place.contains(.listItem) else { continue }
            if standsWithPicture(unit) {
                pieces[index].kind = .caption
                pieces[index].isOpen = true
            }
        }
    }

    private func standsWithPicture(_ unit: PageOutline.Unit) -> Bool {
        var node = unit.node
        for _ in 0..<4 {
            node = Int(tree.nodes[node].parent)
            guard node > finder.root else { return false }
            let tag = tree.nodes[node].tag
            guard tag != .article, tag != .main, tag != .body else { return false }
            let around = outline.units(within: node, of: tree)
            let count = around.prefix(5).reduce(0) { $0 + outline.units[$1].span.count }
            let isTeaser = around.prefix(5).contains { outline.units[$0].headingLevel != nil }
            guard around.count <= 4, count <= unit.span.count + 60, !isTeaser else { return false }
            let inner = tree.nodes[node..<min(Int(tree.nodes[node].end), node + 200)]
            if inner.contains(where: { $0.tag == .img || $0.tag == .picture }) { return true }
        }
        return false
    }

    /// What stands after the element that holds most of the text is the page's: its offers, lists and notes. So are the items
    /// of lists before the first sentence.
    mutating func settleEnds() {
        let core = core()
        let end = outline.units(within: core, of: tree).upperBound
        for index in pieces.indices where pieces[index].unit >= end {
            let unit = pieces[index].unit
            switch pieces[index].kind {
            case .paragraph, .heading, .quote, .standfirst:
                if finder.isTold?[unit] == true || isTwin(of: core, unit) { continue }
                pieces[index].kind = .boilerplate
                pieces[index].isOpen = false
            default: break
            }
        }
        let first = pieces.firstIndex {
            $0.kind == .paragraph && outline.units[$0.unit].span.count >= 60 && endsSentence(outline.units[$0.unit])
        }
        for index in pieces.indices.prefix(first ?? 0) where isLabel(index) {
            let unit = outline.units[pieces[index].unit]
            if unit.span.count <= 60, unit.place.contains(.listItem) { pieces[index].kind = .boilerplate }
        }
    }

    /// The innermost element that holds three quarters of the running text.
    private func core() -> Int {
        let prose = ProseSums(pieces, outline) { $0 == .paragraph }
        var node = finder.root
        let all = prose.count(node, tree)
        guard all > 0 else { return node }
        while let inner = tree.children(of: node).first(where: {
            tree.nodes[$0].tag != .text && prose.count($0, tree) * 4 >= all * 3
        }) {
            node = inner
        }
        let small: Set<HTMLTag> = [.p, .li, .ul, .ol, .dl, .dd, .blockquote, .pre, .td, .tr, .tbody, .table]
        while node > finder.root, small.contains(tree.nodes[node].tag) || !tree.nodes[node].tag.has(.block) {
            node = Int(tree.nodes[node].parent)
        }
        return node
    }

    /// Whether the unit stands in an element of the kind of `core`, as deep as it: the report goes on there.
    private func isTwin(of core: Int, _ unit: Int) -> Bool {
        func path(_ node: Int) -> [Int] {
            var path: [Int] = []
            var node = node
            while node > 0, path.count < 600 {
                path.append(node)
                node = Int(tree.nodes[node].parent)
            }
            return path.reversed()
        }
        let depth = path(core).count
        let other = path(outline.units[unit].node)
        guard depth > 0, other.count >= depth else { return false }
        let node = other[depth - 1]
        return tree.nodes[node].tag == tree.nodes[core].tag
            && tree.attribute(node, "class").map { tree.raw($0) } == tree.attribute(core, "class").map { tree.raw($0) }
    }

    /// Gives the pieces of dated entries their times.
    mutating func date(_ entries: LiveEntries) {
        guard !entries.times.isEmpty else { return }
        for index in pieces.indices {
            let unit = pieces[index].unit
            pieces[index].published = entries.times[unit]
            if entries.stamps.contains(unit), pieces[index].kind == .paragraph || pieces[index].kind == .boilerplate {
                pieces[index].kind = .dateline
                pieces[index].isOpen = false
            }
        }
    }

    /// A heading over nothing of the report is the page's own, and one that says the headline again at the top is it.
    mutating func settleHeadings() {
        let body =
            pieces.firstIndex { $0.kind == .paragraph && outline.units[$0.unit].span.count >= 120 } ?? pieces.count
        for index in pieces.indices.prefix(body) where pieces[index].kind == .heading {
            let unit = outline.units[pieces[index].unit]
            let text = FoldedText.fold(outline.string(unit))
            if unit.headingLevel == 1 || text == title || isAkin(text, title) { pieces[index].kind = .title }
        }
        let letters = TitleMarks.letters(title)
        for index in pieces.indices where pieces[index].kind == .heading && letters.utf8.count >= 12 {
            let unit = outline.units[pieces[index].unit]
            if unit.span.count <= 400, TitleMarks.letters(outline.string(unit)) == letters {
                pieces[index].kind = .title
            }
        }
        let texts = placesOfText()
        var next: Block.Kind?
        for index in pieces.indices.reversed() {
            switch pieces[index].kind {
            case .heading:
                if next == nil || next == .relatedLink || next == .promo, !heads(index, texts) {
                    pieces[index].kind = .boilerplate
                }
            case .boilerplate, .dateline, .byline, .credit: break
            case let kind: next = kind
            }
        }
    }

    /// How many paragraphs stand right within each element.
    private func placesOfText() -> [Int32: Int] {
        var places: [Int32: Int] = [:]
        for piece in pieces where piece.kind == .paragraph {
            places[tree.nodes[outline.units[piece.unit].node].parent, default: 0] += 1
        }
        return places
    }

    /// Whether a heading, for all the links below it, stands among paragraphs of the report: with one link and then text,
    /// or with something that the page could not show.
    private func heads(_ index: Int, _ texts: [Int32: Int]) -> Bool {
        let parent = tree.nodes[outline.units[pieces[index].unit].node].parent
        guard texts[parent, default: 0] >= 3 else { return false }
        var links = 0
        for next in pieces.indices[(index + 1)...].prefix(12) {
            switch pieces[next].kind {
            case .relatedLink, .promo: links += 1
            case .heading: return false
            case .boilerplate, .caption, .credit: if links == 0 { return true }
            case .paragraph, .quote:
                return links <= 1 && tree.nodes[outline.units[pieces[next].unit].node].parent == parent
            default: break
            }
            if links > 1 { return false }
        }
        return false
    }

    /// Nothing before the first and after the last of the report but what belongs to it.
    mutating func trim() {
        func belongs(_ kind: Block.Kind) -> Bool {
            kind != .boilerplate && kind != .relatedLink && kind != .promo
        }
        while let last = pieces.last, !belongs(last.kind) { pieces.removeLast() }
        if let first = pieces.firstIndex(where: { belongs($0.kind) }) { pieces.removeFirst(first) }
    }
}
