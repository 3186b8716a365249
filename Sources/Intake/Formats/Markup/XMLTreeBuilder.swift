import TextCore

/// XML to a tree, whether it is well formed or not: feeds often are not.
///
/// References that XML does not know are those of HTML, entities that the document defines are not expanded, and nothing
/// outside the document is read. Bounded like ``HTMLTreeBuilder``.
enum XMLTreeBuilder {
    /// The tree of a document; its first node is a root that holds everything.
    ///
    /// - Complexity: O(n · d) for a depth of nesting d, which is bounded.
    static func tree(_ bytes: [UInt8]) -> MarkupTree {
        var scanner = MarkupScanner(bytes, isXML: true)
        var tree = MarkupTree(bytes)
        var stack: [Int] = []
        var overflow = 0
        func node(_ tag: HTMLTag, _ span: TextSpan, name: TextSpan, _ attributes: Range<Int>, isLiteral: Bool = false) {
            tree.nodes.append(
                MarkupTree.Node(
                    tag: tag, parent: Int32(stack.last ?? -1), end: Int32(tree.nodes.count + 1), span: span, name: name,
                    close: UInt32(span.end), firstAttribute: Int32(attributes.lowerBound),
                    attributeCount: Int32(attributes.count), isLiteral: isLiteral))
        }
        func pop(to count: Int, at offset: Int) {
            while stack.count > count, let index = stack.popLast() {
                tree.nodes[index].end = Int32(tree.nodes.count)
                tree.nodes[index].close = UInt32(offset)
            }
        }
        node(.unknown, TextSpan(0, 0), name: TextSpan(0, 0), 0..<0)
        stack.append(0)
        while let token = scanner.next() {
            guard tree.nodes.count < HTMLTreeBuilder.mostNodes else {
                tree.isCut = true
                break
            }
            switch token.kind {
            case .text, .cdata:
                if !token.span.isEmpty {
                    node(
                        .text, token.span, name: TextSpan(token.span.start, token.span.start), 0..<0,
                        isLiteral: token.kind == .cdata)
                }
            case .start:
                node(.unknown, token.whole, name: token.span, token.attributes)
                if token.closesItself { continue }
                if stack.count >= HTMLTreeBuilder.deepest { overflow += 1 } else { stack.append(tree.nodes.count - 1) }
            case .end:
                if overflow > 0 {
                    overflow -= 1
                    continue
                }
                let name = bytes[token.span.range]
                guard let depth = stack.lastIndex(where: { bytes[tree.nodes[$0].name.range].elementsEqual(name) }),
                    depth > 0
                else { continue }
                pop(to: depth, at: token.whole.start)
            }
        }
        pop(to: 0, at: bytes.count)
        tree.attributes = scanner.attributes
        return tree
    }
}
