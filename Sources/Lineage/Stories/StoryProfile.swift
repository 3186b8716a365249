import NewsModel
import TextCore

/// A document as the grouping into stories sees it: how often it has each word, and where.
struct StoryProfile {
    /// A word of the document.
    struct Item {
        var term: Term
        /// Occurrences; those in the headline and in the first sentences count for more.
        var count: Float
        /// Occurrences inside the text with a capital letter, and without.
        var capitalized = 0, lower = 0
    }

    /// The words, ascending, each once.
    let items: [Item]
    /// Day of publication, as days since 1 January 1970, where it is known.
    let day: Int?

    /// Words of the text that are looked at: a report says early what it is about.
    private static let longest = 600
    /// Words from the beginning of the text that say what the report is about.
    private static let lead = 80
    private static let inTitle: Float = 2, inLead: Float = 1.5

    /// Reads a document into a vocabulary.
    ///
    /// - Complexity: O(n) in the first 600 words.
    init(_ document: Document, into vocabulary: inout Vocabulary) {
        var items: [Term: Item] = [:]
        var words = 0
        for block in document.blocks where block.kind.isArticleText && words < Self.longest {
            let isTitle = block.kind == .title
            for (place, word) in WordScanner.words(of: document.text, in: block.span).enumerated() {
                let term = vocabulary.term(of: word.letters, isNumber: word.isNumber)
                var item = items[term] ?? Item(term: term, count: 0)
                item.count += isTitle ? Self.inTitle : words < Self.lead ? Self.inLead : 1
                // In a headline, and at the beginning of a sentence, a capital letter says little.
                if !isTitle, place > 0 {
                    if word.isCapitalized { item.capitalized += 1 } else { item.lower += 1 }
                }
                items[term] = item
                if isTitle { continue }
                words += 1
                if words == Self.longest { break }
            }
        }
        self.items = items.values.sorted { $0.term < $1.term }
        self.day = document.metadata.published?.date.dayNumber
    }
}
