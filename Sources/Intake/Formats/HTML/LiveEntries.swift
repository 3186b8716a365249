import NewsModel
import TextCore

/// The dated entries of a live blog: which stretches belong to one, and when each was published.
///
/// Structured data tells them (`liveBlogUpdate` of schema.org's LiveBlogPosting): a stretch most of whose words stand in an
/// update is that update's. So does the markup, where neighbours (`article`, `li`, `section`, `div`) each hold a `time` and
/// running text, and together most of the text.
struct LiveEntries {
    /// Time of each unit that stands in an entry.
    private(set) var times: [Int: PublicationTime] = [:]
    /// Units that are nothing but an entry's time.
    private(set) var stamps: Set<Int> = []

    private let tree: MarkupTree
    private let outline: PageOutline

    /// Most `time` elements that are looked at.
    private static let most = 2_000

    /// Finds the entries among the stretches of a report.
    ///
    /// - Complexity: O(n + t · d) for t `time` elements at a depth of d, both bounded.
    init(_ tree: MarkupTree, _ outline: PageOutline, _ pieces: [PageTyper.Piece], _ facts: PageFacts, root: Int) {
        self.tree = tree
        self.outline = outline
        readMarkup(pieces, facts, root)
        readUpdates(pieces, facts.updates)
    }

    // MARK: Structured data

    private mutating func readUpdates(_ pieces: [PageTyper.Piece], _ updates: [JSONValue]) {
        var owners: [UInt64: Int] = [:]
        var published: [PublicationTime?] = []
        for (number, update) in updates.enumerated() {
            published.append(
                (update["datePublished"] ?? update["dateModified"])?.string.flatMap {
                    ClockText.time($0, from: .structuredData)
                })
            for name in ["headline", "articleBody"] {
                for shingle in BodyCheck.shingles(of: Array((update[name]?.string ?? "").utf8)[...]) {
                    owners[shingle] = owners[shingle] ?? number
                }
            }
        }
        guard !owners.isEmpty else { return }
        for piece in pieces where piece.kind.isArticleText {
            let shingles = BodyCheck.shingles(of: outline.text.bytes[outline.units[piece.unit].span.range])
            var votes: [Int: Int] = [:]
            for shingle in shingles { if let owner = owners[shingle] { votes[owner, default: 0] += 1 } }
            guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
                best.value * 5 >= shingles.count * 3
            else { continue }
            if let time = published[best.key] { times[piece.unit] = time }
        }
    }

    // MARK: Markup

    private mutating func readMarkup(_ pieces: [PageTyper.Piece], _ facts: PageFacts, _ root: Int) {
        var found: [(node: Int, time: PublicationTime)] = []
        for time in facts.times where found.count < Self.most && time.name != "dateModified" {
            guard tree.isWithin(time.node, root), let value = ClockText.time(time.value, from: .timeElement) else {
                continue
            }
            found.append((time.node, value))
        }
        guard found.count >= 3 else { return }
        let prose = ProseSums(pieces, outline) { $0 == .paragraph || $0 == .quote }
        // The element around the entries: the one most of whose children hold a time and text.
        var entries: [Int: [(node: Int, time: PublicationTime)]] = [:]
        for stamp in found {
            var child = stamp.node
            while child > root {
                let parent = Int(tree.nodes[child].parent)
                if entries[parent]?.last?.node != child, isEntry(child), prose.count(child, tree) >= 60 {
                    entries[parent, default: []].append((child, stamp.time))
                }
                child = parent
            }
        }
        guard
            let best = entries.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) })?.value, best.count >= 3,
            best.reduce(0, { $0 + prose.count($1.node, tree) }) * 2 >= prose.count(root, tree)
        else { return }
        for entry in best {
            for unit in outline.units(within: entry.node, of: tree) { times[unit] = entry.time }
        }
        for stamp in found {
            for unit in outline.units(within: stamp.node, of: tree) where times[unit] != nil {
                let last = outline.pieces[outline.units[unit].pieces].last(where: { $0 >= 0 }) ?? -1
                if tree.isWithin(Int(last), stamp.node), outline.units[unit].span.count <= 80 { stamps.insert(unit) }
            }
        }
    }

    private func isEntry(_ node: Int) -> Bool {
        [.article, .li, .section, .div].contains(tree.nodes[node].tag)
    }
}
