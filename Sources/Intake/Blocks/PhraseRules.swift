import Lexicons
import NewsModel
import TextCore

/// Lines that are known by what they say: promotions, credits, boilerplate (`intake-phrases.tsv`).
///
///     SEE ALSO: Minister resigns over ferry deal         promo
///     Main photo source: Reuters                         credit
///     © 2024 Example Media. All rights reserved.         boilerplate
///     The source of the fire is not known.               nothing: no colon after the word
struct PhraseRules: Sendable {
    /// What a line is.
    enum Kind: String, Sendable {
        case promo, pointer, related, boilerplate, credit, byline, caption, biography, date

        /// The kind of block that it makes.
        var block: Block.Kind {
            switch self {
            case .promo, .pointer: .promo
            case .related: .relatedLink
            case .boilerplate: .boilerplate
            case .credit: .credit
            case .byline: .byline
            case .caption: .caption
            case .biography: .biography
            case .date: .dateline
            }
        }
    }

    /// What was found in a line.
    struct Match: Equatable {
        var kind: Kind
        /// The words of the phrase.
        var words: Range<Int>
        /// Whether the line says nothing else.
        var isWhole: Bool
    }

    private enum Place: String, Sendable { case start, whole, end, any }

    private struct Rule: Sendable {
        var place: Place
        var kind: Kind
        /// The mark that must follow; `@` anywhere after it.
        var mark: String?
        /// Longest line in words.
        var words: Int
    }

    private var rules = PhraseTable<[Rule]>()

    /// Loads the phrases.
    ///
    /// - Throws: where the resource file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "intake-phrases.tsv"
        for (number, row) in try LexiconTable(file, in: resources).rows.enumerated() {
            guard let place = Place(rawValue: row[1]), let kind = Kind(rawValue: row[2]), let words = Int(row[4]) else {
                throw .malformed(file: file, line: number + 1)
            }
            let mark = ["yes": ":", "dash": "-", "at": "@"][row[3]]
            let rule = Rule(place: place, kind: kind, mark: mark, words: words == 0 ? .max : words)
            rules.insert(row[0], (rules[row[0]] ?? []) + [rule])
        }
    }

    /// What the line is; nil where no phrase tells.
    ///
    /// - Complexity: O(1): eighty words are looked at.
    func match(_ text: SourceText, _ profile: UnitProfile) -> Match? {
        let words = profile.words
        guard !words.isCut else { return nil }
        for start in words.hashes.indices.prefix(80) {
            guard let found = rules.match(words.hashes, at: start) else { continue }
            let end = start + found.words
            for rule in found.value where words.count <= rule.words {
                let isWhole = start == 0 && end == words.count
                let fits =
                    switch rule.place {
                    case .start: start == 0
                    case .whole: isWhole
                    case .end: end == words.count
                    case .any: true
                    }
                guard fits, rule.mark.map({ follows($0, text, profile, end) }) ?? true else { continue }
                return Match(kind: rule.kind, words: start..<end, isWhole: isWhole)
            }
        }
        return nil
    }

    /// Whether the mark is the next thing after the word before `word`, spaces aside.
    private func follows(_ mark: String, _ text: SourceText, _ profile: UnitProfile, _ word: Int) -> Bool {
        var index = profile.words.spans[word - 1].end
        if mark == "@" { return text.bytes[index..<profile.span.end].contains(UInt8(ascii: "@")) }
        while index < profile.span.end, ASCII.isSpace(text.bytes[index]) { index += 1 }
        guard index < profile.span.end else { return false }
        return Fold.utf8(UTF8Scanner.scalar(in: text.bytes, at: index).scalar).elementsEqual(mark.utf8)
    }
}
