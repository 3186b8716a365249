import NewsModel
import TextCore

/// A word or number of a text as it is compared.
struct FoldedWord {
    /// Its token.
    var token: Int
    /// Its folded characters.
    var folded: String
}

extension Analysis {
    /// The words and numbers in a span.
    func foldedWords(in span: TextSpan) -> [FoldedWord] {
        AttributionLayout.tokens(in: span, of: self).filter { tokens[$0].kind == .word || tokens[$0].kind == .number }
            .map { FoldedWord(token: $0, folded: FoldedText.fold(text[tokens[$0].span])) }
    }

    /// Whether a span begins in running text.
    func isProse(at span: TextSpan) -> Bool {
        document.blockIndex(at: span.start).map { document.blocks[$0].kind.isProse } ?? false
    }
}
