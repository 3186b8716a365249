import TextCore

/// Finds the part of a page that holds the report.
///
/// Stretches that read like running text give weight to the elements around them, less the further out; the element with
/// the most weight holds the report (the idea of Readability, A. Rohrlich et al.). Names of elements and the text that
/// structured data gives serve as checks. Elements that name themselves junk give nothing, unless half of the page's
/// running text stands in them: then the name means something else there.
struct ContentFinder {
    private let tree: MarkupTree
    private let outline: PageOutline
    /// Weight of each unit as running text.
    private(set) var weights: [Double] = []
    private var sums: [Double] = [0]
    /// Marks that hold so much of the text that their name cannot mean junk, or a part.
    private var voided: [Bool] = []
    /// Whether each unit lies under a mark that says junk.
    private(set) var isJunk: [Bool] = []
    /// Whether structured data gives the words of each unit as the report's; nil where it gives no body.
    private(set) var isTold: [Bool]?
    /// Whether structured data gives the report in full.
    private(set) var isToldWhole = false
    /// The element that holds the report.
    private(set) var root = 0

    /// Weight of a stretch on the elements around it, innermost first.
    private static let decay: [Double] = [1, 0.85, 0.7, 0.5, 0.35, 0.25, 0.15, 0.1, 0.05]

    /// Finds the content of a page; `body` is the text that structured data gives, where it does.
    ///
    /// - Complexity: O(n · d) for a depth of d, which is bounded.
    /// - Parameter isWhole: whether all of the markup is the report's.
    init(_ tree: MarkupTree, _ outline: PageOutline, body: String?, isWhole: Bool = false) {
        self.tree = tree
        self.outline = outline
        weigh()
        judgeMarks()
        if let body { compare(with: body) }
        if !isWhole { choose() }
    }

    private mutating func weigh() {
        for unit in outline.units {
            weights.append(Self.weight(unit, outline))
            sums.append(sums[sums.count - 1] + weights[weights.count - 1])
        }
    }

