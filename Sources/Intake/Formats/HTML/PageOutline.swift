import TextCore

/// A page as the stretches of text that its elements set apart, in order, each with what its elements say of it.
///
/// Scripts, styles, controls, embedded media and what is hidden give nothing.
struct PageOutline {
    /// Where a stretch stands.
    struct Place: OptionSet {
        let rawValue: UInt16
        static let listItem = Place(rawValue: 1)
        static let cell = Place(rawValue: 2)
        static let quote = Place(rawValue: 4)
        static let figure = Place(rawValue: 8)
        static let literal = Place(rawValue: 16)
        static let article = Place(rawValue: 32)
        static let hidden = Place(rawValue: 64)
        /// A quoted post of a social network.
        static let post = Place(rawValue: 128)
        /// A pull quote: words of the report again.
        static let pullQuote = Place(rawValue: 256)
    }

    /// A stretch of text.
    struct Unit {
        /// Where it stands in ``PageOutline/text``.
        var span: TextSpan
        /// The innermost block element that holds it.
        var node: Int
        /// Its text nodes and breaks, in ``PageOutline/pieces``.
        var pieces: Range<Int>
        /// Bytes of it that are links.
        var linkBytes = 0
        var place: Place
        /// The innermost mark over it, in ``PageOutline/marks``; -1 for none.
        var mark: Int
        var headingLevel: Int?
        /// Whether all of it is bold.
        var isBold = false

        /// Share of it that is links.
        var linkShare: Double { span.isEmpty ? 0 : Double(linkBytes) / Double(span.count) }
    }

    /// An element whose name or kind says what stands in it.
    struct Mark {
        var node: Int
        /// The next mark outwards; -1 for none.
        var parent: Int
        var junk: PageCues.Kind?
        var part: PageCues.Kind?
    }

    /// The text of the units, an empty line between them. Its map is not used: chosen units are written again.
    private(set) var text: InlineText
    private(set) var units: [Unit] = []
    /// Indices of text nodes; -1 for a break.
    private(set) var pieces: [Int32] = []
    private(set) var marks: [Mark] = []
    /// Elements whose names say that they hold the report, sorted.
    private(set) var bodies: Set<Int> = []

    /// What holds for everything within an open element.
    private struct Context {
        var end: Int
        var block: Int
        var mark: Int
        var place: Place
        var heading: Int?
        var linkEnd = 0
        var boldEnd = 0
        /// Whether nothing of it is shown.
        var isUnseen = false
    }

    private var start = 0
    private var firstPiece = 0
    private var linkBytes = 0
    private var boldBytes = 0
    private var breaks = 0
    private var unitContext: Context?

    /// Longest stretch of text of one element, in bytes: what is longer is parted.
    private static let longest = 1 << 20

    /// The outline of the page; `showsHidden` where hidden elements are read as well.
    ///
    /// - Complexity: O(n).
    init(_ tree: MarkupTree, _ cues: PageCues, _ references: CharacterReferences, showsHidden: Bool = false) {
        text = InlineText(references, original: .identity)
        var stack = [Context(end: tree.nodes.count, block: 0, mark: -1, place: [])]
        var index = 0
        while index < tree.nodes.count {
            while let top = stack.last, stack.count > 1, top.end <= index {
                stack.removeLast()
                if top.block != stack[stack.count - 1].block { endUnit(tree) }
            }
            let node = tree.nodes[index]
            let context = stack[stack.count - 1]
            if node.tag == .text {
                add(tree, index, context)
                index += 1
                continue
            }
            if node.tag.has(.skipped) || (!showsHidden && Self.isHidden(tree, index)) {
                if node.tag.has(.block) { endUnit(tree) }
                index = Int(node.end)
                continue
            }
            if node.tag == .br || node.tag == .hr {
                breaks += node.tag == .hr ? 2 : 1
                if breaks >= 2 || endsParagraph(tree, context) {
                    endUnit(tree)
                } else {
                    addBreak(tree, Int(node.span.start))
                }
                index += 1
                continue
            }
            if node.tag.has(.void) {
                index += 1
                continue
            }
            let inner = enter(tree, index, context, cues)
            // Words in the middle of a line that are only read aloud: "opens in a new tab".
            if inner.isUnseen, !showsHidden, !node.tag.has(.block) {
                index = Int(node.end)
                continue
            }
            if inner.block != context.block { endUnit(tree) }
            stack.append(inner)
            index += 1
        }
        endUnit(tree)
    }

    private mutating func enter(_ tree: MarkupTree, _ index: Int, _ outer: Context, _ cues: PageCues) -> Context {
        let node = tree.nodes[index]
        var inner = outer
        inner.end = Int(node.end)
        inner.isUnseen = false
        if node.tag.has(.block) { inner.block = index }
        if let level = node.tag.headingLevel { inner.heading = level }
        var mark = Mark(node: index, parent: outer.mark)
        switch node.tag {
        case .a: inner.linkEnd = Int(node.close)
        case .b, .strong: inner.boldEnd = Int(node.close)
        case .li, .dt, .dd: inner.place.insert(.listItem)
        case .td, .th: inner.place.insert(.cell)
        case .blockquote: inner.place.insert(.quote)
        case .pre: inner.place.insert(.literal)
        case .article: inner.place.insert(.article)
        case .figure: inner.place.insert(.figure)
        case .figcaption: mark.part = .caption
        case .caption: mark.part = .caption
        case .address: mark.part = .byline
        case .nav, .footer, .aside, .form, .menu, .label: mark.junk = .boilerplate
        default: break
        }
        if node.attributeCount > 0, node.tag != .html, node.tag != .body {
            let found = cues.kinds(tree, index)
            inner.isUnseen = found.isUnseen
            if found.isBody { bodies.insert(index) }
            if node.tag != .article, node.tag != .main, !found.isBody, let junk = found.junk {
                mark.junk = mark.junk ?? junk
            }
            if let part = found.part, !found.isBody { mark.part = mark.part ?? part }
            if node.tag == .blockquote, found.junk == nil, let name = tree.attribute(index, "class"),
                tree.raw(name).hasPrefix("twitter") || tree.raw(name).hasPrefix("instagram")
            {
                inner.place.insert(.post)
            }
        }
        if mark.junk != nil || mark.part != nil {
            inner.mark = marks.count
            marks.append(mark)
        }
        return inner
    }

