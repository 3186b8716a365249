import TextCore

/// Names of a feed's elements: the vocabulary and the local name, whatever prefix a feed gives a vocabulary.
struct FeedNames {
    /// The vocabularies that feeds use.
    enum Space: String { case plain, atom, dublinCore, terms, content, media, itunes, rdf, markup, other }

    /// By prefix, as the document binds it anywhere.
    private var prefixes: [String: Space] = [
        "atom": .atom, "dc": .dublinCore, "dcterms": .terms, "content": .content, "media": .media, "itunes": .itunes,
        "rdf": .rdf, "xhtml": .markup, "a10": .atom, "atom10": .atom, "atom03": .atom,
    ]
    private var standard = Space.plain

    init(_ tree: MarkupTree) {
        for attribute in tree.attributes where attribute.name.count >= 5 {
            let name = tree.raw(attribute.name)
            guard name.hasPrefix("xmlns") else { continue }
            let space = Self.space(tree.raw(attribute.value))
            if name == "xmlns" {
                if space == .atom, standard == .plain { standard = .atom }
            } else if name.hasPrefix("xmlns:"), space != .other {
                prefixes[String(name.dropFirst(6)).lowercased()] = space
            }
        }
    }

    /// The vocabulary of an address.
    private static func space(_ address: String) -> Space {
        let folded = address.lowercased()
        if folded.contains("/atom") { return .atom }
        if folded.contains("purl.org/dc/terms") { return .terms }
        if folded.contains("purl.org/dc") { return .dublinCore }
        if folded.contains("modules/content") { return .content }
        if folded.contains("search.yahoo.com/mrss") || folded.contains("/mrss") { return .media }
        if folded.contains("itunes") { return .itunes }
        if folded.contains("22-rdf-syntax") { return .rdf }
        if folded.contains("1999/xhtml") { return .markup }
        if folded.contains("rss") || folded.contains("purl.org/net/rss") || folded.contains("netscape") {
            return .plain
        }
        return .other
    }

    /// Vocabulary and local name, in lower case, of the element at `node`.
    func name(_ tree: MarkupTree, _ node: Int) -> (space: Space, local: String) {
        let name = tree.raw(tree.nodes[node].name).lowercased()
        guard let colon = name.firstIndex(of: ":") else {
            if let own = tree.attribute(node, "xmlns") {
                let space = Self.space(tree.raw(own))
                return (
                    space == .other && !["rdf", "rss", "feed", "channel", "item", "entry"].contains(name)
                        ? .other : space, name
                )
            }
            return (standard == .atom ? .atom : .plain, name)
        }
        return (prefixes[String(name[..<colon])] ?? .other, String(name[name.index(after: colon)...]))
    }
}