    private static func weight(_ unit: PageOutline.Unit, _ outline: PageOutline) -> Double {
        guard unit.headingLevel == nil, !unit.place.contains(.figure), unit.span.count >= 25, unit.linkShare < 0.6
        else {
            return 0
        }
        let bytes = outline.text.bytes[unit.span.range]
        var commas = 0
        var stops = 0
        var spaces = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xE3: stops += 1
            case 0x20: spaces += 1
            default: break
            }
        }
        var weight = Double(min(unit.span.count, 1_500)) * (1 - unit.linkShare)
        if stops == 0 { weight *= 0.25 }
        if unit.span.count < 80 { weight *= 0.5 }
        if unit.place.contains(.listItem) || unit.place.contains(.cell) { weight *= 0.5 }
        return weight + Double(min(commas, 10)) * 5
    }

    private func weight(of node: Int) -> Double {
        let range = outline.units(within: node, of: tree)
        return sums[range.upperBound] - sums[range.lowerBound]
    }

    private mutating func judgeMarks() {
        let total = sums[sums.count - 1]
        // Elements that are named the report's and hold a good part of the text.
        let bodies = outline.bodies.filter { total > 0 && weight(of: $0) > 0.15 * total }.sorted().prefix(50)
        voided = outline.marks.map { mark in
            let share = total > 0 ? weight(of: mark.node) / total : 0
            if let junk = mark.junk, junk != .comments,
                bodies.contains(where: { $0 > mark.node && tree.isWithin($0, mark.node) })
            {
                return true
            }
            switch mark.junk ?? mark.part ?? .boilerplate {
            case .comments: return share > 0.85
            // What readers must pay for is often wrapped in a name of its own; a box that asks for something is small.
            case .promo: return share > 0.12 || (tree.nodes[mark.node].tag == .p && weight(of: mark.node) > 120)
            case .related, .boilerplate: return share > 0.45
            default: return share > 0.3
            }
        }
        var junk = [Bool](repeating: false, count: outline.marks.count)
        for (index, mark) in outline.marks.enumerated() {
            junk[index] = (mark.junk != nil && !voided[index]) || (mark.parent >= 0 && junk[mark.parent])
        }
        isJunk = outline.units.map { $0.mark >= 0 && junk[$0.mark] }
    }

    /// The innermost mark over unit `index` that holds, by what `pick` takes of it.
    func mark(over index: Int, _ pick: (PageOutline.Mark) -> PageCues.Kind?) -> PageCues.Kind? {
        var mark = outline.units[index].mark
        while mark >= 0 {
            if !voided[mark], let kind = pick(outline.marks[mark]) { return kind }
            mark = outline.marks[mark].parent
        }
        return nil
    }

    private mutating func compare(with body: String) {
        let check = BodyCheck(body)
        guard check.count >= 40 else { return }
        var told: [Bool] = []
        var words = 0
        for unit in outline.units {
            let found = check.share(of: outline.text.bytes[unit.span.range])
            told.append(found.share >= 0.7)
            if found.share >= 0.7 { words += found.count }
        }
        guard words * 2 >= check.count else { return }
        isTold = told
        isToldWhole = words * 10 >= check.count * 9
    }

    private mutating func choose() {
        var scores: [Int: Double] = [:]
        for (index, unit) in outline.units.enumerated() {
            guard weights[index] > 0, !isJunk[index] || isTold?[index] == true else { continue }
            let weight = weights[index] * (isTold?[index] == true ? 3 : 1)
            var node = container(of: unit.node)
            var level = 0
            while node >= 0, level < Self.decay.count {
                scores[node, default: 0] += weight * Self.decay[level]
                if !Self.transparent.contains(tree.nodes[node].tag) { level += 1 }
                node = Int(tree.nodes[node].parent)
            }
        }
        var best: (node: Int, score: Double)?
        for node in scores.keys.sorted() {
            let score = (scores[node] ?? 0) * prior(node)
            if best.map({ score > $0.score }) ?? true { best = (node, score) }
        }
        root = best?.node ?? 0
        climb()
    }

    /// Elements that only group paragraphs.
    private static let transparent: Set<HTMLTag> = [
        .p, .ul, .ol, .li, .dl, .dt, .dd, .blockquote, .figure, .table, .tbody, .thead, .tr, .td, .th, .pre, .center,
    ]

    /// The element whose content the text of `node` is: that around a paragraph, else the element itself.
    private func container(of node: Int) -> Int {
        var node = node
        while node > 0, tree.nodes[node].tag == .p || tree.nodes[node].tag == .li || tree.nodes[node].tag == .blockquote
        {
            node = Int(tree.nodes[node].parent)
        }
        return node
    }

    private func prior(_ node: Int) -> Double {
        var prior = outline.bodies.contains(node) ? 1.3 : 1
        switch tree.nodes[node].tag {
        case .article: prior *= 1.2
        case .main: prior *= 1.1
        case .body, .html: prior *= 0.7
        default: break
        }
        return prior
    }

    /// Goes outwards while the element around holds more of the same: sections of one report in elements of one kind.
    private mutating func climb() {
        var node = root
        var steps = 0
        var held = plainWeight(node)
        while node > 0, steps < 6 {
            let parent = Int(tree.nodes[node].parent)
            guard parent > 0, tree.nodes[parent].tag != .body, tree.nodes[parent].tag != .html else { return }
            let around = plainWeight(parent)
            let more = around - held
            let isLike = more > 0 && hasTwin(node, in: parent)
            let isNamed = tree.nodes[parent].tag == .article || outline.bodies.contains(parent)
            if (isLike && more > 0.03 * held) || (isNamed && more > 0.03 * held && more < 1.5 * held) {
                root = parent
                held = around
            }
            node = parent
            steps += 1
        }
    }

    /// Running text within `node` that is no junk.
    private func plainWeight(_ node: Int) -> Double {
        outline.units(within: node, of: tree).reduce(0) { $0 + (isJunk[$1] ? 0 : weights[$1]) }
    }

    /// Whether a sibling of `node` is of the same kind and holds running text, or is a paragraph itself.
    private func hasTwin(_ node: Int, in parent: Int) -> Bool {
        let name = tree.attribute(node, "class").map { tree.raw($0) } ?? ""
        for child in tree.children(of: parent) where child != node && tree.nodes[child].tag != .text {
            let isParagraph = tree.nodes[child].tag == .p
            let isSame =
                tree.nodes[child].tag == tree.nodes[node].tag
                && (tree.attribute(child, "class").map { tree.raw($0) } ?? "") == name
            if isParagraph || isSame, plainWeight(child) >= 60 { return true }
        }
        return false
    }
}

/// The words of a report as structured data gives them, to tell which parts of a page are it.
struct BodyCheck {
    private var shingles: Set<UInt64> = []
    /// Number of words.
    private(set) var count = 0
    private static let width = 4

    init(_ body: String) {
        let words = Self.words(Array(body.utf8)[...])
        count = words.count
        shingles = Set(Self.shingles(words))
    }

    /// The stretches of four words of `bytes`, hashed; none where there are fewer words.
    static func shingles(of bytes: ArraySlice<UInt8>) -> [UInt64] { shingles(words(bytes)) }

    private static func shingles(_ words: [UInt64]) -> [UInt64] {
        guard words.count >= width else { return [] }
        return (0...(words.count - width)).map { hash(words[$0..<($0 + width)]) }
    }

    /// Share of the stretches of four words of `bytes` that the body has, and the number of words.
    func share(of bytes: ArraySlice<UInt8>) -> (share: Double, count: Int) {
        let words = Self.words(bytes)
        let starts = Self.shingles(words)
        guard !starts.isEmpty else { return (0, words.count) }
        return (Double(starts.count { shingles.contains($0) }) / Double(starts.count), words.count)
    }

    private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 { words.reduce(7) { StableHash.combine($0, $1) } }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        var state: UInt64 = 0
        for byte in bytes {
            // Marks beyond ASCII (quotes, dashes) part no words that they did not part anyway; E2 leads them.
            if ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 {
                state = (state ^ UInt64(ASCII.lowercased(byte))) &* 0x0000_0100_0000_01b3 | 1
            } else if state != 0 {
                words.append(state)
                state = 0
            }
        }
        if state != 0 { words.append(state) }
        return words
    }
}
