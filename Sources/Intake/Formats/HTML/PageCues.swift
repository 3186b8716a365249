import Lexicons
import TextCore

/// What the names of a page's parts say of them (`page-cues.tsv`).
///
///     <div class="article__related-links">     related
///     <ul id="socialShare">                    boilerplate
///     <section class="story-body">             body
struct PageCues: Sendable {
    /// What stands in a part.
    enum Kind: String, Sendable {
        case promo, related, comments, boilerplate, title, standfirst, byline, biography, date, caption, credit, body,
            plain, unseen

        /// Whether the part is none of the report.
        var isJunk: Bool { self == .promo || self == .related || self == .comments || self == .boilerplate }
    }

    private var phrases = PhraseTable<Kind>()

    /// Loads the table.
    ///
    /// - Throws: where the resource file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "page-cues.tsv"
        for (number, row) in try LexiconTable(file, in: resources).rows.enumerated() {
            guard let kind = Kind(rawValue: row[1]) else { throw .malformed(file: file, line: number + 1) }
            phrases.insert(row[0], kind)
        }
    }

    /// What the names of `node` say; the report's own parts go before the page's.
    ///
    /// - Complexity: O(1): names are looked at up to 200 bytes.
    func kinds(_ tree: MarkupTree, _ node: Int) -> Found {
        var found = Found()
        for index in 0..<Int(tree.nodes[node].attributeCount) {
            let attribute = tree.attributes[Int(tree.nodes[node].firstAttribute) + index]
            guard Self.isName(tree, attribute.name), !attribute.value.isEmpty else { continue }
            read(tree.bytes, attribute.value, isAnchor: attribute.name.count == 2, into: &found)
        }
        return found
    }

    /// What was found: at most one of the junk and one of the report's parts.
    struct Found {
        var junk: Kind?
        var part: Kind?
        var isBody = false
        /// Whether it is there for programs that read a page aloud, and not shown.
        var isUnseen = false
    }

    private static func isName(_ tree: MarkupTree, _ span: TextSpan) -> Bool {
        switch span.count {
        case 2: tree.isNamed(span, "id")
        case 4: tree.isNamed(span, "role")
        case 5: tree.isNamed(span, "class")
        case 8: tree.isNamed(span, "itemprop")
        case 11: tree.isNamed(span, "data-testid") || tree.isNamed(span, "data-module")
        case 14: tree.isNamed(span, "data-component")
        default: false
        }
    }

    /// Reads the names in `span`; an anchor (`id`) of many words is made from a heading, and its words are no names.
    private func read(_ bytes: [UInt8], _ span: TextSpan, isAnchor: Bool, into found: inout Found) {
        var hashes: [UInt64] = []
        var index = span.start
        let end = min(span.end, span.start + 200)
        func note(_ found: inout Found) {
            var place = 0
            var isBody = false
            var junk: Kind?
            while place < hashes.count {
                guard let match = phrases.match(hashes, at: place) else {
                    place += 1
                    continue
                }
                let kind = match.value
                if isAnchor, match.words == 1, hashes.count >= 5 {
                    place += 1
                    continue
                }
                if kind == .body {
                    isBody = true
                } else if kind == .unseen {
                    found.isUnseen = true
                    junk = junk ?? .boilerplate
                } else if kind.isJunk {
                    junk = junk ?? kind
                } else if kind != .plain {
                    found.part = found.part ?? kind
                }
                place += match.words
            }
            // "article-body__newsletter" is a newsletter's box within the body.
            if isBody, junk == nil { found.isBody = true }
            found.junk = found.junk ?? junk
            hashes.removeAll(keepingCapacity: true)
        }
        while index < end {
            let byte = bytes[index]
            if ASCII.isSpace(byte) { note(&found) }
            guard ASCII.isLetter(byte) else {
                index += 1
                continue
            }
            let start = index
            index += 1
            while index < end, ASCII.isLetter(bytes[index]),
                !(ASCII.isUpper(bytes[index]) && ASCII.isLower(bytes[index - 1]))
            {
                index += 1
            }
            hashes.append(WordHash.of(bytes, start..<index))
        }
        note(&found)
    }
}
