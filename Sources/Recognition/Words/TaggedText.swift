import Lexicons
import NewsModel
import TextCore

/// The tokens of a document with their parts of speech and the hashes under which word lists know them.
struct TaggedText {
    let text: SourceText
    let tokens: [Token]
    let sentences: [Sentence]
    let blocks: [Block]
    let tags: [WordTag]
    /// ``PhraseTable/hashes(of:in:)`` of the tokens.
    let hashes: [UInt64]
    /// The reader's trees, where it read the document.
    let trees: SentenceTrees?

    init(_ analysis: Analysis, tagger: WordTagger) {
        text = analysis.text
        tokens = analysis.tokens
        sentences = analysis.sentences
        blocks = analysis.document.blocks
        tags = tagger.tags(of: analysis)
        hashes = PhraseTable<Bool>.hashes(of: analysis.tokens.map(\.span), in: analysis.text)
        trees = analysis.syntax.map { SentenceTrees(words: $0.words) }
    }

    /// The span from the first to the last token of `range`.
    ///
    /// - Precondition: `range` is not empty.
    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }

    /// The hash under which a word is kept.
    static func hash(_ word: String) -> UInt64 { PhraseTable<Bool>.hash(word: word) }

    /// The characters of a token.
    func string(_ index: Int) -> String { text[tokens[index].span] }

    /// The first character of a token.
    func first(_ index: Int) -> Unicode.Scalar {
        UTF8Scanner.scalar(in: text.bytes, at: tokens[index].span.start).scalar
    }

    /// Whether white space stands between a token and the one before it (also where there is none before it).
    func hasGap(before index: Int) -> Bool {
        index == 0 || tokens[index - 1].span.end < tokens[index].span.start
    }

    /// Whether white space stands between a token and the one after it (also where there is none after it).
    func hasGap(after index: Int) -> Bool {
        index + 1 >= tokens.count || tokens[index].span.end < tokens[index + 1].span.start
    }

    /// Whether a sentence begins at the token.
    func hasBreak(before index: Int) -> Bool {
        guard let number = sentenceIndex(ofToken: index) else { return true }
        return sentences[number].tokens.lowerBound == index
    }

    /// Whether the token begins with a capital letter.
    func isCapitalised(_ index: Int) -> Bool {
        let shape = tokens[index].shape
        return shape == .title || shape == .upper || shape == .mixed && first(index).properties.isUppercase
    }

    /// The sentence of a token.
    ///
    /// - Complexity: O(log n) in the number of sentences.
    func sentenceIndex(ofToken token: Int) -> Int? {
        let low = sentences.partitioningIndex { $0.tokens.lowerBound > token }
        return low > 0 ? low - 1 : nil
    }
}

/// A set of words, looked up by the hashes of tokens.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    /// The words of `list`, parted by spaces.
    init(_ list: String) { hashes = Set(list.split(separator: " ").map { PhraseTable<Bool>.hash(word: String($0)) }) }

    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
