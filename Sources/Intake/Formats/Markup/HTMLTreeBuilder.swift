import TextCore

/// Tags to a tree, as a browser would build it as far as it matters for text: ends that are left out, ends that fit
/// nothing, paragraphs that a block ends (WHATWG HTML standard 13.2.6, without foster parents and reconstruction).
///
///     <ul><li>one<li>two</ul>          two items
///     <p>one<div>two</div>             the paragraph ends before the block
///     <b><p>one</b>two</p>             one paragraph
///
/// Bounded: beyond ``deepest`` levels elements are kept flat, beyond ``mostNodes`` nodes the rest is left out.
struct HTMLTreeBuilder {
    private var scanner: MarkupScanner
    private var tree: MarkupTree
    private var stack: [Int] = []
    /// How many elements of each tag are open.
    private var open = [Int32](repeating: 0, count: 256)
    /// Elements that were met too deep to be opened.
    private var overflow = 0

    /// Deepest nesting that is kept.
    static let deepest = 400
    /// Most nodes of a tree.
    static let mostNodes = 1_000_000

    /// The tree of a page.
    ///
    /// - Complexity: O(n).
    static func tree(_ bytes: [UInt8]) -> MarkupTree {
        var builder = HTMLTreeBuilder(bytes)
        builder.build()
        return builder.tree
    }

    private init(_ bytes: [UInt8]) {
        scanner = MarkupScanner(bytes)
        tree = MarkupTree(bytes)
        tree.nodes.reserveCapacity(bytes.count / 48 + 16)
    }

    private mutating func build() {
        let whole = TextSpan(0, 0)
        push(MarkupScanner.Token(kind: .start, span: whole, whole: whole), .html)
        while let token = scanner.next() {
            guard tree.nodes.count < Self.mostNodes else {
                tree.isCut = true
                break
            }
            switch token.kind {
            case .text, .cdata: add(token.span, isLiteral: false)
            case .start: start(token)
            case .end: close(HTMLTag.named(tree.bytes[token.span.range]), token)
            }
        }
        pop(to: 0, at: tree.bytes.count)
        tree.attributes = scanner.attributes
    }

    private mutating func add(_ span: TextSpan, isLiteral: Bool) {
        guard !span.isEmpty else { return }
        let parent = stack[stack.count - 1]
        tree.nodes.append(
            MarkupTree.Node(
                tag: .text, parent: Int32(parent), end: Int32(tree.nodes.count + 1), span: span,
                name: TextSpan(span.start, span.start), close: UInt32(span.end), firstAttribute: 0, attributeCount: 0,
                isLiteral: isLiteral))
    }

    private mutating func push(_ token: MarkupScanner.Token, _ tag: HTMLTag) {
        let parent = stack.last ?? -1
        let index = tree.nodes.count
        tree.nodes.append(
            MarkupTree.Node(
                tag: tag, parent: Int32(parent), end: Int32(index + 1), span: token.whole, name: token.span,
                close: UInt32(token.whole.end), firstAttribute: Int32(token.attributes.lowerBound),
                attributeCount: Int32(token.attributes.count)))
        guard !tag.has(.void) else { return }
        if stack.count >= Self.deepest {
            overflow += 1
            return
        }
        stack.append(index)
        open[Int(tag.rawValue)] += 1
    }

    /// Ends the elements above the first `count` of the stack.
    private mutating func pop(to count: Int, at offset: Int) {
        while stack.count > count, let index = stack.popLast() {
            tree.nodes[index].end = Int32(tree.nodes.count)
            // An anchor whose end was met before its content's keeps that end.
            if tree.nodes[index].close == UInt32(tree.nodes[index].span.end) {
                tree.nodes[index].close = UInt32(offset)
            }
            open[Int(tree.nodes[index].tag.rawValue)] -= 1
        }
    }

