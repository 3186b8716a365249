import NewsModel
import TextCore

/// What one text of a page has and another has not, by headlines and paragraphs.
///
/// Letters and digits count, in small: other quotation marks or another way of breaking lines is no change.
struct TextChanges {
    /// What only the earlier text has.
    private(set) var removed: [String] = []
    /// Where the later text has what the earlier has not.
    private(set) var added: [TextSpan] = []
    /// Whether a paragraph was rewritten: it begins and ends as before, and says something else in between.
    private(set) var isRewritten = false

    /// Letters of a text beyond which only whole paragraphs are compared.
    private static let limit = 1 << 18
    /// Words that a rewritten paragraph begins and ends with as before.
    private static let frame = 3

    /// - Complexity: O(n · p) in the letters of a text and the paragraphs of the other that it does not have as they are.
    init(from earlier: Document, to later: Document) {
        let (old, new) = (Self.units(earlier), Self.units(later))
        let (known, after) = (Self.letters(old), Self.letters(new))
        let gone = old.filter { !Self.holds(after, $0) }
        let come = new.filter { !Self.holds(known, $0) }
        removed = gone.map { earlier.text[$0.span] }
        added = come.map(\.span)
        isRewritten = gone.contains { before in
            come.contains { Self.isRewritten(earlier.text[before.span], later.text[$0.span]) }
        }
    }

    /// Whether nothing has changed.
    var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    private struct Unit {
        var span: TextSpan
        var letters: [UInt8]
    }

    private struct Letters {
        var all: [UInt8]
        var units: Set<[UInt8]>
    }

    private static func units(_ document: Document) -> [Unit] {
        document.blocks.filter { $0.kind.isArticleText && $0.kind != .caption }.compactMap { block in
            let letters = Array(TitleMarks.letters(document.text[block.span]).utf8)
            return letters.isEmpty ? nil : Unit(span: block.span, letters: letters)
        }
    }

    private static func letters(_ units: [Unit]) -> Letters {
        Letters(all: units.flatMap(\.letters), units: Set(units.map(\.letters)))
    }

    /// Whether a text has a unit, as one of its own or within what it says in several.
    private static func holds(_ text: Letters, _ unit: Unit) -> Bool {
        if text.units.contains(unit.letters) { return true }
        guard text.all.count <= limit, unit.letters.count <= text.all.count else { return false }
        let (all, part) = (text.all, unit.letters)
        return (0...(all.count - part.count)).contains { start in
            all[start] == part[0] && all[start..<(start + part.count)].elementsEqual(part)
        }
    }

    private static func isRewritten(_ before: String, _ after: String) -> Bool {
        let old = FoldedText.fold(before).split(separator: " ")
        let new = FoldedText.fold(after).split(separator: " ")
        guard old.count > 2 * frame, new.count > 2 * frame else { return false }
        return old.prefix(frame) == new.prefix(frame) && old.suffix(frame) == new.suffix(frame)
    }
}