    private static func isHidden(_ tree: MarkupTree, _ index: Int) -> Bool {
        for offset in 0..<Int(tree.nodes[index].attributeCount) {
            let attribute = tree.attributes[Int(tree.nodes[index].firstAttribute) + offset]
            switch attribute.name.count {
            case 6 where tree.isNamed(attribute.name, "hidden"):
                return !tree.isNamed(attribute.value, "false") && !tree.isNamed(attribute.value, "until-found")
            case 11 where tree.isNamed(attribute.name, "aria-hidden"):
                if tree.isNamed(attribute.value, "true") { return true }
            case 5 where tree.isNamed(attribute.name, "style"):
                if Self.isUnshown(tree.bytes[attribute.value.range]) { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a style shows nothing of its element, or clips it to nothing, so that it is only read aloud.
    private static func isUnshown(_ style: ArraySlice<UInt8>) -> Bool {
        let plain = style.filter { $0 != 0x20 }.map(ASCII.lowercased)
        return plain.indices.contains { start in
            switch plain[start] {
            case UInt8(ascii: "d"): plain[start...].starts(with: "display:none".utf8)
            case UInt8(ascii: "v"): plain[start...].starts(with: "visibility:hidden".utf8)
            case UInt8(ascii: "c"):
                plain[start...].starts(with: "clip:rect(0".utf8) || plain[start...].starts(with: "clip:rect(1px".utf8)
            default: false
            }
        }
    }

    private mutating func add(_ tree: MarkupTree, _ index: Int, _ context: Context) {
        let node = tree.nodes[index]
        if unitContext == nil {
            guard tree.bytes[node.span.range].contains(where: { !ASCII.isSpace($0) }) else { return }
            unitContext = context
            if !units.isEmpty || start > 0 { text.separate(at: node.span.start) }
            start = text.count
            firstPiece = pieces.count
        } else if let mark = unitContext?.mark, mark != context.mark {
            let shared = common(mark, context.mark)
            unitContext?.mark = shared
        }
        let before = text.count
        text.append(tree.bytes, node.span, isLiteral: node.isLiteral)
        pieces.append(Int32(index))
        let added = text.count - before
        if added > 0 { breaks = 0 }
        if context.linkEnd > node.span.start { linkBytes += added }
        if context.boldEnd > node.span.start { boldBytes += added }
        if text.count - start > Self.longest { endUnit(tree) }
    }

    /// The innermost mark over both marks: what an element says that holds a part of a line only, it does not say of the line.
    private func common(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while a != b {
            if a > b { a = marks[a].parent } else { b = marks[b].parent }
        }
        return a
    }

    /// Whether a line break stands for the end of a paragraph: after whole sentences that are in no paragraph's element.
    private func endsParagraph(_ tree: MarkupTree, _ context: Context) -> Bool {
        guard unitContext != nil, text.count - start >= Self.paragraph else { return false }
        switch tree.nodes[context.block].tag {
        case .div, .section, .article, .main, .body: break
        default: return false
        }
        let ending = String(decoding: text.bytes[start...].suffix(12), as: UTF8.self)
        return ending.last { !$0.isWhitespace && !"\"'\u{201C}\u{201D}\u{2019}\u{BB})".contains($0) }.map(
            ".!?\u{2026}".contains)
            ?? false
    }

    /// Bytes of text that a line break makes a paragraph of.
    private static let paragraph = 100

    private mutating func addBreak(_ tree: MarkupTree, _ place: Int) {
        guard unitContext != nil else { return }
        text.breakWord(at: place)
        pieces.append(-1)
    }

    private mutating func endUnit(_ tree: MarkupTree) {
        breaks = 0
        text.endUnit()
        guard let context = unitContext else { return }
        unitContext = nil
        let span = TextSpan(start, text.count)
        if span.isEmpty {
            pieces.removeSubrange(firstPiece...)
        } else {
            units.append(
                Unit(
                    span: span, node: context.block, pieces: firstPiece..<pieces.count,
                    linkBytes: min(linkBytes, span.count),
                    place: context.place, mark: context.mark, headingLevel: context.heading,
                    isBold: boldBytes * 10 >= span.count * 9))
        }
        linkBytes = 0
        boldBytes = 0
    }

    /// Units whose block lies within `node`, as a range.
    ///
    /// - Complexity: O(log n).
    func units(within node: Int, of tree: MarkupTree) -> Range<Int> {
        func first(at limit: Int) -> Int {
            units.partitioningIndex { place($0) >= limit }
        }
        return first(at: node)..<first(at: Int(tree.nodes[node].end))
    }

    /// Index of a unit's first text node: units are sorted by it.
    private func place(_ unit: Unit) -> Int { Int(pieces[unit.pieces.lowerBound]) }

    /// The marks over `unit`, innermost first.
    func marks(over unit: Unit) -> [Mark] {
        var result: [Mark] = []
        var index = unit.mark
        while index >= 0 {
            result.append(marks[index])
            index = marks[index].parent
        }
        return result
    }

    /// The text of `unit`.
    func string(_ unit: Unit) -> String { String(decoding: text.bytes[unit.span.range], as: UTF8.self) }
}