    private mutating func start(_ token: MarkupScanner.Token) {
        let tag = HTMLTag.named(tree.bytes[token.span.range])
        let place = token.whole.start
        switch tag {
        case .html, .body, .head:
            guard open[Int(tag.rawValue)] == 0 else { return merge(token, tag) }
            if tag == .body { endHead(at: place) }
        case .li: endOpen([.li], until: [.ul, .ol, .menu], at: place)
        case .dt, .dd: endOpen([.dt, .dd], until: [.dl], at: place)
        case .option, .optgroup: endOpen([.option], until: [.select, .datalist], at: place)
        case .td, .th: endOpen([.td, .th], until: [.tr, .table], at: place)
        case .tr: endOpen([.tr, .td, .th], until: [.tbody, .thead, .tfoot, .table], at: place)
        case .tbody, .thead, .tfoot: endOpen([.tbody, .thead, .tfoot, .tr, .td, .th], until: [.table], at: place)
        case .a: endOpen([.a], until: [.table, .td, .th], at: place)
        default: break
        }
        if open[Int(HTMLTag.head.rawValue)] > 0, !tag.has(.headOnly), tag != .head { endHead(at: place) }
        if tag.has(.endsParagraph) { endOpen([.p], until: Self.paragraphScope, at: place) }
        if tag.has(.heading), let last = stack.last, tree.nodes[last].tag.has(.heading) {
            pop(to: stack.count - 1, at: place)
        }
        push(token, tag)
        if tag.has(.raw), !token.closesItself || !isForeign {
            let isText = tag == .title || tag == .textarea
            add(scanner.rawText(of: token.span), isLiteral: !isText)
            if overflow > 0 { overflow -= 1 } else { pop(to: stack.count - 1, at: scanner.index) }
        } else if token.closesItself, !tag.has(.void), isForeign || tag == .unknown {
            if overflow > 0 { overflow -= 1 } else { pop(to: stack.count - 1, at: scanner.index) }
        }
    }

    /// Whether an SVG or a formula is open, where `/>` ends an element.
    private var isForeign: Bool { open[Int(HTMLTag.svg.rawValue)] > 0 || open[Int(HTMLTag.math.rawValue)] > 0 }

    private static let paragraphScope: [HTMLTag] = [.table, .td, .th, .caption, .button, .object, .template]

    /// A second `html` or `body` adds its attributes to the first.
    private mutating func merge(_ token: MarkupScanner.Token, _ tag: HTMLTag) {
        guard let index = stack.first(where: { tree.nodes[$0].tag == tag }), tree.nodes[index].attributeCount == 0
        else {
            return
        }
        tree.nodes[index].firstAttribute = Int32(token.attributes.lowerBound)
        tree.nodes[index].attributeCount = Int32(token.attributes.count)
    }

    private mutating func endHead(at offset: Int) {
        guard open[Int(HTMLTag.head.rawValue)] > 0, let depth = stack.firstIndex(where: { tree.nodes[$0].tag == .head })
        else { return }
        pop(to: depth, at: offset)
    }

    /// Ends the lowest open element among `tags`, with what is open within it, unless one of `limits` lies between.
    private mutating func endOpen(_ tags: [HTMLTag], until limits: [HTMLTag], at offset: Int) {
        guard tags.contains(where: { open[Int($0.rawValue)] > 0 }) else { return }
        var depth = stack.count - 1
        var found: Int?
        while depth > 0 {
            let tag = tree.nodes[stack[depth]].tag
            if tags.contains(tag) { found = depth }
            if limits.contains(tag) { break }
            // A list item within a block of the item before it: `<li><div><li>`.
            if found != nil, tags.count == 1 { break }
            depth -= 1
        }
        if let found { pop(to: found, at: offset) }
    }

    private mutating func close(_ tag: HTMLTag, _ token: MarkupScanner.Token) {
        guard !tag.has(.void), tag != .html, tag != .body else { return }
        if overflow > 0 {
            overflow -= 1
            return
        }
        guard open[Int(tag.rawValue)] > 0 else { return }
        var depth = stack.count - 1
        while depth > 0 {
            let node = tree.nodes[stack[depth]]
            let isSame =
                node.tag == tag
                && (tag != .unknown || tree.bytes[node.name.range].elementsEqual(tree.bytes[token.span.range]))
            if isSame || (tag.has(.heading) && node.tag.has(.heading)) {
                pop(to: depth, at: token.whole.start)
                return
            }
            if node.tag.has(.special), !tag.has(.special) {
                if tag == .a { endAnchor(below: depth, at: token.whole.start) }
                return
            }
            if node.tag == .table || node.tag == .td || node.tag == .th, !Self.tableParts.contains(tag) { return }
            depth -= 1
        }
    }

    private static let tableParts: Set<HTMLTag> = [.table, .tr, .td, .th, .tbody, .thead, .tfoot]

    /// `<a><div>…</a>…</div>`: the anchor ends, its place in the tree stays.
    private mutating func endAnchor(below depth: Int, at offset: Int) {
        for index in stack[..<depth].reversed() where tree.nodes[index].tag == .a {
            tree.nodes[index].close = UInt32(offset)
            return
        }
    }
}
