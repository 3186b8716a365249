import TextCore

/// The elements and texts of a page or feed in document order, each with its place in the bytes.
///
/// An arena: a node's descendants are the nodes after it up to its `end`, so a walk is a loop and no depth of nesting can
/// exhaust a stack.
struct MarkupTree {
    /// An element or a stretch of text.
    struct Node {
        var tag: HTMLTag
        /// Index of the element that holds it; -1 for the root.
        var parent: Int32
        /// Index of the first node that is not within it.
        var end: Int32
        /// Text: its bytes. Element: its start tag.
        var span: TextSpan
        /// Name of the element; empty for text.
        var name: TextSpan
        /// Where in the bytes its content ends.
        var close: UInt32
        var firstAttribute: Int32
        var attributeCount: Int32
        /// Whether the text stands in a CDATA section or a raw element: references are not decoded.
        var isLiteral = false
    }

    let bytes: [UInt8]
    var nodes: [Node] = []
    var attributes: [MarkupScanner.Attribute] = []
    /// Whether some of the input was left out: too many nodes.
    var isCut = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The children of `node`, in order.
    func children(of node: Int) -> Children { Children(tree: self, place: node + 1, end: Int(nodes[node].end)) }

    /// Iterates over the children of a node.
    struct Children: Sequence, IteratorProtocol {
        let tree: MarkupTree
        var place: Int
        let end: Int
        mutating func next() -> Int? {
            guard place < end else { return nil }
            defer { place = Int(tree.nodes[place].end) }
            return place
        }
    }

    /// Where the value of attribute `name` (in lower case) of `node` stands; nil where it has none such.
    func attribute(_ node: Int, _ name: StaticString) -> TextSpan? {
        let first = Int(nodes[node].firstAttribute)
        for index in first..<(first + Int(nodes[node].attributeCount)) where isNamed(attributes[index].name, name) {
            return attributes[index].value
        }
        return nil
    }

    /// Whether the bytes of `span` are `name` (in lower case), whatever their case.
    func isNamed(_ span: TextSpan, _ name: StaticString) -> Bool {
        guard span.count == name.utf8CodeUnitCount else { return false }
        for offset in 0..<span.count where ASCII.lowercased(bytes[span.start + offset]) != name.utf8Start[offset] {
            return false
        }
        return true
    }

    /// The bytes of `span` as they stand.
    func raw(_ span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

    /// Whether `node` lies within `ancestor`, or is it.
    func isWithin(_ node: Int, _ ancestor: Int) -> Bool { node >= ancestor && node < Int(nodes[ancestor].end) }
}
